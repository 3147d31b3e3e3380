// What is known of a person, as options.

import ArgumentParser
import CareDomain

struct PersonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The person's name.", valueName: "name"), transform: Parse.text)
    var name: String?

    @Option(help: ArgumentHelp("The year of birth.", valueName: "year"), transform: Parse.whole(1850...9999))
    var bornYear: Int?

    @Option(
        help: ArgumentHelp("A condition; give it once for each.", valueName: "word"), transform: Parse.text)
    var condition: [String] = []

    @Option(
        help: ArgumentHelp("A caution, such as epilepsy; once for each.", valueName: "word"),
        transform: Parse.text)
    var caution: [String] = []

    @Option(help: ArgumentHelp("The planned bedtime.", valueName: "hh:mm"), transform: Parse.clock)
    var bed: ClockTime?

    @Option(help: ArgumentHelp("The planned time of getting up.", valueName: "hh:mm"), transform: Parse.clock)
    var rise: ClockTime?

    func validate() throws {
        if (bed == nil) != (rise == nil) {
            throw ValidationError("give --bed and --rise together, or neither")
        }
    }

    /// - Parameter zone: the name of the zone at home; nil where the machine's counts.
    func details(zone: String?) -> PersonDetails {
        var details = PersonDetails(
            name: name, zone: zone, bornYear: bornYear, conditions: condition, cautions: caution)
        if let bed, let rise { details.target = SleepTarget(bed: bed, rise: rise) }
        return details
    }
}
