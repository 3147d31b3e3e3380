// One flag in whole: what it says and rests on, where its rule comes from, and what was done about it.

import ArgumentParser
import CareDomain
import PlainJSON

struct FlagShow: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A flag in whole, with what was done about it.",
        discussion: "  lull flag show okafor-n.R05.2026-11-17 --json")

    @Argument(help: "The flag's id; 'lull flags' lists them.")
    var id: String

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let (flag, subject) = try invocation.flag(named: id)
        invocation.showing.person = subject.id
        invocation.showing.flags = [flag]
        let deeds = subject.history.deeds(about: flag.id, in: subject.zone)
        var object = FlagRow.object(flag)
        object["holding"] = .bool(flag.isHolding)
        object["openedOn"] = .optional(flag.openedOn)
        object["closedOn"] = .optional(flag.closedOn)
        object["deeds"] = .array(deeds.map { .object(FlagRow.object($0)) })
        var table = LabelledLines()
        table.add("Level", flag.level.words)
        table.add(
            "Since", "\(flag.since.words(on: subject.today)), \(flag.since.relative(to: subject.today))")
        table.add("State", flag.stateWords + (flag.isHolding ? "" : ", does not hold any more"))
        table.add("What", flag.message)
        table.add("Rests on", flag.evidence.evidenceWords.joined(separator: " · "))
        table.add("Source", flag.source)
        if deeds.isEmpty { table.add("Done", "nothing yet") }
        for deed in deeds {
            let civil = OffsetInstant(deed.at.instant, in: subject.zone).civil
            table.add(
                "Done",
                "\(civil.date.words(on: subject.today)) \(civil.clock), \(deed.author): \(deed.words)")
        }
        try invocation.put(
            .object(object), lines: [flag.title, ""] + table.lines(plain: invocation.isPlain))
    }
}

extension Invocation {
    /// A flag by its id, with the person whose it is.
    mutating func flag(named id: String) throws -> (ReviewFlag, Subject) {
        guard let parts = ReviewFlag.parts(ofID: id) else {
            throw Failure.usage("\(quoted(id)) is no flag's id; 'lull flags' lists them")
        }
        if let patient = global.patient, patient != parts.person {
            throw Failure.usage("\(quoted(id)) is not a flag of \(patient)")
        }
        guard try people().contains(parts.person) else { throw Failure.noSuchPerson(parts.person) }
        let subject = try subject(parts.person)
        guard let flag = ruleShelf().flags(of: subject, now: now).first(where: { $0.id == id }) else {
            throw Failure(.notFound, "there is no flag \(quoted(id)); 'lull flags' lists them")
        }
        return (flag, subject)
    }
}

extension FlagRow {
    /// A step about a flag, as `flag show` has it.
    static func object(_ deed: FlagDeed) -> JSONObject {
        var object: JSONObject = ["at": .optional(deed.at), "by": .string(deed.author)]
        switch deed.what {
        case .mark(let mark):
            object["what"] = .string(mark.state.rawValue)
            object["assignee"] = .optional(mark.assignee)
            object["until"] = .optional(mark.until)
        case .call(let call):
            object["what"] = "call"
            object["reached"] = .optional(call.reached?.rawValue)
        }
        object["note"] = .optional(deed.note)
        return object
    }
}
