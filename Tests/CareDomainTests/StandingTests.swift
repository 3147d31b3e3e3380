// Corrections, retractions and conflicts: what stands, whatever order the records come in.

import CareDomain
import TestKit
import Testing

@Suite struct StandingTests {
    private func id(_ number: Int) -> RecordID {
        RecordID(milliseconds: 1_790_000_000_000 + Int64(number), randomness: (0, 0))
    }

    private func note(_ number: Int, _ text: String, replaces: Int? = nil) -> Record {
        record(number, .note(Note(text: text)), replaces: replaces)
    }

    private func retraction(_ number: Int, of target: Int) -> Record {
        record(number, .retraction(of: id(target), why: "x"))
    }

    private func record(_ number: Int, _ body: RecordBody, replaces: Int? = nil) -> Record {
        let at = OffsetInstant(Instant(seconds: 1_790_000_000 + Int64(number)), offsetSeconds: 0)
        return Record(
            frame: RecordFrame(
                id: id(number), sequence: number, at: at, author: "ada", replaces: replaces.map(id)),
            body: body)
    }

    /// What stands, the same in every order of arrival.
    private func standing(_ records: [Record]) -> (texts: [String], conflicts: [RecordConflict.Kind]) {
        let first = RecordStanding(records)
        for order in Self.permutations(records) { #expect(RecordStanding(order) == first) }
        let texts = first.current.compactMap { record -> String? in
            if case .note(let note) = record.body { note.text } else { nil }
        }
        return (texts, first.conflicts.map(\.kind))
    }

    private static func permutations(_ records: [Record]) -> [[Record]] {
        guard records.count > 1 else { return [records] }
        return records.indices.flatMap { index in
            var rest = records
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }

    @Test func aCorrectionTakesThePlace() {
        #expect(standing([note(1, "a"), note(2, "b", replaces: 1)]).texts == ["b"])
        #expect(
            standing([note(1, "a"), note(2, "b", replaces: 1), note(3, "c", replaces: 2)]).texts == ["c"])
        // One whose original has yet to arrive stands by itself.
        #expect(standing([note(2, "b", replaces: 1)]).texts == ["b"])
    }

    @Test func whatIsTakenBackIsGoneAndCanComeBack() {
        #expect(standing([note(1, "a"), retraction(2, of: 1)]).texts.isEmpty)
        #expect(standing([note(1, "a"), retraction(2, of: 1), retraction(3, of: 2)]).texts == ["a"])
        let four = [note(1, "a"), retraction(2, of: 1), retraction(3, of: 2), retraction(4, of: 3)]
        #expect(standing(four).texts.isEmpty)
    }

    @Test func aCorrectionThatIsTakenBackLeavesWhatWasBefore() {
        let chain = [note(1, "a"), note(2, "b", replaces: 1), note(3, "c", replaces: 2)]
        #expect(standing(chain + [retraction(4, of: 3)]).texts == ["b"])
        // The last of a chain still stands for the first where the middle is taken back.
        #expect(standing(chain + [retraction(4, of: 2)]).texts == ["c"])
        #expect(standing(chain + [retraction(4, of: 1)]).texts == ["c"])
    }

    @Test func twoCorrectionsAreAConflictUntilOneIsTakenBack() {
        let both = [note(1, "a"), note(2, "b", replaces: 1), note(3, "c", replaces: 1)]
        let found = standing(both)
        #expect(found.texts == ["c"])
        #expect(found.conflicts == [.twoCorrections])
        let solved = standing(both + [retraction(4, of: 3)])
        #expect(solved.texts == ["b"] && solved.conflicts.isEmpty)
        // A correction of the one that lost does not bring it back beside the other.
        let more = standing(both + [note(4, "d", replaces: 2)])
        #expect(more.texts == ["d"] && more.conflicts == [.twoCorrections])
    }

    @Test func oneIDWithTwoContentsIsAConflict() {
        let found = standing([note(1, "56 mg"), note(1, "84 mg")])
        #expect(found.texts.count == 1 && found.conflicts == [.oneID])
        #expect(standing([note(1, "56 mg"), note(1, "56 mg")]).conflicts.isEmpty)
    }

    @Test func ringsEnd() {
        #expect(standing([note(1, "a", replaces: 2), note(2, "b", replaces: 1)]).texts == ["b"])
        let ring = [note(1, "a", replaces: 3), note(2, "b", replaces: 1), note(3, "c", replaces: 2)]
        #expect(standing(ring).texts == ["c"])
        #expect(standing(ring + [note(4, "d", replaces: 1)]).texts == ["d"])
        #expect(standing([note(1, "a", replaces: 1)]).texts == ["a"])
        // Two retractions that name each other: the later one counts.
        let mutual = [note(1, "a"), retraction(2, of: 3), retraction(3, of: 2)]
        #expect(standing(mutual).texts == ["a"])
        #expect(RecordStanding(mutual).state(of: id(2)) == .retracted)
    }

    /// Random histories of corrections and retractions, in random orders and with records that come twice.
    @Test func noOrderOfArrivalMatters() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let count = random.int(2...14)
            let records = (1...count).map { number in
                switch random.int(0...3) {
                case 0: retraction(number, of: random.int(1...count))
                case 1: note(number, "n\(number)", replaces: random.int(1...count))
                default: note(number, "n\(number)")
                }
            }
            let first = RecordStanding(records)
            for _ in 0..<6 {
                let again = (0..<random.int(0...3)).map { _ in random.pick(records) }
                #expect(RecordStanding((records + again).shuffled(using: &random)) == first)
            }
            // Every record is somewhere: it stands, was corrected, or was taken back.
            let current = Set(first.current.map(\.frame.id))
            for record in records {
                #expect((first.state(of: record.frame.id) == .current) == current.contains(record.frame.id))
            }
        }
    }

    @Test func aSessionHeldTwiceAndANightLoggedTwiceAreConflicts() throws {
        let person = try #require(PersonID("ada"))
        let date = try #require(CivilDate("2026-11-03"))
        func night(_ number: Int, _ quality: Int) -> Record {
            var night = Night(date: date, zone: .utc)
            night.quality = quality
            return record(number, .night(night))
        }
        func session(_ number: Int, _ amount: Double) -> Record {
            record(number, .session(Session(planned: "s1", status: .done, dose: Dose(amount, .milligrams))))
        }
        let records = [night(1, 2), night(2, 4), session(3, 56), session(4, 84)]
        let kinds = PersonHistory(id: person, records: records).conflicts.map(\.kind)
        #expect(kinds == [.sessionDoneTwice, .nightTwice])
        let solved = PersonHistory(
            id: person, records: records + [retraction(5, of: 3), retraction(6, of: 1)])
        #expect(solved.conflicts.isEmpty)
    }
}
