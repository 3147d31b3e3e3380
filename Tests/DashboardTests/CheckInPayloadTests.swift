// The check-ins and someone to call over texts that are payloads: a form, its wording, contacts, a plan.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CheckInPayloadTests {
    private func person(_ text: String) throws -> StoreSnapshot.Person {
        let zone = Zone(name: text, offsetSeconds: 0)
        let details = PersonDetails(name: text, conditions: [text, "depression"])
        var person = try #require(SamplePerson("ada", zone: zone, details: details))
        let at = try #require(OffsetInstant("2026-11-01T09:00:00Z")).instant
        person.add(.contact(Contact(name: text, phone: text, role: text, when: text)), at: at)
        person.add(.clinic(Clinic(name: text, phone: text, hours: text, crisis: text)), at: at)
        let hours = CarePlan.BadHours(
            signs: [text], helps: [text, text], people: [text], places: [text], safer: [text])
        person.add(.plan(CarePlan(badHours: hours)), at: at)
        for (name, answers) in [("mood", [1, 2]), (text, [3])] {
            person.add(.checkIn(CheckIn(instrument: name, answers: answers)), at: at)
        }
        return StoreSnapshot.Person(history: person.history(), zone: zone)
    }

    private func care(_ text: String) -> CareKnowledge {
        var mood = CheckInEvening.mood
        mood.title = text
        mood.about = text
        mood.form = text
        mood.items[1].place = text
        mood.conditions = ["any"]
        mood.bands = [.init(range: 0...3, word: text), .init(range: 4...6, word: text)]
        mood.concerns = [.init(items: [2], from: 1, urgency: .sameDay)]
        let item = Wording.Item(text: text + " " + text, answers: [text, text, text, text])
        let wording = Wording(instrument: "mood", intro: text, items: [item, item], source: text)
        let line = CrisisLine(name: text, phone: text, hours: nil, source: text, checked: nil)
        let place = CrisisPlace(country: text, zones: [text], emergency: text, lines: [line, line])
        return CareKnowledge(
            instruments: [mood], wordings: ["mood": wording], crisisPlaces: [place], systemZone: text)
    }

    @Test(arguments: Payload.all)
    func nothingOfATextReachesTheTerminalRaw(payload: Payload) throws {
        let text = payload.repaired
        let sizes = [(60, 18), (80, 24), (140, 45)]
        let (columns, rows) = sizes[(Payload.all.firstIndex { $0.name == payload.name } ?? 0) % 3]
        let wall = try #require(OffsetInstant("2026-11-21T12:14:00Z"))
        let context = Context(
            size: Size(columns: columns, rows: rows), now: Moment(nanoseconds: 1), wall: wall)
        for wordings in [true, false] {
            var knowledge = care(text)
            if !wordings { knowledge.wordings = [:] }
            var model = DashboardModel(settings: DashboardSettings(care: knowledge))
            func take(_ event: Event) {
                _ = model.update(event, in: context)
                #expect(model.draw(in: context).faults == [], "\(payload.name), after \(event)")
            }
            take(.loaded(StoreSnapshot(people: [try person(text)])))
            for key: Key in [
                .character("5"), .character("i"), .escape, .enter, .character("2"), .pasted, .character("1"),
                .down, .up, .character("k"), .pageDown, .escape, .character("?"), .escape, .enter, .escape,
            ] { take(.key(key)) }
            take(.pasted(text))
            take(.appended(ticket: 1, .failure(AppendRefusal(sentence: text))))
        }
    }
}

extension Key {
    /// A key that the form of a check-in does not know.
    fileprivate static var pasted: Key { .function(9) }
}
