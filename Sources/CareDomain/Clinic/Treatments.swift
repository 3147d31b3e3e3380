// What else is done for a person: referrals, therapies, and changes of the treatment.

package struct Referral: Equatable, Sendable {
    /// To whom.
    package var to: String
    package var why: String?
    package var sent: DayOrTime?
    /// When the person was seen there.
    package var seen: DayOrTime?
    package var outcome: String?

    package init(
        to: String, why: String? = nil, sent: DayOrTime? = nil, seen: DayOrTime? = nil,
        outcome: String? = nil
    ) {
        self.to = to
        self.why = why
        self.sent = sent
        self.seen = seen
        self.outcome = outcome
    }
}

/// A therapy beside the sessions, such as one for insomnia or trauma.
package struct Therapy: Equatable, Sendable {
    package var what: String
    package var start: DayOrTime?
    package var end: DayOrTime?
    package var outcome: String?

    package init(what: String, start: DayOrTime? = nil, end: DayOrTime? = nil, outcome: String? = nil) {
        self.what = what
        self.start = start
        self.end = end
        self.outcome = outcome
    }
}

/// A change of the treatment: a sleep window, a dose, a schedule.
package struct Adjustment: Equatable, Sendable {
    package var what: String
    /// As it was, in words.
    package var from: String?
    /// As it is to be, in words.
    package var to: String?
    package var why: String?
    package var effective: DayOrTime?

    package init(
        what: String, from: String? = nil, to: String? = nil, why: String? = nil,
        effective: DayOrTime? = nil
    ) {
        self.what = what
        self.from = from
        self.to = to
        self.why = why
        self.effective = effective
    }
}
