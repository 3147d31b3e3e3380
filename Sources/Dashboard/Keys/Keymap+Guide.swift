// The keys of the guide's pages.

import CellCanvas

extension Keymap {
    static let guideRows: [KeyRow] = []
}
