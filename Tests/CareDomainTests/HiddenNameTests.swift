// Names that are hidden: initials and a number, the same everywhere, and put in the place of names and ids.

import CareDomain
import Testing

@Suite struct HiddenNameTests {
    private func id(_ text: String) throws -> PersonID { try #require(PersonID(text)) }

    @Test(arguments: [
        ("Ngozi Okafor", "N. O."), ("Anna Maria van der Berg", "A. B."), ("Cher", "C."),
        ("émile zola", "É. Z."),
        ("  “Bo”   (Ek) ", "B. E."), ("1234 !", ""), ("", ""),
    ])
    func theInitialsAreThoseOfTheFirstAndTheLastWord(name: String, initials: String) throws {
        #expect(HiddenName(try id("okafor-n"), name: name).initials == initials)
    }

    /// The numbers are on paper in clinics: they may never change.
    @Test func theNumberIsAlwaysTheSame() throws {
        #expect(HiddenName(try id("okafor-n"), name: "Ngozi Okafor").text == "N. O. 611918")
        #expect(HiddenName(try id("okafor-n"), name: "Ngozi Okafor").word == "N.O.611918")
        #expect(HiddenName(try id("okafor-n"), name: nil).text == "97811918")
        #expect(
            HiddenName(try id("okafor-n"), shown: "okafor-n") == HiddenName(try id("okafor-n"), name: nil))
    }

    @Test func numbersHaveTheirDigitsAndHardlyEverMeet() throws {
        var (seen, alone): (Set<String>, Set<String>) = ([], [])
        let letters = Array("ABCDEFGHIKLMNORSTV")
        for number in 0..<2_000 {
            let name = "\(letters[number % 18])x \(letters[number / 18 % 18])y"
            let hidden = HiddenName(try id("person-\(number)"), name: name)
            #expect((100_000..<1_000_000).contains(hidden.number))
            seen.insert(hidden.text)
            alone.insert(HiddenName(try id("person-\(number)"), name: nil).text)
        }
        #expect(seen.count == 2_000 && alone.count == 2_000)
        #expect(alone.allSatisfy { $0.count == 8 })
    }

    private func mask() throws -> NameMask {
        NameMask([
            (try id("okafor-n"), "Ngozi Okafor"), (try id("okafor"), "Ngozi Okafor-Bell"),
            (try id("k-17"), "k-17"), (try id("li"), "Li"),
        ])
    }

    @Test func whereverTheyStandNamesAndIdsAreReplaced() throws {
        let mask = try mask()
        let okafor = try #require(mask.hidden(try id("okafor-n"))).text
        let bell = try #require(mask.hidden(try id("okafor"))).text
        let alone = try #require(mask.hidden(try id("k-17"))).text
        let cases = [
            ("people/okafor-n/x.jsonl:3: torn", "people/\(okafor)/x.jsonl:3: torn"),
            ("lull-okafor-n-2026-11-22.html", "lull-\(okafor)-2026-11-22.html"),
            ("okafor-n.R05.2026-11-20", "\(okafor).R05.2026-11-20"),
            ("Ngozi Okafor, born 1984", "\(okafor), born 1984"), ("for Ngozi Okafor-Bell.", "for \(bell)."),
            ("(k-17)", "(\(alone))"), ("k-171 and ok-17", "k-171 and ok-17"),
            ("the light of Lima", "the light of Lima"),
            ("", ""),
        ]
        for (text, covered) in cases { #expect(mask.covered(text) == covered) }
        #expect(
            mask.coveredLine("status --patient okafor-n") == "status --patient \(okafor.filter { $0 != " " })"
        )
    }

    @Test func aHiddenNameInOneWordStandsForItsPerson() throws {
        let mask = try mask()
        let hidden = try #require(mask.hidden(try id("okafor-n")))
        #expect(mask.id(ofWord: hidden.word) == "okafor-n")
        #expect(mask.id(ofWord: "N.O.000000") == nil)
        #expect(mask.words.count == 4 && mask.words.contains(hidden.word))
    }
}
