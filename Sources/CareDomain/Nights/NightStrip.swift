// One night as a strip of cells: in bed low, awake a little higher, asleep high, so that it reads without
// colour.

package struct NightStrip: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        case inBed, awake, asleep

        /// As every picture and every text has it.
        package var glyph: Character {
            switch self {
            case .inBed: "▁"
            case .awake: "▂"
            case .asleep: "▆"
            }
        }
    }

    /// A state for each cell; nil outside the bed.
    package let cells: [State?]

    /// - Parameters:
    ///   - from: the instant at the left edge of the first cell.
    ///   - to: the instant at the right edge of the last one.
    package init(_ row: LoggedNight, from: Instant, to: Instant, columns: Int) {
        let pieces = Self.pieces(of: row)
        let span = Double(to.milliseconds - from.milliseconds)
        guard columns > 0, span > 0 else {
            cells = []
            return
        }
        cells = (0..<columns).map { column in
            let left = Double(from.milliseconds) + span * Double(column) / Double(columns)
            let right = Double(from.milliseconds) + span * Double(column + 1) / Double(columns)
            return Self.state(of: pieces, from: left, to: right)
        }
    }

    /// The hours that some nights take: whole even ones from the midnight before the evening, 22 for 10 pm,
    /// 30 for 6 am. At least 20 to 34, and never more than a day and a half, whatever a record says.
    package static func hours(of nights: [LoggedNight]) -> ClosedRange<Int> {
        var first = 21.0
        var last = 33.0
        for night in nights {
            let zone = night.night.zone
            let midnight = zone.instant(CivilTime(night.date, secondOfDay: 0))
            if let bed = night.measures.intoBed ?? night.measures.trySleep {
                first = min(first, 24 + bed.since(midnight).hours)
            }
            if let up = night.measures.outOfBed ?? night.measures.finalAwake {
                last = max(last, 24 + up.since(midnight).hours)
            }
        }
        return Int((max(6, first) / 2).rounded(.down)) * 2...Int((min(48, last) / 2).rounded(.up)) * 2
    }

    /// A strip over such hours.
    package init(_ row: LoggedNight, hours: ClosedRange<Int>, columns: Int) {
        let midnight = row.night.zone.instant(CivilTime(row.date, secondOfDay: 0))
        self.init(
            row, from: midnight.adding(seconds: Int64(hours.lowerBound - 24) * 3600),
            to: midnight.adding(seconds: Int64(hours.upperBound - 24) * 3600), columns: columns)
    }

    private typealias Piece = (from: Double, to: Double, state: State)

    /// The state that fills most of a cell; a waking is never lost to the sleep around it when it fills a
    /// third.
    private static func state(of pieces: [Piece], from: Double, to: Double) -> State? {
        var shares: [(state: State, length: Double)] = []
        for piece in pieces {
            let length = min(to, piece.to) - max(from, piece.from)
            guard length > 0 else { continue }
            if let index = shares.firstIndex(where: { $0.state == piece.state }) {
                shares[index].length += length
            } else {
                shares.append((piece.state, length))
            }
        }
        let whole = to - from
        if let awake = shares.first(where: { $0.state == .awake }), awake.length >= whole / 3 {
            return .awake
        }
        guard let most = shares.max(by: { $0.length < $1.length }), most.length >= whole / 4 else {
            return nil
        }
        return most.state
    }

    private static func pieces(of row: LoggedNight) -> [Piece] {
        func at(_ instant: Instant) -> Double { Double(instant.milliseconds) }
        if let recording = row.night.recording {
            return recording.timed.map { run in
                (
                    at(run.from), at(run.to),
                    run.stage.isSleep ? .asleep : run.stage == .awake ? .awake : .inBed
                )
            }
        }
        let m = row.measures
        guard let bed = m.intoBed ?? m.trySleep, let up = m.outOfBed ?? m.finalAwake, bed < up else {
            return []
        }
        guard let onset = m.sleepOnset, let waking = m.finalAwake, onset < waking else {
            return [(at(bed), at(up), .inBed)]
        }
        var pieces: [Piece] = [(at(bed), at(onset), .inBed), (at(waking), at(up), .inBed)]
        pieces += sleep(from: at(onset), to: at(waking), wakes: m)
        return pieces
    }

    /// A diary says how often and how long one was awake, not when: the wakes are laid out evenly.
    private static func sleep(from: Double, to: Double, wakes m: NightMeasures) -> [Piece] {
        let awake = (m.wakeAfterSleepOnset?.value ?? 0) * 60_000
        let count = max(m.awakenings ?? 0, awake > 0 ? 1 : 0)
        guard count > 0, awake > 0, awake < to - from else { return [(from, to, .asleep)] }
        let asleep = (to - from - awake) / Double(count + 1)
        let each = awake / Double(count)
        var pieces: [Piece] = []
        var left = from
        for _ in 0..<count {
            pieces.append((left, left + asleep, .asleep))
            pieces.append((left + asleep, left + asleep + each, .awake))
            left += asleep + each
        }
        pieces.append((left, to, .asleep))
        return pieces
    }
}
