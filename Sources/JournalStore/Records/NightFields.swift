// The keys of nights and naps.

import CareDomain
import PlainJSON

/// Where the rules behind a zone's name come from.
package protocol ZoneSource {
    /// Nil for a name that is not known.
    func zone(named name: String) -> Zone?
}

extension Zone {
    /// The zone of a name, or of an offset written in its place. For a name that is not known, the offset of
    /// the record's own instants holds throughout, so that its clock times are shown as they were written.
    init(stored name: String, instants: [OffsetInstant], zones: some ZoneSource) {
        if let known = zones.zone(named: name) {
            self = known
        } else {
            let offset = ISOTime.offset(name) ?? instants.last?.offsetSeconds ?? 0
            self.init(name: name, offsetSeconds: offset)
        }
    }
}

extension Night {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("night", date)
        fields.add("zone", zone.name)
        fields.add("intoBed", placed(intoBed))
        fields.add("trySleep", placed(trySleep))
        fields.add("sleepOnsetLatencyMinutes", latency)
        fields.add("awakenings", awakenings)
        fields.add("wakeAfterSleepOnsetMinutes", wakeAfterSleepOnset)
        fields.add("finalAwake", placed(finalAwake))
        fields.add("tryingMinutes", tryingAfterWaking)
        fields.add("earlyWakeMinutes", earlierThanPlanned)
        fields.add("outOfBed", placed(outOfBed))
        fields.add("quality", quality)
        fields.add("refreshed", refreshed)
        fields.add("nightmares", nightmares)
        fields.add("distress", distress)
        fields.add("ownSleepMinutes", ownSleep)
        fields.add("medication", medication)
        fields.add("comment", comment)
        if let recording {
            fields.add("sleepStart", placed(recording.start))
            fields.add("stages", JSONValue.array(recording.runs.map(\.field)))
        }
        fields.add("vendor", vendor)
        fields.add("marks", list: marks.map(\.rawValue).sorted().map { .string($0) })
        return fields
    }

    private func placed(_ instant: Instant?) -> OffsetInstant? { instant.map { OffsetInstant($0, in: zone) } }

    init(from fields: inout FieldReader, zones: some ZoneSource) throws(FieldProblem) {
        let date = try fields.required("night", try fields.date("night"))
        let zoneName = try fields.required("zone", try fields.string("zone"))
        guard zoneName.utf8.count <= 64 else {
            throw fields.problem("zone", .unknown(fields.quoted(zoneName)))
        }
        let intoBed = try fields.instant("intoBed")
        let trySleep = try fields.instant("trySleep")
        let latency = try fields.minutes("sleepOnsetLatencyMinutes")
        let awakenings = try fields.int("awakenings", 0...1000)
        let wake = try fields.minutes("wakeAfterSleepOnsetMinutes")
        let finalAwake = try fields.instant("finalAwake")
        let trying = try fields.minutes("tryingMinutes")
        let early = try fields.minutes("earlyWakeMinutes")
        let outOfBed = try fields.instant("outOfBed")
        self.init(date: date, zone: .utc)
        self.intoBed = intoBed?.instant
        self.trySleep = trySleep?.instant
        self.latency = latency
        self.awakenings = awakenings
        wakeAfterSleepOnset = wake
        self.finalAwake = finalAwake?.instant
        tryingAfterWaking = trying
        earlierThanPlanned = early
        self.outOfBed = outOfBed?.instant
        quality = try fields.int("quality", 1...5)
        refreshed = try fields.int("refreshed", 1...5)
        nightmares = try fields.int("nightmares", 0...100)
        distress = try fields.int("distress", 0...10)
        ownSleep = try fields.minutes("ownSleepMinutes")
        medication = try fields.string("medication")
        comment = try fields.string("comment")
        let sleepStart = try fields.instant("sleepStart")
        recording = try StageRecording(start: sleepStart?.instant, from: &fields)
        vendor = try fields.string("vendor")
        marks = Set(try fields.words("marks"))
        let instants = [intoBed, trySleep, finalAwake, sleepStart, outOfBed].compactMap { $0 }
        zone = Zone(stored: zoneName, instants: instants, zones: zones)
    }
}

extension StageRecording.Run {
    fileprivate var field: JSONValue { [.integer(Int64(seconds)), .string(String(stage.rawValue))] }
}

extension StageRecording {
    /// Nil where there are no stages.
    fileprivate init?(start: Instant?, from fields: inout FieldReader) throws(FieldProblem) {
        guard let value = fields.value("stages") else { return nil }
        let form = "a list of [seconds, letter]"
        guard case .array(let list) = value else { throw fields.problem("stages", .expected(form)) }
        var runs: [Run] = []
        runs.reserveCapacity(list.count)
        for element in list {
            guard case .array(let pair) = element, pair.count == 2, let seconds = pair[0].int,
                let letters = pair[1].string, letters.count == 1, let letter = letters.first,
                let stage = Stage(rawValue: letter)
            else { throw fields.problem("stages", .expected(form)) }
            // A week in one state is no sleep; it also keeps the sum of a line far from overflowing.
            guard (0...604_800).contains(seconds) else {
                throw fields.problem("stages", .outside("0 to 604800"))
            }
            runs.append(Run(seconds: seconds, stage: stage))
        }
        guard let start else { throw fields.problem("sleepStart", .missing) }
        self.init(start: start, runs: runs)
    }
}

extension Nap {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("start", start)
        fields.add("end", end)
        fields.add("minutes", givenMinutes)
        fields.add("zone", zone)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            start: try fields.required("start", try fields.instant("start")), end: try fields.instant("end"),
            givenMinutes: try fields.minutes("minutes"), zone: try fields.string("zone"))
    }
}
