// What a change of a session would come to, said under the form before it is saved.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// A sentence each; empty for a form that changes no session.
    func effectLines(_ form: EntryFormState, in context: Context) -> [String] {
        switch form.kind {
        case .courseAdjust: return form.courseEffect(now: form.begun)?.sentences ?? []
        case .reading: return levelLines(form)
        case .sessionDone, .sessionMove, .sessionOff, .sessionPlan: break
        default: return aboutLines(form, columns: context.size.columns - 8)
        }
        guard case .session(let change)? = form.read(now: form.begun).body else { return [] }
        let before = form.subject.history
        let after = Self.sessions(of: before, with: change)
        var lines: [String] = []
        if let start = change.start, form.kind == .sessionMove || form.kind == .sessionPlan {
            let held = after.filter { $0.status == .done || $0.status == .planned }
            let gaps = held.compactMap { other -> (days: Int, other: TreatmentSession)? in
                let days = start.civil.date.days(until: other.date)
                return other.at == start ? nil : (days, other)
            }
            let last = gaps.filter { $0.days <= 0 }.max { $0.days < $1.days }
            let next = gaps.filter { $0.days >= 0 && $0.other.at.instant > start.instant }
                .min { $0.days < $1.days }
            var words = "\(start.civil.date.words), \(start.civil.clock)"
            if let last { words += " · \(Self.days(-last.days)) after the one before" }
            if let next { words += " · \(Self.days(next.days)) before the next" }
            lines.append(words)
        }
        let counted = after.filter { $0.status != .cancelled }.count
        let done = after.filter { $0.status == .done }.count
        let count = NumberWords.count(counted, "session")
        lines.append("Then \(done) of \(count) held. The others stay where they are.")
        return lines
    }

    /// What a reading as it is typed would add to what the rules say of the session; and when the next one
    /// would be due.
    private func levelLines(_ form: EntryFormState) -> [String] {
        guard case .session(let change)? = form.read(now: form.begun).body,
            var session = form.subject.session
        else { return [] }
        session.record?.value = change
        var lines = settings.care.rules.messages(of: session).map { "\($0.rule): \($0.text)" }
        let watch = session.watch(settings.doseRoutes, now: form.begun.instant)
        if let due = watch.nextDue {
            lines.append("Then the next reading is due at \(form.subject.zone.clock(due)).")
        }
        return lines
    }

    private static func days(_ count: Int) -> String { NumberWords.count(count, "day") }

    /// The sessions as they would stand.
    private static func sessions(of history: PersonHistory, with change: Session) -> [TreatmentSession] {
        var sessions = history.sessions
        let status: Session.Status = change.status == .moved ? .planned : change.status
        let place = sessions.firstIndex { session in
            change.planned != nil ? session.planned == change.planned : session.at == change.start
        }
        if let place {
            sessions[place].status = status
            sessions[place].at = change.start ?? sessions[place].at
        } else if let start = change.start {
            sessions.append(TreatmentSession(planned: nil, status: status, at: start))
        }
        return sessions.sorted { $0.at.instant < $1.at.instant }
    }
}
