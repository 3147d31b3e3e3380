// A day's habits as a row of `habits`: the keys of the journal.

import CareDomain
import JournalStore
import PlainJSON

enum HabitsRow {
    static let keys = [
        "id", "patient", "day", "freeDay", "caffeine", "nicotineLast", "alcoholDrinks", "alcoholLast",
        "screensLast", "exercise", "mealLast", "light", "stimulants", "room", "windDown", "worryTime",
    ]

    static let columns: [TextTable.Column] = [
        .left("Day"), .right("Caffeine"), .right("Last"), .right("Alcohol"), .right("Nicotine"),
        .right("Screens"), .right("Exercise"), .right("Wind-down"), .left("Room", limit: 24),
    ]

    static func object(_ habits: Entry<Habits>, of person: PersonID) -> JSONObject {
        var object = RecordBody.habits(habits.value).fields
        object["id"] = .string(habits.id.text)
        object["patient"] = .string(person.text)
        return object.complete(keys)
    }

    static func cells(_ habits: Entry<Habits>) -> [String?] {
        let value = habits.value
        let amount = value.caffeine.map(\.milligrams).reduce(0, +)
        let last = value.caffeine.map(\.at).max { $0.instant < $1.instant }
        return [
            value.day.words, last.map { _ in NumberWords.decimal(amount) + " mg" }, last.map(clock),
            value.alcoholDrinks.map { NumberWords.decimal($0) }, value.nicotineLast.map(clock),
            value.screensLast.map(clock), value.exercise.map(words),
            value.windDown.map { $0 ? "yes" : "no" }, words(value.room),
        ]
    }

    private static func clock(_ instant: OffsetInstant) -> String { instant.civil.clock.description }

    private static func words(_ tick: Habits.Tick) -> String {
        switch tick {
        case .yes: "yes"
        case .no: "no"
        case .at(let instant): clock(instant)
        }
    }

    /// `dark, not quiet`; nil where nothing was said.
    private static func words(_ room: Habits.Room) -> String? {
        let items = [
            ("dark", room.dark), ("quiet", room.quiet), ("cool", room.cool), ("calm", room.calm),
            ("comfortable", room.comfortable),
        ]
        let said = items.compactMap { word, answer in answer.map { $0 ? word : "not " + word } }
        return said.isEmpty ? nil : said.joined(separator: ", ")
    }
}
