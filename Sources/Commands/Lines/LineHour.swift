// What a person needs first at this hour.

import CareDomain

enum LineHour {
    case afterSession, night, morning, day, evening

    init(_ subject: Subject, now: Instant) {
        let limits = CheckInLimits()
        let target = subject.history.details.target
        let bed = (target?.bed ?? limits.usualBed).minutesAfterMidnight
        let rise = (target?.rise ?? limits.usualRise).minutesAfterMidnight
        let clock = subject.zone.clock(now).minutesAfterMidnight
        let evening = bed - Int(limits.quietBeforeBed.value)
        if subject.history.sessionNotSleptOff(at: now, in: subject.zone) != nil {
            self = .afterSession
        } else if (clock - bed).modulo(1440) < (rise - bed).modulo(1440) {
            self = .night
        } else if (clock - evening).modulo(1440) < (bed - evening).modulo(1440) {
            self = .evening
        } else {
            let isLogged = subject.history.mainNight(on: subject.today) != nil
            self = clock < 12 * 60 && !isLogged ? .morning : .day
        }
    }

    /// Figures of past nights have their place by day.
    var hasFigures: Bool { self == .morning || self == .day }

    /// The choices that come first.
    var first: [String] {
        switch self {
        case .afterSession: ["effects", "ground", "tonight", "call", "note", "relax"]
        case .night: ["ground", "relax", "note", "call", "tonight"]
        case .morning: ["log", "tonight", "check-in", "day"]
        case .day: ["tonight", "check-in", "day"]
        case .evening: ["tonight", "day", "relax", "note"]
        }
    }
}
