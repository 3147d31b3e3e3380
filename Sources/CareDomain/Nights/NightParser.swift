// Reads the fields of a typed night one by one, and collects what is wrong with each.

struct NightParser {
    let draft: NightDraft
    let zone: Zone
    let skipped: SkippedTime
    var problems = NightProblems()

    init(draft: NightDraft, zone: Zone, skipped: SkippedTime) {
        self.draft = draft
        self.zone = zone
        self.skipped = skipped
    }

    private func text(_ field: NightField) -> String? {
        let trimmed = draft[field].trimmingSpaces
        return trimmed.isEmpty ? nil : trimmed
    }

    mutating func date(default today: CivilDate) -> CivilDate {
        guard let text = text(.date) else { return today }
        if let date = CivilDate(text) { return date }
        problems.add(.notADate, to: .date)
        return today
    }

    /// From getting up backwards, each event the latest reading not after the one that follows it.
    mutating func readClockTimes(into night: inout Night) {
        let end = CivilTime(night.date.adding(days: 1), secondOfDay: 0)
        let noon = CivilTime(night.date, secondOfDay: 43_200)
        var limit = zone.instant(end).adding(seconds: -1)
        var anchored = false
        for (field, path) in [
            (NightField.outOfBed, \Night.outOfBed), (.finalAwake, \.finalAwake), (.trySleep, \.trySleep),
            (.intoBed, \.intoBed),
        ] {
            if field == .trySleep, !anchored { limit = zone.instant(noon) }
            guard let instant = event(field, notAfter: limit, marks: &night.marks) else { continue }
            night[keyPath: path] = instant
            limit = instant
            anchored = true
        }
    }

    private mutating func event(
        _ field: NightField, notAfter limit: Instant, marks: inout Set<NightMark>
    ) -> Instant? {
        guard let text = text(field) else { return nil }
        if let stated = OffsetInstant(text) { return stated.instant }
        guard let clock = ClockTime(typed: text) else {
            problems.add(.notAClockTime, to: field)
            return nil
        }
        for date in [zone.date(limit), zone.date(limit).adding(days: -1)] {
            switch zone.reading(CivilTime(date, clock)) {
            case .one(let instant) where instant <= limit:
                return instant
            case .twice(_, let later) where later <= limit:
                marks.insert(.ambiguousTime)
                return later
            case .twice(let earlier, _) where earlier <= limit:
                return earlier
            case .never(let movedOn) where movedOn <= limit:
                if skipped == .refuse {
                    problems.add(.clockSkipped(zone.clock(movedOn)), to: field)
                    return nil
                }
                marks.insert(.shiftedTime)
                return movedOn
            default: continue
            }
        }
        return nil
    }

    mutating func readItems(into night: inout Night) {
        night.latency = minutes(.latency)
        night.awakenings = number(.awakenings, in: 0...99)
        night.wakeAfterSleepOnset = minutes(.wake)
        night.tryingAfterWaking = minutes(.trying)
        night.earlierThanPlanned = minutes(.early)
        night.quality = number(.quality, in: 1...5)
        night.refreshed = number(.refreshed, in: 1...5)
        night.nightmares = number(.nightmares, in: 0...99)
        night.distress = number(.distress, in: 0...10)
        night.ownSleep = minutes(.ownSleep)
        night.medication = text(.medication)
        night.comment = text(.comment)
    }

    private mutating func number(_ field: NightField, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(field) else { return nil }
        guard let value = Int(digits: text.utf8) else {
            problems.add(text.first == "-" ? .outOfRange(range) : .notANumber, to: field)
            return nil
        }
        guard range.contains(value) else {
            problems.add(.outOfRange(range), to: field)
            return nil
        }
        return value
    }

    /// Minutes as `45`, `45 min`, `1:10`, `1 h 10`; at most a day.
    private mutating func minutes(_ field: NightField) -> Minutes? {
        guard let text = text(field) else { return nil }
        guard let value = Minutes(typed: text) else {
            problems.add(text.first == "-" ? .outOfRange(0...1440) : .notANumber, to: field)
            return nil
        }
        guard value <= Minutes(1440) else {
            problems.add(.outOfRange(0...1440), to: field)
            return nil
        }
        return value
    }
}

extension Minutes {
    /// Reads `45`, `45 min`, `1:10`, `1h10`, `1 h 10 m`, `2h`, `12.5`; nil for anything else.
    package init?(typed text: String) {
        var letters = text.lowercased().filter { $0 != " " }
        for suffix in ["minutes", "mins", "min", "m"] where letters.hasSuffix(suffix) {
            letters.removeLast(suffix.count)
            break
        }
        if let separator = letters.firstIndex(where: { $0 == "h" || $0 == ":" }) {
            let after = letters[letters.index(after: separator)...]
            guard let hours = Int(digits: letters[..<separator].utf8),
                let rest = after.isEmpty ? (letters[separator] == "h" ? 0 : nil) : Int(digits: after.utf8),
                rest < 60, hours <= 1000
            else { return nil }
            self.init(hours * 60 + rest)
            return
        }
        guard letters.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let value = Double(letters), value.isFinite
        else { return nil }
        self.init(value)
    }
}

extension String {
    /// The text without the white space at its ends.
    package var trimmingSpaces: String {
        // Most texts begin and end with visible ASCII, which the bytes alone tell.
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) {
            return self
        }
        var text = Substring(self)
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
