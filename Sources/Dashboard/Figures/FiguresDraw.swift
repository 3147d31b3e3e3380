// What these figures are: over a screen, each figure that it shows now with one sentence and a source.

import CareDomain
import CellCanvas

extension DashboardModel {
    struct FigureLine: Equatable {
        enum Kind { case title, definition, source, gap }

        var text: String
        var kind: Kind
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
            lines.append(FigureLine(text: note.title, kind: .title))
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
        for (index, line) in lines.dropFirst(first).prefix(overlay.rows).enumerated() {
            let style: Style =
                switch line.kind {
                case .title: .figure
                case .definition, .gap: .text
                case .source: .muted
                }
            canvas.put(line.text, overlay.box.column + 2, overlay.box.row + 3 + index, style)
        }
        overlay.drawPlace(first, on: &canvas)
    }
}
