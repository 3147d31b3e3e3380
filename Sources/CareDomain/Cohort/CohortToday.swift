// Who needs somebody today: flags, sessions, silence and duties, over everyone in the cohort.

/// A fold over what is known of each person, the same for the screen, the command and the hand-over. Minutes
/// are not in it: whoever shows a session asks for them at a moment.
package struct CohortToday: Equatable, Sendable {
    /// What one entry is about, and where the selection stays when the others change.
    package enum Key: Hashable, Sendable {
        case flag(String)
        case session(PersonID, String)
        case silence(PersonID)
        case duty(PersonID, String)
    }

    package struct Flagged: Equatable, Sendable {
        package let member: CohortMember
        package let flag: ReviewFlag

        package var raisedAt: TodayFacts.Moment? { member.today.raisedAt[flag.id] }
        package var lastAction: TodayFacts.FlagAction? { member.today.lastActions[flag.id] }
        /// Somebody has seen it, so that it is shown dimmer until it is closed.
        package var isSeen: Bool { flag.state != .open }
    }

    package struct InSession: Equatable, Sendable {
        package let member: CohortMember
        package let session: TreatmentSession

        package var before: TodayFacts.BeforeDose? { member.today.beforeDose }
        package var openFlags: [ReviewFlag] { member.row.flags.filter { $0.level >= .nextDay } }
    }

    package struct Silent: Equatable, Sendable {
        package let member: CohortMember
        package let silence: TodayFacts.Silence
    }

    package struct Due: Equatable, Sendable {
        package let member: CohortMember
        package let duty: TodayFacts.DueDuty
    }

    /// Of level now and same day: the most urgent first, what nobody has seen before the rest, then by age.
    package let flags: [Flagged]
    /// By the hour.
    package let sessions: [InSession]
    /// The longest first.
    package let silent: [Silent]
    /// The earliest first, those without a time last.
    package let duties: [Due]

    /// - Complexity: O(n) over the people, O(k log k) over those who are shown.
    package init(_ members: [CohortMember]) {
        var (flags, sessions) = ([Flagged](), [InSession]())
        var (silent, duties) = ([Silent](), [Due]())
        for member in members {
            for flag in member.row.flags {
                // They stand with the most urgent first.
                guard flag.level >= .sameDay else { break }
                flags.append(Flagged(member: member, flag: flag))
            }
            let facts = member.today
            for session in facts.sessions { sessions.append(InSession(member: member, session: session)) }
            if let silence = facts.silence { silent.append(Silent(member: member, silence: silence)) }
            for duty in facts.duties { duties.append(Due(member: member, duty: duty)) }
        }
        self.flags = flags.sorted { a, b in
            if a.flag.level != b.flag.level { return a.flag.level > b.flag.level }
            if a.isSeen != b.isSeen { return b.isSeen }
            return ReviewFlag.comesFirst(a.flag, b.flag)
        }
        self.sessions = sessions.sorted {
            ($0.session.at.instant, $0.member.id) < ($1.session.at.instant, $1.member.id)
        }
        self.silent = silent.sorted { a, b in
            (a.silence.since, a.member.id) < (b.silence.since, b.member.id)
        }
        self.duties = duties.sorted { a, b in
            let (x, y) = (a.duty.due?.date.days ?? .max, b.duty.due?.date.days ?? .max)
            return (x, a.member.id, a.duty.id) < (y, b.member.id, b.duty.id)
        }
    }

    package static let empty = CohortToday([])
}

extension CohortToday.Flagged {
    package var key: CohortToday.Key { .flag(flag.id) }
}

extension CohortToday.InSession {
    package var key: CohortToday.Key { .session(member.id, session.occasion) }

    /// Where a session stands on its day.
    package enum Phase: Equatable, Sendable {
        /// Planned for later.
        case ahead
        /// Its planned time has passed, and nothing is noted.
        case waiting
        case running(SessionWatch)
        case over
        /// Missed or cancelled.
        case notHeld
    }

    package func phase(_ routes: [DoseRoute], now: Instant) -> Phase {
        switch session.status {
        case .missed, .cancelled: return .notHeld
        case .planned, .moved: return session.at.instant > now ? .ahead : .waiting
        case .done:
            let watch = session.watch(routes, now: now)
            return watch.isRunning ? .running(watch) : .over
        }
    }
}

extension CohortToday.Silent {
    package var key: CohortToday.Key { .silence(member.id) }
}

extension CohortToday.Due {
    package var key: CohortToday.Key { .duty(member.id, duty.id) }

    /// Its day, or its time where that is known, has passed.
    package func isOverdue(today: CivilDate, now: Instant) -> Bool {
        switch duty.due {
        case .day(let date)?: date < today
        case .time(let time)?: time.instant < now
        case nil: false
        }
    }
}
