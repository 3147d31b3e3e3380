// What a made-up person and the clinic say to each other: notes, answers to them, and calls.

import CareDomain

extension PlantedLife {
    // MARK: Notes

    func notes() -> [RecordDraft] {
        let own = profile.notes.enumerated().compactMap { index, note in
            let day = today.adding(days: -note.daysAgo)
            let body = RecordBody.note(Note(text: note.text, to: "clinic"))
            return draft(body, key: "note/\(index + 1)", at: instant(day, minutes: 1170))
        }
        return own.isEmpty ? questions() : own
    }

    /// One or two on days of the course, most of them answered on a working day after.
    private func questions() -> [RecordDraft] {
        var random = generator("questions")
        guard random.chance(rates[.questions]) else { return [] }
        var pool = care.questions
        let length = max(1, course.start.days(until: today))
        return (0..<min(pool.count, 1 + Int(random.unit() * 2))).flatMap { number -> [RecordDraft] in
            let question = pool.remove(at: Int(random.unit() * Double(pool.count)))
            let day = course.start.adding(days: Int(random.unit() * Double(min(length, course.weeks * 7))))
            let asked = instant(day, minutes: 1080 + Int(random.unit() * 120))
            let answered = instant(Self.workDay(day.adding(days: 1)), minutes: 600 + Int(random.unit() * 300))
            let isAnswered = random.chance(0.85)
            guard !isAway(day),
                let ask = draft(
                    .note(Note(text: question.ask, to: "clinic")), key: "question/\(number)", at: asked)
            else { return [] }
            guard isAnswered, let text = question.reply else { return [ask] }
            let words = [random.pick(care.staff), text].compactMap { $0 }.joined(separator: ": ")
            let reply = clinicDraft(.note(Note(text: words)), key: "reply/\(number)", at: answered)
            return [ask, reply].compactMap { $0 }
        }
    }

    // MARK: Calls

    /// After the first session, after an answer that needs someone, and to those from whom nothing comes.
    func calls(after answers: [RecordDraft]) -> [RecordDraft] {
        (firstCall() + breakCalls() + silentCalls() + callsForItemNine(answers)).compactMap { $0 }
    }

    private func call(
        _ kind: CohortCare.CallKind, _ reached: Call.Reached, on date: CivilDate, key: String
    ) -> RecordDraft? {
        var random = generator("call/\(key)")
        let start = instant(Self.workDay(date), minutes: 570 + Int(random.unit() * 84) * 5)
        let words = random.pick(care.calls[kind] ?? [])
        let call = Call(start: stamped(start), reached: reached, note: words)
        return clinicDraft(.call(call), key: "call/\(key)", at: start.adding(Minutes(6)))
    }

    private func firstCall() -> [RecordDraft?] {
        var random = generator("firstCall")
        guard random.chance(rates[.firstCall]), let first = givenSessions.first else { return [] }
        return [call(.first, .yes, on: first.date.adding(days: 1), key: "first")]
    }

    private func breakCalls() -> [RecordDraft?] {
        guard let days = profile.breakOff else { return [] }
        let (first, last) = (days.lowerBound + 5, days.upperBound)
        return [
            call(.silent, .message, on: course.start.adding(days: first), key: "break"),
            call(.back, .yes, on: course.start.adding(days: last), key: "back"),
        ]
    }

    private func silentCalls() -> [RecordDraft?] {
        guard profile.diary.quietDays > 0 else { return [] }
        let silent = today.adding(days: -profile.diary.quietDays)
        return [
            call(.silent, .message, on: silent.adding(days: 5), key: "silent/1"),
            call(.silent, .no, on: silent.adding(days: 8), key: "silent/2"),
        ]
    }

    /// On the same day before the evening, else on the next.
    private func callsForItemNine(_ answers: [RecordDraft]) -> [RecordDraft?] {
        answers.compactMap { draft -> RecordDraft? in
            guard case .checkIn(let checkIn) = draft.body, checkIn.instrument == "phq9",
                let answer = checkIn.answers.last ?? nil, answer > 0, let at = draft.origin?.instant
            else { return nil }
            var random = generator("called/\(zone.date(at))")
            guard random.chance(0.85) else { return nil }
            let day = zone.date(at)
            let soon = at.adding(Minutes(30 + Int(random.unit() * 12) * 5))
            let isEvening = soon > instant(day, minutes: 1050)
            let start = isEvening ? instant(day.adding(days: 1), minutes: 510) : soon
            let words = random.pick(care.calls[.itemNine] ?? [])
            let call = Call(start: stamped(start), reached: .yes, note: words)
            return clinicDraft(.call(call), key: "call/item9/\(day)", at: start.adding(Minutes(15)))
        }
    }
}
