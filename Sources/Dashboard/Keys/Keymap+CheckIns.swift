// The keys of the check-ins.

import CellCanvas

extension Keymap {
    static let checkInRows: [KeyRow] = []
}
