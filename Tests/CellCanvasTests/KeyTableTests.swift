// Names of keys, and a table of keys with a person's own in it.

import CellCanvas
import Testing

@Suite struct KeyTableTests {
    @Test(arguments: [
        ("enter", Key.enter), ("Esc", .escape), ("escape", .escape), ("tab", .tab), ("shift-tab", .backTab),
        ("space", .character(" ")), ("up", .up), ("PgDn", .pageDown), ("pagedown", .pageDown),
        ("ctrl-s", .control("s")), ("Ctrl-S", .control("s")), ("^l", .control("l")), ("alt-x", .alt("x")),
        ("f1", .function(1)), ("F12", .function(12)), ("l", .character("l")), ("L", .character("L")),
        ("ф", .character("ф")), ("]", .character("]")), ("?", .character("?")), ("!", .character("!")),
    ])
    func names(name: String, key: Key) { #expect(Key(named: name) == key) }

    @Test(arguments: [
        "", "entr", "f0", "f13", "ctrl-", "ctrl-é", "ctrl-m", "ctrl-i", "ctrl-c", "alt-", "ab", "\u{1b}",
        "\n",
        "\u{202e}",
    ])
    func noKeys(name: String) { #expect(Key(named: name) == nil) }

    @Test func aKeyIsFoundByItsOwnName() {
        let keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .character(" "), .character("ж"), .control("w"), .alt("a"), .function(5),
        ]
        for key in keys {
            #expect(Key(named: key.name) == key)
            #expect(Key(shown: key.shown) == key)
        }
    }

    private let table = KeyTable(
        places: [
            KeyTable.Place(name: "a", title: "A"), KeyTable.Place(name: "b", title: "B"),
            KeyTable.Place(name: "form", title: "Form", takesText: true),
        ],
        entries: [
            KeyTable.Entry(action: "log", place: "a", keys: [.character("l")], help: ""),
            KeyTable.Entry(action: "log", place: "b", keys: [.character("l")], help: ""),
            KeyTable.Entry(action: "sort", place: "a", keys: [.character("s"), .function(2)], help: ""),
            KeyTable.Entry(action: "back", place: "a", keys: [.escape], help: ""),
            KeyTable.Entry(action: "back", place: "form", keys: [.escape], help: ""),
            KeyTable.Entry(action: "save", place: "form", keys: [.control("s")], help: ""),
        ])

    private func own(_ action: String, _ keys: Key..., line: Int = 1) -> OwnKeys {
        OwnKeys(action: action, line: line, keys: keys)
    }

    @Test func ownKeysTakeThePlaceOfTheOldOnesEverywhere() {
        let (changed, problems) = table.changed(by: [own("log", .character("ф"), .character("w"))])
        #expect(problems.isEmpty)
        for place in ["a", "b"] {
            #expect(changed.action(of: .character("ф"), in: place) == "log")
            #expect(changed.action(of: .character("w"), in: place) == "log")
            #expect(changed.action(of: .character("l"), in: place) == nil)
        }
    }

    @Test func twoActionsMayChangePlaces() {
        let (changed, problems) = table.changed(by: [
            own("log", .character("s")), own("sort", .character("l")),
        ])
        #expect(problems.isEmpty)
        #expect(changed.action(of: .character("s"), in: "a") == "log")
        #expect(changed.action(of: .character("l"), in: "a") == "sort")
    }

    @Test func ofTwoThatWantOneKeyTheFirstHasIt() {
        let (changed, problems) = table.changed(by: [
            own("log", .character("x"), line: 3), own("sort", .character("x"), .character("y"), line: 4),
        ])
        #expect(
            problems == [
                KeyProblem(line: 4, action: "sort", what: .given(.character("x"), to: "log", place: "A"))
            ])
        #expect(changed.action(of: .character("x"), in: "a") == "log")
        #expect(changed.action(of: .character("y"), in: "a") == "sort")
    }

    @Test func anActionThatGetsNoneOfItsKeysKeepsWhatItHas() {
        let (changed, _) = table.changed(by: [own("log", .character("x")), own("sort", .character("x"))])
        #expect(changed.action(of: .character("s"), in: "a") == "sort")
    }

    @Test func anOwnKeyComesBeforeOneOfTheTable() {
        let (changed, problems) = table.changed(by: [own("log", .character("s"), line: 7)])
        #expect(
            problems == [
                KeyProblem(line: 7, action: "log", what: .taken(.character("s"), from: "sort", place: "A"))
            ])
        #expect(changed.action(of: .character("s"), in: "a") == "log")
        #expect(changed.action(of: .function(2), in: "a") == "sort")
    }

    @Test func whatIsTypedIsNeverTaken() {
        let (changed, problems) = table.changed(by: [
            own("back", .character("b")), own("save", .character("s"), line: 2),
        ])
        #expect(changed.action(of: .character("b"), in: "a") == "back")
        #expect(changed.action(of: .character("b"), in: "form") == nil)
        #expect(changed.action(of: .escape, in: "form") == "back")
        #expect(changed.action(of: .control("s"), in: "form") == "save")
        #expect(problems.map(\.what) == [.onlyTyped(action: "save", place: "Form")])
    }

    @Test func unknownActionsAreNamedWithTheirLine() {
        let (changed, problems) = table.changed(by: [own("lgo", .character("x"), line: 9)])
        #expect(problems == [KeyProblem(line: 9, action: "lgo", what: .unknownAction("lgo"))])
        #expect(changed == table)
    }
}
