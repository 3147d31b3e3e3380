// What the relaxation screens show, at the sizes that people have, with the programmes that ship.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

@Suite struct RelaxGoldenTests {
    static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    private func canvas(
        _ size: Size, asked: Bool = true, session: Bool = false, tier: ChartTier = .braille,
        _ play: (Script) throws -> Void
    ) throws -> Canvas {
        var settings = DashboardSettings(programmes: Shipped.programmes)
        settings.voice = VoiceSettings(leadMilliseconds: 120)
        let evening = try Evening(
            "2026-11-22T17:14:00-05:00", zone: "America/New_York", settings: settings)
        let details = PracticePerson(wasAsked: asked).noted(in: PersonDetails(name: "Ada"))
        var person = try #require(SamplePerson("ada", zone: evening.zone, details: details))
        if session { person.session("2026-11-22T14:05") }
        try evening.add(person)
        evening.script.press("24")
        try play(evening.script)
        evening.script.picture("it")
        try evening.run(size.columns, size.rows, tier: tier)
        return try #require(evening.script.pictures["it"])
    }

    private func choose(_ name: String, _ script: Script) throws {
        let place = try #require(Shipped.programmes.firstIndex { $0.name == name })
        for _ in 0..<place { script.press(.down) }
        script.press(.enter)
    }

    private func expect(_ canvas: Canvas, _ name: String, _ size: Size) {
        Golden.expect(Golden.text(canvas), "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes) func list(size: Size) throws {
        expect(try canvas(size) { $0.press(.down) }, "relax-shipped", size)
        expect(try canvas(size, session: true) { _ in }, "relax-session-day", size)
    }

    @Test(arguments: sizes) func gates(size: Size) throws {
        expect(try canvas(size, asked: false) { $0.press(.enter, .down) }, "relax-health", size)
        expect(
            try canvas(size, session: true) {
                $0.press(.down, .down); $0.press(.enter)
            }, "relax-barrier", size)
    }

    @Test(arguments: sizes) func ratings(size: Size) throws {
        expect(try canvas(size) { $0.press(.enter) }, "relax-rating", size)
        let worse = try canvas(size) {
            $0.press(.enter)
            $0.press("3")
            $0.advance(.seconds(20))
            $0.press("q7")
        }
        expect(worse, "relax-worse", size)
    }

    @Test(arguments: sizes) func breathing(size: Size) throws {
        let breathing = try canvas(size) {
            $0.press(.enter, .enter)
            $0.advance(.milliseconds(13_000))
            $0.press("vb")
        }
        expect(breathing, "relax-breathing", size)
        let dim = try canvas(size) {
            $0.press(.enter, .enter)
            $0.advance(.milliseconds(13_000))
            $0.press("z")
        }
        expect(dim, "relax-dim", size)
    }

    @Test(arguments: sizes) func muscles(size: Size) throws {
        let muscles = try canvas(size) {
            try choose("pmr-16", $0)
            $0.press(.enter)
            $0.advance(.milliseconds(51_000))
        }
        expect(muscles, "relax-muscles", size)
    }

    @Test(arguments: sizes) func cannotSleep(size: Size) throws {
        let night = try canvas(size) {
            try choose("cant-sleep", $0)
            $0.advance(.seconds(320))
        }
        expect(night, "relax-cannot-sleep", size)
    }

    @Test func inASCIIAndInBlocks() throws {
        let size = Size(columns: 80, rows: 24)
        var text = ""
        for tier in [ChartTier.ascii, .block] {
            let breathing = try canvas(size, tier: tier) {
                $0.press(.enter, .enter)
                $0.advance(.milliseconds(13_000))
            }
            text += (tier == .ascii ? breathing.inASCII() : breathing).lines.joined(separator: "\n") + "\n"
        }
        let muscles = try canvas(size, tier: .ascii) {
            try choose("pmr-16", $0)
            $0.press(.enter)
            $0.advance(.milliseconds(51_000))
        }
        text += muscles.inASCII().lines.joined(separator: "\n") + "\n"
        #expect(!text.contains("?  help") && !text.contains("??"))
        Golden.expect(text, "relax-plain-glyphs-80x24")
    }
}
