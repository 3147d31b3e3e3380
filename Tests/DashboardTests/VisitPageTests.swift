// The page for a visit: what it shows at each size, and what keys do on it.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import TestKit
import Testing

@Suite struct VisitPageTests {
    private func evening() throws -> Evening {
        let settings = DashboardSettings(
            programmes: SampleProgrammes.all,
            protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3",
            care: CareKnowledge(instruments: [AdaInCare.phq9]))
        let evening = try Evening(
            "2026-11-22T17:14:00-05:00", zone: "America/New_York", settings: settings)
        try evening.add(try AdaInCare.person(zone: evening.zone))
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    @Test(arguments: sizes) func page(size: Size) throws {
        let evening = try evening()
        evening.script.press("v")
        evening.script.press(.down, .down)
        evening.script.press("x")
        evening.script.picture("visit")
        try evening.run(size.columns, size.rows)
        let canvas = try #require(evening.script.pictures["visit"])
        Golden.expect(Golden.text(canvas), "visit-\(size.columns)x\(size.rows)")
    }

    @Test func aQuestionIsAskedAndTheReportSavedInThreeKeys() throws {
        let evening = try evening()
        var saved: [(VisitReport, ReportForm)] = []
        evening.saveReport = { report, form in
            saved.append((report, form))
            return .success("/home/ada/" + report.fileName(form))
        }
        let script = evening.script
        script.press("va")
        script.press("Is a nap all right?")
        script.picture("typing")
        script.press(.enter)
        script.picture("asked")
        script.press("wt")
        script.picture("saved")
        try evening.run(100, 30)
        #expect(try text(evening, "typing").contains("To the clinic  Is a nap all right?"))
        let asked = try text(evening, "asked")
        #expect(asked.contains("• Is a nap all right? (22 Nov, not read yet)"))
        #expect(asked.contains("Saved: a note to the clinic."))
        #expect(try text(evening, "saved").contains("Saved: /home/ada/lull-lovell-a-2026-11-22.txt"))
        #expect(saved.map(\.1) == [.text])
        #expect(saved.first?.0.questions.count == 2)
        let notes = try evening.histories().flatMap(\.notes).map(\.value)
        #expect(notes.contains(Note(text: "Is a nap all right?", to: "clinic")))
    }

    @Test func whatIsLeftOutIsNotInTheFile() throws {
        let evening = try evening()
        var saved: [VisitReport] = []
        evening.saveReport = { report, _ in
            saved.append(report)
            return .failure(AppendRefusal(sentence: "The disk is full."))
        }
        evening.script.press("vx")
        evening.script.picture("out")
        evening.script.press("wh")
        evening.script.picture("refused")
        evening.script.press("x")
        evening.script.picture("in")
        try evening.run(100, 30)
        #expect(try text(evening, "out").contains("The course · left out"))
        #expect(saved.first?.leftOut == [.course])
        #expect(try text(evening, "refused").contains("The disk is full."))
        #expect(try !text(evening, "in").contains("left out"))
    }

    @Test func aQuestionThatIsLeftIsNotKept() throws {
        let evening = try evening()
        let script = evening.script
        script.press("va")
        script.press("hm")
        script.press(.escape)
        script.picture("left")
        script.press(.escape)
        script.picture("closed")
        try evening.run(80, 24)
        #expect(try text(evening, "left").contains("For my visit"))
        #expect(try !text(evening, "closed").contains("For my visit"))
        #expect(try evening.histories().flatMap(\.notes).count == 1)
    }

    @Test func aRefusedNoteStaysOnTheLine() throws {
        let evening = try evening()
        let script = evening.script
        script.press("va")
        script.press("Please call")
        script.elsewhere { [files = evening.files] in
            files.beforeCall = { call, _ in
                if call == .write { files.fault = (files.calls + 1, .fail(errno: 28)) }
            }
        }
        script.press(.enter)
        script.picture("refused")
        script.elsewhere { [files = evening.files] in
            files.beforeCall = nil
            files.fault = nil
        }
        script.press(.enter)
        script.picture("kept")
        try evening.run(100, 30)
        #expect(try text(evening, "refused").contains("To the clinic  Please call"))
        #expect(try text(evening, "kept").contains("• Please call"))
    }
}
