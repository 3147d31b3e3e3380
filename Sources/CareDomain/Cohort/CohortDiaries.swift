// Who logs, and when they stop, over everyone: by week of the course, with the counts behind each share.

package struct CohortDiaries: Equatable, Sendable {
    package struct Week: Equatable, Sendable {
        /// 1 for the first.
        package let week: Int
        /// People of whom all seven nights of it are over.
        package let people: Int
        /// Those of them with five nights logged or more.
        package let often: Int
        /// People who had not stopped before it, and of whom it is over or who stopped in it.
        package let atRisk: Int
        /// Those of them whose last night lies in it.
        package let stopped: Int
        /// Of everyone who began, how many still log at its end, 0...100: the product of the shares of each
        /// week so far (Kaplan and Meier), so that those who are not yet so far count as long as they are
        /// seen. Nil where nobody was seen so far.
        package let stillLogging: Percent?

        package var oftenShare: Percent? {
            people > 0 ? Percent(100 * Double(often) / Double(people)) : nil
        }
    }

    package static let oftenNights = 5

    /// Everyone, with a course or without.
    package let people: Int
    /// People whose course has begun.
    package let begun: Int
    /// Those of them whose course runs.
    package let running: Int
    /// Those whose course runs and who logged one of the last seven nights.
    package let logging: Int
    /// People whose diary stopped for more than seven days before now, or before the end of the course.
    package let stopped: Int
    /// Up to the last that is over for someone.
    package let weeks: [Week]
    /// The furthest week that someone has come to, over or not; 1 at least.
    package let furthestWeek: Int

    package init(_ members: [CohortMember]) {
        people = members.count
        var begun = 0
        var running = 0
        var logging = 0
        var stopped = 0
        var often: [Int] = []
        var full: [Int] = []
        var stops: [Int] = []
        var ends: [Int] = []
        var furthest = 1
        func count(_ counts: inout [Int], _ week: Int) {
            while counts.count < week { counts.append(0) }
            if week > 0 { counts[week - 1] += 1 }
        }
        for member in members where member.diary.phase != .none {
            let diary = member.diary
            begun += 1
            furthest = max(furthest, diary.weekly.count)
            if diary.phase == .running {
                running += 1
                if diary.nightsLogged > 0, diary.silentDays ?? .max < 7 { logging += 1 }
            }
            for week in 0..<diary.fullWeeks {
                count(&full, week + 1)
                if diary.weekly[week] >= Self.oftenNights { count(&often, week + 1) }
            }
            if let week = diary.stoppedWeek {
                stopped += 1
                count(&stops, week)
            } else {
                count(&ends, diary.fullWeeks)
            }
        }
        (self.begun, self.running, self.logging, self.stopped) = (begun, running, logging, stopped)
        furthestWeek = furthest
        let length = max(full.count, stops.count)
        func at(_ counts: [Int], _ index: Int) -> Int { counts.indices.contains(index) ? counts[index] : 0 }
        // Whoever was seen for no whole week is at risk in none.
        var atRisk = ends.reduce(0, +) + stops.reduce(0, +)
        var share = 1.0
        weeks = (0..<length).map { index in
            let stop = at(stops, index)
            if atRisk > 0 { share *= 1 - Double(stop) / Double(atRisk) }
            let week = Week(
                week: index + 1, people: at(full, index), often: at(often, index), atRisk: atRisk,
                stopped: stop, stillLogging: atRisk > 0 ? Percent(100 * share) : nil)
            atRisk -= stop + at(ends, index)
            return week
        }
    }
}

extension CohortMember {
    /// Whose course runs and who is silent for the longest goes first; then those whose course is over, then
    /// those without one.
    package static func isSilentLonger(_ a: CohortMember, _ b: CohortMember) -> Bool {
        if a.diary.phase != b.diary.phase { return a.diary.phase.rawValue < b.diary.phase.rawValue }
        let (x, y) = (a.diary.silentDays ?? -1, b.diary.silentDays ?? -1)
        return x == y ? a.id < b.id : x > y
    }
}

extension CohortDiaries {
    /// Two sentences that read the picture.
    package var words: [String] {
        guard begun > 0 else { return ["No course has begun yet."] }
        var words: [String] = []
        if running > 0 {
            let who = "\(logging) of \(running) on a course"
            words.append("\(who) logged one of the last seven nights.")
        }
        if let last = weeks.last(where: { $0.stillLogging != nil }), let share = last.stillLogging {
            let have = stopped == 1 ? "has" : "have"
            let stops = stopped == 0 ? "Nobody has stopped" : "\(stopped) of \(begun) \(have) stopped"
            words.append("\(stops); \(share.words) still log after week \(last.week).")
        }
        return words
    }
}
