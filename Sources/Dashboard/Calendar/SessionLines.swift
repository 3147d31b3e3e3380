// A session on the page of its day: how it stands, its readings minute by minute, what was unwanted, how it
// ended, and what it lays on the clinic.

import CareDomain
import CellCanvas

extension DashboardModel {
    func sessionLines(
        _ session: TreatmentSession, on date: CivilDate, _ person: StoreSnapshot.Person, width: Int,
        _ context: Context
    ) -> [DayLine] {
        let now = context.wall.instant
        let watch = session.watch(settings.doseRoutes, now: now)
        var lines: [DayLine] = []
        func add(_ label: String, _ texts: [String], _ style: Style = .text) {
            let wrapped = texts.flatMap { CleanText($0).wrapped(to: width) }
            for (index, text) in wrapped.enumerated() {
                lines.append(DayLine(label: index == 0 ? label : "", text: text, style: style))
            }
        }
        let words = sessionWords(session, on: date, readings: false)
        add("Session", [sessionTitle(session, person.history), words].filter { !$0.isEmpty })
        if watch.isRunning {
            add("", [Self.state(watch, person.zone, now: now)], .accent)
        }
        guard let record = session.record?.value else { return lines + [DayLine(label: "", text: "")] }
        if !watch.readings.isEmpty {
            let table = ReadingTable(watch.readings)
            for (index, row) in table.rows.enumerated() {
                let style: Style = index == 0 ? .muted : .text
                lines.append(DayLine(label: index == 0 ? "Readings" : "", text: row, style: style))
            }
        }
        add("Unwanted", record.events.map(\.words))
        if showsWhose {
            let messages = settings.care.rules.messages(of: session)
            add("For review", messages.map { "\($0.rule): \($0.text)" })
        }
        add("Around it", Self.around(record))
        add("Left", Self.leaving(record))
        add("To do", person.history.duties(of: session).map { $0.value.line })
        lines.append(DayLine(label: "", text: ""))
        return lines
    }

    /// `Running, 47 min since the dose; next reading 14:20.`
    private static func state(_ watch: SessionWatch, _ zone: Zone, now: Instant) -> String {
        let since = "Running, \(watch.minutesSinceDose) min since the dose"
        guard let due = watch.nextDue else { return since + "." }
        return since + "; next reading \(due < now ? "was due " : "")\(zone.clock(due))."
    }

    private static func around(_ session: Session) -> [String] {
        var parts = session.checks
        if let weight = session.weight { parts.append("\(NumberWords.decimal(weight)) kg") }
        if let lot = session.lot { parts.append("lot \(lot)") }
        if let site = session.site { parts.append(site) }
        if let observer = session.observer { parts.append("watched by \(observer)") }
        return parts.isEmpty ? [] : [parts.joined(separator: " · ")]
    }

    private static func leaving(_ session: Session) -> [String] {
        var parts: [String] = []
        if let ready = session.readyAt { parts.append("judged ready \(ready.clockText)") }
        if let left = session.leftAt { parts.append("left \(left.clockText)") }
        if let escort = session.escort { parts.append("home with \(escort)") }
        return parts.isEmpty ? [] : [parts.joined(separator: " · ")]
    }
}

/// Readings as rows of figures, with a column for each thing that was read at least once.
struct ReadingTable {
    let rows: [String]

    init(_ readings: [Session.Observation]) {
        let columns: [(title: String, cell: (Session.Observation) -> String?)] = [
            ("minute", { $0.minute <= 0 ? "before" : "\($0.minute)" }), ("pressure", \.pressureText),
            ("pulse", { $0.pulse.map(String.init) }), ("satur.", { $0.saturation.map { "\($0) %" } }),
            ("sedation", { $0.sedation.map(String.init) }),
            ("dissociation", { $0.dissociation.map { "\($0)/10" } }),
        ]
        let used = columns.filter { column in readings.contains { column.cell($0) != nil } }
        let table = [used.map(\.title)] + readings.map { seen in used.map { $0.cell(seen) ?? "–" } }
        let widths = used.indices.map { place in table.map { $0[place].count }.max() ?? 0 }
        rows = table.map { row in
            zip(row, widths).map { text, width in
                String(repeating: " ", count: width - text.count) + text
            }.joined(separator: "  ")
        }
    }
}

extension Session.Observation {
    /// `128/82`; a side that is unknown stays open.
    fileprivate var pressureText: String? {
        guard systolic != nil || diastolic != nil else { return nil }
        return "\(systolic.map(String.init) ?? "–")/\(diastolic.map(String.init) ?? "–")"
    }
}

extension Session.AdverseEvent {
    /// `nausea, moderate, 14:30–15:10: lay down`.
    fileprivate var words: String {
        var parts = [what]
        if let severity { parts.append(severity) }
        if serious == true { parts.append("serious") }
        switch (at, resolvedAt) {
        case (let at?, let end?): parts.append("\(at.clockText)–\(end.clockText)")
        case (let at?, nil): parts.append("from \(at.clockText), not noted as over")
        case (nil, let end?): parts.append("until \(end.clockText)")
        case (nil, nil): break
        }
        return parts.joined(separator: ", ") + (action.map { ": \($0)" } ?? "")
    }
}

extension Duty {
    /// `□ monitoring form, by Mon 30 Nov` or `■ observation of two hours, done Mon 23 Nov`.
    fileprivate var line: String {
        if let done { return "■ \(words), done \(done.date.words)" }
        switch due {
        case .day(let date)?: return "□ \(words), by \(date.words)"
        case .time(let at)?: return "□ \(words), until \(at.clockText)"
        case nil: return "□ \(words)"
        }
    }
}
