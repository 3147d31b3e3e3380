// The ASCII form of every glyph that Lull draws, for terminals and locales without UTF-8.

/// One table for all screens: they draw in Unicode, and a terminal without it gets these.
package enum ASCIIGlyphs {
    /// The form of one character; `?` for one that has none.
    package static func plain(_ character: Character) -> Character {
        if character.isASCII { return character }
        if let known = table[character] { return known }
        if let scalar = character.unicodeScalars.first, (0x2800...0x28FF).contains(scalar.value) {
            return scalar.value.nonzeroBitCount - 2 > 3 ? "*" : "."
        }
        return "?"
    }

    private static let table: [Character: Character] = [
        // Marks: each differs from the others that can stand in its place.
        "●": "*", "○": "o", "◉": "@", "✕": "x", "◆": "#", "◇": "+", "∿": "~", "✎": "\"", "▲": "!", "✓": "v",
        "▸": ">", "•": "o", "■": "#", "□": ".", "△": "^", "▴": "^", "▼": "v", "★": "*", "·": ".", "…": "~",
        // Bars rise in eight steps, upwards and to the right alike; fills in four.
        "▁": ".", "▂": ":", "▃": "-", "▄": "=", "▅": "+", "▆": "*", "▇": "#", "█": "@",
        "▏": ".", "▎": ":", "▍": "-", "▌": "=", "▋": "+", "▊": "*", "▉": "#", "▕": "|", "▐": "=", "▀": "=",
        "░": ".", "▒": ":", "▓": "#",
        "▘": "'", "▝": "'", "▖": ".", "▗": ".", "▞": "/", "▚": "\\", "▛": "#", "▜": "#", "▙": "#", "▟": "#",
        // Lines.
        "─": "-", "━": "=", "│": "|", "┃": "|", "┊": "|", "┆": "|", "┄": "-", "╌": "-", "┈": "-",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "╭": "+", "╮": "+", "╰": "+", "╯": "+", "╵": "|", "╷": "|",
        // Signs in text. The sign for more or less takes the blank behind it, where there is one.
        "±": "~", "×": "x", "≥": ">", "≤": "<", "≈": "~", "°": "o", "²": "2", "³": "3", "½": "h", "µ": "u",
        "–": "-", "—": "-", "−": "-", "→": ">", "←": "<", "↑": "^", "↓": "v", "↕": "|", "↔": "-",
        "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "«": "<", "»": ">", "§": "S", "€": "E",
        "ä": "a", "à": "a", "á": "a", "â": "a", "ã": "a", "å": "a", "ç": "c", "è": "e", "é": "e", "ê": "e",
        "ë": "e", "ì": "i",
        "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o",
        "ù": "u", "ú": "u",
        "û": "u", "ü": "u", "ý": "y", "ß": "s", "Ä": "A", "Å": "A", "Ç": "C", "É": "E", "Ö": "O", "Ø": "O",
        "Ü": "U", "Š": "S",
        "š": "s", "ł": "l", "č": "c", "ž": "z",
    ]
}
