// What the figures are: the page over every screen, and the Sleep page on session nights.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct FiguresTests {
    private func evening(
        _ now: String = "2026-11-22T18:14:00-05:00", people: Int = 1, ada: Bool = true
    ) throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all, storeName: "Ward 3"))
        if ada { try evening.add(try Ada.person(zone: evening.zone)) }
        for number in 1..<max(1, people) {
            try evening.add(
                try Ada.person(zone: evening.zone, id: "person-\(number)", name: "Person \(number)"),
                as: "sample-2")
        }
        return evening
    }

    /// The picture after some keys, as lines.
    private func lines(
        _ evening: Evening, at size: Size = Size(columns: 100, rows: 60), _ keys: (Script) -> Void
    ) throws -> [String] {
        keys(evening.script)
        evening.script.picture("end")
        try evening.run(size.columns, size.rows)
        return try #require(evening.script.pictures["end"]).lines
    }

    private func titles(_ lines: [String]) -> [String] {
        FigureNote.all.map(\.title).filter { title in
            lines.contains { $0.trimmingPrefix(while: { $0 == " " }) == title }
        }
    }

    @Test func everyScreenExplainsWhatItShows() throws {
        for (keys, title) in [
            ("1i", "Mean by night"), ("2i", "Efficiency, pooled"), ("3i", "Regularity index"),
            ("3]i", "Efficiency"), ("3]mmmmi", "Quality, 1 to 5"), ("3]]i", "Session nights, compared"),
        ] {
            let shown = try lines(evening()) { $0.press(keys) }
            #expect(shown.contains { $0.contains("What these figures are") }, "\(keys)")
            #expect(titles(shown).contains(title), "\(keys): \(titles(shown))")
            #expect(shown.contains { $0.contains("Source: ") })
        }
        let cohort = try lines(evening(people: 3)) { $0.press("i") }
        #expect(titles(cohort).contains("Change of efficiency"))
    }

    @Test func aFigureThatIsNotShownIsNotExplained() throws {
        // A page of the trend has one measure, and the raster has no session nights.
        #expect(!titles(try lines(evening()) { $0.press("3]i") }).contains("Asleep"))
        #expect(!titles(try lines(evening()) { $0.press("3i") }).contains("Session nights, compared"))
        // In the evening no figure of a past night stands on Tonight.
        let night = try lines(evening("2026-11-22T21:30:00-05:00")) { $0.press("i") }
        #expect(titles(night).isEmpty)
        #expect(night.contains { $0.contains("In the evening no figure of a past night stands here.") })
        #expect(try lines(evening()) { $0.press("4i") }.contains { $0.contains("There is no figure") })
    }

    @Test func theKeyThatOpensItAndEscapeCloseIt() throws {
        for key in [Key.character("i"), .escape, .character("q"), .enter] {
            let shown = try lines(evening()) {
                $0.press("3i"); $0.press(key)
            }
            #expect(!shown.contains { $0.contains("What these figures are") })
            #expect(shown.contains { $0.contains("When do I sleep?") })
        }
    }

    @Test func itScrollsToItsLastLine() throws {
        let small = Size(columns: 80, rows: 24)
        let bottom = try lines(evening(), at: small) {
            $0.press("3i"); $0.press(.end)
        }
        let note = try #require(FigureNote.of("regularityDays"))
        #expect(bottom.contains { $0.contains(note.source) })
        let back = try lines(evening(), at: small) {
            $0.press("3i"); $0.press(.end, .home)
        }
        #expect(back.contains { $0.contains("Asleep") } && back.contains { $0.contains("1–15 of ") })
        // Help goes as far.
        let help = try lines(evening(), at: small) {
            $0.press("2?"); $0.press(.end)
        }
        #expect(help.contains { $0.contains("the nights before the first session") })
    }

    @Test func inAWindowThatIsTooSmallTheKeyDrawsAnyway() throws {
        let tiny = Size(columns: 59, rows: 17)
        let shown = try lines(evening(), at: tiny) { $0.press("i") }
        #expect(!shown.contains { $0.contains("too small") || $0.contains("What these figures are") })
        let second = try lines(evening(), at: tiny) { $0.press("3ii") }
        #expect(second.contains { $0.contains("What these figures are") })
    }

    // MARK: Session nights

    @Test func theMeasuresGoRoundFromTheNamedOne() throws {
        let first = try lines(evening()) { $0.press("3]]") }
        #expect(first.contains { $0.contains("To fall asleep  named at the start") })
        let second = try lines(evening()) { $0.press("3]]m") }
        #expect(second.contains { $0.contains("Times awake  looked at as well") })
        let around = try lines(evening()) { $0.press("3]]mmmmmm") }
        #expect(around.contains { $0.contains("named at the start") })
    }

    @Test func beforeTheFirstSessionThePageSaysWhatWillBeHere() throws {
        let evening = try evening(ada: false)
        var person = try #require(SamplePerson("new", zone: evening.zone))
        try person.night("2026-11-21", bed: "23:00", try: "23:00", sol: "20", woke: "06:30", up: "07:00")
        try evening.add(person)
        let shown = try lines(evening) { $0.press("3]]") }
        #expect(shown.contains { $0.contains("The nights after sessions will stand here") })
        #expect(shown.contains { $0.contains("lull session done") })
    }

    @Test func aDailyDoseIsNotComparable() throws {
        let evening = try evening(ada: false)
        var person = try #require(SamplePerson("daily", zone: evening.zone))
        let first = try #require(CivilDate("2026-11-01"))
        for day in 0..<20 {
            person.session("\(first.adding(days: day))T09:00")
            try person.night(
                first.adding(days: day + 1).description, bed: "23:00", try: "23:00", sol: "20", woke: "06:30",
                up: "07:00")
        }
        try evening.add(person)
        let shown = try lines(evening) { $0.press("3]]") }
        #expect(shown.contains { $0.contains("Every night is a session night; not comparable.") })
        #expect(!shown.contains { $0.contains("interval") })
    }
}
