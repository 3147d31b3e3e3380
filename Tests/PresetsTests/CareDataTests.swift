// Routes, crisis lines and rule sets for the sleep window, as they ship.

import CareDomain
import Testing

@testable import Presets

struct CareDataTests {
    // MARK: Routes

    @Test func everyRouteHasItsRange() throws {
        let files = EmbeddedFile.yaml(below: "seeds/routes")
        for file in files { _ = try DoseRouteReader.route(in: file.text, file: file.path) }
        for route in Route.allCases {
            let known = try #require(Shipped.doseRoute(route))
            #expect(!known.ranges.isEmpty)
            for range in known.ranges { #expect(!range.source.isEmpty) }
        }
        #expect(Shipped.doseRoute(.nasal)?.ranges.first?.amounts == 28...84)
        #expect(Shipped.doseRoute(.intravenous)?.ranges.map(\.unit) == [.milligramsPerKilogram])
        #expect(Shipped.doseRoute(.intramuscular)?.ranges.first?.isUnconfirmed == true)
    }

    @Test func whatIsLaidDownOfReadings() throws {
        let nasal = try #require(Shipped.doseRoute(.nasal)?.watch)
        #expect(nasal.minutes == [0, 40, 120])
        #expect(nasal.stay == 120)
        #expect(Shipped.doseRoute(.intravenous)?.watch?.minutes == [0, 15, 30, 45, 60, 90])
        #expect(Shipped.doseRoute(.oral)?.watch == nil)
    }

    /// What the protocols begin with is within the route's range, or a nurse would be asked every time.
    @Test func protocolsBeginWithinTheRange() throws {
        for plan in Shipped.protocols {
            guard let dose = plan.dose else { continue }
            let check = DoseCheck(
                dose, planned: dose, route: Shipped.doseRoute(plan.route), on: CivilDate(days: 20_000))
            #expect(check.questions.isEmpty, "\(plan.name)")
        }
    }

    @Test func aRouteThatIsNoneIsRefused() {
        let text = "title: x\nranges:\n  - {unit: mg, from: 1, to: 2, source: us}\n"
        #expect(throws: PresetProblem.self) { try DoseRouteReader.route(in: text, file: "rectal.yaml") }
        #expect(throws: PresetProblem.self) {
            try DoseRouteReader.route(in: text.replacing("to: 2", with: "to: 0.5"), file: "oral.yaml")
        }
        #expect(throws: PresetProblem.self) {
            let watch = "watch: {minutes: [40, 40], source: us}\n"
            return try DoseRouteReader.route(in: text + watch, file: "oral.yaml")
        }
    }

    // MARK: Crises

    @Test func everyPlaceReads() throws {
        let files = EmbeddedFile.yaml(below: "seeds/crisis")
        for file in files { _ = try CrisisReader.place(in: file.text, file: file.path) }
        #expect(Shipped.crisisPlaces.count == files.count)
        #expect(files.count > 20)
    }

    @Test(arguments: [
        ("America/Chicago", "988", "911"), ("US/Eastern", "988", "911"), ("America/Toronto", "988", "911"),
        ("Europe/London", "116 123", "999"), ("Europe/Dublin", "116 123", "112"),
        ("Australia/Perth", "13 11 14", "000"), ("Pacific/Auckland", "1737", "111"),
        ("Europe/Berlin", "0800 1110111", "112"), ("Europe/Vienna", "142", "112"),
        ("Europe/Zurich", "143", "112"), ("Europe/Amsterdam", "113", "112"), ("Europe/Paris", "3114", "112"),
        ("Europe/Oslo", "116 123", "113"), ("Europe/Stockholm", "90101", "112"),
        ("Europe/Copenhagen", "70 201 201", "112"), ("Europe/Madrid", "024", "112"),
        ("Europe/Lisbon", "1411", "112"), ("Asia/Tokyo", "0120-279-338", "119"),
        ("Asia/Kolkata", "14416", "112"), ("Asia/Calcutta", "14416", "112"),
    ])
    func linesByZone(zone: String, phone: String, emergency: String) throws {
        let place = try #require(Shipped.crisisPlace(zone: zone))
        #expect(place.lines.first?.phone == phone)
        #expect(place.emergency == emergency)
    }

    @Test func everyLineNamesItsSourceAndNoZoneIsInTwoPlaces() {
        var seen: [String: String] = [:]
        for place in Shipped.crisisPlaces {
            for line in place.lines { #expect(!line.source.isEmpty) }
            for zone in place.zones {
                #expect(seen[zone] == nil, "\(zone) is in \(place.country) and \(seen[zone] ?? "")")
                seen[zone] = place.country
            }
        }
        #expect(Shipped.crisisPlace(zone: "Africa/Nairobi") == nil)
        #expect(Shipped.crisisPlace(zone: "Europe/Rome")?.lines.isEmpty == true)
    }

    @Test(arguments: [
        ("phone: \"988\"", "phone: call us"), ("hours: always", "hours: mostly"),
        ("checked: null", "checked: today"), ("zones: [Europe/Rome]", "zones: [\"../etc\"]"),
        ("source: x", "sauce: x"), ("emergencySource: x\n", ""),
    ])
    func damagedPlacesAreRefused(was: String, becomes: String) throws {
        let text = """
            country: Somewhere
            zones: [Europe/Rome]
            emergency: "112"
            emergencySource: x
            lines:
              - {name: Line, phone: "988", hours: always, source: x, checked: null}
            """
        _ = try CrisisReader.place(in: text, file: "a.yaml")
        #expect(throws: PresetProblem.self) {
            try CrisisReader.place(in: text.replacing(was, with: becomes), file: "a.yaml")
        }
    }

    // MARK: The sleep window

    @Test func everyRuleSetReads() throws {
        let files = EmbeddedFile.yaml(below: "seeds/cbti/rules")
        for file in files { _ = try WindowRulesReader.rules(in: file.text, file: file.path) }
        #expect(Shipped.windowRules.map(\.letter) == ["A", "B", "C", "D", "E"])
        for rules in Shipped.windowRules {
            #expect(!rules.source.isEmpty)
            #expect(rules.floor <= rules.bipolarFloor && rules.bipolarFloor < rules.cap)
            // Every share has an answer.
            for share in stride(from: 0.0, through: 100, by: 0.1) {
                #expect(rules.action(at: Percent(share)) != nil, "\(rules.letter) at \(share)")
            }
        }
        let usual = try #require(Shipped.usualWindowRules)
        #expect(
            usual.floor == Minutes(330) && usual.bipolarFloor == Minutes(390) && usual.cap == Minutes(540))
        #expect(usual.fewestNights == 5)
    }

    @Test func theEveningReads() throws {
        let file = try #require(EmbeddedFile.named("evening", below: "seeds/cbti"))
        _ = try WindowRulesReader.evening(in: file.text, file: file.path)
        #expect(Shipped.eveningRules?.upAfter == 15...20)
    }

    @Test(arguments: [
        ("{from: 85, change: 0}", "{from: 95, change: 0}"), ("change: -15", "change: -90"),
        ("floorMinutes: 330", "floorMinutes: 100"), ("capMinutes: 540", "capMinutes: 300"),
        ("change: 15", "to: somewhere"),
    ])
    func damagedRulesAreRefused(was: String, becomes: String) throws {
        let file = try #require(EmbeddedFile.named("davidson", below: "seeds/cbti/rules"))
        #expect(file.text.contains(was))
        #expect(throws: PresetProblem.self) {
            try WindowRulesReader.rules(in: file.text.replacing(was, with: becomes), file: file.path)
        }
    }
}
