// What is known of a person, as options.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct PersonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The person's name.", valueName: "name"), transform: Parse.text)
    var name: String?

    @Option(help: ArgumentHelp("The year of birth.", valueName: "year"), transform: Parse.whole(0...9999))
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

    @Option(
        help: ArgumentHelp("The days of work, such as mon,tue,fri.", valueName: "days"),
        transform: Self.weekdays)
    var workDays: [Weekday]?

    @Option(
        help: ArgumentHelp("A setting; once for each, without a value to drop it.", valueName: "name=value"),
        transform: Self.setting)
    var setting: [OpenObject.Pair] = []

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
        details.workDays = workDays ?? []
        apply(settingsTo: &details)
        return details
    }

    func apply(settingsTo details: inout PersonDetails) {
        for pair in setting { details.settings[pair.name] = pair.value == .null ? nil : pair.value }
    }

    private static func weekdays(_ text: String) throws -> [Weekday] {
        try text.split(separator: ",").map { word in
            guard let day = Weekday(word: String(word).trimmingSpaces.lowercased()) else {
                throw ValidationError("give days such as mon,tue,fri")
            }
            return day
        }
    }

    /// A value that is JSON is kept as that, any other as text; null stands for one to drop.
    private static func setting(_ text: String) throws -> OpenObject.Pair {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw ValidationError("give a name and a value, such as voice=true")
        }
        let value = String(text[text.index(after: sign)...])
        if value.isEmpty { return OpenObject.Pair(String(text[..<sign]), .null) }
        let json = try? JSONReader.value(value)
        return OpenObject.Pair(String(text[..<sign]), json.map { OpenValue($0) } ?? .text(value))
    }
}
