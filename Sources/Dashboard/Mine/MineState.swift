// What a person can add, and what they have added: one list of forms, with the entries of each.

import CareDomain
import CellCanvas

struct MineState: Equatable {
    /// True where someone of a clinic looks at a person's records, who has more to add.
    var isClinic = false
    /// Of `kinds`.
    var selected = 0
    /// The entry of the kind that the keys act on; nil while they move in the list of kinds.
    var entry: Int?

    /// What can be chosen from.
    var kinds: [FormKind] { isClinic ? Self.clinicKinds : Self.ownKinds }

    private static let ownKinds: [FormKind] = [
        .mood, .effects, .habits, .nap, .note, .selfNote, .medication, .goal, .contact, .badHours, .bladder,
        .daytime, .person, .course,
    ]

    /// What is done for the person, then what is noted of a session and the course, then what is logged with
    /// them; their thoughts for themselves are not here.
    private static let clinicKinds: [FormKind] = [
        .call, .answer, .personNote, .duty, .referral, .therapy, .sessionDone, .reading, .adverseEvent,
        .sessionLeft, .sessionPlan, .courseAdjust, .goal, .medication, .effects, .mood, .habits, .nap,
        .contact,
        .badHours, .bladder, .daytime, .person, .course,
    ]

    var kind: FormKind { kinds.indices.contains(selected) ? kinds[selected] : .mood }
}

/// Something that was written down, as it stands in a list.
struct MineEntry: Equatable {
    enum What: Equatable {
        /// A record that can be corrected and taken back.
        case record(RecordID, [String: String])
        /// The goal of that place in the plan.
        case goal(Int)
        /// A call that can be corrected and taken back.
        case call(Entry<Call>)
        /// A note of the person, which is answered and stays as it is.
        case thread(Entry<Note>)
        /// Stays as it is.
        case kept
    }

    var what: What
    var text: String
    /// Said beside it: when, whether it was read, what was answered.
    var more: String
}

extension DashboardModel {
    /// The entries of a kind, the newest first.
    func mineEntries(_ kind: FormKind, of history: PersonHistory) -> [MineEntry] {
        func list<Value>(
            _ entries: [Entry<Value>], _ make: (Value) -> (String, String, [String: String])
        ) -> [MineEntry] {
            entries.reversed().map { entry in
                let (text, more, texts) = make(entry.value)
                return MineEntry(what: .record(entry.id, texts), text: text, more: more)
            }
        }
        switch kind {
        case .mood:
            return list(history.moods) { ($0.figures, $0.day.words, FormKind.texts(of: $0)) }
        case .habits:
            return list(history.habits) { ($0.words, $0.day.words, FormKind.texts(of: $0)) }
        case .effects, .bladder, .daytime:
            return list(history.symptoms.filter { kind.tells($0.value) }) {
                ($0.words, $0.day.words, FormKind.texts(of: $0))
            }
        case .nap:
            return list(history.naps) { nap in
                let civil = nap.start.civil
                return (nap.length?.words ?? "a nap", "\(civil.date.words), \(civil.clock)", [:])
            }
        case .note: return noteEntries(of: history)
        case .selfNote:
            return (person?.ownNotes ?? []).reversed().map { entry in
                MineEntry(what: .kept, text: entry.value.text, more: entry.frame.at.civil.date.words)
            }
        case .medication:
            return list(history.medications) { medicine in
                let dose = medicine.dose.map { " \(NumberWords.decimal($0.value, digits: 3)) \($0.unit)" }
                let stop = medicine.stop.map { "until \($0.date.dayMonth)" }
                let start = medicine.start.map { "since \($0.date.dayMonth)" }
                return (medicine.name + (dose ?? ""), stop ?? start ?? "", FormKind.texts(of: medicine))
            }
        case .contact:
            return list(history.contacts) { contact in
                let who = [contact.name, contact.role].compactMap { $0 }.joined(separator: ", ")
                let when = [contact.phone, contact.when].compactMap { $0 }.joined(separator: " · ")
                return (who, when, FormKind.texts(of: contact))
            }
        case .goal:
            return (history.plan?.value.goals ?? []).enumerated().map { index, goal in
                MineEntry(what: .goal(index), text: goal.what, more: goal.moreWords)
            }
        case .courseAdjust: return history.adjustments.reversed().map(\.value.entry)
        case .call, .personNote, .answer, .duty, .referral, .therapy: return careEntries(kind, of: history)
        case .flagAssign, .flagContacted, .flagClose: return []
        case .badHours, .person, .course, .sessionDone, .sessionMove, .sessionOff, .sessionPlan: return []
        case .reading, .adverseEvent, .sessionLeft: return []
        }
    }

    private func noteEntries(of history: PersonHistory) -> [MineEntry] {
        history.threadsToClinic(in: person?.zone ?? .utc).reversed().map { thread in
            let news =
                thread.answers.last.map { "answered by \($0.author): \($0.text)" } ?? thread.readWords
            let text = thread.note.value.text
            return MineEntry(
                what: .record(thread.note.id, ["text": text]), text: text,
                more: "\(thread.at.civil.date.words) · \(news)")
        }
    }
}

extension FormKind {
    /// True where a record of symptoms answers something that the form asks.
    fileprivate func tells(_ symptoms: Symptoms) -> Bool {
        let texts = FormKind.texts(of: symptoms)
        let keys = fields(keyed: self).filter { $0 != "day" && $0 != "other" }
        return keys.contains { texts[$0] != nil }
    }

    private func fields(keyed kind: FormKind) -> [String] {
        switch kind {
        case .effects: Self.effectFields.map(\.key)
        case .bladder: Self.bladderFields.map(\.key)
        case .daytime: Self.daytimeFields.map(\.key)
        default: []
        }
    }

    /// What the kind is called in a list.
    var listTitle: String {
        switch self {
        case .habits: "Habits of a day"
        case .mood: "How a day felt"
        case .effects: "After a session"
        case .bladder: "Passing water, once a month"
        case .daytime: "Nights and days, once a month"
        case .nap: "A nap"
        case .note: "Notes to the clinic"
        case .selfNote: "Worries, for yourself"
        case .medication: "Medicines"
        case .contact: "People to call"
        case .goal: "Goals"
        case .badHours: "Plan for bad hours"
        case .person: "You, and your times"
        case .course: "A course of treatment"
        case .sessionDone: "A session begins, or was held"
        case .call: "Calls"
        case .personNote: "Notes to the person"
        case .answer: "Notes of the person, and answers"
        case .duty: "Things to do for the person"
        case .referral: "Referrals"
        case .therapy: "Therapies"
        case .sessionMove, .sessionOff, .sessionPlan, .reading, .adverseEvent, .sessionLeft, .courseAdjust,
            .flagAssign, .flagContacted, .flagClose:
            title
        }
    }
}

extension CarePlan.Goal {
    /// `minutes to fall asleep: 30 · by 15 Dec`.
    var moreWords: String {
        var parts: [String] = []
        if let measure {
            let words = FormKind.goalMeasureWords(measure)
            switch target {
            case .number(let number)?: parts.append("\(words): \(NumberWords.decimal(number, digits: 2))")
            case .text(let text)?: parts.append("\(words): \(text)")
            case nil: parts.append(words)
            }
        }
        if let by { parts.append("by \(by.date.dayMonth)") }
        return parts.joined(separator: " · ")
    }
}

extension Adjustment {
    /// `dose, 0.5 mg/kg to 0.6 mg/kg`.
    var words: String {
        let values = [from, to].compactMap { $0 }.joined(separator: " to ")
        return values.isEmpty ? what : "\(what), \(values)"
    }

    /// With when it holds from, and why.
    fileprivate var entry: MineEntry {
        let more = [effective.map { "from \($0.date.words)" }, why].compactMap { $0 }
        return MineEntry(what: .kept, text: words, more: more.joined(separator: " · "))
    }
}

extension Mood {
    /// What of the day is known, in a line.
    fileprivate var figures: String {
        let parts = [
            mood.map { "mood \($0)" }, anxiety.map { "anxious \($0)" }, calm.map { "calm \($0)" },
            clear.map { "clear \($0)" }, pain.map { "pain \($0)" },
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }
}

extension Habits {
    /// What of the day is known, in a line.
    var words: String {
        var parts: [String] = []
        if let last = caffeine.last {
            parts.append("\(NumberWords.count(caffeine.count, "coffee")), last \(last.at.clockText)")
        }
        if let drinks = alcoholDrinks {
            parts.append(
                drinks == 0 ? "no alcohol" : "alcohol \(NumberWords.decimal(drinks))")
        }
        if let screensLast { parts.append("screens until \(screensLast.clockText)") }
        if let exercise, exercise != .no { parts.append("exercise") }
        if windDown == true { parts.append("wound down") }
        return parts.isEmpty ? "noted" : parts.joined(separator: " · ")
    }
}

extension Symptoms {
    /// What was noticed, in a line.
    var words: String {
        var parts: [String] = []
        if let detached { parts.append("far away \(detached)") }
        if let effectsGoneAt { parts.append("gone at \(effectsGoneAt.clockText)") }
        let answers: [(String, Bool?)] = [
            ("dizzy", dizzy), ("nausea", nausea), ("headache", headache), ("urgency", urgency),
            ("pain on passing water", pain), ("blood in urine", bloodInUrine), ("gasping", gasping),
            ("leg urge", legUrge), ("acting out dreams", actingOut), ("afraid of sleep", fearOfSleep),
            ("dozed at the wheel", dozedDriving),
        ]
        let asked = answers.filter { $0.1 != nil }
        parts += asked.filter { $0.1 == true }.map(\.0)
        if !asked.isEmpty, asked.allSatisfy({ $0.1 == false }) { parts.append("none of what was asked") }
        if let other { parts.append(other) }
        return parts.isEmpty ? "noted" : parts.joined(separator: " · ")
    }
}
