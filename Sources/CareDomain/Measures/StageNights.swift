// How deep the nights were, as a device guessed: minutes of each stage, and the share of REM sleep.

/// The nights of one device that tells stages. A share of REM sleep on session nights stands beside that of
/// the other nights since the first session, each with its count, and the two are not compared.
package struct StageNights: Equatable, Sendable {
    package struct Night: Equatable, Sendable {
        package let date: CivilDate
        package let isSession: Bool
        /// Of `stages`, in their order; unscored minutes are in none of them.
        package let minutes: [Double]
        package let remShare: Percent?
        package let recording: StageRecording
        package let zone: Zone
    }

    /// Middle values with their counts.
    package struct Shares: Equatable, Sendable {
        /// A value a night, by date.
        package let values: [Double]
        /// Nil for no nights.
        package let median: Double?

        init(_ values: [Double]) {
            self.values = values
            median = Spread(values)?.median
        }
    }

    /// From the deepest up, as they are stacked.
    package static let stages: [StageRecording.Stage] = [.deep, .light, .rem, .awake]

    /// The device or program that tells the stages of the most nights; nil where none does.
    package let source: String?
    /// By date.
    package let nights: [Night]
    /// Nights that only another device tells.
    package let leftOut: Int
    package let session: Shares
    package let others: Shares
    package let hasSessions: Bool

    package init(_ history: PersonHistory, today: CivilDate) {
        let one = SingleSource(history.nights, .remMinutes)
        let calendar = history.sessionNights
        source = one.source
        leftOut = one.leftOut
        nights = one.rows.compactMap { date, row, rem in
            guard let recording = row.night.recording, let light = row.measures.light,
                let deep = row.measures.deep, let awake = row.measures.awake
            else { return nil }
            return Night(
                date: date, isSession: calendar.isSessionNight(date),
                minutes: [deep.value, light.value, rem, awake.value], remShare: row.measures.remShare,
                recording: recording, zone: row.night.zone)
        }
        let figures = history.sessionNightFigures(today: today)
        hasSessions = !history.doneSessions.isEmpty
        session = Shares(hasSessions ? figures.values(.remPercent, 0) : [])
        others = Shares(
            hasSessions
                ? figures.values(.remPercent, nil) : nights.compactMap { $0.remShare?.value })
    }

    package func night(on date: CivilDate) -> Night? { nights.last { $0.date == date } }

    /// What has to stand beside these figures.
    package var caution: String { Measure.remPercent.deviceCaution(source) ?? "" }

    private func words(_ shares: Shares) -> String {
        guard let median = shares.median else { return "no night" }
        return "\(Percent(median).words) (\(NumberWords.count(shares.values.count, "night")))"
    }

    /// The same in fewer words.
    package var shortSentence: String {
        hasSessions
            ? "REM sleep: session nights \(words(session)), others \(words(others))."
            : "REM sleep, all nights: \(words(others))."
    }

    /// Both middle values and both counts, and nothing about what lies between them.
    package var sentence: String {
        guard hasSessions else {
            return "Share of REM sleep, the middle of all nights: \(words(others))."
        }
        return "Share of REM sleep, middle values: session nights \(words(session)), other nights since "
            + "the first session \(words(others))."
    }
}

extension StageRecording.Stage {
    package var words: String {
        switch self {
        case .awake: "awake"
        case .rem: "REM"
        case .light: "core (light)"
        case .deep: "deep"
        case .asleep: "asleep"
        case .unscored: "not scored"
        }
    }
}

/// The stages of one night over its time, a cell each.
package struct Hypnogram: Equatable, Sendable {
    /// The stage that fills most of each cell; nil where nothing was scored.
    package let cells: [StageRecording.Stage?]
    package let start: Instant
    package let end: Instant

    package init(_ recording: StageRecording, columns: Int) {
        start = recording.start
        end = recording.end
        let timed = recording.timed
        let length = Double(end.milliseconds - start.milliseconds)
        guard columns > 0, length > 0 else {
            cells = []
            return
        }
        var first = 0
        let size = length / Double(columns)
        let origin = Double(start.milliseconds)
        cells = (0..<columns).map { column in
            let (from, to) = (origin + size * Double(column), origin + size * Double(column + 1))
            while first < timed.count, Double(timed[first].to.milliseconds) <= from { first += 1 }
            var lengths: [StageRecording.Stage: Double] = [:]
            for piece in timed[first...].prefix(while: { Double($0.from.milliseconds) < to }) {
                lengths[piece.stage, default: 0] +=
                    min(to, Double(piece.to.milliseconds)) - max(from, Double(piece.from.milliseconds))
            }
            let most = StageRecording.Stage.allCases.max { (lengths[$0] ?? 0) < (lengths[$1] ?? 0) }
            return most.flatMap { $0 == .unscored || (lengths[$0] ?? 0) <= 0 ? nil : $0 }
        }
    }

    /// The full hours within it and how far each lies from the start, 0...1.
    package func hours(in zone: Zone) -> [(share: Double, clock: ClockTime)] {
        let length = Double(end.milliseconds - start.milliseconds)
        guard length > 0, length < 48 * 3_600_000 else { return [] }
        let clock = zone.clock(start)
        let wait = Int64((60 - clock.minutesAfterMidnight % 60) % 60) * 60
        var result: [(share: Double, clock: ClockTime)] = []
        var at = start.adding(seconds: wait)
        while at <= end {
            let share = Double(at.milliseconds - start.milliseconds) / length
            result.append((share, zone.clock(at)))
            at = at.adding(seconds: 3600)
        }
        return result
    }
}
