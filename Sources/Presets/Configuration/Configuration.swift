// What a configuration file says, as far as it can be used.

import CellCanvas

package struct Configuration: Equatable, Sendable {
    /// A setting as it was read, and the line that says so, counted from 1.
    package struct Entry: Equatable, Sendable {
        package var text: String
        package var line: Int?
    }

    /// A theme for every screen, or one for each kind.
    package struct Themes: Equatable, Sendable {
        /// Each the same where one was named for both; nil where none was named for that kind.
        package var dark: String?
        package var light: String?
    }

    package internal(set) var entries: [Setting: Entry] = [:]
    package internal(set) var themes: Themes?
    /// In the order of the file.
    package internal(set) var keys: [OwnKeys] = []

    package init() {}

    package subscript(setting: Setting) -> String? { entries[setting]?.text }

    /// Nil where the file does not say.
    package func flag(_ setting: Setting) -> Bool? { self[setting].map { $0 == "on" } }

    /// Nil where the file does not say.
    package var weekStart: WeekStart? { self[.weekStart].flatMap(WeekStart.init) }
    package var showsFiguresInTheEvening: Bool { flag(.showFiguresInTheEvening) ?? false }
    package var usesMouse: Bool { flag(.mouse) ?? true }
    package var drawsASCII: Bool { self[.glyphs] == "ascii" }
    /// Nil where the file does not say, and for never.
    package var idleMinutes: Int? { self[.idleMinutes].flatMap { Int($0) } }

    package var isNeverIdle: Bool { self[.idleMinutes] == "never" }

    /// The whole file with every setting in a comment, as a start for one's own.
    package static var standardFile: [String] {
        var lines = [
            "# Lull's settings. Take the mark away from a line to change what holds;",
            "# what is given on the command line comes before what stands here.",
        ]
        for setting in Setting.allCases {
            lines.append("")
            lines += setting.about.map { "# " + $0 }
            lines += setting.example.map { "#" + $0 }
        }
        return lines
    }
}
