// A strip in sentences.

extension CohortMember {
    /// Where the course stands, how the sessions went, which nights were logged, and what is to be looked at.
    package var stripWords: [String] {
        [courseWords, sessionWords, nightWords, flagWords].compactMap { $0 }
    }

    private var courseWords: String {
        guard let start = strip.start, let lastDay = strip.lastDay else { return "No course." }
        if strip.today < start { return "The course begins \(start.words(on: strip.today))." }
        if strip.today > lastDay { return "The course ended \(lastDay.words(on: strip.today))." }
        let day = start.days(until: strip.today) + 1
        let week = (row.week ?? 1, row.weeks ?? 1)
        return "Week \(week.0) of \(week.1), day \(day)."
    }

    private var sessionWords: String? {
        guard row.sessionsPlanned > 0 else { return nil }
        var words = "\(row.sessionsDone) of \(NumberWords.count(row.sessionsPlanned, "session")) held"
        if let next = row.nextSession {
            words += ", the next \(next.date.words(on: strip.today)) \(next.clock)"
        }
        return words + "."
    }

    private var nightWords: String {
        let last = row.lastNight.map { "the last that of \($0.words(on: strip.today))" }
        guard diary.nightsDue > 0 else {
            return last.map { "Nights logged, \($0)." } ?? "No night yet."
        }
        let counted = "\(diary.nightsLogged) of \(NumberWords.count(diary.nightsDue, "night")) logged"
        return counted + " since the course began" + (last.map { ", \($0)." } ?? ".")
    }

    private var flagWords: String? {
        guard let flag = row.flags.first else { return nil }
        let others = row.flags.count - 1
        let more = others > 0 ? ", and \(NumberWords.of(others)) more" : ""
        return "To look at: \(flag.reason)\(more)."
    }
}
