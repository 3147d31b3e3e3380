// The one table of keys: a letter means one thing everywhere, nothing needs a key that some keyboards lack,
// and a person's own keys take effect in what is done and in what is printed.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct KeymapTests {
    /// Letters with more than one meaning, each for a reason: what closes a page is the key that opened it,
    /// and a question takes the first letter of its answer.
    private static let severalMeanings: [Character: Set<String>] = [
        "q": ["quit", "back", "end-guide", "leave"],
        "h": ["log-habits", "save-report-html"],
        "H": ["hand-over", "back"],
        "t": ["today", "save-report-text"],
        "v": ["visit", "back", "voice"],
        "T": ["themes", "back"],
        "w": ["wind-down", "print-report", "writing"],
        "i": ["figures", "back", "draw-anyway"],
        "a": ["add", "back"],
        "c": ["show-check-ins", "flag-contacted"],
        "k": ["move-up", "note-call", "call"],
        "n": ["next-match", "stay", "tick-false", "seconds"],
        "y": ["leave", "tick-true", "settle"],
        "x": ["remove", "drop-draft", "flag-close"],
        "s": ["sort", "session", "save", "flag-seen"],
        "C": ["columns", "back"],
        "A": ["assign", "log-course-adjust"],
        "S": ["reverse", "flags-seen"],
        "N": ["previous-match", "cannot-sleep"],
    ]

    @Test func aLetterMeansOneThingEverywhere() {
        var meanings: [Character: Set<String>] = [:]
        for entry in Keymap.table.entries {
            for case .character(let letter) in entry.keys where letter.isLetter {
                meanings[letter, default: []].insert(entry.action)
            }
        }
        for (letter, actions) in meanings where actions.count > 1 {
            #expect(Self.severalMeanings[letter] == actions, "\(letter) means \(actions.sorted())")
        }
        #expect(meanings["j"] == ["move-down"] && meanings["k"]?.contains("move-up") == true)
        for letter in "hl" { #expect(meanings[letter]?.contains { $0.hasPrefix("move") } != true) }
    }

    /// What can be done without them in another way: by its name in the command line, or by plain keys.
    private static let onlySpecial: Set<String> = [
        "reload", "suspend", "redo", "save", "help", "erase-word", "erase-field",
    ]

    @Test func nothingNeedsCtrlAltOrAFunctionKey() {
        var lacking: Set<String> = []
        for place in Keymap.table.places {
            for entry in Keymap.table.entries(in: place.name) {
                let elsewhere = Keymap.table.entries(in: place.name).filter { $0.action == entry.action }
                if elsewhere.flatMap(\.keys).allSatisfy(\.isSpecial) { lacking.insert(entry.action) }
            }
        }
        #expect(lacking.isSubset(of: Self.onlySpecial), "\(lacking.subtracting(Self.onlySpecial).sorted())")
    }

    @Test func actionsAndPlacesHaveNamesThatCanBeTyped() {
        for name in Keymap.table.actions.union(Keymap.table.places.map(\.name)) {
            #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(name)")
            #expect(!name.hasPrefix("-") && !name.hasSuffix("-") && !name.contains("--"), "\(name)")
        }
        let some: Set = [
            "log-night", "next-page", "move-up", "show-calendar", "quit-at-once", "command-line",
        ]
        #expect(Keymap.table.actions.isSuperset(of: some))
        #expect(Set(Keymap.table.places.map(\.name)).count == Mode.allCases.count)
    }

    @Test func whereTextIsTypedNoCharacterDoesAnything() {
        // A figure's line takes no letters, so that a few of them can be keys there.
        for mode in [Mode.form, .commandLine, .search] {
            for row in Keymap.standard.rows(for: mode) {
                #expect(row.keys.keys.allSatisfy { !$0.types }, "\(mode): \(row.help)")
            }
        }
    }

    @Test func theStandardTableDoesWhatItsRowsSay() {
        for mode in Mode.allCases {
            #expect(Keymap(own: []).rows(for: mode) == Keymap.standard.rows(for: mode))
            var seen: Set<Key> = []
            for row in Keymap.rows where row.modes.contains(mode) {
                for (key, command) in row.keys where seen.insert(key).inserted {
                    #expect(Keymap.standard.command(for: key, in: mode) == command)
                }
            }
        }
    }

    @Test func ownKeysAreDoneAndPrinted() {
        let keymap = Keymap(own: [
            OwnKeys(action: "log-night", line: 1, keys: [.character("ф"), .function(4)]),
            OwnKeys(action: "next-page", line: 2, keys: [.pageDown]),
        ])
        #expect(keymap.command(for: .character("ф"), in: .tonight) == .logNight)
        #expect(keymap.command(for: .character("l"), in: .tonight) == nil)
        #expect(keymap.command(for: .pageDown, in: .sleep) == .nextPage)
        #expect(keymap.command(for: .character("["), in: .sleep) == .previousPage)
        #expect(keymap.rows(for: .tonight).contains { $0.shown == "ф F4" && $0.label == "log a night" })
        #expect(keymap.rows(for: .sleep).contains { $0.shown == "PgDn [" || $0.shown == "[ PgDn" })
        #expect(keymap.command(for: .character("ф"), in: .form) == nil)
    }

    @Test func footerAndHelpPrintOwnKeys() throws {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
        evening.settings.ownKeys = [
            OwnKeys(action: "log-night", line: 1, keys: [.character("ф")]),
            OwnKeys(action: "help", line: 2, keys: [.character("ж")]),
        ]
        try evening.add(try Ada.person(zone: evening.zone))
        evening.script.picture("tonight")
        evening.script.press("ж")
        evening.script.picture("help")
        evening.script.press(.escape)
        evening.script.press("ф")
        // In a form the letters are typed.
        evening.script.press("жl")
        evening.script.picture("form")
        try evening.run(100, 30)
        func text(_ name: String) throws -> String {
            try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
        }
        #expect(try text("tonight").contains("ф log a night") && text("tonight").contains("ж help"))
        #expect(try text("help").contains("ф               Log a night"))
        #expect(try text("form").contains("жl"))
    }
}
