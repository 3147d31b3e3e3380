// Where a course stands on a day, for a report.

extension VisitReport {
    package struct CourseStanding: Equatable, Sendable {
        /// A session that was to be and was not held.
        package struct NotHeld: Equatable, Sendable {
            package let date: CivilDate
            package let status: Session.Status
            /// As it was noted; nil where it was not.
            package let why: String?
        }

        /// Nil where no course was planned.
        package let course: Course?
        /// What the protocol is called; nil where only its name is known.
        package let title: String?
        /// Week of the course, 1 for the first; nil before it.
        package let week: Int?
        package let sessionsDone: Int
        /// All but the cancelled.
        package let sessionsPlanned: Int
        package let notHeld: [NotHeld]
        /// Sessions whose time has passed and of which nothing is noted.
        package let withoutRecord: [CivilDate]
        /// The last one held.
        package let last: TreatmentSession?
        package let next: TreatmentSession?

        init(_ history: PersonHistory, titles: [String: String], now: Instant, today: CivilDate) {
            course = history.course
            title = history.course.flatMap { titles[$0.protocolName] }
            week = history.course?.week(on: today)
            sessionsDone = history.doneSessions.count
            sessionsPlanned = history.sessions.filter { $0.status != .cancelled }.count
            notHeld = history.sessions.filter { $0.status == .missed || $0.status == .cancelled }.map {
                NotHeld(date: $0.date, status: $0.status, why: $0.record?.value.note)
            }
            let due = history.sessions.filter { $0.status == .planned && $0.at.instant < now }
            withoutRecord = due.map(\.date)
            last = history.doneSessions.last
            next = history.nextSession(after: now)
        }

        /// True once its weeks are over, or somebody has ended it.
        package func isOver(on today: CivilDate) -> Bool {
            course.map { today > ($0.end ?? $0.lastDay) } ?? false
        }
    }
}
