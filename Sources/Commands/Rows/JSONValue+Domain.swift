// The domain's values as JSON has them: unknown is null.

import CareDomain
import PlainJSON

extension JSONValue {
    static func optional(_ date: CivilDate?) -> JSONValue { optional(date?.description) }
    static func optional(_ clock: ClockTime?) -> JSONValue { optional(clock?.description) }
    static func optional(_ instant: OffsetInstant?) -> JSONValue { optional(instant?.text()) }
    static func optional(_ length: Minutes?) -> JSONValue { optional(length?.value) }
    static func optional(_ share: Percent?) -> JSONValue { optional(share?.value) }
    static func optional(_ object: JSONObject?) -> JSONValue { object.map { .object($0) } ?? .null }

    /// An instant on the clocks of a place.
    static func instant(_ instant: Instant?, in zone: Zone) -> JSONValue {
        optional(instant.map { OffsetInstant($0, in: zone) })
    }
}
