// When a step can be taken about a flag: one rule for the screen and the command line.

/// A flag that has waited is closed with a reason in words, or after a call that reached the person; nothing
/// rests through a day that is over.
package enum FlagStep {
    package enum Problem: Equatable, Sendable {
        /// It is for now or for the same day, and neither a reason nor a call closes it.
        case needsReason
        /// The last day of its rest is not after today.
        case restIsOver
    }

    /// True for levels of which each flag is looked at by itself: none of them is closed without a reason or
    /// a call, or marked together with others.
    package static func isAlone(_ level: FlagLevel) -> Bool { level >= .sameDay }

    /// What stands in the way of writing an acknowledgement; nil where nothing does.
    /// - Parameters:
    ///   - note: the reason in words; nil, or nothing but blanks, for none.
    ///   - until: the day through which it is to rest; nil for no rest.
    ///   - calls: those of the person, one that is about to be written among them.
    ///   - zone: where the days of calls are read.
    package static func problem(
        _ state: Acknowledgement.State, of flag: ReviewFlag, note: String?, until: CivilDate?,
        calls: [Call], today: CivilDate, in zone: Zone
    ) -> Problem? {
        if state == .closed, isAlone(flag.level), (note ?? "").trimmingSpaces.isEmpty,
            !calls.contains(where: { answers($0, flag, in: zone) })
        {
            return .needsReason
        }
        if let until, until <= today { return .restIsOver }
        return nil
    }

    /// True for a call that names the flag, reached the person, and was made since it opened last: one from
    /// before it came back says nothing of what came back.
    package static func answers(_ call: Call, _ flag: ReviewFlag, in zone: Zone) -> Bool {
        call.about.contains(flag.id) && call.reached == .yes
            && zone.date(call.start.instant) >= flag.openedOn
    }
}
