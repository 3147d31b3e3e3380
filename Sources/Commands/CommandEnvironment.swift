// What the command line needs of the machine, as values that the program fills and a test makes up.

import CareDomain
import CellCanvas
import JournalStore

/// One of the three streams that a process begins with.
package enum StandardStream: Hashable, Sendable {
    case input, output, error
}

/// Why text could not be written.
package enum OutputProblem: Error, Equatable, Sendable {
    /// Whoever was reading has stopped.
    case readerLeft
    case failed(errno: Int32)
}

package struct CommandEnvironment {
    /// The environment variables.
    package var variables: [String: String]
    package var loginName: String
    package var hostName: String
    /// What the wall clock says.
    package var wallClock: () -> Instant
    /// Nanoseconds of a clock that is never set.
    package var steadyClock: () -> Int64
    /// Waits until the steady clock has reached a time; false where a person interrupted it.
    package var waitUntil: (Int64) -> Bool
    /// Waits until one of some descriptors can be read or the steady clock has reached a time, and says
    /// whether one can be; nil where a person interrupted it.
    package var waitForNews: ([Int32], Int64) -> Bool?
    package var files: any FileSystem
    package var random: any RandomNumberGenerator
    /// The streams that are terminals.
    package var terminals: Set<StandardStream>
    /// A line of standard input without its end; nil at the end of the input.
    package var readLine: () -> String?
    /// Writes all of a text at once, or says that it could not.
    package var write: (OutputText, StandardStream) throws(OutputProblem) -> Void
    /// Makes a new empty folder that nobody else can read, and names it; nil where that fails.
    package var makeTemporaryFolder: () -> String?
    /// What the keys of the dashboard do, before anyone has changed them.
    package var keyTable: KeyTable
    /// False where what is wrong with the configuration has been said already.
    package var namesConfiguration = true

    package init(
        variables: [String: String], loginName: String, hostName: String, wallClock: @escaping () -> Instant,
        steadyClock: @escaping () -> Int64, waitUntil: @escaping (Int64) -> Bool,
        waitForNews: @escaping ([Int32], Int64) -> Bool?, files: any FileSystem,
        random: any RandomNumberGenerator, terminals: Set<StandardStream>, readLine: @escaping () -> String?,
        write: @escaping (OutputText, StandardStream) throws(OutputProblem) -> Void,
        makeTemporaryFolder: @escaping () -> String?, keyTable: KeyTable = KeyTable()
    ) {
        self.variables = variables
        self.loginName = loginName
        self.hostName = hostName
        self.wallClock = wallClock
        self.steadyClock = steadyClock
        self.waitUntil = waitUntil
        self.waitForNews = waitForNews
        self.files = files
        self.random = random
        self.terminals = terminals
        self.readLine = readLine
        self.write = write
        self.makeTemporaryFolder = makeTemporaryFolder
        self.keyTable = keyTable
    }

    /// A variable that is set and not empty.
    func variable(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
