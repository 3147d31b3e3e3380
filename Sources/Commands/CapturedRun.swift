// A run of a command without a terminal: what it says is kept, and nobody is asked.

/// What a run has said, and what it came to.
package struct CapturedRun: Equatable, Sendable {
    /// What went to standard output.
    package var text: String
    /// What went to standard error, a sentence a line, without the program's name.
    package var remarks: [String]
    package var status: ExitStatus

    package init(arguments: [String], environment: CommandEnvironment) {
        let said = Said()
        var environment = environment
        environment.terminals = []
        environment.namesConfiguration = false
        environment.readLine = { nil }
        environment.write = { text, stream throws(OutputProblem) in said.add(text, stream) }
        let outcome = Commands.run(arguments: arguments, environment: environment)
        text = said.text
        remarks = said.errors.split(separator: "\n").map { line in
            String(line.hasPrefix("lull: ") ? line.dropFirst("lull: ".count) : line)
        }
        switch outcome {
        case .finished(let status): self.status = status
        // There is no terminal to open one on.
        case .openDashboard: status = .usage
        }
    }

    private final class Said {
        var text = ""
        var errors = ""

        func add(_ more: OutputText, _ stream: StandardStream) {
            if stream == .output { text += more.string } else { errors += more.string }
        }
    }
}
