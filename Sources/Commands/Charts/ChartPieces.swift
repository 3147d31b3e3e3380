// Small pieces that several charts are made of: bars of a row, wrapped lines, dates in a window.

import CareDomain
import CellCanvas

enum CleanLines {
    /// At most 80 columns wide.
    static func wrapped(_ text: String) -> [String] { CleanText(text).wrapped(to: 80, keepsUnits: true) }

    /// With every character of our own drawn in ASCII.
    static func ascii(_ line: String) -> String { String(line.map(ASCIIGlyphs.plain)) }
}

/// A piece of a chart's body, which is drawn, or said in lines.
enum ChartPiece {
    case blank
    case line(String)
    /// Whole sentences.
    case words(String)
    case table(TextTable)
    case labelled(LabelledLines)
    /// What is drawn, and what is said in its place.
    case drawing([String], facts: [String])

    var lines: [String] {
        switch self {
        case .blank: [""]
        case .line(let text): [text]
        case .words(let text): CleanLines.wrapped(text)
        case .table(let table): table.lines
        case .labelled(let table): table.lines
        case .drawing(let lines, _): lines
        }
    }

    var facts: [String] {
        switch self {
        case .blank: []
        case .line(let text), .words(let text): [text]
        case .table(let table): table.facts
        case .labelled(let table): table.lines(plain: true)
        case .drawing(_, let facts): facts
        }
    }
}

/// A bar of a row of text, between the ends of an axis.
struct TextBar {
    let axis: Axis
    var width = 24

    /// - Parameter always: values that the axis holds in any case.
    init(_ values: [Double], always: [Double] = []) { axis = Axis(values + always, ticks: 4) }

    func text(_ value: Double?) -> String {
        guard let value else { return "" }
        let share = min(1, max(0, axis.share(value)))
        return String(repeating: "▇", count: max(1, Int((share * Double(width)).rounded())))
    }
}

extension DateWindow {
    /// The dates of a span that lie in the window, by date.
    func narrow(_ span: NightSpan) -> [CivilDate] { narrow(span.dates) { $0 } }
}

extension PersonHistory {
    /// `●` on the first night after a session.
    func sessionMarks(_ dates: [CivilDate]) -> Set<CivilDate> {
        let calendar = sessionNights
        return Set(dates.filter(calendar.isSessionNight))
    }
}

extension String {
    /// Filled up with spaces at its end; longer text stays as it is.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - CleanText(self).width))
    }
}
