// The questionnaires that ship: numbers alone, each with where it comes from, and what is refused.

import CareDomain
import Testing

@testable import Presets

struct InstrumentTests {
    static let names = [
        "cadss", "cadss6", "cssrs", "ddnsi", "epworth", "gad7", "isi", "nightmares", "pcl5-week", "pcl5",
        "phq9", "psqi", "who5",
    ]
    static let files = EmbeddedFile.yaml(below: "seeds/instruments")

    @Test func everyQuestionnaireThatShipsReads() throws {
        for file in Self.files { _ = try InstrumentReader.instrument(in: file.text, file: file.path) }
        #expect(Shipped.instruments.map(\.name) == Self.names)
        #expect(Self.files.count == Self.names.count)
    }

    @Test(arguments: [
        ("phq9", 9, 0, 27), ("gad7", 7, 0, 21), ("isi", 7, 0, 28), ("pcl5", 20, 0, 80),
        ("pcl5-week", 20, 0, 80), ("psqi", 19, 0, 21), ("who5", 5, 0, 100), ("epworth", 8, 0, 24),
        ("ddnsi", 5, 0, 37), ("cadss", 23, 0, 92), ("cadss6", 6, 0, 24), ("nightmares", 2, 0, 50),
    ])
    func itemsAndRanges(name: String, items: Int, low: Int, high: Int) throws {
        let instrument = try #require(Shipped.instrument(named: name))
        #expect(instrument.items.count == items)
        #expect(instrument.totalRange == low...high)
    }

    @Test func onlyAClinicianEntersWhatAClinicianAsks() {
        let clinical = Shipped.instruments.filter { $0.scribe == .clinician }.map(\.name)
        #expect(clinical == ["cadss", "cadss6", "cssrs"])
        #expect(Shipped.instrument(named: "cssrs")?.totalRange == nil)
    }

    /// A place-holder is one word, and nothing else in a file could be an item's or an answer's text.
    @Test(arguments: names)
    func noFileHoldsWording(name: String) throws {
        let instrument = try #require(Shipped.instrument(named: name))
        for item in instrument.items {
            #expect(item.place.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.count == 1)
            #expect(item.place.count <= 16)
        }
        let words =
            instrument.bands.map(\.word) + instrument.levels.map(\.word) + instrument.cuts.map(\.word)
            + instrument.subscales.map(\.word) + instrument.changes.map(\.name) + [instrument.about]
        for word in words { #expect(word.split(separator: " ").count <= 5, "\(word) is more than a label") }
        let file = try #require(Self.files.first { $0.path.hasSuffix("/\(name).yaml") })
        for line in file.text.split(separator: "\n") where !line.hasPrefix("#") && !line.contains("# ") {
            #expect(!line.contains("?"), "\(name): a question stands in \(line)")
        }
    }

    @Test(arguments: names)
    func bandsCoverTheRange(name: String) throws {
        let instrument = try #require(Shipped.instrument(named: name))
        guard let range = instrument.totalRange, !instrument.bands.isEmpty else { return }
        for total in range {
            #expect(instrument.bands.filter { $0.range.contains(total) }.count == 1, "\(name) \(total)")
        }
    }

    @Test(arguments: names)
    func everyNumberSaysWhereItComesFrom(name: String) throws {
        let file = try #require(Self.files.first { $0.path.hasSuffix("/\(name).yaml") })
        let provenance = try InstrumentReader.instrument(in: file.text, file: file.path).provenance
        let keys = Set(try YAMLPlace(file: file.path, text: file.text).names)
        let told = Set(provenance.sources.keys).union(provenance.ours).union(provenance.unconfirmed)
        #expect(keys.subtracting(InstrumentReader.namingKeys).subtracting(told) == [])
        #expect(told.subtracting(keys) == [], "a source for what is not there")
    }

    @Test func whatWasNotConfirmedIsMarked() {
        #expect(Shipped.instrument(named: "epworth")?.provenance.unconfirmed.contains("bands") == true)
        #expect(Shipped.instrument(named: "ddnsi")?.provenance.unconfirmed.contains("items") == true)
        #expect(Shipped.instrument(named: "who5")?.provenance.unconfirmed.contains("licence") == true)
        #expect(Shipped.instrument(named: "phq9")?.provenance.ours.contains("prorate") == true)
    }

    /// Words that no text about a person may have.
    @Test func nothingIsCalledSafeOrNormal() {
        for instrument in Shipped.instruments {
            let words = instrument.bands.map(\.word) + instrument.levels.map(\.word)
            for word in words {
                #expect(!["safe", "normal", "abnormal", "healthy", "well", "good"].contains(word))
            }
        }
    }

    // MARK: What is refused

    static let own = """
        title: Ours
        about: mood
        answers: [0, 2]
        items: [one, two, three]
        bands:
          - {from: 0, to: 2, word: low}
          - {from: 3, to: 6, word: high}
        recallDays: 7
        licence: ours
        form: ours
        """

    @Test func anOwnFileReads() throws {
        let instrument = try InstrumentReader.instrument(in: Self.own, file: "/home/ada/mood-3.yaml")
        #expect(instrument.name == "mood-3")
        #expect(instrument.totalRange == 0...6)
        #expect(instrument.timing.fewestDays == 4)
    }

    @Test(arguments: [
        ("to: 2, word: low", "to: 1, word: low", 7, "from is \"3\""),
        ("{from: 3, to: 6", "{from: 3, to: 5", 6, "bands up to 6"),
        ("{from: 3, to: 6", "{from: 2, to: 6", 7, "not 3"),
        ("answers: [0, 2]", "answers: [2, 0]", 3, "answers[2]"), ("one,", "how are you,", 4, "one word"),
        ("recallDays: 7", "recalDays: 7", 8, "there is no key recalDays"),
        ("items: [one, two, three]", "items: []", 4, "a list of items"),
        ("recallDays: 7", "recallDays: -1", 8, "0 to 366"),
        ("about: mood", "about: &a mood", 2, "is not read here"),
        ("licence: ours", "licence: !!str ours", 9, "is not read here"),
    ])
    func wrongValuesAreNamedWithTheirLine(was: String, becomes: String, line: Int, says: String) {
        do throws(PresetProblem) {
            let text = Self.own.replacing(was, with: becomes)
            _ = try InstrumentReader.instrument(in: text, file: "own.yaml")
            Issue.record("\(becomes) was taken")
        } catch {
            #expect(error.line == line, "\(error)")
            #expect("\(error)".contains(says), "\(error)")
        }
    }

    @Test func aNameThatIsNoNameIsRefused() {
        #expect(throws: PresetProblem.self) {
            try InstrumentReader.instrument(in: Self.own, file: "My Mood.yaml")
        }
    }

    // MARK: Wording

    @Test func aWordingIsTakenAsItStands() throws {
        let instrument = try InstrumentReader.instrument(in: Self.own, file: "mood-3.yaml")
        let text = """
            source: Ours, free to use
            answers: [Never, At times, Often]
            items:
              - First line
              - {text: "Second, with labels", answers: [A, B, C]}
              - "Third: *as printed*"
            """
        let wording = try WordingReader.wording(in: text, file: "mood-3.yaml", of: instrument)
        #expect(wording.items.map(\.text) == ["First line", "Second, with labels", "Third: *as printed*"])
        #expect(wording.items.map(\.answers.first) == ["Never", "A", "Never"])
    }

    @Test(arguments: [
        ("  - Third\n", "", 3, "3 items"), ("[Never, At times, Often]", "[Never, Often]", 2, "3 labels"),
        ("source: Ours", "sauce: Ours", 1, "there is no key sauce"),
    ])
    func aWordingThatDoesNotFitIsRefused(was: String, becomes: String, line: Int, says: String) throws {
        let instrument = try InstrumentReader.instrument(in: Self.own, file: "mood-3.yaml")
        let text =
            "source: Ours\nanswers: [Never, At times, Often]\nitems:\n  - First\n  - Second\n  - Third\n"
        _ = try WordingReader.wording(in: text, file: "w.yaml", of: instrument)
        do throws(PresetProblem) {
            let changed = text.replacing(was, with: becomes)
            _ = try WordingReader.wording(in: changed, file: "w.yaml", of: instrument)
            Issue.record("\(becomes) was taken")
        } catch {
            #expect("\(error)".contains(says), "\(error)")
            #expect(abs((error.line ?? 0) - line) <= 1, "\(error)")
        }
    }
}
