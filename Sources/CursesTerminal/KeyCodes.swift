// ncurses' names of keys, as keys.
import CNcurses
import CellCanvas

extension Key {
    /// The key behind an ncurses key code (256 and above); nil for one that Lull has no use for.
    init?(code: Int32) {
        if let key = Self.named[code] {
            self = key
            return
        }
        // Keys with a modifier have codes that differ between terminals, and names that do not: kRIT5 is
        // Ctrl-Right.
        guard let name = unsafe keyname(code).map({ unsafe String(cString: $0) }) else { return nil }
        guard let (_, key) = Self.modified.first(where: { name.hasPrefix($0.prefix) }) else { return nil }
        self = key
    }

    private static let named: [Int32: Key] = {
        var keys: [Int32: Key] = [
            KEY_UP: .up, KEY_SR: .up, KEY_DOWN: .down, KEY_SF: .down,
            KEY_LEFT: .left, KEY_SLEFT: .left, KEY_RIGHT: .right, KEY_SRIGHT: .right,
            KEY_HOME: .home, KEY_SHOME: .home, KEY_FIND: .home, KEY_A1: .home,
            KEY_END: .end, KEY_SEND: .end, KEY_SELECT: .end, KEY_LL: .end, KEY_C1: .end,
            KEY_PPAGE: .pageUp, KEY_SPREVIOUS: .pageUp, KEY_A3: .pageUp,
            KEY_NPAGE: .pageDown, KEY_SNEXT: .pageDown, KEY_C3: .pageDown,
            KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
            KEY_DC: .delete, KEY_SDC: .delete,
        ]
        for number in 1...12 { keys[lull_key_f(Int32(number))] = .function(number) }
        return keys
    }()

    private static let modified: [(prefix: String, key: Key)] = [
        ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
        ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete),
    ]
}
