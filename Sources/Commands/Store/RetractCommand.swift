// Taking a record back: another record says so, and nothing is removed.

import ArgumentParser
import CareDomain
import JournalStore

struct RetractCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Takes a record back; it stays in the journal.",
        discussion: """
            To bring it back, retract the retraction: the id that this prints.

              lull retract 01KJSZZ7R85MFQ8NEC84D5WRJF --why "the wrong night"
            """)

    @Argument(help: "The record's id; 'lull records' lists them.", transform: Parse.record)
    var id: RecordID

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Parse.text)
    var why: String

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let found = try invocation.find(id)
        try found.refuseUnlessCurrent()
        if case .person = found.line.stored.record.body, found.isOnlyOfItsKind {
            throw Failure.badData("this says who the person is; change it with 'lull patient set'")
        }
        try invocation.append(RecordDraft(.retraction(of: id, why: why)), to: found)
    }
}

/// A record that was named, and where it lies.
struct FoundRecord {
    let line: StoredLine
    let part: StoreFolder
    let isOnlyOfItsKind: Bool
    /// The record that stands in its place; nil for one that stands itself.
    let successor: RecordID?
}

extension Invocation {
    /// The record with an id, wherever in the store it lies; only the named person's where one is named.
    /// - Throws: `Failure` where there is none.
    mutating func find(_ id: RecordID) throws -> FoundRecord {
        let people = try global.patient.map { _ in [try thePerson()] } ?? people()
        for part in StoreFolder.allCases {
            for person in people {
                let lines = try storedLines(of: person, in: part)
                guard let line = lines.last(where: { $0.id == id }) else { continue }
                let kind = line.stored.record.body.kind
                let others = lines.filter { $0.stored.record.body.kind == kind && $0.state != "retracted" }
                return FoundRecord(
                    line: line, part: part, isOnlyOfItsKind: others.count == 1,
                    successor: Self.successor(of: id, among: lines))
            }
        }
        throw Failure.noSuchRecord(id)
    }

    private static func successor(of id: RecordID, among lines: [StoredLine]) -> RecordID? {
        var last = id
        var seen: Set<RecordID> = []
        while seen.insert(last).inserted,
            let next = lines.last(where: {
                $0.stored.record.frame.replaces == last && $0.state != "retracted"
            })
        {
            last = next.id
        }
        return last == id ? nil : last
    }

    /// Writes a record about one that was found, where that one lies, and prints its id.
    mutating func append(_ draft: RecordDraft, to found: FoundRecord) throws {
        try refuseWhereReadOnly()
        let stamp = stamp(in: try subject(found.line.person).zone)
        let author = author
        let outcomes = try withStore { store throws(StoreProblem) in
            try store.append([draft], to: found.line.person, by: author, now: stamp, in: found.part)
        }
        guard let id = outcomes.first?.id else {
            throw Failure(.inputOutput, "the record was not kept; try again")
        }
        if conversation.hasMenu { try put(lines: ["It is taken back."]) } else { try put("\(id)\n") }
    }
}
