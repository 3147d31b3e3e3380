// What these figures are: over a screen, each figure that it shows now with one sentence and a source.

import CareDomain
import CellCanvas

extension DashboardModel {
    struct FigureLine: Equatable {
        enum Kind { case title, definition, source, gap }

        var text: String
        var kind: Kind
        /// What explains the figure at greater length; nil where the guide has no page on it.
        var page: GuidePage?
    }

    /// A title, the sentence and the source of each figure, wrapped to the page.
    func figureLines(in context: Context) -> [FigureLine] {
        let area = Rect(column: 0, row: 2, columns: context.size.columns, rows: context.size.rows - 4)
        let width = Overlay.columns(in: area) - 6
        let notes = questionnaireNotes(in: context) + shownFigures(in: context).compactMap(FigureNote.of)
        guard !notes.isEmpty else {
            return [FigureLine(text: noFigureWords(in: context), kind: .definition)]
        }
        var lines: [FigureLine] = []
        for note in notes {
            if !lines.isEmpty { lines.append(FigureLine(text: "", kind: .gap)) }
            let page = person == nil ? nil : settings.guidePages.page(onFigure: note.key)
            lines.append(FigureLine(text: note.title, kind: .title, page: page))
            lines += CleanText(note.definition).wrapped(to: width)
                .map { FigureLine(text: $0, kind: .definition) }
            lines += CleanText("Source: " + note.source).wrapped(to: width)
                .map { FigureLine(text: $0, kind: .source) }
        }
        return lines
    }

    private func noFigureWords(in context: Context) -> String {
        if screen == .tonight, let person, Tonight(person, context, settings).isQuiet {
            return "In the evening no figure of a past night stands here."
        }
        return "There is no figure on this page yet."
    }

    func drawFigures(_ offset: Int, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let lines = figureLines(in: context)
        let overlay = Overlay(lines: lines.count, in: area, title: "What these figures are", on: &canvas)
        // A page that has become shorter than it was is shown from where it still fills its room.
        let first = min(offset, max(0, lines.count - overlay.rows))
        let linked = lines.dropFirst(first).prefix(overlay.rows).firstIndex { $0.page != nil }
        for (index, line) in lines.dropFirst(first).prefix(overlay.rows).enumerated() {
            let style: Style =
                switch line.kind {
                case .title: .figure
                case .definition, .gap: .text
                case .source: .muted
                }
            let row = overlay.box.row + 3 + index
            let end = canvas.put(line.text, overlay.box.column + 2, row, style)
            guard let page = line.page else { continue }
            drawLink(to: page, hasKey: first + index == linked, after: end, in: overlay.box, row, on: &canvas)
        }
        overlay.drawPlace(first, on: &canvas)
    }

    /// The page of the guide behind a figure's name; the key beside the one that it opens.
    private func drawLink(
        to page: GuidePage, hasKey: Bool, after column: Int, in box: Rect, _ row: Int,
        on canvas: inout Canvas
    ) {
        let end = box.endColumn - 2
        let text = CleanText("Guide: \(page.title)").cut(to: end - column - 5)
        guard text.width > 10 else { return }
        canvas.putRight(text.string, endColumn: end, row, .muted)
        if hasKey { canvas.put("6", end - text.width - 2, row, .figure) }
    }

    /// The page beside the first of the figures shown that has one; nil where none has.
    func guidePage(fromFigures offset: Int, in context: Context) -> GuidePage? {
        let lines = figureLines(in: context)
        let rows = Overlay.rows(in: context.size)
        return lines.dropFirst(min(offset, max(0, lines.count - rows))).prefix(rows)
            .lazy.compactMap(\.page).first
    }
}
