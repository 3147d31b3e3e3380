// Where things stand while a guide runs, and in which steps its picture moves.

import CareDomain
import CellCanvas

/// The places of a running guide in an area. The picture is as high as the words and the bar leave it.
struct PracticeLayout {
    /// Title and pace; empty while dim.
    let head: Rect
    let picture: Rect
    /// The words of the moment, and under them the seconds.
    let words: Rect
    /// The bar and what is left; empty while dim.
    let foot: Rect
    private let tier: ChartTier

    /// - Parameter wordRows: the lines that the words of the whole programme need at the most.
    init(in area: Rect, isDim: Bool, wordRows: Int, tier: ChartTier) {
        self.tier = tier
        head = isDim ? area.top(0) : area.top(2)
        foot = isDim ? area.bottom(0) : area.bottom(2)
        let middle = Rect(
            column: area.column, row: head.endRow, columns: area.columns,
            rows: area.rows - head.rows - foot.rows)
        words = middle.bottom(wordRows + 2)
        let free = Rect(
            column: area.column, row: middle.row, columns: area.columns, rows: middle.rows - words.rows)
        picture = free.inset(columns: 1, rows: free.rows > 14 ? 1 : 0)
    }

    /// The width in which words are broken.
    static func wordColumns(in columns: Int) -> Int { max(10, min(64, columns - 4)) }

    /// Words in as few lines as fit, these about equally long.
    static func lines(_ text: String, in columns: Int) -> [String] {
        let text = CleanText(text)
        var lines = text.wrapped(to: columns)
        var width = columns
        while lines.count > 1, width > 12 {
            let narrower = text.wrapped(to: width - 2)
            guard narrower.count == lines.count else { break }
            lines = narrower
            width -= 2
        }
        return lines
    }

    var disc: Disc { Disc(in: picture, tier) }

    /// True where there is room for the figure of a body.
    var hasRoomForFigure: Bool { picture.rows >= BodyFigure.size.rows }

    /// The bar beside the figure, or alone where there is no room for it.
    var bar: TensionBar { TensionBar(rows: hasRoomForFigure ? BodyFigure.size.rows : picture.rows) }
}

/// What the picture of a programme is.
enum GuidePicture {
    case disc, body, still

    init(_ programme: RelaxationProgramme) {
        switch programme.body {
        case .breathing: self = .disc
        case .steps(let steps): self = steps.contains { !$0.places.isEmpty } ? .body : .still
        }
    }

    /// The step of the picture at a fullness; two moments with the same step look the same.
    func step(openness: Double, in layout: PracticeLayout) -> Int {
        switch self {
        case .disc: layout.disc.step(openness: openness)
        case .body: layout.bar.step(openness: openness)
        case .still: 0
        }
    }
}

extension PracticeTimeline {
    /// The next moment at which a picture that goes in steps looks otherwise; the end of the phase at the
    /// latest, and nil when it is over.
    func nextStep(after elapsed: Int, _ step: (Double) -> Int) -> Int? {
        guard let end = nextChange(after: elapsed) else { return nil }
        let now = step(openness(at: elapsed))
        guard step(openness(at: end - 1)) != now else { return end }
        // Within a phase the fullness only rises or only falls.
        var (same, other) = (elapsed, end - 1)
        while other - same > 1 {
            let middle = same + (other - same) / 2
            if step(openness(at: middle)) == now { same = middle } else { other = middle }
        }
        return other
    }
}
