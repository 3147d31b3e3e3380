// Every screen in each of its states, at the four sizes that people have, drawn in Unicode and in ASCII.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

/// A screen as a person comes upon it.
struct ScreenState: Sendable, CustomTestStringConvertible {
    enum Who: Sendable {
        case ada
        /// A person of whom nothing is known but the plan for the night.
        case newcomer
        case cohort
        case nobody
    }

    var name: String
    var who = Who.ada
    var now = "2026-11-22T18:14:00-05:00"
    /// Typed one after the other; keys without a sign have a name of their own.
    var keys: [String] = []
    /// True for a page that has nothing to choose on it.
    var isToRead = false

    var testDescription: String { name }

    static let all: [ScreenState] = [
        ScreenState(name: "tonight-day"),
        ScreenState(name: "tonight-morning", now: "2026-11-23T07:10:00-05:00"),
        ScreenState(name: "tonight-before-bed", now: "2026-11-22T21:30:00-05:00"),
        ScreenState(
            name: "tonight-after-a-session", now: "2026-11-19T21:30:00-05:00", keys: ["right", "right"]),
        ScreenState(name: "tonight-first-day", who: .newcomer),
        ScreenState(name: "tonight-after-the-course", now: "2026-12-20T15:00:00-05:00"),
        ScreenState(name: "night", now: "2026-11-23T02:40:00-05:00", keys: ["down"]),
        ScreenState(
            name: "night-dark", now: "2026-11-22T22:50:00-05:00", keys: ["esc", "g"], isToRead: true),
        ScreenState(name: "calendar-week", keys: ["2", "left", "left", "left"]),
        ScreenState(name: "calendar-without-course", who: .newcomer, keys: ["2"]),
        ScreenState(name: "day", keys: ["2", "left", "left", "left", "enter"], isToRead: true),
        ScreenState(name: "session-moved", keys: ["2", "right", "s", "up", "right"]),
        ScreenState(name: "session-held", keys: ["2", "up", "right", "s"]),
        ScreenState(name: "habits", keys: ["h", "8", ":", "1", "5", " ", "9", "0", "enter", "y"]),
        ScreenState(name: "habits-refused", keys: ["h", "x", "ctrl-s"]),
        ScreenState(name: "mood", keys: ["a", "enter", "6"]),
        ScreenState(name: "yours", keys: ["a", "down", "down", "down", "down"]),
        ScreenState(name: "leaving", keys: ["h", "8", "esc"], isToRead: true),
        ScreenState(name: "help-on-calendar", keys: ["2", "?"], isToRead: true),
        ScreenState(name: "command-line", keys: [":", "l", "o", "g", " ", "m"]),
        ScreenState(name: "cohort-of-four", who: .cohort, keys: ["down"]),
        ScreenState(name: "cohort-without-names", who: .cohort, keys: ["P"]),
        ScreenState(name: "nobody", who: .nobody, isToRead: true),
    ]

    /// Plays the state on a dashboard of its own, and returns the picture.
    func canvas(at size: Size) throws -> Canvas {
        let evening = try Evening(
            now, zone: "America/New_York",
            settings: DashboardSettings(
                programmes: SampleProgrammes.all,
                protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3"))
        switch who {
        case .ada: try evening.add(try Ada.person(zone: evening.zone))
        case .newcomer:
            let details = PersonDetails(name: "Ada Lovell", zone: evening.zone.name)
            try evening.add(try #require(SamplePerson("ada", zone: evening.zone, details: details)))
        case .cohort:
            for number in 0..<4 {
                try evening.add(
                    try Ada.person(
                        zone: evening.zone, id: "person-\(number)", name: "Person Number \(number)"),
                    as: "sample-\(number)")
            }
        case .nobody: break
        }
        for key in keys { evening.script.press(try #require(Self.key(key))) }
        evening.script.picture("state")
        try evening.run(size.columns, size.rows)
        return try #require(evening.script.pictures["state"])
    }

    private static func key(_ name: String) -> Key? {
        switch name {
        case "up": .up
        case "down": .down
        case "left": .left
        case "right": .right
        case "enter": .enter
        case "esc": .escape
        case "ctrl-s": .control("s")
        default: name.count == 1 ? name.first.map { .character($0) } : nil
        }
    }
}

@Suite struct ScreenStateTests {
    static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    @Test(arguments: ScreenState.all) func isDrawnAtEverySize(_ state: ScreenState) throws {
        for size in Self.sizes {
            let canvas = try state.canvas(at: size)
            let name = "state-\(state.name)-\(size.columns)x\(size.rows)"
            Golden.expect(Golden.text(canvas), name)
            let plain = canvas.inASCII().lines.map { "|" + $0 + "\n" }.joined()
            #expect(plain.utf8.allSatisfy { $0 < 0x7f }, "\(name)")
            Golden.expect(plain, name + "-ascii")
        }
    }

    /// Braille displays and screen readers follow the terminal's cursor, so it rests on what the next key
    /// acts on, which a sign marks as well as a colour.
    @Test(arguments: ScreenState.all) func theCursorRestsOnWhatIsChosen(_ state: ScreenState) throws {
        for size in Self.sizes {
            let canvas = try state.canvas(at: size)
            #expect(canvas.bounds.contains(column: canvas.focus.column, row: canvas.focus.row))
            guard !state.isToRead else { continue }
            let line = canvas.lines[canvas.focus.row]
            #expect(line.contains("▸") || canvas.showsCursor, "\(state.name) at \(size): \(line)")
        }
    }
}
