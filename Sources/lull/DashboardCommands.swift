// The command line inside the dashboard: commands run over the same store, with what the dashboard was opened
// with filled in.

import CareDomain
import Commands
import Dashboard
import DashboardRuntime

struct DashboardCommands: CommandRunner {
    private let request: DashboardRequest
    private let environment: CommandEnvironment

    /// - Parameter stateFolder: where the writers of this run are kept; nil for this user's own.
    init(_ request: DashboardRequest, _ environment: CommandEnvironment, stateFolder: String? = nil) {
        self.request = request
        var environment = environment
        if let stateFolder { environment.variables["XDG_STATE_HOME"] = stateFolder }
        self.environment = environment
    }

    func words() -> CommandWords { CommandWords(CommandOutline.ofProgram()) }

    func run(_ arguments: [String], for person: PersonID?, now: OffsetInstant) -> CommandOutput {
        let run = CapturedRun(
            arguments: filledIn(arguments, person, now: now), environment: environment)
        var output = CommandOutput(
            text: run.text, remarks: run.remarks, isDone: [.ok, .no].contains(run.status))
        output.isNotAllowed = run.status == .notAllowed
        return output
    }

    /// What was typed comes before what the dashboard was opened with.
    private func filledIn(_ arguments: [String], _ person: PersonID?, now: OffsetInstant) -> [String] {
        var options: [(name: String, value: String?)] = [
            ("--store", request.storePath), ("--by", request.author), ("--zone", request.zone),
            ("--patient", (person ?? request.patient)?.text),
            // A clock that was set runs on; the machine's own needs no telling.
            ("--now", request.now == nil ? nil : now.text()),
        ]
        options.removeAll { option in
            option.value == nil
                || arguments.contains { $0 == option.name || $0.hasPrefix(option.name + "=") }
        }
        let given = options.flatMap { [$0.name, $0.value ?? ""] }
        let isLocked = request.readonly && !arguments.contains("--readonly")
        return given + (isLocked ? ["--readonly"] : []) + arguments
    }
}

extension CommandWords {
    /// As the dashboard completes them.
    init(_ outline: CommandOutline) {
        self.init(
            name: outline.name, commands: outline.commands.map { CommandWords($0) },
            options: outline.options.map {
                Option(name: $0.name, takesValue: $0.takesValue, values: $0.values, isPerson: $0.isPerson)
            }, values: outline.values, takesPerson: outline.takesPerson)
    }
}
