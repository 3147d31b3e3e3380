// The keys of the cohort.

import CellCanvas

extension Keymap {
    static let cohortRows: [KeyRow] = [
        KeyRow("Enter", "open", "Open the person's own screens", in: [.cohort], [.enter: .open]),
        KeyRow("s", "sort", "Sort by the next column", in: [.cohort], [.character("s"): .sort]),
    ]
}
