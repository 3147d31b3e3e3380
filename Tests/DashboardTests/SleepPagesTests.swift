// The five pages of the Sleep screen: how they look, and what zooming, moving and opening do.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct SleepPagesTests {
    private static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]
    private static let pages = ["raster", "trend", "session-nights", "stages", "helps"]

    private func evening(_ person: ((Zone) throws -> SamplePerson)? = AdaWithDevice.person) throws -> Evening
    {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(
                programmes: SampleProgrammes.all, care: CareKnowledge(instruments: [AdaWithDevice.phq9])))
        if let person { try evening.add(try person(evening.zone)) }
        return evening
    }

    private func picture(
        _ evening: Evening, _ size: Size = Size(columns: 100, rows: 30), tier: ChartTier = .braille,
        _ keys: (Script) -> Void
    ) throws -> Canvas {
        keys(evening.script)
        evening.script.picture("end")
        try evening.run(size.columns, size.rows, tier: tier)
        return try #require(evening.script.pictures["end"])
    }

    private func lines(_ keys: (Script) -> Void) throws -> [String] {
        try picture(try evening()) { keys($0) }.lines
    }

    private func page(_ number: Int) -> String { "3" + String(repeating: "]", count: number) }

    @Test(arguments: sizes) func pages(size: Size) throws {
        for (number, name) in Self.pages.enumerated() {
            let canvas = try picture(try evening(), size) { script in
                script.press(page(number))
                script.press(.up, .up)
            }
            #expect(canvas.faults.isEmpty)
            Golden.expect(Golden.text(canvas), "sleep-\(name)-\(size.columns)x\(size.rows)")
        }
    }

    @Test func inASCII() throws {
        for (number, name) in Self.pages.enumerated() {
            let canvas = try picture(
                try evening(), Size(columns: 80, rows: 24), tier: .ascii
            ) { $0.press(page(number)) }
            let text = canvas.inASCII().lines.joined(separator: "\n") + "\n"
            #expect(text.utf8.allSatisfy { $0 < 0x7F })
            #expect(!text.contains("??"))
            Golden.expect(text, "sleep-\(name)-ascii-80x24")
        }
    }

    @Test func moodAndNightmares() throws {
        let mood = try picture(try evening()) { $0.press(page(1) + "mmmmmmm") }
        Golden.expect(Golden.text(mood), "sleep-mood-100x30")
        let nightmares = try lines { $0.press(page(1) + "mmmmmm") }
        #expect(nightmares.contains { $0.contains("Nightmares, how many") })
        #expect(nightmares.contains { $0.contains("No night tells this yet.") })
    }

    @Test func zoomed() throws {
        for (number, name) in [(0, "raster"), (1, "trend"), (3, "stages"), (4, "helps")] {
            let canvas = try picture(try evening()) { $0.press(page(number) + "++") }
            Golden.expect(Golden.text(canvas), "sleep-\(name)-zoomed-100x30")
        }
    }

    @Test func everyPageSaysWhatWillBeThere() throws {
        func bare(_ zone: Zone) throws -> SamplePerson {
            try #require(SamplePerson("ada", zone: zone, details: PersonDetails(name: "Ada")))
        }
        var text = ""
        for number in Self.pages.indices {
            let canvas = try picture(try evening(bare), Size(columns: 80, rows: 24)) {
                $0.press(page(number))
            }
            text += canvas.lines.joined(separator: "\n") + "\n"
        }
        // Nights of a diary alone, without habits and ratings.
        for number in [3, 4] {
            let canvas = try picture(
                try evening { try Ada.person(zone: $0) }, Size(columns: 80, rows: 24)
            ) { $0.press(page(number)) }
            text += canvas.lines.joined(separator: "\n") + "\n"
        }
        Golden.expect(text, "sleep-empty-80x24")
    }

    @Test func zoomingGoesInStepsAroundTheChosenNight() throws {
        let keys = ["+", "+", "+", "+", "-", "-", "-"]
        let counts = ["28 of 37", "14 of 37", "7 of 37", "7 of 37", "14 of 37", "28 of 37"]
        for (index, count) in counts.enumerated() {
            let shown = try lines { $0.press(page(1) + keys.prefix(index + 1).joined()) }
            #expect(shown[2].contains(count + " nights"), "\(index): \(shown[2])")
        }
        let all = try lines { $0.press(page(1) + keys.joined()) }
        #expect(!all[2].contains(" of 37"))
        let back = try lines { script in
            script.press(page(1) + "+++")
            script.press(.home)
        }
        #expect(back[2].contains("17 Oct – 23 Oct"))
    }

    @Test func theChosenNightIsToldInWords() throws {
        let last = try lines { $0.press("3") }
        #expect(last.contains { $0.contains("▸ Night to Sun 22 Nov") && $0.contains("asleep 7 h 02 m") })
        let third = try lines { script in
            script.press("3")
            script.press(.up, .up)
        }
        #expect(
            third.contains { $0.contains("▸ Night to Fri 20 Nov") && $0.contains("● session") })
        let unknown = try lines { script in
            script.press("3")
            script.press(.pageUp, .down, .down, .down, .down, .down, .down)
        }
        #expect(unknown.contains { $0.contains("Night to Sat 14 Nov") && $0.contains("not logged") })
        let today = try lines { script in
            script.press("3")
            script.press(.up, .up)
            script.press("t")
        }
        #expect(today.contains { $0.contains("▸ Night to Sun 22 Nov") })
    }

    @Test func enterOpensTheCalendarOnTheDayOfTheNight() throws {
        let shown = try lines { script in
            script.press("3")
            script.press(.up, .up, .enter)
        }
        // The night to Friday began on Thursday evening.
        #expect(shown.contains { $0.contains("Thu 19 Nov") || $0.contains("Thursday 19 November") })
        #expect(shown.contains { $0.contains("week 4") || $0.contains("W4") })
    }

    @Test func theFactorsTakeTurns() throws {
        let first = try lines { $0.press(page(4)) }
        let second = try lines { $0.press(page(4) + "m") }
        #expect(first.contains { $0.contains("Relaxation practised in the evening") })
        #expect(second.contains { $0.contains("Wind-down") })
        #expect(first.contains { $0.contains("does not show what caused it") })
    }

    @Test func stagesComeWithTheirCaution() throws {
        for size in Self.sizes {
            let lines = try picture(try evening(), size) { $0.press(page(3)) }.lines
            let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(text.contains("Guessed by fitbit from movement and pulse;"), "\(size)")
            #expect(text.contains("may be the device's."), "\(size)")
            #expect(!text.contains("because") && !text.contains("than on"))
        }
    }

    @Test func theNewFiguresAreExplained() throws {
        let stages = try picture(try evening(), Size(columns: 100, rows: 60)) { $0.press(page(3) + "i") }
        #expect(stages.lines.contains { $0.contains("REM sleep") })
        let helps = try picture(try evening(), Size(columns: 100, rows: 60)) { $0.press(page(4) + "i") }
        for title in ["With and without", "Rating of a day", "Total without its sleep item"] {
            #expect(helps.lines.contains { $0.contains(title) }, "\(title)")
        }
    }
}
