// Which page of the sleep charts is open, which night is chosen, and what keys do with them.

import CareDomain
import CellCanvas

enum SleepPage: Int, CaseIterable, Sendable {
    case raster, trend, sessionNights

    var question: String {
        switch self {
        case .raster: "When do I sleep?"
        case .trend: "Is it getting better?"
        case .sessionNights: "What about session nights?"
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
        case .nextMeasure where sleep.page == .sessionNights:
            let chart = sessionNightsChart(person, in: context)
            let place = chart.measures.firstIndex(of: chart.measure) ?? -1
            let next = chart.measures[(place + 1) % chart.measures.count]
            sleep.sessionMeasure = next == chart.measures.first ? nil : next
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
}
