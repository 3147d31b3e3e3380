// The charts of a report as drawings in HTML: nights as rows, efficiency by night, and totals of forms.

import CareDomain

private enum Sheet {
    static let width = 760.0
    static let left = 64.0
    static let right = 16.0

    /// `role` and a sentence, so that the drawing says what it shows to those who do not see it.
    static func svg(_ width: Double, _ height: Double, _ about: String, _ parts: [HTMLText]) -> HTMLText {
        """
        <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(about)">
        \(HTMLText.joined(parts))</svg>

        """
    }

    static func text(
        _ text: String, _ x: Double, _ y: Double, end: Bool = false, middle: Bool = false,
        title: Bool = false
    ) -> HTMLText {
        let anchor: HTMLText =
            end ? " text-anchor=\"end\"" : middle ? " text-anchor=\"middle\"" : ""
        let kind: HTMLText = title ? " class=\"title\"" : ""
        return "<text x=\"\(x)\" y=\"\(y)\"\(anchor)\(kind)>\(text)</text>\n"
    }

    static func rect(_ kind: HTMLText, _ x: Double, _ y: Double, _ width: Double, _ height: Double)
        -> HTMLText
    {
        "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>\n"
    }

    static func line(_ kind: HTMLText, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTMLText {
        "<line class=\"\(kind)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>\n"
    }

    static func dot(_ kind: HTMLText, _ x: Double, _ y: Double, _ radius: Double) -> HTMLText {
        "<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>\n"
    }

    /// Lines through points, with a gap where one is unknown.
    static func path(_ points: [(x: Double, y: Double)?]) -> [HTMLText] {
        points.split(whereSeparator: { $0 == nil }).filter { $0.count > 1 }.map { run in
            let places = run.compactMap { $0 }.map { point -> HTMLText in "\(point.x),\(point.y) " }
            return "<polyline class=\"middle\" points=\"\(HTMLText.joined(places))\"/>\n"
        }
    }
}

/// A row a night: asleep high, awake lower, in bed low, so that it reads without colour.
struct NightsDrawing {
    let svg: HTMLText

    private static let rowHeight = 9.0
    private static let top = 40.0

    init(_ pictures: VisitReport.Pictures) {
        guard !pictures.nights.isEmpty else {
            svg = ""
            return
        }
        let hours = NightStrip.hours(of: pictures.nights)
        let count = hours.upperBound - hours.lowerBound
        let room = Sheet.width - Sheet.left - Sheet.right
        let column = room / Double(count * 12)
        let height = Self.top + Double(pictures.dates.count) * Self.rowHeight + 24
        let byDate = Dictionary(
            pictures.nights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        var parts = [Sheet.text("When the nights were", 0, 12, title: true)]
        for hour in stride(from: hours.lowerBound, through: hours.upperBound, by: 2) {
            let x = Sheet.left + room * Double(hour - hours.lowerBound) / Double(count)
            parts.append(Sheet.text("\((hour % 24).padded(to: 2))", x, Self.top - 8, middle: true))
            parts.append(Sheet.line("rule", x, Self.top - 4, x, height - 22))
        }
        for (index, date) in pictures.dates.enumerated() {
            let y = Self.top + Double(index) * Self.rowHeight
            if date.weekday == .monday || index == 0 {
                parts.append(Sheet.text(date.dayMonth, Sheet.left - 16, y + 8, end: true))
            }
            if pictures.sessionNights.contains(date) {
                parts.append(Sheet.dot("session", Sheet.left - 8, y + 4.5, 3))
            }
            guard let night = byDate[date] else { continue }
            let strip = NightStrip(night, hours: hours, columns: count * 12)
            parts += Self.row(strip, y, column)
        }
        let legend = "high: asleep · half: awake · low: in bed · dot: the first night after a session"
        parts.append(Sheet.text(legend, Sheet.left, height - 6))
        svg = Sheet.svg(Sheet.width, height, "A row a night, from evening to noon", parts)
    }

    /// Neighbours of one state are one piece.
    private static func row(_ strip: NightStrip, _ y: Double, _ column: Double) -> [HTMLText] {
        var parts: [HTMLText] = []
        var start = 0
        for end in 1...max(1, strip.cells.count) {
            let isLast = end >= strip.cells.count
            guard start < strip.cells.count, isLast || strip.cells[end] != strip.cells[start] else {
                continue
            }
            if let state = strip.cells[start] {
                let (kind, high): (HTMLText, Double) =
                    switch state {
                    case .asleep: ("asleep", 7)
                    case .awake: ("awake", 4)
                    case .inBed: ("inbed", 2)
                    }
                parts.append(
                    Sheet.rect(
                        kind, Sheet.left + Double(start) * column, y + 8 - high, Double(end - start) * column,
                        high))
            }
            start = end
        }
        return parts
    }
}

/// A dot a night, the middle of seven as a line, the quarter points of the baseline as a band.
struct EfficiencyDrawing {
    let svg: HTMLText

    private static let top = 28.0
    private static let bottom = 172.0
    /// Room that half a date takes; nearer to the edge it would be cut.
    private static let halfLabel = 24.0

    init(_ pictures: VisitReport.Pictures) {
        let values = pictures.efficiencies
        guard values.contains(where: { $0 != nil }), pictures.dates.count > 1 else {
            svg = ""
            return
        }
        let lowest = min(50, ((values.compactMap { $0 }.min() ?? 50) / 10).rounded(.down) * 10)
        let room = Sheet.width - Sheet.left - Sheet.right
        let step = room / Double(pictures.dates.count - 1)
        let place = { (index: Int) in Sheet.left + Double(index) * step }
        let level = { (value: Double) in
            Self.bottom - (Self.bottom - Self.top) * (value - lowest) / (100 - lowest)
        }
        var parts = [Sheet.text("Efficiency by night, %", 0, 12, title: true)]
        if let band = pictures.band {
            parts.append(
                Sheet.rect(
                    "band", Sheet.left, level(band.high), room, max(1, level(band.low) - level(band.high))))
        }
        for tick in stride(from: lowest, through: 100, by: 10) {
            parts.append(Sheet.text("\(Int(tick))", Sheet.left - 8, level(tick) + 4, end: true))
            parts.append(Sheet.line("rule", Sheet.left, level(tick), Sheet.width - Sheet.right, level(tick)))
        }
        for (index, date) in pictures.dates.enumerated() {
            if pictures.sessionNights.contains(date) {
                parts.append(Sheet.line("mark", place(index), Self.top, place(index), Self.bottom))
                parts.append(Sheet.dot("session", place(index), Self.bottom + 8, 3))
            }
            if date.weekday == .monday {
                let isAtEnd = place(index) > Sheet.width - Self.halfLabel
                let at = isAtEnd ? Sheet.width - 1 : place(index)
                parts.append(
                    Sheet.text(date.dayMonth, at, Self.bottom + 26, end: isAtEnd, middle: !isAtEnd))
            }
            if let value = values[index] { parts.append(Sheet.dot("night", place(index), level(value), 3)) }
        }
        parts += Sheet.path(
            pictures.medians.enumerated().map { index, value in
                value.map { (x: place(index), y: level($0)) }
            })
        let legend =
            "dot: a night · line: the middle of seven nights · below: the first night after a session"
        parts.append(Sheet.text(legend, Sheet.left, Self.bottom + 46))
        if let band = pictures.band {
            let text = "band: the middle half of \(band.count) nights before the first session"
            parts.append(Sheet.text(text, Sheet.left, Self.bottom + 62))
        }
        svg = Sheet.svg(Sheet.width, Self.bottom + 70, "Efficiency by night with sessions", parts)
    }
}

/// The totals of one form by date, on its whole range.
struct ScoreDrawing {
    let svg: HTMLText

    init(_ series: ScoreSeries) {
        let rows = series.rows.filter { $0.total != nil }
        guard let range = series.instrument.totalRange, range.lowerBound < range.upperBound,
            let first = rows.first?.date, let last = rows.last?.date, first < last
        else {
            svg = ""
            return
        }
        let (top, bottom, left, right) = (26.0, 96.0, 26.0, 230.0)
        let level = { (total: Int) in
            bottom - (bottom - top) * Double(total - range.lowerBound)
                / Double(range.upperBound - range.lowerBound)
        }
        let place = { (date: CivilDate) in
            left + (right - left) * Double(first.days(until: date)) / Double(first.days(until: last))
        }
        let about = series.instrument.about
        let title = series.instrument.title + (about.isEmpty ? "" : ", \(about)")
        var parts = [Sheet.text(title, 0, 12, title: true)]
        for end in [range.lowerBound, range.upperBound] {
            parts.append(Sheet.text("\(end)", left - 6, level(end) + 4, end: true))
            parts.append(Sheet.line("rule", left, level(end), right, level(end)))
        }
        let points = rows.map { row in row.total.map { (x: place(row.date), y: level($0)) } }
        parts += Sheet.path(points)
        parts += points.compactMap { $0 }.map { Sheet.dot("asleep", $0.x, $0.y, 3) }
        parts.append(Sheet.text(first.dayMonth, left, bottom + 16))
        parts.append(Sheet.text(last.dayMonth, right, bottom + 16, end: true))
        svg = Sheet.svg(240, bottom + 24, "\(title): totals by date", parts)
    }
}
