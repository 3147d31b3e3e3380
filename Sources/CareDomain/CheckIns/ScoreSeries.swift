// One person's scores on one questionnaire over time: the baseline, the last, the best, and the change.

/// A check-in with its score and the moment that it speaks for.
package struct ScoredCheckIn: Equatable, Sendable {
    package var id: RecordID
    package var instrument: String
    package var at: OffsetInstant
    package var answers: [Int?]
    package var score: Score

    package var date: CivilDate { at.civil.date }
    package var total: Int? { score.total }
}

package struct ScoreSeries: Equatable, Sendable {
    package let instrument: Instrument
    /// By time, those without a total too.
    package let rows: [ScoredCheckIn]
    /// The last one with a total before the treatment; nil where there is none.
    package let baseline: ScoredCheckIn?

    /// - Parameters:
    ///   - rows: by time.
    ///   - start: the date of the first session done, else of the course's start; nil without either, when
    ///     the first total is the baseline. A check-in of that very day still looks back on the time before.
    package init(instrument: Instrument, rows: [ScoredCheckIn], start: CivilDate?) {
        self.instrument = instrument
        self.rows = rows
        let known = rows.filter { $0.total != nil }
        if let start {
            baseline = known.last { $0.date <= start }
        } else {
            baseline = known.first
        }
    }

    /// The newest with a total.
    package var last: ScoredCheckIn? { rows.last { $0.total != nil } }

    /// The best total from the baseline on, the earlier of two that are alike; nil where none is known.
    package var best: ScoredCheckIn? {
        let from = baseline?.at.instant
        let known = rows.filter { row in row.total != nil && (from.map { row.at.instant >= $0 } ?? true) }
        return known.max { a, b in
            let (a, b) = (a.total ?? 0, b.total ?? 0)
            return instrument.better == .lower ? a > b : a < b
        }
    }

    /// From the baseline to the last; nil where they are one and the same.
    package var change: ScoreChange? {
        guard let baseline, let last, baseline.id != last.id, let earlier = baseline.total,
            let later = last.total
        else { return nil }
        return ScoreChange(from: earlier, to: later, of: instrument)
    }

    /// What one item was answered with, by date; blanks are left out.
    package func answers(toItem number: Int) -> [(date: CivilDate, answer: Int)] {
        rows.compactMap { row in
            guard row.answers.indices.contains(number - 1), let answer = row.answers[number - 1] else {
                return nil
            }
            return (row.date, answer)
        }
    }
}

extension PersonHistory {
    /// The check-ins with their scores, by time.
    /// - Parameters:
    ///   - zone: where the date of an imported one is read.
    ///   - now: what was answered after it is left out; nil keeps everything.
    ///   - instrument: finds a questionnaire by its name; without one an answer is summed as it stands.
    package func scoredCheckIns(
        in zone: Zone, until now: Instant? = nil, _ instrument: (String) -> Instrument?
    ) -> [ScoredCheckIn] {
        let rows = checkIns.map { entry in
            let score = instrument(entry.value.instrument)?.score(entry.value)
            return ScoredCheckIn(
                id: entry.id, instrument: entry.value.instrument, at: entry.frame.eventTime(in: zone),
                answers: entry.value.answers, score: score ?? Score(unknown: entry.value))
        }
        return rows.filter { row in now.map { row.at.instant <= $0 } ?? true }
            .sorted { ($0.at.instant, $0.id) < ($1.at.instant, $1.id) }
    }

    /// The date up to which a score counts as one of before the treatment; nil without a course and sessions.
    package var treatmentStart: CivilDate? { doneSessions.first?.date ?? course?.start }

    package func scoreSeries(
        of instrument: Instrument, in zone: Zone, until now: Instant? = nil
    ) -> ScoreSeries {
        let rows = scoredCheckIns(in: zone, until: now) { $0 == instrument.name ? instrument : nil }
        return ScoreSeries(
            instrument: instrument, rows: rows.filter { $0.instrument == instrument.name },
            start: treatmentStart)
    }
}

extension Instrument {
    /// One of which nothing is known but its name.
    package static func undescribed(_ name: String) -> Instrument {
        Instrument(
            name: name, title: name, about: "", scribe: .person, items: [], total: .none,
            timing: Timing(recallDays: 0), licence: "", form: "")
    }
}

extension Score {
    /// Of a questionnaire that nobody has described: the sum of complete answers, and nothing beside it.
    init(unknown checkIn: CheckIn) {
        let missing = checkIn.answers.indices.filter { checkIn.answers[$0] == nil }.map { $0 + 1 }
        self.init(
            total: checkIn.total, band: nil, subscales: [], isProrated: false, missing: missing,
            outOfRange: [], cuts: [], hasPattern: nil)
    }
}

extension RecordFrame {
    /// When what the record tells of took place: the writing of a record of the person's own, the event's own
    /// time of one that came from elsewhere, which its id begins with.
    func eventTime(in zone: Zone) -> OffsetInstant {
        source == nil ? at : OffsetInstant(Instant(milliseconds: id.milliseconds), in: zone)
    }
}
