// The flags of one rule and one person as the days go by: raised, worse, looked at, closed, open again.

/// A flag from the day on which it began to hold.
struct FlagEpisode: Equatable, Sendable {
    var since: CivilDate
    /// The day on which it opened last.
    var openedOn: CivilDate
    var level: FlagLevel
    /// What is shown: the newest of the highest level.
    var shown: Finding
    /// The newest that held.
    var latest: Finding
    var firstSeverity: Double
    var peak: Double
    var state = ReviewFlag.State.open
    var by: String?
    var assignee: String?
    var until: CivilDate?
    var isHolding = true
    /// From which day on the condition was known to be false.
    var clearSince: CivilDate?
    var reviewedFrom: CivilDate?
    /// The first day at level now.
    var nowFrom: CivilDate?
    var closedAt: Instant?
    var closedOn: CivilDate?
    /// How it stood when somebody looked at it last.
    var review: Review?
    var occasions: Set<String>

    struct Review: Equatable, Sendable {
        var day: CivilDate
        var level: FlagLevel
        var severity: Double
        var occasions: Set<String>
    }

    init(since: CivilDate, _ finding: Finding) {
        self.since = since
        openedOn = since
        level = finding.level
        shown = finding
        latest = finding
        firstSeverity = finding.severity
        peak = finding.severity
        occasions = finding.occasion.map { [$0] } ?? []
        noteLevel(on: since)
    }

    mutating func noteLevel(on day: CivilDate) {
        if level >= .nextDay, reviewedFrom == nil { reviewedFrom = day }
        if level == .now, nowFrom == nil { nowFrom = day }
    }

    mutating func update(with finding: Finding, on day: CivilDate, opens: Bool, step: Double?) {
        isHolding = true
        clearSince = nil
        if let occasion = finding.occasion { occasions.insert(occasion) }
        latest = finding
        if state == .closed { return }
        var found = finding.level
        if let worse = finding.levelIfWorse, let step, finding.severity >= firstSeverity + step {
            found = max(found, worse)
        }
        peak = max(peak, finding.severity)
        let rises = found > level
        if found >= level || opens { shown = finding }
        level = max(found, level)
        noteLevel(on: day)
        if opens || (rises && state != .open) {
            openAgain(on: day)
            review = nil
        }
    }

    mutating func openAgain(on day: CivilDate) {
        state = .open
        openedOn = day
        by = nil
        until = nil
        closedAt = nil
        closedOn = nil
    }
}

/// Blanks come by as no standing at all, so they neither raise nor clear. A flag stays until a person closes
/// it. A closed one is followed by a new one where its condition was false for seven days and returns, where
/// it is worse by the rule's step or is about another occasion, and where its rest is over while it still
/// holds.
struct FlagKeeper {
    private let step: Double?
    /// Days within which an answer that is no higher joins the flag that was reviewed; nil for most rules.
    private let joinDays: Int?
    private(set) var episodes: [FlagEpisode] = []

    /// Days for which a condition has to have been false. Lull's own.
    static let daysApart = 7

    init(_ rule: ReviewRule) {
        step = rule.step
        joinDays = rule.numbers["joinDays"].map { Int($0) }
    }

    // MARK: The condition

    mutating func take(_ standing: Standing, on day: CivilDate) {
        switch standing {
        case .clear: clear(on: day)
        case .holds(let finding):
            if joinDays == nil { hold(finding, on: day) } else { join(finding, on: day) }
        }
    }

    private mutating func clear(on day: CivilDate) {
        guard let last = episodes.indices.last else { return }
        episodes[last].isHolding = false
        if episodes[last].clearSince == nil { episodes[last].clearSince = day }
    }

    private mutating func hold(_ finding: Finding, on day: CivilDate) {
        guard let last = episodes.indices.last else { return raise(finding, on: day) }
        if episodes[last].state == .closed, opensAgain(finding, after: episodes[last], on: day) {
            return raise(finding, on: day)
        }
        let isWorse = episodes[last].review.map { self.isWorse(finding, than: $0) } ?? false
        let opens = isWorse && episodes[last].state != .closed
        episodes[last].update(with: finding, on: day, opens: opens, step: step)
    }

    /// A new flag, or the old one where it began on the same day and would have the same id.
    private mutating func raise(_ finding: Finding, on day: CivilDate) {
        if let same = episodes.lastIndex(where: { $0.since == day }) {
            episodes[same].openAgain(on: day)
            episodes[same].review = nil
            episodes[same].update(with: finding, on: day, opens: false, step: step)
        } else {
            episodes.append(FlagEpisode(since: day, finding))
        }
    }

    private func isWorse(_ finding: Finding, than review: FlagEpisode.Review) -> Bool {
        if finding.level > review.level { return true }
        if let step, finding.severity >= review.severity + step { return true }
        return finding.occasion.map { !review.occasions.contains($0) } ?? false
    }

    private func opensAgain(_ finding: Finding, after old: FlagEpisode, on day: CivilDate) -> Bool {
        if let review = old.review, isWorse(finding, than: review) { return true }
        return old.clearSince.map { $0.days(until: day) >= Self.daysApart } ?? false
    }

    // MARK: Answers that join

    /// A value no higher than the one that was reviewed within some days joins that flag, for the same day
    /// until it is seen; a higher one is a new flag.
    private mutating func join(_ finding: Finding, on day: CivilDate) {
        guard let last = episodes.indices.last else { return raise(finding, on: day) }
        let review = episodes[last].review
        let isHigher = finding.severity > (review?.severity ?? episodes[last].peak)
        let isNear = review.map { $0.day.days(until: day) <= joinDays ?? 0 } ?? true
        if isHigher || !isNear { return raise(finding, on: day) }
        var episode = episodes[last]
        episode.isHolding = true
        episode.clearSince = nil
        episode.latest = finding
        let earlier = episode.shown.evidence["dates"]
        episode.shown = finding
        if case .list(let dates) = earlier, case .list(let new) = finding.evidence["dates"] {
            episode.shown.evidence["dates"] = .list(dates + new.filter { !dates.contains($0) })
        }
        if review != nil, episode.state != .open {
            episode.openAgain(on: day)
            episode.level = .sameDay
        } else if review == nil {
            episode.level = max(episode.level, finding.level)
        }
        episode.noteLevel(on: day)
        episodes[last] = episode
    }

    // MARK: What people do

    /// - Parameter day: the date of the acknowledgement where the person is.
    mutating func acknowledge(_ entry: Entry<Acknowledgement>, since: CivilDate, on day: CivilDate) {
        guard let index = episodes.lastIndex(where: { $0.since == since }) else { return }
        let value = entry.value
        var episode = episodes[index]
        episode.state = ReviewFlag.State(rawValue: value.state.rawValue) ?? .seen
        episode.by = entry.frame.author
        episode.assignee = value.assignee ?? episode.assignee
        episode.until = value.until
        episode.review = FlagEpisode.Review(
            day: day, level: episode.level,
            severity: joinDays == nil
                ? episode.latest.severity : max(episode.peak, episode.review?.severity ?? episode.peak),
            occasions: episode.occasions)
        episode.closedAt = value.state == .closed ? entry.frame.at.instant : nil
        episode.closedOn = value.state == .closed ? day : nil
        episodes[index] = episode
    }

    /// Opens what rested through the day before.
    mutating func begin(_ day: CivilDate) {
        for index in episodes.indices {
            guard let until = episodes[index].until, until < day else { continue }
            episodes[index].until = nil
            if episodes[index].state != .closed {
                episodes[index].openAgain(on: day)
            } else if episodes[index].isHolding, index == episodes.count - 1 {
                let next = until.adding(days: 1)
                raise(episodes[index].latest, on: max(next, episodes[index].since.adding(days: 1)))
            }
        }
    }
}
