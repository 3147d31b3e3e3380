// A night as it is typed: text in fields, not yet known to make sense.

/// The items of a night, in the order in which a person meets them.
package enum NightField: String, CaseIterable, Hashable, Sendable {
    case date, intoBed, trySleep, latency, awakenings, wake, finalAwake, trying, early, outOfBed
    case quality, refreshed, nightmares, distress, ownSleep, medication, comment

    /// True for the four readings of the clock.
    package var isClockTime: Bool {
        switch self {
        case .intoBed, .trySleep, .finalAwake, .outOfBed: true
        default: false
        }
    }
}

/// What a person typed into the fields; a blank one is unknown.
package struct NightDraft: Equatable, Sendable {
    private var texts: [NightField: String] = [:]

    package init() {}

    package subscript(field: NightField) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }

    package var isEmpty: Bool { texts.isEmpty }
}

/// Why a field, or the night as a whole, cannot be taken.
package enum NightProblem: Equatable, Sendable {
    case notADate
    /// The morning has not come yet.
    case inTheFuture
    case notAClockTime
    /// The clock skipped this time; the instant is the reading moved on.
    case clockSkipped(ClockTime)
    case notANumber
    /// Outside the range that the item has.
    case outOfRange(ClosedRange<Int>)
    case finalAwakeAfterOutOfBed
    /// Later than what comes after it in a night, which only times with a date can be.
    case notInOrder
    /// More than 18 hours from going to bed to getting up: one of the times is on the wrong side of the
    /// night.
    case orderTooLong
    /// Falling asleep would come after the last waking.
    case asleepAfterFinalAwake
    /// Awake for longer than the whole sleep period.
    case awakeExceedsSleepPeriod
    case wakeWithoutAwakenings
    /// Trying to sleep on for longer than the time between waking and getting up.
    case tryingExceedsLyingAwake
    /// Nothing at all was given beside the date.
    case nothingGiven
}

package struct NightProblems: Error, Equatable, Sendable {
    package private(set) var list: [(field: NightField, problem: NightProblem)] = []

    package init() {}

    package mutating func add(_ problem: NightProblem, to field: NightField) { list.append((field, problem)) }
    package var isEmpty: Bool { list.isEmpty }

    /// The first problem of a field.
    package subscript(field: NightField) -> NightProblem? { list.first { $0.field == field }?.problem }

    package static func == (a: NightProblems, b: NightProblems) -> Bool {
        a.list.elementsEqual(b.list) { $0.field == $1.field && $0.problem == $1.problem }
    }
}

/// What to do with a clock time that the clocks skipped.
package enum SkippedTime: Sendable {
    /// A person who is there can say what was meant.
    case refuse
    /// A file cannot be asked: the reading is moved on by the gap, and the night marked.
    case moveOn
}

extension Night {
    /// The only way from typed text to a night.
    ///
    /// The row's date is the date of getting up. Getting up lies on it; each earlier event is the latest
    /// instant, on the clock of the zone, that is not after the next one. Where neither the last waking nor
    /// getting up is known, going to bed is taken as the latest such reading before noon of the date.
    /// - Parameters:
    ///   - today: the date that a blank date stands for, and the last one that can be logged.
    ///   - now: nothing may lie after it; nil where nothing is known of it.
    /// - Throws: every problem of every field.
    package init(
        _ draft: NightDraft, zone: Zone, today: CivilDate, now: Instant? = nil, skipped: SkippedTime = .refuse
    ) throws(NightProblems) {
        var parser = NightParser(draft: draft, zone: zone, skipped: skipped)
        let date = parser.date(default: today)
        self.init(date: date, zone: zone)
        if date > today { parser.problems.add(.inTheFuture, to: .date) }
        parser.readClockTimes(into: &self)
        if let now, parser.problems.isEmpty, let last = outOfBed ?? finalAwake, last > now {
            parser.problems.add(.inTheFuture, to: outOfBed != nil ? .outOfBed : .finalAwake)
        }
        parser.readItems(into: &self)
        if parser.problems.isEmpty { parser.problems = problems }
        if parser.problems.isEmpty, isEmpty { parser.problems.add(.nothingGiven, to: .outOfBed) }
        if !parser.problems.isEmpty { throw parser.problems }
    }

    /// True where nothing beside the date is known.
    package var isEmpty: Bool {
        self == Night(date: date, zone: zone)
    }

    /// What contradicts itself between the items. Limits: 12 hours from waking to getting up, 18 hours from
    /// bed to getting up; both are Lull's own.
    package var problems: NightProblems {
        var found = NightProblems()
        let m = measures
        let times: [(NightField, Instant?)] = [
            (.intoBed, m.intoBed), (.trySleep, m.trySleep), (.finalAwake, m.finalAwake),
            (.outOfBed, m.outOfBed),
        ]
        let known = times.compactMap { field, instant in instant.map { (field, $0) } }
        for ((field, instant), (_, next)) in zip(known, known.dropFirst())
        where instant > next && field != .finalAwake {
            found.add(.notInOrder, to: field)
        }
        if !found.isEmpty { return found }
        if let intoBed, let trySleep, trySleep.since(intoBed) > Minutes(1080) {
            found.add(.orderTooLong, to: .intoBed)
        } else if let lying = m.terminalWake, lying > Minutes(720) || lying < .zero {
            found.add(.finalAwakeAfterOutOfBed, to: .finalAwake)
        } else if let first = intoBed ?? trySleep, let last = outOfBed ?? finalAwake,
            last.since(first) > Minutes(1080)
        {
            found.add(.orderTooLong, to: intoBed != nil ? .intoBed : .trySleep)
        } else if let period = m.sleepPeriod, period < .zero {
            found.add(.asleepAfterFinalAwake, to: .latency)
        } else if let sleep = m.totalSleep, sleep < .zero {
            found.add(.awakeExceedsSleepPeriod, to: .wake)
        } else if latency == nil, let wake = m.wakeAfterSleepOnset, let trySleep, let finalAwake,
            wake > finalAwake.since(trySleep)
        {
            found.add(.awakeExceedsSleepPeriod, to: .wake)
        }
        if awakenings == 0, let wake = wakeAfterSleepOnset, wake > .zero {
            found.add(.wakeWithoutAwakenings, to: .wake)
        }
        if let tryingAfterWaking, let lying = m.terminalWake, lying >= .zero, tryingAfterWaking > lying {
            found.add(.tryingExceedsLyingAwake, to: .trying)
        }
        return found
    }
}
