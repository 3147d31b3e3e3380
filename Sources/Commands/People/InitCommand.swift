// Makes a store, and its first person where a name or an id is given.

import ArgumentParser
import CareDomain
import JournalStore
import Presets

struct InitCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a store, and with a name its first person.",
        discussion: """
            On a terminal it asks for what is not given.

              lull init --id ada --name "Ada" --zone America/New_York
              lull init --store /srv/ward3 --group nurses
            """)

    @Option(
        help: ArgumentHelp("The first person's id, else made of the name.", valueName: "id"),
        transform: Parse.person)
    var id: PersonID?

    @OptionGroup var person: PersonOptions

    @Option(
        help: ArgumentHelp("A group of this machine to share the store with.", valueName: "name"),
        transform: Parse.text)
    var group: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        // What cannot be taken is refused before anything is made.
        var details = person.details(zone: try global.zone.map { try invocation.zone(named: $0).name })
        try invocation.refuseBirthYear(details.bornYear, in: invocation.zone(of: details))
        try refuseWhereThere(&invocation)
        let access = try access(invocation)
        let asks = details.name == nil && id == nil && invocation.canAsk
        if asks { try askAboutPerson(&details, &invocation) }
        let firstID = try id ?? details.name.map(Self.id(fromName:))
        let course = asks && firstID != nil ? try askAboutCourse(details, &invocation) : nil
        let path = invocation.storePath
        try invocation.makeStore(writer: invocation.environment.ownWriter, at: path, for: access)
        guard let firstID else {
            if invocation.environment.terminals.contains(.output) {
                try invocation.put("A store is made at \(path). Add someone with 'lull patient add ID'.\n")
            }
            return
        }
        let record = try invocation.addPerson(firstID, details)
        try invocation.putKept(record)
        if asks, !invocation.isPlain {
            invocation.note("'lull' opens your screens, and 'lull log night' asks about a night")
        }
        if let course {
            try invocation.append(RecordDraft(.course(course)), to: try invocation.subject(firstID))
        }
    }

    private func access(_ invocation: Invocation) throws -> StoreAccess {
        guard let group else { return .owner }
        guard let id = invocation.environment.files.groupID(named: group) else {
            throw Failure.usage("this machine has no group \(quoted(group)); 'getent group' lists them")
        }
        return .group(id)
    }

    private func refuseWhereThere(_ invocation: inout Invocation) throws {
        if try invocation.isStoreThere() {
            throw Failure(.alreadyThere(path: invocation.storePath), files: invocation.environment.files)
        }
    }

    /// `Ngozi Okafor` becomes `ngozi-okafor`; letters that an id does not have are left out.
    static func id(fromName name: String) throws -> PersonID {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "'" }
        let text = words.map { $0.filter { $0 != "'" } }.filter { !$0.isEmpty }.joined(separator: "-").prefix(
            64)
        guard let id = PersonID(String(text)) else {
            throw Failure.usage("no id can be made of the name \(quoted(name)); give one with --id")
        }
        return id
    }

    // MARK: Asking

    private func askAboutPerson(_ details: inout PersonDetails, _ invocation: inout Invocation) throws {
        try invocation.put("Enter alone leaves a question open.\n")
        details.name = try invocation.ask("Whose sleep is it? A name:").nilIfEmpty
        guard details.name != nil, details.zone == nil else { return }
        let zones = invocation.zones
        let usual = zones.systemZone().name
        details.zone = try invocation.ask(
            "Time zone [\(usual)]:", or: "Give an IANA name such as Europe/Oslo."
        ) { answer in
            answer.isEmpty ? usual : zones.zone(named: answer)?.name
        }
        guard details.target == nil else { return }
        let hint = "Give a clock time such as 22:45, or Enter for no plan."
        let bed = try invocation.ask("When do you plan to go to bed?", or: hint, Self.clockOrNone)
        guard let bed else { return }
        let rise = try invocation.ask("And to get up?", or: hint, Self.clockOrNone)
        guard let rise else { return }
        details.target = SleepTarget(bed: bed, rise: rise)
    }

    /// The outer nil is no answer, the inner one that there is no plan.
    private static func clockOrNone(_ answer: String) -> ClockTime?? {
        if answer.isEmpty { return .some(nil) }
        return ClockTime(typed: answer).map { .some($0) }
    }

    private func askAboutCourse(_ details: PersonDetails, _ invocation: inout Invocation) throws -> Course? {
        let names = Shipped.protocols.map(\.name)
        try invocation.put(
            lines: zip(1..., Shipped.protocols).map { "  \($0)  \($1.name): \($1.title)" })
        let hint = "One of these by its number or name, or Enter for none."
        let name: String? = try invocation.ask("Which course?", or: hint) { answer -> String?? in
            if let number = Int(answer), names.indices.contains(number - 1) {
                return .some(names[number - 1])
            }
            return answer.isEmpty ? .some(nil) : (names.contains(answer) ? .some(answer) : nil)
        }
        guard let chosen = name.flatMap(Shipped.courseProtocol(named:)) else { return nil }
        let zone = try invocation.zone(of: details)
        let today = zone.date(invocation.now)
        let start = try invocation.ask(
            "Date of the first session [\(today)]:", or: "Give a date such as 2026-11-03."
        ) {
            $0.isEmpty ? today : CivilDate($0)
        }
        let clock = try invocation.ask(
            "Time of the sessions [\(CourseStart.usualTime)]:", or: "Give a time such as 14:00."
        ) {
            $0.isEmpty ? CourseStart.usualTime : ClockTime(typed: $0)
        }
        return chosen.course(from: start, at: clock, in: zone)
    }
}

extension String {
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
