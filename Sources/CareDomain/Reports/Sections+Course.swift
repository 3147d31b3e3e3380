// The course, and what to know first, in the words of a report.

extension VisitReport {
    var courseSection: ReportSection {
        var facts: [ReportSection.Fact] = []
        if let words = courseWords { facts.append(.init("Course", words)) }
        facts.append(.init("Sessions", sessionWords))
        for session in course.notHeld {
            let why = session.why.map { ": \($0)" } ?? ""
            let what = session.status == .cancelled ? "cancelled" : "not held"
            facts.append(.init("Not held", "\(session.date.words(on: today)), \(what)\(why)"))
        }
        if !course.withoutRecord.isEmpty {
            let dates = course.withoutRecord.map(\.words).joined(separator: ", ")
            facts.append(.init("No record", "\(dates): nothing is noted of it yet"))
        }
        if let last = course.last {
            // The dose as it was noted, never the plan's in its place.
            let given = [last.record?.value.dose?.words, last.record?.value.route?.label]
            let dose = given.compactMap { $0 }.joined(separator: " ")
            let what = dose.isEmpty ? "dose not noted" : dose
            facts.append(.init("Last session", "\(Self.when(last, today)), \(what)"))
        }
        facts.append(.init("Next session", course.next.map(nextWords) ?? "none planned"))
        return ReportSection(.course, "The course", [.facts(facts)])
    }

    private var courseWords: String? {
        guard let plan = course.course else { return nil }
        let name = course.title.map { "\($0) (\(plan.protocolName))" } ?? plan.protocolName
        let span = CivilDate.range(plan.start, plan.lastDay)
        if let end = plan.end {
            return "\(name), \(span), ended \(end.words(on: today))" + (plan.why.map { ": \($0)" } ?? "")
        }
        guard let week = course.week else { return "\(name), begins \(plan.start.words(on: today))" }
        let place = week > plan.weeks ? "over since \(plan.lastDay.words)" : "week \(week) of \(plan.weeks)"
        return "\(name), \(span), \(place)"
    }

    private var sessionWords: String {
        guard course.sessionsPlanned > 0 else { return "none planned, none held" }
        let held = "\(course.sessionsDone) of \(course.sessionsPlanned) held"
        let gone = course.notHeld.count
        return gone > 0 ? "\(held), \(gone) more cancelled or not held" : held
    }

    private func nextWords(_ session: TreatmentSession) -> String {
        let dose = [session.dose?.words, session.route?.label].compactMap { $0 }.joined(separator: " ")
        let planned = dose.isEmpty ? "" : ", \(dose) planned"
        return "\(Self.when(session, today)) (\(session.date.relative(to: today)))\(planned)"
    }

    private static func when(_ session: TreatmentSession, _ today: CivilDate) -> String {
        "\(session.date.words(on: today)) at \(session.clock)"
    }

    var firstSection: ReportSection {
        let items = notices.map { notice -> String in
            let since = notice.since.map { "since \($0.dayMonth)" }
            let head = [notice.urgency, since].compactMap { $0 }.joined(separator: ", ")
            return head.isEmpty ? notice.text : "\(head): \(notice.text)"
        }
        // A person's report has the flags with words for the person alone.
        let others = "No flag with words for you is open; a clinic's list can hold others."
        let none = audience == .clinic ? "No open flag." : others
        let note = "\(none) A flag can only find what was logged."
        return ReportSection(.first, "What to know first", [items.isEmpty ? .note(note) : .items(items)])
    }
}
