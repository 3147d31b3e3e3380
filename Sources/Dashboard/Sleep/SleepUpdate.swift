// What keys do on the sleep charts: turn the page, move the night, zoom, choose a measure, open a day.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func updateSleep(_ command: Command, in context: Context) {
        guard let person else { return }
        let span = NightSpan(person.history, today: person.today(in: context))
        let date = sleep.date(in: span)
        func move(_ days: Int) { sleep.chosen = span.clamped(date.adding(days: days)) }
        switch command {
        case .nextPage: turnSleepPage(1)
        case .previousPage: turnSleepPage(-1)
        case .nextMeasure: nextMeasure(person, in: context)
        case .zoomIn:
            sleep.zoom = sleep.zoom.closer(than: nightsShown(of: span, in: context))
        case .zoomOut:
            sleep.zoom = sleep.zoom.further(than: nightsShown(of: span, in: context), of: span.count)
        case .open:
            // A day of the calendar is that of the evening.
            calendar.chosen = date.adding(days: -1)
            screen = .calendar
        case .move(.up), .move(.left): move(-1)
        case .move(.down), .move(.right): move(1)
        case .pageUp: move(-14)
        case .pageDown: move(14)
        case .first: sleep.chosen = span.first
        case .last, .today: sleep.chosen = nil
        default: break
        }
    }

    private mutating func turnSleepPage(_ step: Int) {
        let pages = SleepPage.allCases.count
        sleep.page = SleepPage(rawValue: (sleep.page.rawValue + pages + step) % pages) ?? .raster
    }

    private mutating func nextMeasure(_ person: StoreSnapshot.Person, in context: Context) {
        switch sleep.page {
        case .sessionNights:
            let chart = sessionNightsChart(person, in: context)
            let place = chart.measures.firstIndex(of: chart.measure) ?? -1
            let next = chart.measures[(place + 1) % chart.measures.count]
            sleep.sessionMeasure = next == chart.measures.first ? nil : next
        case .helps:
            let factors = person.history.factorSides(helpsMeasure, nights: person.history.nights)
                .map(\.factor)
            guard !factors.isEmpty else { return }
            let place = sleep.factor.flatMap(factors.firstIndex(of:)) ?? 0
            sleep.factor = factors[(place + 1) % factors.count]
        case .raster, .trend, .stages:
            sleep.page = .trend
            sleep.measure = sleep.measure.next
        }
    }

    /// How many nights the page shows now.
    func nightsShown(of span: NightSpan, in context: Context) -> Int {
        let room = sleep.page == .raster ? rasterRows(in: context.size) : context.size.columns
        return sleep.window(of: span, room: room).count
    }

    /// The measure that nights with something and without it are shown in.
    var helpsMeasure: Measure { sleep.measure.measure ?? .quality }
}
