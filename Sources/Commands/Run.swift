// The command line as one function: arguments and an environment in, an outcome out.

import ArgumentParser
import CareDomain
import CellCanvas

/// Runs the command that the arguments name. All that it says and does goes through the environment.
/// - Parameter arguments: without the program's own name.
package func run(arguments: [String], environment: CommandEnvironment) -> RunOutcome {
    run(in: environment) {
        let order = ArgumentOrder(arguments, groups: Set(Lull.groups.keys))
        if let name = order.command, !Lull.commandNames.contains(name) {
            throw Failure.usage(
                "there is no command \(quoted(name))\(orMeant(name, Lull.commandNames)); "
                    + "'lull --help' lists them")
        }
        if let group = order.command, let name = order.subcommand, let names = Lull.groups[group],
            !names.contains(name)
        {
            throw Failure.usage(
                "there is no command \(quoted("\(group) \(name)"))\(orMeant(name, names)); "
                    + "'lull \(group) --help' lists them")
        }
        if let group = order.command, Lull.groups[group] != nil, order.subcommand == nil,
            group != KeysCommand.configuration.commandName
        {
            // Of a group alone its help is shown, which takes none of the global options.
            return try parse(
                [group] + ArgumentOrder.others(in: Array(order.arguments.dropFirst())), environment)
        }
        return try parse(order.arguments, environment)
    }
}

/// What to say of the name that may have been meant; nothing where none is near.
func orMeant(_ name: String, _ names: some Sequence<String>) -> String {
    NearestWord.of(name, among: names).map { ", perhaps '\($0)'" } ?? ""
}

/// Runs what `command` gives, and says in one line why it could not; nil stands for nothing left to do.
func run(in environment: CommandEnvironment, _ command: () throws -> (any LullCommand)?) -> RunOutcome {
    do {
        guard let command = try command() else { return .finished(.ok) }
        let output = OutputTally(environment)
        var invocation = Invocation(environment: output.environment, global: command.global)
        if !(command is KeysCheck) { invocation.noteConfiguration(isWhole: command is ConfigShow) }
        // What was printed in part has been looked at too.
        defer { if output.hasBegun { invocation.noteAccess(of: command) } }
        try command.perform(in: &invocation)
        return invocation.outcome
    } catch let failure as Failure {
        if let message = failure.message {
            try? environment.write("lull: \(message)\n", .error)
        }
        return .finished(failure.status)
    } catch let turn as Unanswered {
        try? environment.write("lull: \(turn.words)\n", .error)
        return .finished(.interrupted)
    } catch {
        try? environment.write("lull: \(error)\n", .error)
        return .finished(.inputOutput)
    }
}

/// The command to run; nil where help or the version was asked for, and has been printed.
private func parse(_ arguments: [String], _ environment: CommandEnvironment) throws -> (any LullCommand)? {
    do {
        var command = try Lull.parseAsRoot(arguments)
        if let command = command as? any LullCommand { return command }
        // What remains are requests for help, which end in one of the parser's own errors.
        try command.run()
        return nil
    } catch {
        guard Lull.exitCode(for: error).isSuccess else {
            throw Failure.usage(sentence(for: error, arguments))
        }
        do throws(OutputProblem) {
            try environment.write(.page(Lull.fullMessage(for: error, columns: 80)), .output)
        } catch {
            throw Failure.output(error, files: environment.files)
        }
        return nil
    }
}

/// What the parser says of arguments, in one line.
///
/// It says it in several and quotes what was typed, so it is asked again about arguments that are cleaned: a
/// line break in one of them is then not taken for one of the parser's.
private func sentence(for error: any Error, _ arguments: [String]) -> String {
    let cleaned = arguments.map { CleanText($0).string }
    var error = error
    if cleaned != arguments {
        do {
            _ = try Lull.parseAsRoot(cleaned)
        } catch let other where !Lull.exitCode(for: other).isSuccess {
            error = other
        } catch {}
    }
    return oneLine(Lull.message(for: error))
}

/// A message of the parser's in one line, as the end of a sentence.
func oneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n").map { String($0).trimmingSpaces }
    let text = lines.filter { !$0.isEmpty }.joined(separator: " ")
    let start = text.prefix(1).lowercased() + text.dropFirst()
    return start.hasSuffix(".") ? String(start.dropLast()) : start
}

/// An environment that knows whether anything went to standard output.
private final class OutputTally {
    private let inner: CommandEnvironment
    private(set) var hasBegun = false

    init(_ environment: CommandEnvironment) { inner = environment }

    var environment: CommandEnvironment {
        var outer = inner
        outer.write = { [self] text, stream throws(OutputProblem) in
            if stream == .output { hasBegun = true }
            try inner.write(text, stream)
        }
        return outer
    }
}
