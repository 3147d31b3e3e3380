// What the first page of the cohort says of one person: what is due today, and what is known before a dose.

/// It holds moments and no ages, so that it stays true until a record comes or the day turns.
package struct TodayFacts: Equatable, Sendable {
    /// The first number that is known; nil where none is.
    package let phone: Phone?
    /// When what a flag rests on came about, by the flag's id; only for open flags that somebody answered or
    /// a session raised.
    package let raisedAt: [String: Moment]
    /// What was done last about each open flag, by the flag's id; flags without anything are left out.
    package let lastActions: [String: FlagAction]
    /// Those of today, and one of the day before that nobody has noted the end of.
    package let sessions: [TreatmentSession]
    /// Nil without a session.
    package let beforeDose: BeforeDose?
    /// Nil where the diary comes in, and outside a course.
    package let silence: Silence?
    /// The earliest first, those without a time last.
    package let duties: [DueDuty]
    /// The newest call; nil where there is none, and where it reached the person.
    package let callNotReached: TriedCall?
}

extension TodayFacts {
    package struct Phone: Equatable, Sendable {
        package var number: String
        /// Whose it is where it is not the person's own: `Mara Abara`.
        package var name: String?
        /// What they are to the person: `parent`.
        package var role: String?
    }

    /// A moment, and what it is the moment of.
    package struct Moment: Equatable, Sendable {
        package enum Kind: String, Sendable { case answered, session }

        package var kind: Kind
        package var at: OffsetInstant
    }

    package struct FlagAction: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case acknowledged(Acknowledgement.State)
            /// A call that names the flag.
            case called(Call.Reached?)
        }

        package var kind: Kind
        package var at: OffsetInstant
        package var by: String
        package var note: String?
    }

    package struct BeforeDose: Equatable, Sendable {
        package struct ItemNine: Equatable, Sendable {
            /// 0...3.
            package var answer: Int
            package var date: CivilDate
        }

        package struct Pressure: Equatable, Sendable {
            /// mmHg.
            package var systolic: Int
            package var diastolic: Int
            package var date: CivilDate
        }

        package struct MedicineChange: Equatable, Sendable {
            package var name: String
            package var dose: Medication.Amount?
            package var hasStopped: Bool
            package var date: CivilDate
        }

        /// The newest answer to item 9 of the PHQ-9; nil where it was never given.
        package var itemNine: ItemNine?
        /// The last one of the last session in which it was taken.
        package var pressure: Pressure?
        /// Since the session before, and in the last two weeks at least; the newest first.
        package var medicines: [MedicineChange]
        /// Minutes asleep in the night before last and the last; nil where they are not known.
        package var asleep: [Minutes?]
    }

    /// No diary: other things of the person's own have come in meanwhile. Nothing received: nothing has.
    package struct Silence: Equatable, Sendable {
        package enum Kind: String, Sendable { case noDiary, nothingReceived }

        package var kind: Kind
        /// The last date of which no diary night is missing; nil where none has come since the course began.
        package var lastNight: CivilDate?
        /// From which date on nothing of the kind has come.
        package var since: CivilDate
        /// The newest record of the person's own, of any kind.
        package var lastReceived: OffsetInstant?

        /// Whole days without, up to a date.
        package func days(on today: CivilDate) -> Int { since.days(until: today) }
    }

    package struct DueDuty: Equatable, Sendable {
        package enum What: Equatable, Sendable {
            /// As it was written down.
            case duty(String)
            /// Sending the monitoring form of the session of a date; nil where the session is not known.
            case monitoringForm(CivilDate?)
            /// A weekly PHQ-9 after the course, so many weeks after the last session.
            case checkInAfter(week: Int)
            /// Sent to somebody, and nothing has come back.
            case referral(to: String, sent: CivilDate?)
        }

        /// Tells one of a person's duties from another.
        package var id: String
        package var what: What
        package var due: DayOrTime?
    }

    package struct TriedCall: Equatable, Sendable {
        package var start: OffsetInstant
        /// Never yes.
        package var reached: Call.Reached?
        package var by: String
        package var note: String?
    }
}
