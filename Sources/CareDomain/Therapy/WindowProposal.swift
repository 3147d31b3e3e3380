// A proposal for the sleep window of the coming week: what the rules make of the last seven nights, and what
// keeps them from being applied.

/// What is known of the person and the week beside the nights.
package struct WindowSituation: Equatable, Sendable {
    /// Nothing is proposed before a clinician has switched it on.
    package var isSwitchedOn: Bool
    /// The window as it is; nil before the first.
    package var window: SleepTarget?
    /// The time of getting up, which stays; used where there is no window yet.
    package var rise: ClockTime?
    /// Any manic or hypomanic episode ever.
    package var hasBipolarHistory: Bool
    /// Someone who drives heavy machines, or for a living.
    package var drivesMachines: Bool
    /// The rules of open flags, with the level: `R01-now`, `R03`.
    package var openFlags: Set<String>
    package var hasSessionThisWeek: Bool
    /// The prescriber has said that weeks with a session count too.
    package var sessionWeeksAllowed: Bool
    /// True on the day of a session: nothing is changed on it.
    package var isSessionDay: Bool
    /// Dose, spacing or time of day of the sessions was changed within the week.
    package var hasScheduleChange: Bool

    package init(
        isSwitchedOn: Bool, window: SleepTarget? = nil, rise: ClockTime? = nil,
        hasBipolarHistory: Bool = false, drivesMachines: Bool = false, openFlags: Set<String> = [],
        hasSessionThisWeek: Bool = false, sessionWeeksAllowed: Bool = false, isSessionDay: Bool = false,
        hasScheduleChange: Bool = false
    ) {
        self.isSwitchedOn = isSwitchedOn
        self.window = window
        self.rise = rise
        self.hasBipolarHistory = hasBipolarHistory
        self.drivesMachines = drivesMachines
        self.openFlags = openFlags
        self.hasSessionThisWeek = hasSessionThisWeek
        self.sessionWeeksAllowed = sessionWeeksAllowed
        self.isSessionDay = isSessionDay
        self.hasScheduleChange = hasScheduleChange
    }

    /// Flags that stop every proposal while they are open: thoughts of suicide that need a clinician now, a
    /// C-SSRS at its gravest, short sleep that refreshes, and sleepiness. Source: the cautions of Kaplan &
    /// Harvey 2013, PMC4185309, as levels of Lull's own.
    package static let stoppingFlags: Set<String> = ["R01-now", "R02", "R03", "R15"]
}

/// The figures of the nights that a proposal rests on.
package struct WindowWeek: Equatable, Sendable {
    /// Nights whose efficiency over the time in bed is known.
    package var nights: Int
    /// Pooled: sum of sleep over sum of time in bed. Nil where no night knows both.
    package var efficiencyInBed: Percent?
    /// Pooled over the time from trying to sleep to getting up.
    package var efficiency: Percent?
    package var meanSleep: Minutes?

    package init(nights: Int, efficiencyInBed: Percent?, efficiency: Percent?, meanSleep: Minutes?) {
        self.nights = nights
        self.efficiencyInBed = efficiencyInBed
        self.efficiency = efficiency
        self.meanSleep = meanSleep
    }

    package init(_ nights: [LoggedNight]) {
        let known = nights.filter { $0.measures.efficiencyInBed != nil }
        let summary = NightsSummary(known)
        self.init(
            nights: known.count, efficiencyInBed: summary.pooledEfficiencyInBed,
            efficiency: summary.pooledEfficiency,
            meanSleep: summary.means[.totalSleepMinutes].map { Minutes($0.mean) })
    }
}

package enum WindowProposal: Equatable, Sendable {
    /// The first window.
    case start(SleepTarget)
    /// A new one, by so many minutes longer, or shorter where negative.
    case change(SleepTarget, by: Minutes)
    /// As it is, and why.
    case keep(SleepTarget, Keeping)
    /// The rules hand it to the person who treats.
    case askProvider
    /// Nothing is proposed, and why: every reason that holds.
    case withheld([Bar])

    package enum Keeping: String, CaseIterable, Sendable {
        /// The rules say so.
        case rules
        /// Over the time in bed and over the time of trying to sleep, the rules say different things.
        case sidesDiffer
        /// It is as short, or as long, as it may be.
        case atFloor, atCap
    }

    package enum Bar: Hashable, Sendable {
        case notSwitchedOn, heavyMachines, sessionThisWeek, sessionDay, scheduleChange, noRise
        case openFlag(String)
        /// So many nights are logged, and so many are needed.
        case tooFewNights(Int, needed: Int)
    }
}

extension WindowRules {
    /// What these rules propose for the coming week.
    /// - Parameter nights: the figures of the last seven nights, or of the 7 to 14 before the first window.
    package func proposal(_ week: WindowWeek, _ situation: WindowSituation) -> WindowProposal {
        let needed = situation.window == nil ? fewestNightsToStart : fewestNights
        let bars = situation.bars(nights: week.nights, needed: needed)
        if !bars.isEmpty { return .withheld(bars) }
        let least = situation.hasBipolarHistory ? max(floor, bipolarFloor) : floor
        guard let window = situation.window else {
            guard let rise = situation.rise, let sleep = week.meanSleep else { return .withheld([.noRise]) }
            return .start(SleepTarget(length: bounded(sleep, least), rise: rise))
        }
        guard let inBed = week.efficiencyInBed, let trying = week.efficiency else {
            return .withheld([.tooFewNights(0, needed: needed)])
        }
        guard let action = action(at: inBed) else { return .keep(window, .rules) }
        guard action == self.action(at: trying) else { return .keep(window, .sidesDiffer) }
        switch action {
        case .askProvider: return .askProvider
        case .change(let minutes): return moved(window, to: window.length + minutes, least)
        case .meanSleep:
            guard let sleep = week.meanSleep else { return .keep(window, .rules) }
            return moved(window, to: sleep, least)
        }
    }

    /// The rise stays where it is; the bedtime moves.
    private func moved(_ window: SleepTarget, to length: Minutes, _ least: Minutes) -> WindowProposal {
        let wanted = bounded(length, least)
        let by = wanted - window.length
        if by.value != 0 { return .change(SleepTarget(length: wanted, rise: window.rise), by: by) }
        if length < window.length { return .keep(window, .atFloor) }
        return .keep(window, length > window.length ? .atCap : .rules)
    }

    /// Within floor and cap, to the next five minutes, which is as fine as anyone keeps a bedtime.
    private func bounded(_ length: Minutes, _ least: Minutes) -> Minutes {
        let rounded = Minutes((length.value / 5).rounded() * 5)
        return max(least, min(rounded, cap))
    }
}

extension WindowSituation {
    fileprivate func bars(nights: Int, needed: Int) -> [WindowProposal.Bar] {
        var bars: [WindowProposal.Bar] = []
        if !isSwitchedOn { bars.append(.notSwitchedOn) }
        bars += openFlags.intersection(Self.stoppingFlags).sorted().map { .openFlag($0) }
        if drivesMachines { bars.append(.heavyMachines) }
        if hasSessionThisWeek, !sessionWeeksAllowed { bars.append(.sessionThisWeek) }
        if isSessionDay { bars.append(.sessionDay) }
        if hasScheduleChange { bars.append(.scheduleChange) }
        if nights < needed { bars.append(.tooFewNights(nights, needed: needed)) }
        return bars
    }
}

extension SleepTarget {
    /// A window of a length that ends at a rise.
    package init(length: Minutes, rise: ClockTime) {
        self.init(bed: rise.adding(minutes: -Int(length.value.rounded())), rise: rise)
    }
}

extension WindowProposal.Bar {
    /// A clause for a clinician.
    package var words: String {
        switch self {
        case .notSwitchedOn: "no clinician has switched the sleep window on"
        case .openFlag(let rule): "the flag \(rule) is open"
        case .heavyMachines: "the person drives or works heavy machines"
        case .sessionThisWeek: "the week has a session, and the prescriber has not said that it may count"
        case .sessionDay: "today is the day of a session"
        case .scheduleChange: "the sessions were changed within the week"
        case .noRise: "no time of getting up is known"
        case .tooFewNights(let nights, let needed):
            "\(NumberWords.count(nights, "night")) of the week known, and \(NumberWords.of(needed)) needed"
        }
    }
}
