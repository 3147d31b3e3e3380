// What a person needs first at this hour.

import CareDomain

enum LineHour {
    case afterSession, night, morning, day, evening

    init(_ subject: Subject, now: Instant) {
        let target = subject.history.details.target
        let bed = target?.bed.minutesAfterMidnight ?? 23 * 60
        let rise = target?.rise.minutesAfterMidnight ?? 5 * 60
        let clock = subject.zone.clock(now).minutesAfterMidnight
        func isBetween(_ from: Int, _ to: Int) -> Bool {
            (clock - from).modulo(1440) < (to - from).modulo(1440)
        }
        let isLogged = subject.history.mainNight(on: subject.today) != nil
        if subject.history.sessionNotSleptOff(at: now, in: subject.zone) != nil {
            self = .afterSession
        } else if target != nil, isBetween(bed, rise) {
            self = .night
        } else if !isLogged, isBetween(rise - 120, 12 * 60) {
            self = .morning
        } else if isBetween(bed - 120, rise) {
            self = .evening
        } else {
            self = .day
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
