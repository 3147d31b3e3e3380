// The page for a visit: the report as the clinic will see it, what is left out, and what is being asked.

import CareDomain
import CellCanvas

struct VisitState: Equatable {
    var report: VisitReport
    /// The chosen section, by its place among all of them.
    var selected = 0
    /// The first line shown.
    var top = 0
    /// What is being typed for the clinic; nil while nothing is.
    var question: String?
    /// The write that is under way; nil while there is none.
    var ticket: Int?
    /// Asks in which form the report is saved.
    var isSaving = false

    init(report: VisitReport) { self.report = report }

    var mode: Mode { question != nil ? .visitQuestion : isSaving ? .visitForm : .visit }

    /// Every part, those that are left out as one line.
    var lines: [ReportText.Line] { ReportText(report, ruler: .cells, marksLeftOut: true).lines }

    /// The places of the titles among the lines.
    func headings(in lines: [ReportText.Line]) -> [Int] {
        lines.indices.filter { lines[$0].kind == .heading }
    }

    /// Brings the chosen section into view: whole where there is room, else from its title on.
    mutating func follow(rows: Int) {
        let lines = lines
        let headings = headings(in: lines)
        guard headings.indices.contains(selected) else { return }
        // The page opens on its head.
        let first = selected == 0 ? 0 : headings[selected]
        let next = headings.indices.contains(selected + 1) ? headings[selected + 1] - 1 : lines.count
        if next > top + rows { top = next - rows }
        if first < top || next - first > rows { top = first }
        scroll(to: top, rows: rows, lines: lines.count)
    }

    mutating func scroll(to line: Int, rows: Int, lines: Int) { top = max(0, min(line, lines - rows)) }

    /// Chooses the first section whose title is in view, where the chosen one is not.
    mutating func chooseInView(rows: Int) {
        let headings = headings(in: lines)
        guard headings.indices.contains(selected), !(top..<top + rows).contains(headings[selected]) else {
            return
        }
        selected = headings.firstIndex { $0 >= top } ?? headings.count - 1
    }

    private static let longestQuestion = 400

    mutating func type(_ text: String) {
        guard var question, ticket == nil else { return }
        for character in text where !character.isNewline && question.count < Self.longestQuestion {
            question.append(character)
        }
        self.question = question
    }
}

extension TextRuler {
    /// As a terminal counts columns.
    static let cells = TextRuler(
        width: { CleanText($0).width }, wrapped: { CleanText($0).wrapped(to: $1, keepsUnits: true) },
        fitted: { CleanText($0).fitted(to: $1) })
}

extension DashboardSettings {
    /// What a report draws on beside the records.
    var reportKnowledge: ReportKnowledge {
        ReportKnowledge(
            instruments: care.instruments, rules: care.rules, protocolTitles: protocolTitles,
            programmeTitles: Dictionary(
                programmes.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }))
    }
}
