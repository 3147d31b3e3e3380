// Who has seen a flag, and when: the first to read it, and those who have said so.

import CareDomain
import JournalStore
import PlainJSON

struct FlagSeeing {
    private struct Look {
        var at: OffsetInstant
        var by: String
        /// `read`, or the state of an acknowledgement.
        var what: String
    }

    private let looks: [Look]
    private let first: FlagReading?

    /// - Parameters:
    ///   - acknowledgements: of the person, as far as they are known.
    ///   - reading: who has read it first; nil where that is not noted.
    ///   - now: nothing after it counts.
    init(
        _ flag: ReviewFlag, _ acknowledgements: [Entry<Acknowledgement>], _ reading: FlagReading?,
        by now: Instant
    ) {
        first = reading.flatMap { $0.at.instant <= now ? $0 : nil }
        let said = acknowledgements.filter { $0.value.flag == flag.id && $0.frame.at.instant <= now }
        let looks =
            (first.map { [Look(at: $0.at, by: $0.by, what: "read")] } ?? [])
            + said.map { Look(at: $0.frame.at, by: $0.frame.author, what: $0.value.state.rawValue) }
        self.looks = looks.enumerated().sorted { a, b in
            (a.element.at.instant, a.offset) < (b.element.at.instant, b.offset)
        }.map(\.element)
    }

    static let keys = ["firstRead", "seenBy"]

    /// - Parameter object: what is known of the flag itself.
    func added(to object: JSONObject) -> JSONObject {
        var object = object
        object["firstRead"] = .optional(first?.at)
        object["seenBy"] = .array(
            looks.map { look in
                .object(["by": .string(look.by), "at": .optional(look.at), "what": .string(look.what)])
            })
        return object
    }

    var words: String {
        if looks.isEmpty { return "nobody" }
        return looks.map { look in
            let civil = look.at.civil
            return "\(look.by) (\(look.what) \(civil.date.dayMonth) \(civil.clock))"
        }.joined(separator: ", ")
    }
}
