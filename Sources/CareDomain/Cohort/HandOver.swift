// What one shift hands over to the next: what is open, who is watched, what is due, whom no call reached.

/// It states what stands in the records and who has it in hand; what follows is for the people who read it.
package struct HandOver: Equatable, Sendable {
    package struct Observed: Equatable, Sendable {
        package let entry: CohortToday.InSession
        package let watch: SessionWatch
    }

    package struct NotReached: Equatable, Sendable {
        package let member: CohortMember
        package let call: TodayFacts.TriedCall
    }

    /// The moment that it speaks of, on the clock of the place where it is read.
    package let at: OffsetInstant
    /// How far ahead it looks for what is due: the length of the next shift.
    package let hours: Int
    /// Open ones for the next working day or sooner: the most urgent first, of one level the oldest.
    package let flags: [CohortToday.Flagged]
    /// Open ones that are notes, which are counted alone.
    package let noteCount: Int
    package let sessions: [CohortToday.InSession]
    package let observed: [Observed]
    /// Those without a time are left out.
    package let duties: [CohortToday.Due]
    /// People whose last call, in the last two weeks, did not reach them: the newest first.
    package let calls: [NotReached]
    let names: [PersonID: String]
    /// Says of a number what its owner is to the person, and not who.
    let hidesNames: Bool
    let routes: [DoseRoute]

    /// Of the next shift, where nobody says otherwise.
    package static let usualHours = 12
    /// Days after which a call that did not reach anybody is no news.
    static let callDays = 14

    /// - Parameter name: how a person is called where it is read.
    /// - Complexity: O(n) over the people.
    package init(
        _ members: [CohortMember], at: OffsetInstant, hours: Int = Self.usualHours, routes: [DoseRoute],
        hidesNames: Bool = false, name: (CohortRow) -> String
    ) {
        let now = at.instant
        let until = now.adding(Minutes(hours * 60))
        let list = CohortToday(members)
        self.at = at
        self.hours = hours
        self.routes = routes
        self.hidesNames = hidesNames
        let open = members.flatMap { member in
            member.row.flags.map { CohortToday.Flagged(member: member, flag: $0) }
        }
        flags = open.filter { $0.flag.level >= .nextDay }.sorted { ReviewFlag.comesFirst($0.flag, $1.flag) }
        noteCount = open.count - flags.count
        sessions = list.sessions
        observed = list.sessions.compactMap { entry in
            guard case .running(let watch) = entry.phase(routes, now: now) else { return nil }
            return Observed(entry: entry, watch: watch)
        }
        // At midnight the day that begins is not over.
        let before = until.adding(seconds: -1)
        duties = list.duties.filter { due in
            switch due.duty.due {
            case .day(let date)?: date <= due.member.zone.date(before)
            case .time(let time)?: time.instant <= until
            case nil: false
            }
        }
        calls = members.compactMap { member in
            guard let call = member.today.callNotReached,
                now.since(call.start.instant).hours <= Double(Self.callDays * 24)
            else { return nil }
            return NotReached(member: member, call: call)
        }.sorted { ($1.call.start.instant, $0.member.id) < ($0.call.start.instant, $1.member.id) }
        let shown =
            flags.map(\.member) + sessions.map(\.member) + duties.map(\.member) + calls.map(\.member)
        names = Dictionary(shown.map { ($0.id, name($0.row)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The end of the time that it looks ahead.
    package var until: OffsetInstant {
        OffsetInstant(at.instant.adding(Minutes(hours * 60)), offsetSeconds: at.offsetSeconds)
    }
}
