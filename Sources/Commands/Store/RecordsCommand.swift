// Every line that is stored, replaced and retracted ones too.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct RecordsCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "Every record as it is stored, corrections and retractions too.",
        discussion: """
            A row a record, by id. The state is current, replaced, retracted or edited
            (changed in its file after it was written).

              lull records --last 5
              lull records --history 01KJSZZ7R85MFQ8NEC84D5WRJF
            """)

    @Option(
        help: ArgumentHelp("Only this record, what it corrects and what corrects it.", valueName: "id"),
        transform: Parse.record)
    var history: RecordID?

    @Option(help: ArgumentHelp("Only records of a kind.", valueName: "kind"))
    var kind: String?

    @Flag(help: "Those of the private part of the store.")
    var `private` = false

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let people = try global.patient.map { _ in [try invocation.thePerson()] } ?? invocation.people()
        var lines: [StoredLine] = []
        for person in people {
            let all = try invocation.storedLines(of: person, in: `private` ? .hidden : .people)
            lines += history.map { Self.lineage(of: $0, among: all) } ?? all
        }
        if let history {
            guard let first = lines.first else { throw Failure.noSuchRecord(history) }
            if lines.allSatisfy({ $0.person == first.person }) { invocation.showing.person = first.person }
            // An imported record's id tells when it happened; here they stand as they were written.
            lines.sort { $0.written < $1.written }
        }
        if let kind { lines = lines.filter { $0.stored.record.body.kind == kind } }
        lines = window.narrowItems(lines) { $0.stored.record.frame.at.civil.date }
        switch global.form {
        case .jsonLines: return try invocation.put(.lines(lines.map(\.rowText)))
        case .json:
            let rows = lines.enumerated().map { "  " + $1.rowText + ($0 == lines.count - 1 ? "" : ",") }
            return try invocation.put(.lines(rows.isEmpty ? ["[]"] : ["["] + rows + ["]"]))
        case .csv, .text: break
        }
        let showsWho = people.count > 1
        var listing = Listing(
            keys: ["id", "patient", "kind", "at", "by", "file", "line", "state"],
            columns: (showsWho ? [.left("Person", limit: 20)] : []) + StoredLine.columns,
            whenEmpty: "No records yet.", completes: false)
        for line in lines { listing.add(line.row, cells: (showsWho ? [line.person.text] : []) + line.cells) }
        try invocation.put(listing)
    }

    /// A record, all that it corrects and that corrects it, and what takes one of them back.
    private static func lineage(of id: RecordID, among lines: [StoredLine]) -> [StoredLine] {
        var ids: Set<RecordID> = [id]
        while true {
            let before = ids.count
            for line in lines {
                let frame = line.stored.record.frame
                let others = [frame.replaces, line.stored.record.retracts].compactMap { $0 }
                if ids.contains(frame.id) || others.contains(where: ids.contains) {
                    ids.formUnion([frame.id] + others)
                }
            }
            if ids.count == before { break }
        }
        return lines.filter { ids.contains($0.id) }
    }
}

extension Record {
    /// The record that this one takes back; nil for any that takes nothing back.
    var retracts: RecordID? {
        if case .retraction(let id, _) = body { id } else { nil }
    }
}

extension Failure {
    static func noSuchRecord(_ id: RecordID) -> Failure {
        Failure(.notFound, "there is no record \(id); 'lull records' lists them")
    }
}
