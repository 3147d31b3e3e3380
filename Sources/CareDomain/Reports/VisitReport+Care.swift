// What is done beside the sessions, for a report: scores, medicines, practice and goals.

extension VisitReport {
    package struct ReportedScore: Equatable, Sendable {
        package let series: ScoreSeries
        /// The newest with a total, else the newest with a level.
        package let last: ScoredCheckIn
        /// Answers to items that need someone whatever the total says, each the newest one.
        package let concerns: [ConcernAnswer]

        package struct ConcernAnswer: Equatable, Sendable {
            package let item: Int
            package let date: CivilDate
            package let answer: Int
            package let highest: Int?
        }

        static func all(
            of history: PersonHistory, _ instruments: [Instrument], for audience: Audience, zone: Zone,
            now: Instant
        ) -> [ReportedScore] {
            let byName = Dictionary(
                instruments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let rows = history.scoredCheckIns(in: zone, until: now) { byName[$0] }
            return Set(rows.map(\.instrument)).sorted().compactMap { name in
                let instrument = byName[name] ?? .undescribed(name)
                // What a clinician has asked is for clinicians to read.
                guard instrument.scribe == .person || audience == .clinic else { return nil }
                let series = ScoreSeries(
                    instrument: instrument, rows: rows.filter { $0.instrument == name },
                    start: history.treatmentStart)
                let last = series.last ?? series.rows.last { $0.score.band != nil }
                guard let last else { return nil }
                return ReportedScore(series: series, last: last, concerns: concerns(series))
            }
        }

        private static func concerns(_ series: ScoreSeries) -> [ConcernAnswer] {
            // The levels of a form whose answers do not add up say it already.
            guard series.instrument.levels.isEmpty else { return [] }
            return Set(series.instrument.concerns.flatMap(\.items)).sorted().compactMap { item in
                series.answers(toItem: item).last.map { newest in
                    ConcernAnswer(
                        item: item, date: newest.date, answer: newest.answer,
                        highest: series.instrument.item(item)?.answers.upperBound)
                }
            }
        }
    }

    /// What is taken beside the sessions, and what changed since the treatment was last changed.
    package struct Medicines: Equatable, Sendable {
        package let current: [Medication]
        /// Those that were stopped since, or in the eight weeks before the report.
        package let stopped: [Medication]
        /// The day from which the last change of the treatment holds, else the course's first day; nil
        /// without either.
        package let since: CivilDate?
        /// True where `since` is the day of a change.
        package let isSinceChange: Bool

        init(_ history: PersonHistory, today: CivilDate) {
            let changes = history.adjustments.compactMap { $0.value.effective?.date }.filter { $0 <= today }
            let since = changes.max() ?? history.course?.start
            self.since = since
            isSinceChange = !changes.isEmpty
            let begun = history.medications.map(\.value).filter { ($0.start?.date ?? today) <= today }
            current = begun.filter { ($0.stop?.date).map { $0 > today } ?? true }
            let oldest = min(since ?? today, today.adding(days: -56))
            stopped = begun.filter { ($0.stop?.date).map { $0 <= today && $0 >= oldest } ?? false }
        }

        package func isNew(_ medicine: Medication) -> Bool {
            guard let since, let start = medicine.start?.date else { return false }
            return start >= since
        }

        package func isStoppedSince(_ medicine: Medication) -> Bool {
            guard let since, let stop = medicine.stop?.date else { return false }
            return stop >= since
        }
    }

    /// Relaxation since the course began.
    package struct PracticeTotals: Equatable, Sendable {
        package struct Programme: Equatable, Sendable {
            package let name: String
            package let title: String
            package let times: Int
            package let length: Minutes
            /// Tension before and after, 0 to 10, of the times that have both.
            package let before: [Int]
            package let after: [Int]
        }

        package let from: CivilDate
        package let programmes: [Programme]
        /// Within the seven days up to the report's.
        package let lastSeven: (times: Int, length: Minutes)

        package static func == (a: PracticeTotals, b: PracticeTotals) -> Bool {
            a.from == b.from && a.programmes == b.programmes && a.lastSeven == b.lastSeven
        }

        init(_ history: PersonHistory, titles: [String: String], today: CivilDate) {
            from = history.reportedFrom(today: today)
            let all = history.practices.map(\.value)
            let rows = all.filter { [from] in $0.start.civil.date >= from }
            let seven = all.filter { $0.start.civil.date > today.adding(days: -7) }
            lastSeven = (seven.count, Self.length(seven))
            programmes = Dictionary(grouping: rows, by: \.programme).map { name, rows in
                let pairs = rows.compactMap { row in
                    row.tensionBefore.flatMap { before in row.tensionAfter.map { (before, $0) } }
                }
                return Programme(
                    name: name, title: titles[name] ?? name, times: rows.count, length: Self.length(rows),
                    before: pairs.map(\.0), after: pairs.map(\.1))
            }.sorted { ($1.times, $0.name) < ($0.times, $1.name) }
        }

        private static func length(_ rows: [Practice]) -> Minutes {
            Minutes(Double(rows.map(\.seconds).reduce(0, +)) / 60)
        }
    }

    package struct ReportedGoal: Equatable, Sendable {
        /// Where the measure of a goal stands now.
        package enum Standing: Equatable, Sendable {
            /// The mean of the last seven nights; nil under four.
            case nights(Measure, mean: Double?, count: Int)
            case score(String, total: Int, date: CivilDate)
        }

        package let goal: CarePlan.Goal
        /// Nil where the measure is in words, or nothing is known of it.
        package let standing: Standing?

        static func all(
            of history: PersonHistory, _ seven: SevenNights, _ scores: [ReportedScore]
        ) -> [ReportedGoal] {
            (history.plan?.value.goals ?? []).map { goal in
                ReportedGoal(goal: goal, standing: goal.measure.flatMap { standing($0, seven, scores) })
            }
        }

        private static func standing(
            _ word: String, _ seven: SevenNights, _ scores: [ReportedScore]
        ) -> Standing? {
            if let measure = Measure(word: word) {
                let (value, count) = seven.standing(measure)
                return .nights(measure, mean: value, count: count)
            }
            let name = word.lowercased()
            guard
                let score = scores.first(where: {
                    $0.series.instrument.name == name || $0.series.instrument.title.lowercased() == name
                }), let total = score.last.total
            else { return nil }
            return .score(score.series.instrument.title, total: total, date: score.last.date)
        }
    }
}
