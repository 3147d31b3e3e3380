// Which page of the sleep charts is open, which night is chosen, and how many nights are shown.

import CareDomain
import CellCanvas

enum SleepPage: Int, CaseIterable, Sendable {
    case raster, trend, sessionNights, stages, helps

    var question: String {
        switch self {
        case .raster: "When do I sleep?"
        case .trend: "Is it getting better?"
        case .sessionNights: "What about session nights?"
        case .stages: "How deep is it?"
        case .helps: "What goes with a better night?"
        }
    }
}

struct SleepState: Equatable {
    var page = SleepPage.raster
    /// The date of getting up; nil stands for the newest.
    var chosen: CivilDate?
    var measure = TrendMeasure.efficiency
    /// Of the nights after sessions; nil stands for the one that was named at the start.
    var sessionMeasure: Measure?
    /// What nights are sorted by; nil stands for the first that there is something of.
    var factor: NightFactor?
    var zoom = SleepZoom.all

    /// The nights that are shown of all, around the chosen one.
    /// - Parameter room: the most that fit.
    func window(of span: NightSpan, room: Int = .max) -> NightSpan {
        let most = min(zoom.nights ?? .max, max(1, room))
        return span.window(of: most == .max ? nil : most, around: date(in: span))
    }

    /// The chosen night's date of getting up.
    func date(in span: NightSpan) -> CivilDate { chosen.map(span.clamped) ?? span.last }
}

/// How many nights a time axis shows.
enum SleepZoom: Int, CaseIterable, Sendable {
    case week = 7, twoWeeks = 14, fourWeeks = 28, eightWeeks = 56
    case all = 0

    /// Nil for all of them.
    var nights: Int? { self == .all ? nil : rawValue }

    /// The next step that shows fewer nights than are shown now; itself where there is none.
    func closer(than shown: Int) -> SleepZoom {
        Self.allCases.last { $0.nights.map { $0 < shown } ?? false } ?? self
    }

    /// The next step that shows more, all of them where a step would already.
    func further(than shown: Int, of count: Int) -> SleepZoom {
        Self.allCases.first { $0.nights.map { $0 > shown && $0 < count } ?? false } ?? .all
    }
}

/// What the trend can show, one at a time.
enum TrendMeasure: Int, CaseIterable, Sendable {
    case efficiency, asleep, latency, wake, quality, refreshed, nightmares, mood

    var next: TrendMeasure { TrendMeasure(rawValue: (rawValue + 1) % Self.allCases.count) ?? .efficiency }

    var subject: TrendSubject {
        switch self {
        case .mood: .feeling(.mood)
        default: .measure(measure ?? .efficiencyPercent)
        }
    }

    /// Nil for what is no measure of a night.
    var measure: Measure? {
        switch self {
        case .efficiency: .efficiencyPercent
        case .asleep: .totalSleepMinutes
        case .latency: .sleepOnsetLatencyMinutes
        case .wake: .wakeAfterSleepOnsetMinutes
        case .quality: .quality
        case .refreshed: .refreshed
        case .nightmares: .nightmares
        case .mood: nil
        }
    }

    var title: String {
        switch self {
        case .efficiency: "Sleep efficiency, %"
        case .asleep: "Time asleep, hours"
        case .latency: "Time to fall asleep, minutes"
        case .wake: "Awake in the night, minutes"
        case .quality: "Sleep quality, 1 to 5"
        case .refreshed: "Refreshed in the morning, 1 to 5"
        case .nightmares: "Nightmares, how many"
        case .mood: "Mood of the day after, 0 to 10"
        }
    }

    var limits: ClosedRange<Double> { measure?.axisLimits ?? 0...10 }

    /// Values that the axis always holds: the ends of a scale.
    var always: [Double] {
        switch self {
        case .mood: [0, 10]
        case .nightmares: [0, 2]
        default: measure?.alwaysOnAxis ?? []
        }
    }

    /// A step between ticks that suits the unit; nil where round numbers do.
    var step: Double? {
        switch self {
        case .mood: 2
        case .nightmares: 1
        default: measure?.axisStep
        }
    }

    /// A tick, whose unit stands in the title.
    func tick(_ value: Double) -> String {
        self == .asleep ? NumberWords.decimal(value / 60) : NumberWords.decimal(value)
    }
}
