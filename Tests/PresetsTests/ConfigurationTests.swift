// The configuration: each setting by itself, and a wrong one costs nothing but itself.

import CellCanvas
import Testing

@testable import Presets

@Suite struct ConfigurationTests {
    private func read(_ text: String) -> (configuration: Configuration, problems: [String]) {
        let read = ConfigurationReader.configuration(in: text, file: "config.yaml")
        return (read.configuration, read.problems.map(\.description))
    }

    @Test func nothingSaidIsNothingWrong() {
        for text in ["", "\n\n", "# only\n  # comments\n"] {
            #expect(read(text).configuration == Configuration())
            #expect(read(text).problems.isEmpty)
        }
    }

    @Test func everySetting() {
        let (own, problems) = read(
            """
            by: Nurse Lind
            theme: {dark: dusk, light: dawn}
            color: 256
            motion: reduced
            glyphs: ascii
            weekStart: sunday
            showFiguresInTheEvening: yes
            mouse: off
            speech: espeak
            idleMinutes: 3
            keys: {log-night: [l, ф], figures: f2, sort: []}
            """)
        #expect(problems.isEmpty)
        #expect(own[.by] == "Nurse Lind")
        #expect(own.themes == Configuration.Themes(dark: "dusk", light: "dawn"))
        #expect(own[.color] == "256" && own[.motion] == "reduced" && own.drawsASCII)
        #expect(own.weekStart == .sunday && own.showsFiguresInTheEvening && !own.usesMouse)
        #expect(own[.speech] == "espeak" && own.idleMinutes == 3)
        #expect(own.entries[.mouse]?.line == 8)
        #expect(
            own.keys == [
                OwnKeys(action: "log-night", line: 11, keys: [.character("l"), .character("ф")]),
                OwnKeys(action: "figures", line: 11, keys: [.function(2)]),
                OwnKeys(action: "sort", line: 11, keys: []),
            ])
    }

    @Test(arguments: [
        ("colour: 256", "config.yaml:1: there is no setting \"colour\"; perhaps color is meant"),
        ("by: Ada\nqwertz: 1", "config.yaml:2: there is no setting \"qwertz\""),
        ("motion: slow", "config.yaml:1: motion is \"slow\", not one of full, reduced, none"),
        (
            "idleMinutes: 16",
            "config.yaml:1: idleMinutes is \"16\", not a whole number from 1 to 15, or never"
        ),
        ("mouse: maybe", "config.yaml:1: mouse is \"maybe\", not on or off"),
        (
            "keys:\n  sort: [s, entr]",
            "config.yaml:2: keys.sort[2] is \"entr\", not a key: one character, or a name such as enter, "
                + "pgdn, ctrl-s"
        ),
        ("keys: [l]", "config.yaml:1: keys is \"[...]\", not actions with their keys"),
        ("by: [", "config.yaml:2: this is not YAML: did not find expected node content"),
    ])
    func oneSentenceForWhatIsWrong(text: String, sentence: String) {
        #expect(read(text + "\n").problems == [sentence])
    }

    @Test func whatIsWrongCostsNothingElse() {
        let own = read("motion: slow\nmouse: off\nnope: 1\nkeys: {sort: [nope, s], back: nope}\n")
            .configuration
        #expect(own[.motion] == nil && !own.usesMouse)
        #expect(own.keys == [OwnKeys(action: "sort", line: 4, keys: [.character("s")])])
    }

    @Test func hugeAndDeepFilesAreRefused() {
        let deep = "keys: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(read(deep).problems.count == 1)
        let huge = "by: " + String(repeating: "x", count: 70_000)
        #expect(read(huge).problems.count == 1)
        #expect(read(String(repeating: "#\n", count: 40_000)).problems.count == 1)
        #expect(read("by: &a x\ntheme: *a").problems.count == 1)
    }

    /// The file that is printed as a start can be used as it is once the marks are taken away.
    @Test func thePrintedFileCanBeUsed() {
        let lines = Configuration.standardFile
        #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix("#") })
        #expect(lines.allSatisfy { $0.count <= 100 })
        let settings = lines.filter { $0.hasPrefix("#") && !$0.hasPrefix("# ") }.map {
            String($0.dropFirst())
        }
        let (own, problems) = read(settings.joined(separator: "\n") + "\n")
        #expect(problems.isEmpty)
        #expect(Set(own.entries.keys) == Set(Setting.allCases))
    }
}
