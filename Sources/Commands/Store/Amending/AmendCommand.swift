// Correcting a record: a whole new one takes its place, and the old one stays in the journal.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct AmendCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Corrects a record; what is not given stays as it was.",
        discussion: """
            It takes the options of the record's kind, as 'lull log KIND --help' and
            'lull session done --help' list them. --clear KEY makes an item unknown again.

              lull amend 01KJSZZ7R85MFQ8NEC84D5WRJF --woke 6:20 --quality 4
              lull amend 01KJSZZ7R85MFQ8NEC84D5WRJF --clear awakenings
            """)

    @Argument(help: "The record's id; 'lull records' lists them.", transform: Parse.record)
    var id: RecordID

    @Argument(parsing: .captureForPassthrough, help: "The options of its kind.")
    var options: [String] = []

    func validate() throws {
        do {
            _ = try parsedGlobals()
        } catch {
            throw ValidationError(GlobalOptions.message(for: error))
        }
        if options.contains("--help") || options.contains("-h") {
            throw CleanExit.message(Self.helpMessage())
        }
    }

    /// The global options among the others, which do not know of them.
    private func parsedGlobals() throws -> GlobalOptions {
        try GlobalOptions.parse(ArgumentOrder.globals(in: options))
    }

    var global: GlobalOptions { (try? parsedGlobals()) ?? GlobalOptions() }

    func perform(in invocation: inout Invocation) throws {
        let found = try invocation.find(id)
        try found.refuseUnlessCurrent()
        let subject = try invocation.subject(found.line.person)
        var given = ArgumentOrder.others(in: options)
        let cleared = try Self.takeCleared(&given)
        let amended = Amendment(found: found, subject: subject, arguments: given, cleared: cleared)
        let body = try amended.body(&invocation)
        guard body != found.line.stored.record.body else {
            throw Failure.usage("name what to correct; 'lull amend --help' says how")
        }
        try invocation.append(RecordDraft(body, replaces: id), to: found)
    }

    /// Takes `--clear KEY` out of the arguments.
    private static func takeCleared(_ arguments: inout [String]) throws -> [String] {
        var cleared: [String] = []
        while let at = arguments.firstIndex(of: "--clear") {
            guard arguments.indices.contains(at + 1) else { throw Failure.usage("--clear needs a key") }
            cleared.append(arguments[at + 1])
            arguments.removeSubrange(at...(at + 1))
        }
        return cleared
    }
}

extension FoundRecord {
    /// Only what stands can be corrected or taken back.
    func refuseUnlessCurrent() throws {
        switch line.state {
        case "retracted": throw Failure.badData("the record \(line.id) is taken back already")
        case "replaced":
            let now = successor.map { " by \($0); name that one" } ?? ""
            throw Failure.badData("the record \(line.id) was corrected" + now)
        default: break
        }
    }
}
