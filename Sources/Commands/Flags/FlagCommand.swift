// What somebody has done about a flag: seen it, been in contact, closed it.

import ArgumentParser
import CareDomain
import JournalStore

struct FlagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Shows a flag, and says what was done about it.",
        discussion: """
            A flag stays until someone closes it; those for now and for the same day
            need a note, or a call that names them and reached the person.

              lull flag show okafor-n.R05.2026-11-17
              lull flag seen okafor-n.R05.2026-11-17
              lull flag ack okafor-n.R05.2026-11-17 --note "called" --assign kim
              lull flag close okafor-n.R05.2026-11-17 --note "a cold; look again" --until 2026-12-01
            """,
        subcommands: [FlagShow.self, FlagSeen.self, FlagAck.self, FlagClose.self])
}

/// What the three have in common.
struct AcknowledgementOptions: ParsableArguments {
    @Argument(help: "The flag's id; 'lull flags' lists them.")
    var id: String

    @Option(help: ArgumentHelp("What was done, or why.", valueName: "text"), transform: Parse.text)
    var note: String?

    @Option(help: ArgumentHelp("It rests through this date.", valueName: "date"), transform: Parse.date)
    var until: CivilDate?

    @Option(help: ArgumentHelp("Who sees to it.", valueName: "name"), transform: Parse.text)
    var assign: String?

    func perform(_ state: Acknowledgement.State, in invocation: inout Invocation) throws {
        let (flag, subject) = try invocation.flag(named: id)
        let shelf = invocation.ruleShelf()
        let problem = FlagStep.problem(
            state, of: flag, note: note, until: until, calls: subject.history.calls.map(\.value),
            today: subject.today, in: subject.zone)
        switch problem {
        case .needsReason:
            throw Failure.usage(
                "a flag for \(flag.level.words) is closed with --note, or after a call that names it and "
                    + "reached the person: 'lull log call --about \(id) --reached yes'")
        case .restIsOver:
            throw Failure.usage(
                "--until \(until?.description ?? "") is not after today; give a later date")
        case nil: break
        }
        let body = Acknowledgement(
            flag: id, state: state, note: note, until: until, assignee: assign,
            seen: try invocation.journalHeads(of: flag.person), rules: shelf.rules[flag.rule]?.digest)
        try invocation.append(RecordDraft(.acknowledgement(body)), to: subject)
    }
}

struct FlagSeen: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen", abstract: "Somebody has seen it.",
        discussion: "  lull flag seen okafor-n.R05.2026-11-17")

    @OptionGroup var options: AcknowledgementOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try options.perform(.seen, in: &invocation) }
}

struct FlagAck: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", abstract: "The person was contacted.",
        discussion: "  lull flag ack okafor-n.R05.2026-11-17 --note \"called\"")

    @OptionGroup var options: AcknowledgementOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try options.perform(.contacted, in: &invocation) }
}

struct FlagClose: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "It is dealt with.",
        discussion: "  lull flag close okafor-n.R05.2026-11-17 --note \"talked it over\"")

    @OptionGroup var options: AcknowledgementOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try options.perform(.closed, in: &invocation) }
}
