// The settings that a configuration file can hold: what each may be, what holds without it, and what it is
// for.

package enum Setting: String, CaseIterable, Sendable {
    case by, theme, color, motion, glyphs, weekStart, showFiguresInTheEvening, mouse, speech, idleMinutes,
        lock,
        lockCommand, keys

    enum Form: Equatable {
        case text
        /// A theme's name or file, or one for a dark and one for a light screen.
        case theme
        case choice([String])
        /// `on` or `off`.
        case flag
        /// A whole number, or `never`.
        case wholeOrNever(ClosedRange<Int>)
        /// Actions, and the keys of each.
        case keys
    }

    var form: Form {
        switch self {
        case .by, .speech, .lockCommand: .text
        case .theme: .theme
        case .color: .choice(["auto", "never", "16", "256", "truecolor"])
        case .motion: .choice(["full", "reduced", "none"])
        case .glyphs: .choice(["auto", "ascii"])
        case .weekStart: .choice(WeekStart.allCases.map(\.rawValue))
        case .showFiguresInTheEvening, .mouse: .flag
        case .idleMinutes: .wholeOrNever(1...15)
        case .lock: .choice(["end", "system"])
        case .keys: .keys
        }
    }

    /// What holds where the file does not say; in brackets where it is found out.
    package var standard: String {
        switch self {
        case .by: "(your login name)"
        case .theme: "(dusk on a dark screen, dawn on a light one)"
        case .color, .glyphs: "auto"
        case .motion: "full"
        case .weekStart: "(that on which the course began)"
        case .showFiguresInTheEvening: "off"
        case .mouse: "on"
        case .speech: "(none)"
        case .idleMinutes: "(5 in a clinic's store, else never)"
        case .lock: "(end in a clinic's store, else none)"
        case .lockCommand: "(vlock or physlock)"
        case .keys: "(those that 'lull keys' lists)"
        }
    }

    /// A few lines on what it is for, for the file that is printed as a start.
    var about: [String] {
        switch self {
        case .by: ["Who is named as the author of what is written here."]
        case .theme:
            [
                "A theme's name ('lull theme list'), a file, or one for each kind of screen:",
                "  theme: {dark: dusk, light: dawn}",
            ]
        case .color: ["How many colours: auto, never, 16, 256 or truecolor."]
        case .motion: ["What may move in the guides: full, reduced (once a second) or none (words alone)."]
        case .glyphs: ["auto draws lines and dots where the terminal can; ascii keeps to plain characters."]
        case .weekStart: ["The first day of a week in the calendar: monday, sunday, saturday or locale."]
        case .showFiguresInTheEvening:
            ["From two hours before bed no figure of a past night is shown; on brings them back."]
        case .mouse: ["on lets clicks and the wheel work; off leaves the mouse to the terminal."]
        case .speech: ["The command that speaks the cues of a guide; each is handed to it on standard input."]
        case .idleMinutes:
            [
                "Minutes without a key until the screen is covered, 1 to 15, or never; a clinic's store",
                "takes no never.",
            ]
        case .lock:
            [
                "What happens then beside the cover: end closes Lull and keeps what is being typed; system",
                "has this machine's own lock ask who is there.",
            ]
        case .lockCommand:
            ["The command for that; the screen comes back once it ends well."]
        case .keys:
            [
                "Keys of your own: an action ('lull keys' lists them) and the keys that stand for it.",
                "Names of keys: enter, esc, tab, space, up, pgdn, ctrl-s, f1, or one character.",
                "They take the place of the keys that the action has by itself.",
            ]
        }
    }

    /// What the printed file shows as an example, below the comment.
    var example: [String] {
        switch self {
        case .by: ["by: Nurse Lindqvist"]
        case .theme: ["theme: dusk"]
        case .weekStart: ["weekStart: monday"]
        case .idleMinutes: ["idleMinutes: 5"]
        case .lock: ["lock: end"]
        case .lockCommand: ["lockCommand: vlock --current"]
        case .speech: ["speech: spd-say --wait --pipe-mode"]
        case .keys: ["keys: {log-night: [l, ф], next-page: [\"]\", pgdn]}"]
        default: ["\(rawValue): \(standard)"]
        }
    }
}

/// The first day of a week.
package enum WeekStart: String, CaseIterable, Sendable {
    case monday, sunday, saturday
    /// As the system's locale has it.
    case locale
}
