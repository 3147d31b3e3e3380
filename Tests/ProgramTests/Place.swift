// A home of its own for the program under test: folders, environment, a store, and the program itself.

import Foundation

/// A temporary folder in which the built program runs; it goes with this value.
final class Place {
    let folder: URL
    /// The environment of what runs here; the test's own is not handed on.
    var environment: [String: String]

    /// The program that was built together with these tests.
    static let program: String = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests ?? "/").deletingLastPathComponent().appendingPathComponent("lull")
            .path
    }()

    /// The clock of everything that runs here starts then.
    private static let clock = clock(at: "18:14")

    private static func clock(at time: String) -> [String] {
        ["--now", "2026-11-22T\(time):00+01:00", "--zone", "Europe/Oslo"]
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lull-program-" + UUID().uuidString)
        let home = folder.path
        environment = [
            "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
            "XDG_STATE_HOME": home + "/state", "TMPDIR": home + "/tmp", "PATH": "/usr/bin:/bin",
            "TERM": "xterm-256color", "LANG": "C.UTF-8",
        ]
        try FileManager.default.createDirectory(
            atPath: home + "/tmp", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A place with a store of one person, Ada.
    static func withAda() throws -> Place {
        let place = try Place()
        let made = try place.run("init", "--id", "ada", "--name", "Ada Lovell")
        guard made.ending == .exited(0) else { throw Unprepared(run: made) }
        return place
    }

    struct Unprepared: Error {
        let run: Run
    }

    /// Opens the program on a terminal of its own.
    func open(
        _ arguments: String..., columns: Int = 80, rows: Int = 24, errors: String? = nil
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Self.program] + arguments + Self.clock, environment: environment, columns: columns, rows: rows,
            errors: errors)
    }

    /// The command of the program for a shell.
    func shellCommand(_ arguments: String) -> String {
        "'\(Self.program)' \(arguments) \(Self.clock.joined(separator: " "))"
    }

    // MARK: Without a terminal

    struct Run {
        var ending: Ending
        var output: [UInt8]
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var hasEscapes: Bool { output.contains(0x1b) || errors.utf8.contains(0x1b) }
    }

    /// Runs the program to its end, without a terminal.
    /// - Parameter time: what its clock says.
    func run(_ arguments: String..., at time: String = "18:14") throws -> Run {
        try run(command: [Self.program] + arguments + Self.clock(at: time))
    }

    /// Runs a command to its end, its output into files.
    func run(command: [String]) throws -> Run {
        let files = folder.appendingPathComponent("run-" + UUID().uuidString).path
        var child = try Child(
            command, environment: environment,
            .files(input: "/dev/null", output: files + ".out", errors: files + ".err"))
        let deadline = Deadline()
        while child.ending == nil, !deadline.hasPassed {
            pause()
            child.look()
        }
        child.signal(SIGKILL)
        return Run(
            ending: child.ending ?? .signalled(SIGKILL), output: bytes(of: files + ".out"),
            errors: String(decoding: bytes(of: files + ".err"), as: UTF8.self))
    }

    /// Gives the processor away for a few milliseconds while something is waited for.
    private func pause() { _ = poll(nil, 0, 5) }

    struct NeverHeld: Error {
        let what: String
    }

    /// Looks again and again until something holds.
    func wait(until what: String, _ holds: () -> Bool) throws {
        let deadline = Deadline()
        while !holds() {
            if deadline.hasPassed { throw NeverHeld(what: what) }
            pause()
        }
    }

    func bytes(of path: String) -> [UInt8] {
        (FileManager.default.contents(atPath: path)).map(Array.init) ?? []
    }

    /// What lies in the folder for temporary files.
    var temporaryFiles: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/tmp")) ?? []
    }
}
