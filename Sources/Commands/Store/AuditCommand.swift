// Who has looked at what, and what was taken out of the store.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct AuditCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who has looked at whose records, and what was exported.",
        discussion: """
            In a store of several people each look and each export is noted, the oldest
            first here; with --readonly nothing is. A look at everyone is listed with
            --patient too, since it was a look at that person.

              lull audit --last 20
              lull audit --patient okafor-n --from 2026-11-14 --to 2026-11-14
            """)

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let journal = try invocation.withStore { store throws(StoreProblem) in try store.readAudit() }
        invocation.report(
            journal.notices, journal.problems, newerLines: journal.newerLines, of: "the audit journals")
        var lines = journal.records.compactMap(AuditLine.init)
        lines.sort { ($0.frame.at.instant, $0.frame.id) < ($1.frame.at.instant, $1.frame.id) }
        if let patient = global.patient {
            // Of someone who is not in the store any more there may still be something to tell.
            if !lines.contains(where: { $0.access.patient == patient }) { _ = try invocation.thePerson() }
            lines = lines.filter { $0.access.patient ?? patient == patient }
        }
        var listing = Listing(
            keys: AuditLine.keys, columns: AuditLine.columns,
            whenEmpty: lines.isEmpty
                ? "Nothing is noted. Where a store holds several people, looks and exports are."
                : "There is nothing in those dates.")
        for line in window.narrowItems(lines, date: { $0.frame.at.civil.date }) {
            listing.add(line.object, cells: line.cells)
        }
        try invocation.put(listing)
    }
}

/// One line of an audit journal.
private struct AuditLine {
    let frame: RecordFrame
    let kind: String
    let access: RecordAccess

    /// Nil for a line that tells of no access.
    init?(_ stored: StoredRecord) {
        switch stored.record.body {
        case .viewed(let access), .exported(let access): self.access = access
        default: return nil
        }
        frame = stored.record.frame
        kind = stored.record.body.kind
    }

    static let keys = ["id", "at", "by", "kind", "patient", "what"]

    static let columns: [TextTable.Column] = [
        .left("When"), .left("By", limit: 16), .left("Did"), .left("Person", limit: 20),
        .left("What", limit: 60),
    ]

    var object: JSONObject {
        [
            "id": .string(frame.id.text), "at": .optional(frame.at), "by": .string(frame.author),
            "kind": .string(kind), "patient": .optional(access.patient?.text), "what": .string(access.what),
        ]
    }

    var cells: [String?] {
        let civil = frame.at.civil
        return [
            "\(civil.date) \(civil.clock)", frame.author, kind, access.patient?.text ?? "everyone",
            access.what,
        ]
    }
}
