// What a clinic looks at is noted: a person whose screens are opened, a report that is saved, and each flag
// for now or the same day when it is read for the first time.

import CareDomain

/// What has been noted in this run.
struct NotedAccess: Equatable {
    /// Whose screens are open and noted.
    var person: PersonID?
    /// The flags whose first reading was noted; each once, also where that failed.
    var flags: Set<String> = []
    /// The report that is being saved.
    var report: RecordAccess?
    /// What the page for today showed when its flags were last looked through; nil while it is not shown.
    var today: TodayShown?
    /// True once it was said that nothing can be noted.
    var hasComplained = false

    struct TodayShown: Equatable {
        var filter: String
        var date: CivilDate?
    }
}

extension DashboardModel {
    /// What is to be noted after an event; nothing in a dashboard that writes nothing.
    mutating func accessEffects(
        of event: Event, _ effects: [Effect], in context: Context
    ) -> [Effect] {
        if settings.isReadOnly || !isLoaded { return [] }
        if case .accessNotRecorded(let refusal) = event { sayAccessNotRecorded(refusal, in: context) }
        var notes = openingNotes() + reportNotes(of: event, effects)
        let isNews = if case .loaded = event { true } else { false }
        notes += firstReadings(isNews: isNews, in: context)
        return notes.isEmpty ? [] : [.recordAccess(notes)]
    }

    private mutating func sayAccessNotRecorded(_ refusal: AppendRefusal, in context: Context) {
        guard !noted.hasComplained else { return }
        noted.hasComplained = true
        say("This look is not in the audit journal: \(refusal.sentence)", .problem, in: context)
    }

    /// Once for each time that a person's screens are opened.
    private mutating func openingNotes() -> [AuditNote] {
        let now = person == nil ? nil : opened
        guard now != noted.person else { return [] }
        noted.person = now
        return now.map { [.viewed(RecordAccess(patient: $0, what: "screens"))] } ?? []
    }

    private mutating func reportNotes(of event: Event, _ effects: [Effect]) -> [AuditNote] {
        for case .saveReport(_, let form) in effects {
            noted.report = RecordAccess(
                patient: person?.history.id, what: "report \(form.rawValue)")
        }
        guard case .reportSaved(let result) = event, let report = noted.report else { return [] }
        noted.report = nil
        if case .failure = result { return [] }
        return [.exported(report)]
    }

    private var todayShown: NotedAccess.TodayShown? {
        guard snapshot.hasSeveral, person == nil, cohort.page == .today, !cover.isOn else { return nil }
        return NotedAccess.TodayShown(filter: cohort.filter, date: cohort.date)
    }

    /// The flags on the page for today that nobody has read yet. They are looked through only when the page,
    /// or what stands on it, is new.
    private mutating func firstReadings(isNews: Bool, in context: Context) -> [AuditNote] {
        let shown = todayShown
        guard isNews || shown != noted.today else { return [] }
        noted.today = shown
        guard shown != nil else { return [] }
        var notes: [AuditNote] = []
        for flag in filteredMembers.lazy.flatMap(\.row.flags) where flag.firstReadIsNoted {
            let id = flag.id
            guard snapshot.firstRead[id] == nil, noted.flags.insert(id).inserted else { continue }
            snapshot.firstRead[id] = context.wall
            notes.append(.viewed(RecordAccess(readingFlag: id)))
        }
        return notes
    }
}
