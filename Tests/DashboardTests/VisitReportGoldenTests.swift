// The report for a visit as it is printed, for the person of the screen goldens.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct VisitReportGoldenTests {
    private let ruler = TextRuler(
        width: { CleanText($0).width }, wrapped: { CleanText($0).wrapped(to: $1, keepsUnits: true) },
        fitted: { CleanText($0).fitted(to: $1) })

    private func report(for audience: VisitReport.Audience = .person) throws -> VisitReport {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
        let person = try AdaInCare.person(zone: evening.zone)
        let now = evening.clock.wall().instant
        return VisitReport(
            person.history(now: now), knowing: AdaInCare.knowledge, for: audience, zone: evening.zone,
            now: now)
    }

    @Test func textOnTwoPagesOf80Columns() throws {
        let lines = ReportText(try report(), ruler: ruler).lines.map(\.text)
        #expect(lines.count <= 132)
        #expect(lines.allSatisfy { CleanText($0).width <= 80 })
        #expect(!lines.joined().contains("canary"))
        Golden.expect(lines.map { $0 + "\n" }.joined(), "visit-report")
    }

    @Test func whatIsLeftOutIsNowhereAndSaidSo() throws {
        var report = try report()
        report.leftOut = [.medicines, .checkIns]
        let text = ReportText(report, ruler: ruler).lines.map(\.text).joined(separator: "\n")
        #expect(!text.contains("sertraline") && !text.contains("PHQ-9"))
        #expect(text.contains("left out by choice"))
        let page = ReportText(report, ruler: ruler, marksLeftOut: true).lines
        #expect(page.contains { $0.text == "Medicines · left out" && $0.part == .medicines })
        #expect(!page.contains { $0.text.contains("sertraline") })
    }

    /// What no report says of anyone: see the claims that the screens leave out as well.
    @Test(arguments: VisitReport.Audience.allCases)
    func noClaimIsMade(audience: VisitReport.Audience) throws {
        let text = ReportText(try report(for: audience), ruler: ruler).lines.map(\.text)
            .joined(separator: " ").lowercased()
        for word in [
            "because", "thanks to", "caused", "no difference", "normal", "abnormal", "safe", "missed",
            "failed", "streak", "percentile", "effect of", "you are well",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test func nothingIsKnownYet() throws {
        let person = try #require(SamplePerson("kim", zone: .utc))
        let report = VisitReport(
            person.history(), knowing: ReportKnowledge(), for: .person, zone: .utc,
            now: Instant(seconds: 1_790_000_000))
        let lines = ReportText(report, ruler: ruler).lines.map(\.text)
        Golden.expect(lines.map { $0 + "\n" }.joined(), "visit-report-empty")
    }
}
