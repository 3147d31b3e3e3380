// What happens to the store behind the dashboard's back is said, and records that disagree are not hushed up.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import JournalStore
import TestKit
import Testing

@Suite struct StoreNewsTests {
    private func evening() throws -> (Evening, PersonID) {
        let evening = try Evening("2026-11-22T08:10:00-05:00", zone: "America/New_York")
        let person = try #require(
            SamplePerson("person-0", zone: evening.zone, details: PersonDetails(name: "Person 0")))
        try evening.add(person, as: "clinic-1")
        return (evening, person.id)
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func night(_ evening: Evening, _ quality: Int, replaces: RecordID? = nil) throws -> RecordDraft {
        var night = Night(date: try #require(CivilDate("2026-11-22")), zone: evening.zone)
        night.quality = quality
        return RecordDraft(.night(night), replaces: replaces)
    }

    @Test func aJournalThatShrankIsSaid() throws {
        let (evening, id) = try evening()
        let path = "/store/people/\(id)/other-1.jsonl"
        var other = try evening.open(as: "other-1")
        _ = try other.append(
            [night(evening, 2)], to: id, by: "kim", now: evening.clock.wall())
        evening.script.elsewhere { [files = evening.files] in files.put("", at: path) }
        evening.script.advance(.seconds(3))
        evening.script.picture("after")
        try evening.run(100, 30)
        #expect(
            try text(evening, "after").contains("other-1.jsonl has become shorter, so it was read afresh."))
    }

    @Test func recordsThatDisagreeAreSaidUntilOneIsTakenBack() throws {
        let (evening, id) = try evening()
        var (one, two) = (try evening.open(as: "one-1"), try evening.open(as: "two-1"))
        let now = evening.clock.wall()
        let first = try #require(one.append([night(evening, 2)], to: id, by: "kim", now: now).first)
        _ = try one.append([night(evening, 3, replaces: first.id)], to: id, by: "kim", now: now)
        let last = try #require(
            two.append([night(evening, 4, replaces: first.id)], to: id, by: "zoe", now: now).first)
        evening.script.picture("disagree")
        evening.script.elsewhere {
            let draft = RecordDraft(.retraction(of: last.id, why: "a mistake"))
            #expect(throws: Never.self) { try two.append([draft], to: id, by: "zoe", now: now) }
        }
        evening.script.advance(.seconds(3))
        evening.script.picture("solved")
        try evening.run(100, 30)
        #expect(
            try text(evening, "disagree").contains("one record was corrected twice: lull status names them"))
        #expect(!(try text(evening, "solved").contains("corrected twice")))
    }
}
