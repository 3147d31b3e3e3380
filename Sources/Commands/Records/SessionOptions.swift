// A dose and a reading, as options.

import ArgumentParser
import CareDomain

struct DoseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("iv, im, nasal, sublingual or oral.", valueName: "route"))
    var route: Route?

    @Option(
        name: .customLong("dose"), help: ArgumentHelp("How much.", valueName: "number"),
        transform: Parse.amount)
    var amount: Double?

    @Option(help: ArgumentHelp("mg or mg/kg.", valueName: "unit"))
    var unit: Dose.Unit?

    func validate() throws {
        // The one is never guessed from the other.
        if (amount == nil) != (unit == nil) {
            throw ValidationError("give --dose and --unit together, or neither")
        }
    }

    var dose: Dose? { amount.flatMap { amount in unit.map { Dose(amount, $0) } } }
}

struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Minutes since the dose, of the reading.", valueName: "n"),
        transform: Parse.whole(-1440...10_080))
    var minute: Int?

    @Option(
        help: ArgumentHelp("Upper blood pressure, mmHg.", valueName: "n"), transform: Parse.whole(0...400))
    var systolic: Int?

    @Option(
        help: ArgumentHelp("Lower blood pressure, mmHg.", valueName: "n"), transform: Parse.whole(0...400))
    var diastolic: Int?

    @Option(help: ArgumentHelp("Beats a minute.", valueName: "n"), transform: Parse.whole(0...400))
    var pulse: Int?

    @Option(
        help: ArgumentHelp("Oxygen saturation, percent.", valueName: "n"), transform: Parse.whole(0...100))
    var saturation: Int?

    @Option(
        help: ArgumentHelp("Sedation, on the clinic's scale.", valueName: "n"),
        transform: Parse.whole(-5...10))
    var sedation: Int?

    @Option(help: ArgumentHelp("Dissociation, 0 to 10.", valueName: "n"), transform: Parse.whole(0...10))
    var dissociation: Int?

    /// One reading, at the dose where no minute is given; none where nothing was read.
    var observations: [Session.Observation] {
        let values = [systolic, diastolic, pulse, saturation, sedation, dissociation]
        guard values.contains(where: { $0 != nil }) else { return [] }
        return [
            Session.Observation(
                minute: minute ?? 0, systolic: systolic, diastolic: diastolic, pulse: pulse,
                saturation: saturation,
                sedation: sedation, dissociation: dissociation)
        ]
    }
}
