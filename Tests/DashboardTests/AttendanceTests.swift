// Forms about a person of a large store, whose history is read only when it is asked for.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct AttendanceTests {
    private let context = Context(
        size: Size(columns: 100, rows: 30), now: Moment(nanoseconds: 0),
        wall: OffsetInstant("2026-11-22T12:00:00-05:00") ?? OffsetInstant(Instant(seconds: 0), in: .utc))

    /// A store of two of whom only what the cohort's pages know is at hand.
    private func model() throws -> (DashboardModel, StoreSnapshot.Person, [CohortMember]) {
        let care = CheckInEvening.care
        var people: [StoreSnapshot.Person] = []
        for id in ["a", "b"] {
            let person = try #require(SamplePerson(id, zone: .utc, details: PersonDetails(name: id)))
            people.append(StoreSnapshot.Person(history: person.history(), zone: .utc))
        }
        let members = people.map { person in
            CohortMember(
                CohortSubject(
                    person.history, zone: .utc, now: context.wall.instant, instruments: care.instruments,
                    rules: care.rules))
        }
        var model = DashboardModel(settings: DashboardSettings(care: care))
        _ = model.update(.loaded(StoreSnapshot(members: members)), in: context)
        return (model, people[0], members)
    }

    @Test(arguments: ["k", "f"]) func itOpensOnceTheHistoryIsThere(key: Character) throws {
        var (model, person, members) = try model()
        let effects = model.update(.key(.character(key)), in: context)
        #expect(effects.contains(.read(person.history.id)))
        #expect(!model.hasForm && model.pages.isEmpty && model.mode(in: context.size) == .cohort)
        _ = model.update(.loaded(StoreSnapshot(people: [person], members: members)), in: context)
        #expect(model.mode(in: context.size) == (key == "k" ? .form : .flags))
        #expect(model.opened == nil && model.person?.history.id == person.history.id)
        #expect(model.shownPerson == nil)
        _ = model.update(.key(.escape), in: context)
        #expect(model.attended == nil && model.person == nil)
        #expect(model.mode(in: context.size) == .cohort)
    }

    /// Whoever is opened meanwhile gets no form of another's.
    @Test func openingSomeoneForgetsWhatWasToCome() throws {
        var (model, person, members) = try model()
        _ = model.update(.key(.character("k")), in: context)
        _ = model.update(.key(.enter), in: context)
        _ = model.update(.loaded(StoreSnapshot(people: [person], members: members)), in: context)
        #expect(!model.hasForm && model.mode(in: context.size) == .tonight)
    }

    @Test func nothingIsWrittenWhereTheDashboardOnlyReads() throws {
        var settings = DashboardSettings(isReadOnly: true, care: CheckInEvening.care)
        settings.storeName = "Ward 3"
        let (_, person, members) = try model()
        var model = DashboardModel(settings: settings)
        _ = model.update(.loaded(StoreSnapshot(people: [person], members: members)), in: context)
        _ = model.update(.key(.character("k")), in: context)
        #expect(!model.hasForm && model.attended == nil)
        #expect(model.notice?.text.contains("read only") == true)
    }
}
