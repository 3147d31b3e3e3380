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
        let course = asks ? try ask(&details, &invocation) : nil
        let firstID = try id ?? details.name.map(Self.id(fromName:))
        let path = invocation.storePath
        try invocation.makeStore(writer: invocation.environment.ownWriter, at: path, for: access)
        guard let firstID else {
            if invocation.environment.terminals.contains(.output) {
                try invocation.put(lines: [
                    "A store is made at \(path). Add someone with 'lull patient add ID'."
                ])
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
}

extension String {
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
