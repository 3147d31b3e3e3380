// Which figures a screen shows now, by the key that each has in JSON: a figure that is hidden for want of
// room or of nights is not explained either.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// In the order in which the eye meets them, each once.
    func shownFigures(in context: Context) -> [String] {
        var seen: Set<String> = []
        return figuresOnScreen(in: context).filter { seen.insert($0).inserted }
    }

    private func figuresOnScreen(in context: Context) -> [String] {
        guard let person else {
            switch cohort.page {
            case .outcomes: return outcomeFigures
            case .sessions: return cohortNightFigures
            default: return cohortFigures
            }
        }
        switch screen {
        case .tonight: return tonightFigures(person, in: context)
        case .calendar: return calendarFigures(person, in: context)
        case .sleep: return sleepFigures(person, in: context)
        case .relax, .checkIns, .guide: return []
        }
    }

    private func keys(_ measures: [Measure]) -> [String] { measures.map(\.rawValue) }
    private func keys(_ figures: [Figure]) -> [String] { figures.map(\.rawValue) }

    private var outcomeFigures: [String] {
        guard let outcomes = cohort.outcomes.outcomes, outcomes.caseload.started > 0 else { return [] }
        let end = keys([.started])
        switch cohort.outcomes.item {
        case .topic(.measure(.efficiencyPercent)):
            return keys([.pooledEfficiencyPercent]) + keys([.efficiencyPercent]) + keys([.quartiles]) + end
        case .topic(.measure(let measure)):
            return keys([measure]) + keys([.weeklyMean, .quartiles]) + end
        case .topic(.instrument):
            let weeks = cohort.outcomes.series?.weeks ?? []
            let response = weeks.contains { $0.response != nil } ? keys([.response]) : []
            let remission = weeks.contains { $0.remission != nil } ? keys([.remission]) : []
            return keys([.quartiles]) + end + response + remission
        case .caseload:
            let shares = outcomes.ends.isEmpty ? [] : keys([.response, .remission])
            return end + keys([.contacted, .nightsLogged]) + shares
        case .events: return outcomes.events.months.isEmpty ? [] : keys([.adverseEvents])
        }
    }

    private var cohortNightFigures: [String] {
        guard let figures = cohort.nights.figures, figures.nights.contains(where: { $0.people > 0 }) else {
            return []
        }
        let compared = figures.comparison.people > 0 ? keys([.cohortSessionNights, .comparisons]) : []
        return keys([figures.measure])
            + keys([.nightsSinceSession, .sessionNightDifference, .quartiles]) + compared
    }

    private var cohortFigures: [String] {
        guard !cohort.rows.isEmpty else { return [] }
        switch cohort.page {
        case .strips: return keys([.quality]) + keys([.nightsLogged])
        case .diaries: return keys([.nightsLogged, .adherencePercent, .stillLoggingPercent])
        default: break
        }
        var shown = keys([.nightsLogged]) + keys([.quality])
        if cohort.rows.contains(where: { $0.totalSleep7 != nil }) { shown += keys([.totalSleepMinutes]) }
        if cohort.rows.contains(where: { $0.efficiency7 != nil }) {
            shown += keys([.pooledEfficiencyPercent])
        }
        if cohort.rows.indices.contains(cohort.selected),
            cohort.rows[cohort.selected].efficiencyChangePoints != nil
        {
            shown += keys([.efficiencyChangePoints, .baseline])
        }
        return shown
    }

    private func tonightFigures(_ person: StoreSnapshot.Person, in context: Context) -> [String] {
        let tonight = Tonight(person, context, settings)
        guard !tonight.isQuiet else { return [] }
        var shown: [String] = []
        if let night = tonight.lastNight {
            shown += keys([.totalSleepMinutes, .opportunityMinutes, .efficiencyPercent])
            if night.night.quality != nil { shown += keys([.quality]) }
        }
        guard context.size.columns >= 76 else { return shown }
        let dates = tonight.history.lastNights(14, to: tonight.today)
        if !dates.isEmpty { shown += keys([.quality, .efficiencyPercent, .totalSleepMinutes]) }
        let seven = NightsSummary(tonight.history.lastNights(7, to: tonight.today))
        guard seven.nightsLogged >= 4 else { return shown }
        shown += keys([.weeklyMean]) + keys([.totalSleepMinutes]) + keys([.pooledEfficiencyPercent])
        shown += keys([.sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes])
        if tonight.history.baselineNights.count >= 7, !tonight.history.doneSessions.isEmpty {
            shown += keys([.baseline])
        }
        return shown
    }

    private func calendarFigures(_ person: StoreSnapshot.Person, in context: Context) -> [String] {
        let nights = person.history.mainNights
        guard !nights.isEmpty else { return [] }
        var shown = keys([.quality, .efficiencyPercent])
        if context.size.columns >= 76 {
            shown += keys([.pooledEfficiencyPercent, .weeklyMean]) + keys([.totalSleepMinutes])
        }
        let today = person.today(in: context)
        let span = CalendarSpan(person.history, today: today, weekStart: settings.weekStart)
        let chosen = span.clamped(calendar.chosen ?? today)
        if person.history.mainNight(on: chosen.adding(days: 1)) != nil {
            shown += keys([.totalSleepMinutes, .wakeAfterSleepOnsetMinutes])
        }
        return shown
    }

    private func sleepFigures(_ person: StoreSnapshot.Person, in context: Context) -> [String] {
        guard !person.history.mainNights.isEmpty else { return [] }
        switch sleep.page {
        case .raster:
            var shown: [String] = []
            if context.size.columns >= 66 { shown += keys([.totalSleepMinutes, .efficiencyPercent]) }
            if context.size.columns >= 78 { shown += keys([.quality]) }
            return shown + keys([.midpointMean, .midpointSpreadMinutes, .regularityIndex, .regularityDays])
        case .trend:
            let span = NightSpan(person.history, today: person.today(in: context))
            let trend = NightTrend(person.history, span, sleep.measure.subject)
            return (sleep.measure.measure.map { keys([$0]) } ?? keys([.dayRating])) + keys([.median])
                + (trend.baseline == nil ? [] : keys([.baseline]))
        case .sessionNights:
            let chart = sessionNightsChart(person, in: context)
            guard chart.hasSessions else { return [] }
            var shown = keys([.nightsSinceSession]) + keys([chart.measure])
            shown += keys([.median, .description, .comparisons])
            if chart.points.contains(where: { $0.hours != nil }) { shown += keys([.hoursSinceSession]) }
            return shown + (chart.baseline == nil ? [] : keys([.baseline]))
        case .stages:
            guard StageNights(person.history, today: person.today(in: context)).source != nil else {
                return []
            }
            return keys([.awakeMinutes, .remMinutes, .lightMinutes, .deepMinutes, .remPercent])
                + keys([.median, .description])
        case .helps:
            let all = person.history.factorSides(helpsMeasure, nights: person.history.nights)
            var shown = all.isEmpty ? [] : keys([.withAndWithout]) + keys([helpsMeasure]) + keys([.median])
            if !person.history.moods.isEmpty { shown += keys([.dayRating]) }
            if scoreSeries(person, in: context).contains(where: { $0.instrument.sleepItem != nil }) {
                shown += keys([.totalWithoutSleep])
            }
            return shown
        }
    }
}
