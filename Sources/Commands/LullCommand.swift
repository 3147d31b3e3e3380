// The program's commands, as the parser knows them.

import ArgumentParser

/// A command that can be run: it reads and writes through the invocation alone.
protocol LullCommand: ParsableCommand {
    var global: GlobalOptions { get }
    func perform(in invocation: inout Invocation) throws
    /// What it shows of people's records, as a clinic's audit journal names it; nil where it shows none.
    var shown: String? { get }
    /// The form in which it takes them out of the store, `csv`; nil where it only shows them.
    var exportForm: String? { get }
}

struct Lull: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lull",
        abstract: "Sleep and treatment sessions, for a person on a course and for those who care.",
        usage: "lull [global options] [command]",
        discussion: """
            Without a command the dashboard opens. Every command has its own help,
            with the global options: 'lull log night --help'. The store is --store,
            else LULL_STORE, else the folder 'lull' in XDG_DATA_HOME.

              lull init --id ada --name "Ada"
              lull course start --protocol iv-six-3w --start 2026-11-02
              lull log night --bed 22:30 --try 23:00 --latency 20 --woke 6:40 --up 7:00
              lull nights --last 7 --json
            """,
        version: "0.1.0",
        subcommands: [
            DashboardCommand.self, StatusCommand.self, InitCommand.self, PatientCommand.self,
            CourseCommand.self,
            SessionCommand.self, LogCommand.self, CheckInCommand.self, ScoresCommand.self,
            NightsCommand.self, NapsCommand.self, SessionsCommand.self, HabitsCommand.self,
            PracticesCommand.self, SummaryCommand.self, CohortCommand.self, FlagsCommand.self,
            FlagCommand.self, CalendarCommand.self, ChartCommand.self, ReportCommand.self,
            RelaxCommand.self, GuideCommand.self,
            RecordsCommand.self, AmendCommand.self, RetractCommand.self, VerifyCommand.self,
            AuditCommand.self, WatchCommand.self,
            ImportCommand.self, PlantCommand.self, DemoCommand.self, PathsCommand.self, ConfigCommand.self,
            KeysCommand.self, ThemeCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self)

    /// The words that can stand first.
    static let commandNames = Set(
        ["help"] + configuration.subcommands.compactMap { $0.configuration.commandName })

    /// The commands that have commands of their own, with the names of these.
    static let groups: [String: [String]] = {
        var groups: [String: [String]] = [:]
        for command in configuration.subcommands {
            let (name, below) = (command.configuration.commandName, command.configuration.subcommands)
            guard let name, !below.isEmpty else { continue }
            groups[name] = below.compactMap { $0.configuration.commandName }
        }
        return groups
    }()
}
