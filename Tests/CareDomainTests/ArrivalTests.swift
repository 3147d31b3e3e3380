// Whatever order records arrive in, and however often, they come to one history.

import CareDomain
import TestKit
import Testing

@Suite struct ArrivalTests {
    /// Random records of every kind, corrections and retractions among them.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func noOrderOfArrivalMatters(_ seed: UInt64) throws {
        let person = try #require(PersonID("ada"))
        var records = RandomRecords(seed: seed)
        var random = SeededGenerator(seed: seed &+ 99)
        var all: [Record] = []
        for number in 1...40 {
            var record = records.record(random.int(0...(RandomRecords.kinds - 1)))
            record.frame.sequence = number
            record.frame.replaces =
                random.once(in: 4) ? all.filter { $0.body.kind == record.body.kind }.last?.frame.id : nil
            if random.once(in: 8), let target = all.shuffled(using: &random).first {
                record.body = .retraction(of: target.frame.id, why: "x")
            }
            all.append(record)
        }
        let now = OffsetInstant("2060-01-01T00:00:00Z")?.instant
        let whole = PersonHistory(id: person, records: all)
        let sofar = PersonHistory(id: person, records: all, now: now)
        for _ in 0..<8 {
            let again = (0..<random.int(0...10)).map { _ in random.pick(all) }
            let arrived = (all + again).shuffled(using: &random)
            #expect(PersonHistory(id: person, records: arrived) == whole)
            #expect(PersonHistory(id: person, records: arrived, now: now) == sofar)
        }
    }
}
