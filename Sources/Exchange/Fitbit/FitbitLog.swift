// One sleep log of a Fitbit export, its fields read and checked.

import CareDomain
import PlainJSON

/// What a log says, before any of its clock times is given a zone.
struct FitbitLog {
    /// A stretch of one level, as the file has it.
    struct Segment {
        var level: String
        /// 0 and more.
        var seconds: Int
    }

    /// A waking of up to three minutes that lies over the stretches.
    struct ShortWake {
        /// Seconds on the clock from the log's start.
        var offset: Int
        var seconds: Int
    }

    /// No sleep log is longer than this; what is says that a number is not one of seconds.
    static let longestSeconds = 2 * 86_400

    var id: String
    var dateOfSleep: CivilDate
    var start: CivilTime
    /// The reading at the end; nil where there is none.
    var end: CivilTime?
    /// Seconds, as the file gives them: one hour off where the clocks change in the night.
    var statedSeconds: Int?
    var minutesAsleep: Int?
    var isMainSleep: Bool
    var segments: [Segment]
    var shortWakes: [ShortWake]
}

extension FitbitLog {
    /// - Throws: `RowRefused` with the first thing that is missing or makes no sense.
    init(_ value: JSONValue) throws(RowRefused) {
        guard value.object != nil else { throw RowRefused("not a sleep log") }
        id = try Self.identifier(value["logId"])
        guard let date = value["dateOfSleep"]?.string.flatMap({ CivilDate($0) }) else {
            throw RowRefused("dateOfSleep is missing or no date")
        }
        dateOfSleep = date
        guard let start = Self.clock(value["startTime"]) else {
            throw RowRefused("startTime is missing or no time")
        }
        self.start = start
        end = Self.clock(value["endTime"])
        if end == nil, value["endTime"].map({ !$0.isNull }) == true { throw RowRefused("endTime is no time") }
        let milliseconds = try Self.amount(
            value["duration"], named: "duration", most: Self.longestSeconds * 1000)
        statedSeconds = milliseconds.map { $0 / 1000 }
        minutesAsleep = try Self.amount(
            value["minutesAsleep"], named: "minutesAsleep", most: Self.longestSeconds / 60)
        guard let isMain = (value["mainSleep"] ?? value["isMainSleep"])?.bool else {
            throw RowRefused("mainSleep is missing or neither true nor false")
        }
        isMainSleep = isMain
        segments = []
        var total = 0
        for entry in value["levels"]?["data"]?.array ?? [] {
            guard let level = entry["level"]?.string else { throw RowRefused("a stage without a level") }
            segments.append(Segment(level: level, seconds: try Self.seconds(entry)))
            total += segments.last?.seconds ?? 0
            guard total <= Self.longestSeconds else {
                throw RowRefused("its stages last for more than two days")
            }
        }
        shortWakes = []
        for entry in value["levels"]?["shortData"]?.array ?? [] {
            guard let at = Self.clock(entry["dateTime"]) else {
                throw RowRefused("a short waking without a time")
            }
            let offset = at.wallSeconds - start.wallSeconds
            guard offset >= 0 else { throw RowRefused("a short waking before startTime") }
            shortWakes.append(ShortWake(offset: offset, seconds: try Self.seconds(entry)))
        }
    }

    private static func identifier(_ value: JSONValue?) throws(RowRefused) -> String {
        switch value {
        case .integer(let number)?: return String(number)
        case .string(let text)? where !text.isEmpty && text.utf8.count <= 64: return text
        default: throw RowRefused("logId is missing")
        }
    }

    /// A reading of the clock without a zone; nil for anything else.
    private static func clock(_ value: JSONValue?) -> CivilTime? {
        guard let text = value?.string, let (time, _, rest) = ISOTime.civil(text), rest.isEmpty else {
            return nil
        }
        return time
    }

    private static func seconds(_ entry: JSONValue) throws(RowRefused) -> Int {
        guard let seconds = try amount(entry["seconds"], named: "seconds", most: longestSeconds) else {
            throw RowRefused("a stage without seconds")
        }
        return seconds
    }

    /// Nil where the value is not given.
    private static func amount(
        _ value: JSONValue?, named name: String, most: Int
    ) throws(RowRefused) -> Int? {
        guard let value, !value.isNull else { return nil }
        guard let number = value.int else { throw RowRefused("\(name) is no whole number") }
        if number < 0 { throw RowRefused("\(name) is less than zero") }
        if number > most { throw RowRefused("\(name) is more than two days") }
        return number
    }
}
