// The questionnaires that fit a person, and when each is due.

import CareDomain
import PlainJSON

struct CheckInList {
    private let shelf: InstrumentShelf

    init(_ shelf: InstrumentShelf) { self.shelf = shelf }

    private static let keys = [
        "patient", "instrument", "title", "state", "why", "from", "last", "lastTotal", "lastBand", "items",
        "openItems", "recallDays",
    ]

    func put(in invocation: inout Invocation) throws {
        let subjects = try invocation.subjects()
        let showsWho = subjects.count > 1
        var listing = Listing(
            keys: Self.keys,
            columns: (showsWho ? [TextTable.Column.left("Person", limit: 20)] : []) + [
                .left("Name"), .left("About"), .right("Items"), .left("When", limit: 60), .right("Last"),
                .left("On"),
            ],
            whenEmpty: "Nothing is asked for. 'lull patient set --condition' says what a person lives with.")
        for subject in subjects {
            let schedule = CheckInSchedule(
                subject.history, instruments: shelf.all, now: invocation.now, zone: subject.zone)
            for item in schedule.list {
                let who: [String?] = showsWho ? [subject.history.displayName] : []
                listing.add(Self.object(item, of: subject), cells: who + Self.cells(item, subject.today))
            }
        }
        try invocation.put(listing)
    }

    private static func object(_ item: DueCheckIn, of subject: Subject) -> JSONObject {
        var object: JSONObject = [
            "patient": .string(subject.id.text), "instrument": .string(item.instrument.name),
            "title": .string(item.instrument.title), "state": .string(item.state.key),
            "from": .optional(item.from), "last": .optional(item.last?.date),
            "lastTotal": .optional(item.last?.total), "lastBand": .optional(item.last?.score.band),
            "items": .integer(item.instrument.items.count),
            "recallDays": .integer(item.instrument.timing.recallDays),
        ]
        if case .waiting(let why) = item.state { object["why"] = .string(why.rawValue) }
        if case .begun(let open) = item.state { object["openItems"] = .integer(open) }
        return object
    }

    private static func cells(_ item: DueCheckIn, _ today: CivilDate) -> [String?] {
        [
            item.instrument.name, item.instrument.about, "\(item.instrument.items.count)",
            item.words(today), item.last?.total.map(String.init), item.last?.date.words(on: today),
        ]
    }
}

extension DueCheckIn.State {
    fileprivate var key: String {
        switch self {
        case .due: "due"
        case .begun: "begun"
        case .waiting: "waiting"
        case .later: "later"
        }
    }
}
