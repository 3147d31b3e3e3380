// The people of a store: adding, listing, showing.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct PatientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patient", abstract: "The people of the store: add, set, list, show.",
        subcommands: [PatientAdd.self, PatientSet.self, PatientList.self, PatientShow.self])
}

struct PatientAdd: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a person.",
        discussion: """
            The id names the person in commands and in the store's folders.

              lull patient add okafor-n --name "Ngozi Okafor" --zone Europe/London
            """)

    @Argument(help: "Small letters, digits and hyphens; begins with no hyphen.", transform: Parse.person)
    var id: PersonID

    @OptionGroup var person: PersonOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let record = try invocation.addPerson(id, person.details(zone: global.zone))
        try invocation.putKept(record)
    }
}

struct PatientSet: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Changes what is known of a person; what is not given stays.",
        discussion: """
              lull patient set --bed 22:45 --rise 06:30
              lull patient set --patient okafor-n --name "Ngozi Okafor"
            """)

    @OptionGroup var person: PersonOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        var details = subject.history.details
        let given = person.details(zone: nil)
        details.name = given.name ?? details.name
        details.bornYear = given.bornYear ?? details.bornYear
        details.target = given.target ?? details.target
        if !given.conditions.isEmpty { details.conditions = given.conditions }
        if !given.cautions.isEmpty { details.cautions = given.cautions }
        if let workDays = person.workDays { details.workDays = workDays }
        person.apply(settingsTo: &details)
        try invocation.refuseBirthYear(given.bornYear, in: subject.zone)
        if details == subject.history.details {
            throw Failure.usage("name what to change, such as --bed 22:45 --rise 06:30")
        }
        try invocation.append(RecordDraft(.person(details)), to: subject)
    }
}

extension Invocation {
    mutating func addPerson(_ id: PersonID, _ details: PersonDetails) throws -> RecordID {
        try refuseWhereReadOnly()
        let zone = try zone(of: details)
        try refuseBirthYear(details.bornYear, in: zone)
        let (author, stamp) = (author, stamp(in: zone))
        return try withStore { store throws(StoreProblem) in
            try store.addPerson(id, details, by: author, now: stamp)
        }
    }
}

extension Invocation {
    /// - Throws: `Failure` for a year in which nobody was born who can be on a course now.
    func refuseBirthYear(_ year: Int?, in zone: Zone) throws {
        let years = 1900...max(1900, zone.date(now).year)
        guard let year, !years.contains(year) else { return }
        throw Failure.usage(
            "the year of birth lies from \(years.lowerBound) to \(years.upperBound), so \(year) is none")
    }
}

struct PatientList: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everyone in the store.", discussion: "  lull patient list --json")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var listing = Listing(
            keys: PersonRow.keys,
            columns: [.left("Id"), .left("Name"), .right("Born"), .left("Zone"), .left("Bed to rise")],
            whenEmpty: "No one is in the store yet. Add someone with 'lull patient add ID'.")
        for subject in try invocation.subjects() {
            listing.add(PersonRow.object(subject), cells: PersonRow.cells(subject))
        }
        try invocation.put(listing)
    }
}

struct PatientShow: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One person's details.",
        discussion: "  lull patient show --patient okafor-n")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let details = subject.history.details
        var table = LabelledLines()
        table.add("Id", subject.id.text)
        table.add("Name", details.name)
        table.add("Born", details.bornYear.map(String.init))
        table.add("Zone", details.zone ?? "\(subject.zone.name) (the machine's)")
        if !details.conditions.isEmpty { table.add("Conditions", details.conditions.joined(separator: ", ")) }
        if !details.cautions.isEmpty { table.add("Cautions", details.cautions.joined(separator: ", ")) }
        table.add("Bed to rise", details.target.map { "\($0.bed) to \($0.rise), \($0.length.words)" })
        if !details.workDays.isEmpty {
            table.add("Work days", details.workDays.map(\.shortName).joined(separator: ", "))
        }
        for pair in details.settings.pairs {
            table.add("Setting", "\(pair.name) \(JSONValue(pair.value).text())")
        }
        try invocation.put(.object(PersonRow.object(subject)), lines: table.lines(plain: invocation.isPlain))
    }
}

enum PersonRow {
    static let keys = [
        "patient", "name", "zone", "bornYear", "conditions", "cautions", "target", "workDays", "settings",
    ]

    static func object(_ subject: Subject) -> JSONObject {
        var object = RecordBody.person(subject.history.details).fields
        object["patient"] = .string(subject.id.text)
        for key in ["conditions", "cautions", "workDays"] where object[key] == nil { object[key] = [] }
        if object["settings"] == nil { object["settings"] = [:] }
        return object.complete(keys)
    }

    static func cells(_ subject: Subject) -> [String?] {
        let details = subject.history.details
        return [
            subject.id.text, details.name, details.bornYear.map(String.init), details.zone,
            details.target.map { "\($0.bed) to \($0.rise)" },
        ]
    }
}
