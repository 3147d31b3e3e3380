// The hand-over laid out in titles and tables, which the screen, the printed page and the HTML all come from.

extension HandOver: PrintableReport {
    package var title: String { "Hand-over" }

    package var subtitle: String {
        let date = at.civil.date
        let end = until.civil.date == date ? "\(until.civil.clock)" : until.dayWords
        return "\(date.longWords) \(date.year), \(at.civil.clock); looks ahead \(hours) hours, to \(end)"
    }

    package var charts: VisitReport? { nil }

    package var sections: [ReportSection] {
        [
            urgentSection, sessionsSection, observedSection, dutiesSection, callsSection, nextDaySection,
        ]
    }

    private typealias Table = ReportSection.Table

    private func today(of member: CohortMember) -> CivilDate { member.zone.date(at.instant) }
    private func name(_ member: CohortMember) -> String { names[member.id] ?? member.id.text }

    /// The title with how many there are; one line where there are none.
    private func section(
        _ title: String, _ table: Table, whenEmpty: String, _ more: [ReportSection.Block] = []
    ) -> ReportSection {
        table.rows.isEmpty
            ? ReportSection(nil, title, [.note(whenEmpty)] + more)
            : ReportSection(nil, "\(title): \(table.rows.count)", [.table(table)] + more)
    }

    private var urgentSection: ReportSection {
        let rows = flags.filter { $0.flag.level >= .sameDay }.map { entry -> [String?] in
            [
                entry.flag.level.words, entry.flag.since.age(on: today(of: entry.member)),
                name(entry.member), entry.flag.reason, entry.flag.assignee ?? "none", action(on: [entry]),
            ]
        }
        let table = Table(
            columns: [
                .left("Level"), .right("Age"), .left("Person"), .left("Reason"), .left("Owner"),
                .left("Last action"),
            ], rows: rows)
        return section("Open flags, now and same day", table, whenEmpty: "None.")
    }

    /// A line a person, since many have several.
    private var nextDaySection: ReportSection {
        var people: [PersonID] = []
        var entries: [PersonID: [CohortToday.Flagged]] = [:]
        for entry in flags where entry.flag.level == .nextDay {
            if entries[entry.member.id] == nil { people.append(entry.member.id) }
            entries[entry.member.id, default: []].append(entry)
        }
        let rows = people.compactMap { entries[$0] }.compactMap { entries -> [String?]? in
            guard let oldest = entries.first else { return nil }
            var owners: [String] = []
            for owner in entries.compactMap(\.flag.assignee) where !owners.contains(owner) {
                owners.append(owner)
            }
            return [
                oldest.flag.since.age(on: today(of: oldest.member)), name(oldest.member),
                entries.map(\.flag.reason).joined(separator: ", "),
                owners.isEmpty ? "none" : owners.joined(separator: ", "), action(on: entries),
            ]
        }
        let table = Table(
            columns: [
                .right("Age"), .left("Person"), .left("Reasons"), .left("Owner"), .left("Last action"),
            ], rows: rows)
        let notes = NumberWords.count(noteCount, "open note")
        let more: [ReportSection.Block] =
            noteCount == 0 ? [] : [.note("Beside them \(notes), which 'lull flags --open' lists.")]
        return section("Open flags, next working day", table, whenEmpty: "None.", more)
    }

    /// The newest that was done about any of them.
    private func action(on entries: [CohortToday.Flagged]) -> String {
        let found = entries.compactMap { entry in
            entry.lastAction.map { (action: $0, today: today(of: entry.member)) }
        }
        guard let last = found.max(by: { $0.action.at.instant < $1.action.at.instant }) else {
            return "nothing noted"
        }
        return last.action.words(on: last.today) + (last.action.note.map { ": \($0)" } ?? "")
    }

    private var sessionsSection: ReportSection {
        let rows = sessions.map { entry -> [String?] in
            [
                "\(entry.session.clock)", name(entry.member), entry.doseWords, entry.placeWords,
                outcome(of: entry),
            ]
        }
        let table = Table(
            columns: [.left("At"), .left("Person"), .left("Dose"), .left("Session"), .left("Outcome")],
            rows: rows)
        return section("Sessions today", table, whenEmpty: "None.")
    }

    private func outcome(of entry: CohortToday.InSession) -> String {
        switch entry.phase(routes, now: at.instant) {
        case .ahead: return "planned, \(entry.waitWords(now: at.instant) ?? "now")"
        case .waiting: return "planned, nothing noted yet"
        case .running: return "under observation"
        case .over, .notHeld:
            let events = (entry.session.record?.value.events ?? []).map { event in
                event.what + (event.severity.map { " (\($0))" } ?? "")
            }
            return ([entry.outcomeWords(on: today(of: entry.member))] + events).joined(separator: ", ")
        }
    }

    private var observedSection: ReportSection {
        let rows = observed.map { item -> [String?] in
            let record = item.entry.session.record?.value
            return [
                name(item.entry.member), CohortToday.InSession.sinceWords(item.watch),
                CohortToday.InSession.readingWords(item.watch) ?? "none noted yet",
                CohortToday.InSession.nextWords(item.watch) ?? "none due",
                [record?.site, record?.observer].compactMap { $0 }.joined(separator: ", "),
            ]
        }
        let table = Table(
            columns: [
                .left("Person"), .left("Since"), .left("Last reading"), .left("Next reading"),
                .left("Where, with whom"),
            ], rows: rows.map { $0.map { $0?.isEmpty == true ? nil : $0 } })
        return section("Still under observation", table, whenEmpty: "Nobody.")
    }

    private var dutiesSection: ReportSection {
        let rows = duties.map { due -> [String?] in
            [due.dueWords(on: today(of: due.member)), name(due.member), due.words]
        }
        let table = Table(columns: [.left("When"), .left("Person"), .left("What")], rows: rows)
        return section("Due before \(until.dayWords)", table, whenEmpty: "Nothing.")
    }

    private var callsSection: ReportSection {
        let rows = calls.map { item -> [String?] in
            let call = item.call
            let by = call.by.isEmpty ? "" : ", \(call.by)"
            return [
                call.start.words(on: today(of: item.member)), name(item.member),
                (call.reached?.words ?? "not told") + by,
                item.member.phoneWords(hidesNames ? .nameless : .short), call.note,
            ]
        }
        let table = Table(
            columns: [.left("When"), .left("Person"), .left("Call"), .left("Phone"), .left("Note")],
            rows: rows)
        return section("Calls that reached nobody", table, whenEmpty: "None in the last two weeks.")
    }
}

extension OffsetInstant {
    /// `Tue 24 Nov 00:00`.
    fileprivate var dayWords: String { "\(civil.date.words) \(civil.clock)" }
}
