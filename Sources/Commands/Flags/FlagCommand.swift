// What somebody has done about a flag: seen it, been in contact, closed it.

import ArgumentParser
import CareDomain
import JournalStore

struct FlagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Says what was done about a flag.",
        discussion: """
            A flag stays until someone closes it; those for now and for the same day
            need a note, or a call that names them.

              lull flag seen okafor-n.R05.2026-11-17
              lull flag ack okafor-n.R05.2026-11-17 --note "called" --assign kim
              lull flag close okafor-n.R05.2026-11-17 --note "a cold; look again" --until 2026-12-01
            """,
        subcommands: [FlagSeen.self, FlagAck.self, FlagClose.self])
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
        guard let parts = ReviewFlag.parts(ofID: id) else {
            throw Failure.usage("\(quoted(id)) is no flag's id; 'lull flags' lists them")
        }
        if let patient = invocation.global.patient, patient != parts.person {
            throw Failure.usage("\(quoted(id)) is not a flag of \(patient)")
        }
        guard try invocation.people().contains(parts.person) else { throw Failure.noSuchPerson(parts.person) }
        let subject = try invocation.subject(parts.person)
        let shelf = invocation.ruleShelf()
        guard let flag = shelf.flags(of: subject, now: invocation.now).first(where: { $0.id == id }) else {
            throw Failure(.notFound, "there is no flag \(quoted(id)); 'lull flags' lists them")
        }
        if state == .closed, flag.level >= .sameDay, note == nil,
            !subject.history.calls.contains(where: { $0.value.about.contains(id) })
        {
            throw Failure.usage(
                "a flag for \(flag.level.words) is closed with --note, or after a call that names it: "
                    + "'lull log call --about \(id)'")
        }
        if let until, until <= subject.today {
            throw Failure.usage("--until \(until) is not after today; give a later date")
        }
        let body = Acknowledgement(
            flag: id, state: state, note: note, until: until, assignee: assign,
            seen: try invocation.journalHeads(of: parts.person), rules: shelf.rules[flag.rule]?.digest)
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
