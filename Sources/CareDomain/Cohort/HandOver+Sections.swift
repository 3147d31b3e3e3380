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
        [flagsSection, sessionsSection, observedSection, dutiesSection, callsSection]
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

    private var flagsSection: ReportSection {
        let rows = flags.map { entry -> [String?] in
            let today = today(of: entry.member)
            let action = entry.lastAction.map { action in
                action.words(on: today) + (action.note.map { ": \($0)" } ?? "")
            }
            let level = entry.flag.level == .nextDay ? "next day" : entry.flag.level.words
            return [
                level, entry.flag.since.age(on: today), name(entry.member), entry.flag.reason,
                entry.flag.assignee ?? "none", action ?? "nothing noted",
            ]
        }
        let table = Table(
            columns: [
                .left("Level"), .right("Age"), .left("Person"), .left("Reason"), .left("Owner"),
                .left("Last action"),
            ], rows: rows)
        let notes = NumberWords.count(noteCount, "open note")
        let more: [ReportSection.Block] =
            noteCount == 0 ? [] : [.note("Beside them \(notes), which 'lull flags --open' lists.")]
        return section("Open flags", table, whenEmpty: "None for the next working day or sooner.", more)
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
            let who = call.by.isEmpty ? "" : ", \(call.by)"
            return [
                call.start.words(on: today(of: item.member)) + who, name(item.member),
                call.reached?.callWords ?? "called", item.member.phoneWords(hidesNames ? .nameless : .short),
                call.note,
            ]
        }
        let table = Table(
            columns: [
                .left("When, by whom"), .left("Person"), .left("What came of it"), .left("Phone"),
                .left("Note"),
            ], rows: rows)
        return section("Calls that reached nobody", table, whenEmpty: "None in the last two weeks.")
    }
}

extension OffsetInstant {
    /// `Tue 24 Nov 00:00`.
    fileprivate var dayWords: String { "\(civil.date.words) \(civil.clock)" }
}
