// Every screen over a store whose texts are payloads: each cell holds what a terminal draws in it, and each
// row is as wide as the window.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct PayloadScreenTests {
    /// Every third payload in each window, and in the large one those that take an unusual room.
    private static func size(_ payload: Payload) -> Size {
        let sizes = [
            Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 140, rows: 45),
        ]
        let index = Payload.all.firstIndex { $0.name == payload.name } ?? 0
        return ["zero width", "marks", "return"].contains(payload.name) ? sizes[2] : sizes[index % 3]
    }

    /// A dashboard that is told of events one by one, and looked at after each.
    private struct Look {
        var model: DashboardModel
        var context: Context
        let name: String

        mutating func take(_ event: Event, location: SourceLocation = #_sourceLocation) {
            _ = model.update(event, in: context)
            let faults = canvas.faults
            #expect(faults == [], "\(name), after \(event)", sourceLocation: location)
        }

        mutating func press(_ keys: Key...) { for key in keys { take(.key(key)) } }
        mutating func press(_ letters: String) { for letter in letters { take(.key(.character(letter))) } }

        mutating func advance(seconds: Int) {
            context.now = context.now + .seconds(seconds)
            take(.tick)
        }

        var canvas: Canvas { model.draw(in: context) }
        var text: String { canvas.lines.joined(separator: "\n") }
    }

    private func person(_ id: String, _ text: String) throws -> StoreSnapshot.Person {
        let zone = Zone(name: text, offsetSeconds: 0)
        let clock = ClockTime(typed: "22:45") ?? .midnight
        let details = PersonDetails(
            name: text, zone: text, bornYear: 1980, conditions: [text], cautions: [text],
            target: SleepTarget(bed: clock, rise: ClockTime(typed: "06:30") ?? .midnight))
        var person = try #require(SamplePerson(id, zone: zone, details: details))
        let start = try #require(CivilDate("2026-11-02"))
        func at(_ day: Int, _ clock: String) -> OffsetInstant {
            let civil = CivilTime(start.adding(days: day), ClockTime(typed: clock) ?? .midnight)
            return OffsetInstant(zone.instant(civil), in: zone)
        }
        let plan = [1, 17, 24].map { day in
            Course.PlannedSession(id: "\(text)\(day)", at: at(day, "14:00"), dose: Dose(84, .milligrams))
        }
        let course = Course(protocolName: text, start: start, weeks: 6, plan: plan, why: text)
        person.add(.course(course), at: at(0, "8:00").instant)
        let held = Session(
            planned: "\(text)17", status: .done, start: at(17, "14:05"), events: [.init(what: text)],
            observer: text, note: text)
        person.add(.session(held), at: at(17, "15:00").instant)
        for day in 1..<20 {
            var night = Night(date: start.adding(days: day), zone: zone)
            night.intoBed = at(day - 1, "22:30").instant
            night.outOfBed = at(day, "6:40").instant
            night.quality = 3
            (night.medication, night.comment, night.vendor) = (text, text, text)
            person.add(.night(night), at: at(day, "7:00").instant, source: day % 3 == 0 ? text : nil)
        }
        for programme in [text, "resonance"] {
            let practice = Practice(
                programme: programme, start: at(17, "21:00"), seconds: 600, completed: true)
            person.add(.practice(practice), at: at(17, "21:10").instant)
        }
        person.add(.note(Note(text: text, about: text, to: text)), at: at(17, "21:20").instant)
        return StoreSnapshot.Person(history: person.history(), zone: zone)
    }

    private func settings(_ text: String) -> DashboardSettings {
        let programme = RelaxationProgramme(
            name: text, title: text, family: .breathing, summary: text, cautions: [], source: text,
            body: .breathing(
                phases: [
                    BreathPhase(phase: .breatheIn, milliseconds: 4000, text: text),
                    BreathPhase(phase: .breatheOut, milliseconds: 6000, text: text),
                ], cycles: 6))
        return DashboardSettings(
            programmes: [programme] + SampleProgrammes.all, protocolTitles: [text: text], storeName: text)
    }

    private func look(_ name: String, _ text: String, _ size: Size) throws -> Look {
        let wall = try #require(OffsetInstant("2026-11-21T18:14:00Z"))
        let context = Context(size: size, now: Moment(nanoseconds: 1), wall: wall)
        var look = Look(model: DashboardModel(settings: settings(text)), context: context, name: name)
        let people = [try person("ada", text), try person("kim", text)]
        look.take(.loaded(StoreSnapshot(people: people)))
        return look
    }

    @Test(arguments: Payload.all)
    func everyScreenIsSafeAndWhole(payload: Payload) throws {
        let text = payload.repaired
        var look = try look(payload.name, text, Self.size(payload))
        look.press(.down)
        look.press("ssss")
        look.press(.enter)
        look.press("2")
        look.press(.left, .left, .up, .home, .right, .end)
        look.press("3")
        look.press(.up, .up)
        look.press("]mmm[")
        look.press("4")
        look.press(.down, .up, .enter)
        look.press("5")
        look.advance(seconds: 3)
        look.press(" zzq")
        look.press(.enter, .escape)
        look.press("1?")
        look.press(.down, .escape)
        try typeIntoForm(&look, text)
        look.take(.appended(ticket: 99, .failure(AppendRefusal(sentence: text))))
        look.advance(seconds: 60)
        for problems in [[text], [text, text]] {
            let people = [try person("ada", text)]
            look.take(.loaded(StoreSnapshot(people: people, problems: problems)))
            look.press("1234")
        }
    }

    /// Pasted into every line of the form, and saved in vain.
    private func typeIntoForm(_ look: inout Look, _ text: String) throws {
        look.press("l")
        for _ in 0..<14 {
            look.take(.pasted(text))
            look.press(.enter)
        }
        look.press(.control("s"))
        for _ in 0..<14 { look.press(.up, .backspace) }
        look.take(.pasted(String(repeating: text, count: 8)))
        look.press(.escape)
        look.press("y")
    }

    @Test(arguments: Payload.texts.filter { $0.name != "marks" }.map(\.name))
    func theNoteOfASessionShowsBothDoses(name: String) throws {
        let payload = try #require(Payload.all.first { $0.name == name })
        var look = try look(payload.name, payload.repaired, Size(columns: 140, rows: 45))
        look.press(.enter)
        look.press("2")
        look.press(.left, .left)
        #expect(Payload.showsBothDoses(look.text), "\(look.text)")
    }
}
