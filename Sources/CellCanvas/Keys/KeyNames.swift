// The names of keys, as a configuration writes them and as a screen shows them.

extension Key {
    /// A key by its name, whatever the case of a word: `enter`, `pgdn`, `ctrl-s`, `alt-x`, `f1`, or a single
    /// character as it stands. Nil for what names no key.
    package init?(named name: String) {
        if name.count == 1, let character = name.first {
            guard CleanText.columns(ofCell: character) != nil else { return nil }
            self = .character(character)
            return
        }
        let name = name.lowercased()
        if let key = Self.named[name] {
            self = key
        } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else if let letter = Self.letter(behind: ["ctrl-", "control-", "^"], in: name),
            letter.isASCII, letter.isLetter, !Self.taken.contains(letter)
        {
            self = .control(letter)
        } else if let character = Self.letter(behind: ["alt-", "meta-"], in: name) {
            self = .alt(character)
        } else {
            return nil
        }
    }

    /// The name by which `init(named:)` finds it.
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let letter): "ctrl-\(letter)"
        case .alt(let character): "alt-\(character)"
        case .function(let number): "f\(number)"
        default: Self.names.first { $0.key == self }?.name ?? ""
        }
    }

    /// As a screen shows it: `Enter`, `Ctrl-S`, `↑`.
    package var shown: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-" + letter.uppercased()
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        default: Self.names.first { $0.key == self }?.shown ?? ""
        }
    }

    /// A key as a screen shows it; nil for a text that is none.
    package init?(shown text: String) {
        if let named = Self.names.first(where: { $0.shown == text }) {
            self = named.key
        } else if let key = Key(named: text), key.shown == text {
            self = key
        } else {
            return nil
        }
    }

    /// True for a key that types where text is typed.
    package var types: Bool { if case .character = self { true } else { false } }

    /// True for a key that some keyboards lack or some terminals keep: with Ctrl or Alt, or a function key.
    package var isSpecial: Bool {
        switch self {
        case .control, .alt, .function: true
        default: false
        }
    }

    /// Names that can be given; the first of a key is its own.
    private static let names: [(name: String, key: Key, shown: String)] = [
        ("enter", .enter, "Enter"), ("return", .enter, "Enter"), ("esc", .escape, "Esc"),
        ("escape", .escape, "Esc"), ("tab", .tab, "Tab"), ("shift-tab", .backTab, "Shift-Tab"),
        ("backtab", .backTab, "Shift-Tab"), ("space", .character(" "), "space"),
        ("backspace", .backspace, "Backspace"), ("del", .delete, "Delete"), ("delete", .delete, "Delete"),
        ("up", .up, "↑"), ("down", .down, "↓"), ("left", .left, "←"), ("right", .right, "→"),
        ("home", .home, "Home"), ("end", .end, "End"), ("pgup", .pageUp, "PgUp"),
        ("pageup", .pageUp, "PgUp"), ("pgdn", .pageDown, "PgDn"), ("pagedown", .pageDown, "PgDn"),
    ]

    private static let named = Dictionary(
        names.map { ($0.name, $0.key) }, uniquingKeysWith: { first, _ in first })

    /// Ctrl with these letters sends what Backspace, Tab and Enter send; Ctrl-C interrupts.
    private static let taken: Set<Character> = ["c", "h", "i", "j", "m"]

    private static func letter(behind prefixes: [String], in name: String) -> Character? {
        for prefix in prefixes where name.hasPrefix(prefix) && name.count == prefix.count + 1 {
            return name.last
        }
        return nil
    }
}
