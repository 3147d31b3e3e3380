// When a dose is said back: off the plan, outside its route's range, and what a weight is good for.

import CareDomain
import Testing

@Suite struct DoseCheckTests {
    private let today = CivilDate(days: 20_000)
    private let nasal = DoseRoute(
        route: .nasal, title: "nose",
        ranges: [DoseRoute.Range(unit: .milligrams, amounts: 28...84, source: "label")])
    private let vein = DoseRoute(
        route: .intravenous, title: "vein",
        ranges: [DoseRoute.Range(unit: .milligramsPerKilogram, amounts: 0.1...0.75, source: "review")])

    @Test(arguments: [
        (56.0, false), (67.2, false), (44.8, false), (67.3, true), (44.7, true), (84, true), (28, true),
    ])
    func aFifthOffThePlan(amount: Double, isAsked: Bool) {
        let check = DoseCheck(
            Dose(amount, .milligrams), planned: Dose(56, .milligrams), route: nasal, on: today)
        #expect(!check.questions.isEmpty == isAsked)
        #expect(check.notCompared == nil)
    }

    @Test(arguments: [(27.9, true), (28, false), (84, false), (84.1, true), (560, true)])
    func outsideTheRoutesRange(amount: Double, isAsked: Bool) {
        let check = DoseCheck(Dose(amount, .milligrams), planned: nil, route: nasal, on: today)
        #expect(!check.questions.isEmpty == isAsked)
    }

    @Test(arguments: [0.4, 0.6, 0.1 + 0.2 + 0.3])
    func binaryFractionsAskNothing(amount: Double) {
        let planned = Dose(0.5, .milligramsPerKilogram)
        let check = DoseCheck(
            Dose(amount, .milligramsPerKilogram), planned: planned, route: vein, on: today)
        #expect(check.questions.isEmpty)
    }

    /// 40 mg beside a plan of 0.5 mg/kg: one is never turned into the other without a weight of late.
    @Test(
        arguments: [
            (nil, nil, false), (80, 0, true), (80, 30, true), (80, 31, false), (80, -1, false), (0, 0, false),
        ] as [(Double?, Int?, Bool)])
    func unitsNeedAWeightOfThirtyDays(kilograms: Double?, age: Int?, isCompared: Bool) {
        let weight = kilograms.map { BodyWeight(kilograms: $0, date: today.adding(days: -(age ?? 0))) }
        let planned = Dose(0.5, .milligramsPerKilogram)
        let check = DoseCheck(
            Dose(40, .milligrams), planned: planned, route: vein, weight: weight, on: today)
        #expect((check.notCompared == nil) == isCompared)
        #expect(check.questions.isEmpty)
    }

    @Test func withAWeightBothAreCompared() {
        let weight = BodyWeight(kilograms: 80, date: today)
        let check = DoseCheck(
            Dose(80, .milligrams), planned: Dose(0.5, .milligramsPerKilogram), route: vein, weight: weight,
            on: today)
        #expect(check.questions.count == 2)
        #expect(check.questions.first?.words == "that is 100 % more than the 0.5 mg/kg of the plan")
        #expect(
            check.questions.last?.words == "what is known of IV doses runs from 0.1 to 0.75 mg/kg")
    }

    @Test func withoutAPlanAndARouteNothingIsAsked() {
        let check = DoseCheck(Dose(9999, .milligrams), planned: nil, route: nil, on: today)
        #expect(check.questions.isEmpty && check.notCompared == nil)
    }
}
