// Who logs, in sentences: that no diary came and that nothing came are two things.

extension CohortMember {
    package var diaryWords: [String] {
        let first = [sinceWords] + (diary.phase == .none ? [] : [shareWords])
        return (first + [clockWords]).compactMap { $0 }
    }

    private var date: CivilDate { strip.today }

    /// Of a silence of some days, what else came in since.
    private var sinceWords: String {
        let heard = diary.heard.map { "\($0.civil.date.words(on: date)) \($0.civil.clock)" }
        guard let last = diary.lastNight else {
            let other = heard.map { "The last thing received came \($0)." } ?? "Nothing received yet."
            return "No diary yet. " + other
        }
        let night = last.words(on: date)
        let days = last.days(until: date)
        guard days >= 2 else { return "The last night logged is that of \(night)." }
        if diary.phase == .over, diary.silentDays ?? 0 <= DiaryFacts.silence {
            return "The course is over; the last night logged is that of \(night)."
        }
        let silence = "No diary since \(night), \(days) days."
        guard let at = diary.heard, let heard, at.civil.date > last else {
            return "Nothing received since \(heard ?? night). " + silence
        }
        return silence + " Something else came \(heard)."
    }

    private var shareWords: String? {
        guard let share = diary.share else { return "No night of the course is over yet." }
        let counted = "\(diary.nightsLogged) of \(NumberWords.count(diary.nightsDue, "night"))"
        return "\(counted) since the course began, \(share.words)."
    }

    private var clockWords: String? {
        diary.usualClock.map { "Usually written about \($0)." }
    }
}
