// Which page of the sleep charts is open, which night is chosen, and what keys do with them.

import CareDomain
import CellCanvas

enum SleepPage: Int, CaseIterable, Sendable {
    case raster, trend

    var question: String {
        switch self {
        case .raster: "When do I sleep?"
        case .trend: "Is it getting better?"
        }
    }
}

struct SleepState: Equatable {
    var page = SleepPage.raster
    /// The date of getting up; nil stands for the newest.
    var chosen: CivilDate?
    var measure = TrendMeasure.efficiency
}

extension DashboardModel {
    mutating func updateSleep(_ command: Command, in context: Context) {
        guard let person else { return }
        let span = NightSpan(person.history, today: person.today(in: context))
        let date = sleep.chosen.map(span.clamped) ?? span.last
        func move(_ days: Int) { sleep.chosen = span.clamped(date.adding(days: days)) }
        let pages = SleepPage.allCases.count
        switch command {
        case .nextPage: sleep.page = SleepPage(rawValue: (sleep.page.rawValue + 1) % pages) ?? .raster
        case .previousPage:
            sleep.page = SleepPage(rawValue: (sleep.page.rawValue + pages - 1) % pages) ?? .raster
        case .nextMeasure:
            sleep.page = .trend
            sleep.measure = sleep.measure.next
        case .move(.up), .move(.left): move(-1)
        case .move(.down), .move(.right): move(1)
        case .pageUp: move(-14)
        case .pageDown: move(14)
        case .first: sleep.chosen = span.first
        case .last, .today: sleep.chosen = nil
        default: break
        }
    }
}

/// The nights that the charts run over, logged or not: from the first one logged to this morning's.
struct NightSpan: Equatable {
    let first: CivilDate
    let last: CivilDate

    /// At most so many nights back.
    private static let longest = 400

    init(_ history: PersonHistory, today: CivilDate) {
        let dates = history.mainNights.map(\.date)
        // A person who stopped logging long ago is shown where the nights are.
        let newest = dates.last ?? today
        last = newest.days(until: today) > 28 ? newest : max(newest, today)
        first = max(dates.first ?? today, last.adding(days: -Self.longest))
    }

    func clamped(_ date: CivilDate) -> CivilDate { min(max(date, first), last) }
    var count: Int { first.days(until: last) + 1 }
}

/// The measures that the trend can show, one at a time.
enum TrendMeasure: Int, CaseIterable, Sendable {
    case efficiency, asleep, latency, wake, quality, refreshed

    var next: TrendMeasure { TrendMeasure(rawValue: (rawValue + 1) % Self.allCases.count) ?? .efficiency }

    var measure: Measure {
        switch self {
        case .efficiency: .efficiencyPercent
        case .asleep: .totalSleepMinutes
        case .latency: .sleepOnsetLatencyMinutes
        case .wake: .wakeAfterSleepOnsetMinutes
        case .quality: .quality
        case .refreshed: .refreshed
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
        }
    }

    /// The word for it in a sentence.
    var noun: String {
        switch self {
        case .efficiency: "efficiency"
        case .asleep: "time asleep"
        case .latency: "time to fall asleep"
        case .wake: "time awake in the night"
        case .quality: "quality"
        case .refreshed: "refreshment"
        }
    }

    var limits: ClosedRange<Double> {
        switch self {
        case .efficiency: 0...100
        case .asleep: 0...1440
        case .latency, .wake: 0...1440
        case .quality, .refreshed: 1...5
        }
    }

    /// Values that the axis always holds: the ends of a scale.
    var always: [Double] {
        switch self {
        case .quality, .refreshed: [1, 5]
        default: []
        }
    }

    /// A step between ticks that suits the unit; nil where round numbers do.
    var step: Double? {
        switch self {
        case .asleep: 60
        case .quality, .refreshed: 1
        default: nil
        }
    }

    func tick(_ value: Double) -> String {
        self == .asleep ? NumberWords.decimal(value / 60) : NumberWords.decimal(value)
    }

    func words(_ value: Double) -> String {
        switch self {
        case .efficiency: Percent(value).words
        case .asleep, .latency, .wake: Minutes(value).words
        case .quality, .refreshed: NumberWords.decimal(value) + " of 5"
        }
    }
}
