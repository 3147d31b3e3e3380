// What a clinic has done for a person, as it stands in the list of what can be added.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// The entries of a kind that only a clinic adds, the newest first.
    func careEntries(_ kind: FormKind, of history: PersonHistory) -> [MineEntry] {
        func list<Value>(
            _ entries: [Entry<Value>], _ make: (Entry<Value>) -> (String, [String?], [String: String])
        ) -> [MineEntry] {
            entries.reversed().map { entry in
                let (text, more, texts) = make(entry)
                return MineEntry(
                    what: .record(entry.id, texts), text: text,
                    more: more.compactMap { $0 }.joined(separator: " · "))
            }
        }
        switch kind {
        case .call: return calls(of: history)
        case .personNote:
            let ids = Set(history.notes.map(\.id.text))
            // An answer stands with the note that it answers.
            let notes = history.notes.filter { $0.value.to == nil && !ids.contains($0.value.about ?? "") }
            return list(notes) { entry in
                let date = entry.frame.at.civil.date
                return (entry.value.text, [date.words, entry.frame.author], ["text": entry.value.text])
            }
        case .answer:
            return history.threadsToClinic(in: person?.zone ?? .utc).reversed().map { thread in
                let news = thread.answers.last.map { "\($0.author): \($0.text)" } ?? thread.readWords
                return MineEntry(
                    what: .thread(thread.note), text: thread.note.value.text,
                    more: "\(thread.at.civil.date.words) · \(news)")
            }
        case .duty:
            return list(history.duties) { entry in
                let duty = entry.value
                let due = duty.due.map { "due \($0.date.dayMonth)" }
                return (
                    duty.title, [due, duty.done.map { "done \($0.date.dayMonth)" } ?? "open"],
                    FormKind.texts(of: duty, in: history)
                )
            }
        case .referral:
            return list(history.referrals) { entry in
                let referral = entry.value
                let steps = [
                    referral.sent.map { "sent \($0.date.dayMonth)" } ?? "not sent yet",
                    referral.seen.map { "seen \($0.date.dayMonth)" } ?? "not seen yet", referral.outcome,
                ]
                let why = referral.why.map { ": \($0)" } ?? ""
                return (referral.to + why, steps, FormKind.texts(of: referral))
            }
        case .therapy:
            return list(history.therapies) { entry in
                let therapy = entry.value
                let start = therapy.start.map { "since \($0.date.dayMonth)" }
                let end = therapy.end.map { "until \($0.date.dayMonth)" }
                return (therapy.what, [start, end, therapy.outcome], FormKind.texts(of: therapy))
            }
        default: return []
        }
    }

    private func calls(of history: PersonHistory) -> [MineEntry] {
        guard let person else { return [] }
        return history.calls.reversed().map { entry in
            let call = entry.value
            let civil = OffsetInstant(call.start.instant, in: person.zone).civil
            // The flag's own words would have all rules looked at for every picture.
            let about = call.about.first.flatMap { id in
                ReviewFlag.parts(ofID: id).flatMap { settings.care.rules[$0.rule]?.title }
            }
            return MineEntry(
                what: .call(entry),
                text: [call.reached.map(FormKind.reachedLabel), call.note].compactMap { $0 }
                    .joined(separator: ": "),
                more: (["\(civil.date.words) \(civil.clock)", entry.frame.author, about].compactMap { $0 })
                    .joined(separator: " · "))
        }
    }
}
