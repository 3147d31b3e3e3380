// Reports as HTML and Markdown: whole, self-contained, and closed to what a name or a note puts into them.

import CareDomain
import TestKit
import Testing

@testable import Exchange

@Suite struct ReportFormTests {
    /// A person whose every text is the same.
    private func report(_ text: String, for audience: VisitReport.Audience = .clinic) throws -> VisitReport {
        let zone = Zone.utc
        guard
            var person = SamplePerson(
                "ada", zone: zone, details: PersonDetails(name: text, bornYear: 1988)),
            let start = CivilDate("2026-10-26")
        else { throw Evening.Unusable(what: text) }
        let plan = CourseProtocol(
            name: text, title: text, weeks: 4, route: .intravenous, dose: nil,
            sessionDays: [0, 3, 7, 10, 14, 17], source: "sample")
        let course = plan.course(from: start, at: .midnight, in: zone)
        person.add(.course(course), at: zone.instant(CivilTime(start, secondOfDay: 0)))
        for number in -9..<20 where number % 7 != 4 {
            let date = start.adding(days: number)
            try person.night(
                date.description, bed: "22:30", try: "22:45", sol: "\(20 + number.modulo(5) * 10)",
                wakes: "2",
                waso: "25", woke: "06:10", up: "06:40", quality: "\(1 + number.modulo(5))", comment: text)
        }
        for item in course.plan.prefix(4) { person.session("\(item.at.civil.date)T14:00", planned: item.id) }
        let now = zone.instant(CivilTime(start.adding(days: 20), secondOfDay: 36_000))
        let skipped = Session(planned: course.plan[4].id, status: .cancelled, note: text)
        person.add(.session(skipped), at: now)
        let day = DayOrTime.day(start)
        person.add(.medication(Medication(name: text, dose: .init(1, text), start: day)), at: now)
        person.add(.note(Note(text: text, to: "clinic")), at: now)
        person.add(
            .adjustment(Adjustment(what: text, from: text, to: text, why: text, effective: day)), at: now)
        person.add(
            .plan(CarePlan(goals: [CarePlan.Goal(what: text, measure: text, target: .text(text))])), at: now)
        var symptoms = Symptoms(day: start)
        symptoms.other = text
        person.add(.symptoms(symptoms), at: now)
        for (index, total) in [17, 12, 9].enumerated() {
            let at = zone.instant(CivilTime(start.adding(days: index * 7), secondOfDay: 36_000))
            person.add(.checkIn(CheckIn(instrument: text, givenTotal: total)), at: at)
        }
        return VisitReport(
            person.history(now: now), knowing: ReportKnowledge(), for: audience, zone: zone, now: now)
    }

    @Test func theFileIsWhole() throws {
        let html = ReportHTML.text(try report("Ada"))
        #expect(html.hasPrefix("<!DOCTYPE html>\n"))
        #expect(Tags.problem(in: html) == nil)
        #expect(html.contains("<h1>Ada, born 1988</h1>"))
        #expect(html.components("<svg").count == 3, "the nights and the efficiency")
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
        #expect(html == ReportHTML.text(try report("Ada")))
    }

    @Test func nothingIsFetchedAndNothingRuns() throws {
        let html = ReportHTML.text(try report("https://example.org/<script>alert(1)</script>")).lowercased()
        for word in ["<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import", "onload"] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(!ReportHTML.text(try report("Ada")).contains("http"))
    }

    @Test(arguments: ["<b>\"&'", "</section><h1>", "a\u{202E}b\u{7}c\nd", "]]>--><!--", "*a* | `b` [c](d) #"])
    func whatSomeoneWroteStaysText(text: String) throws {
        let html = ReportHTML.text(try report(text))
        #expect(Tags.problem(in: html) == nil)
        let plain = ReportHTML.text(try report("Ada"))
        #expect(html.components("<h1>").count == plain.components("<h1>").count)
        #expect(html.components("</section>").count == plain.components("</section>").count)
        #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{7}"))
        let markdown = ReportMarkdown.text(try report(text))
        #expect(!markdown.unicodeScalars.contains("\u{202E}") && !markdown.unicodeScalars.contains("\u{7}"))
        let cells = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(Self.bars)
        #expect(cells.allSatisfy { (4...9).contains($0) }, "a bar of a name makes no column")
        #expect(
            markdown.components("\n").count == ReportMarkdown.text(try report("Ada")).components("\n").count)
    }

    /// Bars that divide a row.
    private static func bars(_ line: Substring) -> Int {
        var count = 0
        var isEscaped = false
        for character in line {
            if character == "|", !isEscaped { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}

/// Whether every tag of a page is closed, and in its place.
private enum Tags {
    static func problem(in html: String) -> String? {
        var open: [Substring] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without its end" }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if tag.hasPrefix("/") {
                guard open.last == name else { return "</\(name)> closes \(open.last ?? "nothing")" }
                open.removeLast()
            } else {
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "\(open) left open"
    }
}
