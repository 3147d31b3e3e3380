// The review rules as they ship: that all are there and usable, who reads them, and what no text claims.

import CareDomain
import Testing

@testable import Presets

@Suite struct ReviewRuleTests {
    private var files: [EmbeddedFile] { EmbeddedFile.yaml(below: "seeds/rules") }

    @Test func allTwentyFiveReadAndHaveTheirNumbers() throws {
        for file in files { _ = try ReviewRuleReader.rule(in: file.text, file: file.path) }
        let ids = (1...25).map { "R" + ($0 < 10 ? "0" : "") + "\($0)" }
        #expect(Shipped.reviewRules.rules.map(\.id) == ids)
        #expect(Shipped.reviewRules.unusable == [])
        for rule in Shipped.reviewRules.rules {
            #expect(!rule.source.isEmpty && !rule.reads.isEmpty && !rule.clears.isEmpty)
            #expect(rule.ours.allSatisfy { rule.numbers[$0] != nil }, "\(rule.id)")
            #expect(rule.ours.isEmpty || rule.source.localizedOwn, "\(rule.id) does not say what is our own")
        }
    }

    @Test func eightAreNeverShownToThePerson() throws {
        let hidden = ["R01", "R03", "R09", "R13", "R14", "R16", "R22", "R24"]
        for id in hidden {
            let rule = try #require(Shipped.reviewRules[id])
            #expect(rule.audience == .clinic && rule.patientText == nil)
        }
        for rule in Shipped.reviewRules.rules {
            #expect((rule.patientText != nil) == (rule.audience == .both), "\(rule.id)")
        }
    }

    /// A rule that reads a questionnaire that is not there would never speak.
    @Test func everyQuestionnaireThatIsReadShips() {
        for rule in Shipped.reviewRules.rules {
            for key in rule.reads where key.hasPrefix("checkIn.") {
                let name = String(key.dropFirst("checkIn.".count))
                #expect(Shipped.instrument(named: name) != nil, "\(rule.id) reads \(name)")
            }
        }
    }

    @Test func noTextMakesAClaimThatNoScreenMakes() {
        for rule in Shipped.reviewRules.rules {
            let texts = [rule.title, rule.patientText ?? "", rule.clears, rule.reopens]
            for text in texts {
                let words = text.lowercased()
                for claim in Self.claims { #expect(!words.contains(claim), "\(rule.id): \(claim)") }
            }
        }
    }

    /// From the list of what is claimed nowhere.
    static let claims = [
        "ketamine improved", "ketamine worsened", "caused", "because", "thanks to", "effect of",
        "no difference", "normal", "is safe", "you are well", "fewer nightmares with", "more deep sleep",
        "not discharged", "do not dose", "streak", "missed", "failed", "has been told", "we will contact",
    ]

    @Test func aClinicSetsNumbersAndNothingElse() throws {
        let rule = try #require(Shipped.reviewRules["R05"])
        let own = try ReviewRuleReader.rule(
            rule, with: "numbers: {dropPoints: 12}\nstep: 8\n", file: "R05.yaml")
        #expect(own.numbers["dropPoints"] == 12 && own.step == 8 && own.numbers["lowPercent"] == 80)
        #expect(own.digest != rule.digest)
        for text in ["numbers: {drop: 12}\n", "audience: both\n", "numbers: {dropPoints: many}\n"] {
            #expect(throws: PresetProblem.self) {
                try ReviewRuleReader.rule(rule, with: text, file: "R05.yaml")
            }
        }
        let fixed = try #require(Shipped.reviewRules["R01"])
        #expect(throws: PresetProblem.self) {
            try ReviewRuleReader.rule(fixed, with: "numbers: {sameDayFrom: 3}\n", file: "R01.yaml")
        }
    }

    @Test func aRuleForTheClinicHasNoTextForThePerson() {
        let text = files.first { $0.path.hasSuffix("R13.yaml") }?.text ?? ""
        #expect(throws: PresetProblem.self) {
            try ReviewRuleReader.rule(
                in: text.replacing("audience: clinic", with: "audience: both\npatientText: Call."),
                file: "R13.yaml")
        }
    }
}

extension String {
    /// True where the source says which part is Lull's own.
    fileprivate var localizedOwn: Bool { lowercased().contains("our proposal") || contains("not confirmed") }
}
