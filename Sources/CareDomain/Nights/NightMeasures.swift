// The figures of one night, each with its own definition, each unknown where what it needs is unknown.

/// Durations are elapsed time, right across midnight, clock changes and travel.
///
/// Definitions: Consensus Sleep Diary (Carney 2012, Sleep 35:287) and, for the efficiency over the sleep
/// episode, Reed & Sacco 2016 (PMC4751425).
package struct NightMeasures: Equatable, Sendable {
    package var intoBed: Instant?
    package var trySleep: Instant?
    /// Trying to sleep plus the latency; a device's first sleep.
    package var sleepOnset: Instant?
    package var finalAwake: Instant?
    package var outOfBed: Instant?
    package var latency: Minutes?
    package var awakenings: Int?
    /// Awake between onset and the last waking; 0 where there was no awakening.
    package var wakeAfterSleepOnset: Minutes?
    package var tryingAfterWaking: Minutes?
    package var earlierThanPlanned: Minutes?
    /// Into bed to out of bed.
    package var timeInBed: Minutes?
    /// Trying to sleep to out of bed.
    package var opportunity: Minutes?
    /// Onset to the last waking.
    package var sleepPeriod: Minutes?
    /// The sleep period less the time awake in it; a device's epochs of sleep.
    package var totalSleep: Minutes?
    /// The last waking to out of bed.
    package var terminalWake: Minutes?
    /// Latency, wake after onset and terminal wake together.
    package var totalWake: Minutes?
    /// The middle of the sleep period.
    package var midpoint: Instant?
    package var rem: Minutes?
    package var light: Minutes?
    package var deep: Minutes?
    package var awake: Minutes?
    package var unscored: Minutes?
    /// Onset to the first REM sleep.
    package var remLatency: Minutes?

    /// Total sleep over opportunity: what is shown where nothing else is said.
    package var efficiency: Percent? { share(of: opportunity) }
    /// Total sleep over time in bed.
    package var efficiencyInBed: Percent? { share(of: timeInBed) }
    /// Total sleep over latency, sleep, wake, and trying after the last waking.
    package var efficiencyOfEpisode: Percent? {
        guard let latency, let totalSleep, let wakeAfterSleepOnset, let tryingAfterWaking else { return nil }
        return share(of: latency + totalSleep + wakeAfterSleepOnset + tryingAfterWaking)
    }
    /// Total sleep over the sleep period: how unbroken it was, never an efficiency.
    package var maintenance: Percent? { share(of: sleepPeriod) }

    /// REM over total sleep. The shares of sleep are unknown where a part of it has no depth.
    package var remShare: Percent? { shareOfSleep(rem) }
    /// Light sleep over total sleep.
    package var lightShare: Percent? { shareOfSleep(light) }
    /// Deep sleep over total sleep.
    package var deepShare: Percent? { shareOfSleep(deep) }
    /// Awake over all that was scored, before falling asleep and after the last waking too.
    package var awakeShare: Percent? {
        guard let awake, let totalSleep else { return nil }
        return awake.percent(of: awake + totalSleep)
    }

    private func shareOfSleep(_ stage: Minutes?) -> Percent? {
        guard let stage, let rem, let light, let deep, let totalSleep,
            abs((rem + light + deep - totalSleep).value) < 1e-6
        else { return nil }
        return stage.percent(of: totalSleep)
    }

    private func share(of whole: Minutes?) -> Percent? {
        guard let totalSleep, let whole else { return nil }
        return totalSleep.percent(of: whole)
    }
}

extension Night {
    package var measures: NightMeasures {
        recording.map(measures(of:)) ?? diaryMeasures
    }

    private var diaryMeasures: NightMeasures {
        var m = NightMeasures()
        m.intoBed = intoBed
        m.trySleep = trySleep
        m.finalAwake = finalAwake
        m.outOfBed = outOfBed
        m.latency = latency
        m.awakenings = awakenings
        m.wakeAfterSleepOnset = wakeAfterSleepOnset ?? (awakenings == 0 ? .zero : nil)
        m.tryingAfterWaking = tryingAfterWaking
        m.earlierThanPlanned = earlierThanPlanned
        if let trySleep, let latency { m.sleepOnset = trySleep.adding(latency) }
        m.completeDurations()
        if let period = m.sleepPeriod, let wake = m.wakeAfterSleepOnset { m.totalSleep = period - wake }
        return m
    }

    private func measures(of recording: StageRecording) -> NightMeasures {
        var m = NightMeasures()
        guard !recording.runs.isEmpty else { return m }
        m.intoBed = recording.start
        m.trySleep = recording.start
        m.outOfBed = recording.end
        let timed = recording.timed
        if let first = timed.first(where: { $0.stage.isSleep }),
            let last = timed.last(where: { $0.stage.isSleep })
        {
            m.sleepOnset = first.from
            m.finalAwake = last.to
            m.latency = first.from.since(recording.start)
            let within = timed.filter { $0.stage == .awake && $0.from >= first.from && $0.to <= last.to }
            m.awakenings = within.count
            m.wakeAfterSleepOnset = within.reduce(.zero) { $0 + $1.to.since($1.from) }
            if let rem = timed.first(where: { $0.stage == .rem }) {
                m.remLatency = rem.from.since(first.from)
            }
        }
        // Where nothing was scored, nothing is known of sleep.
        if recording.runs.contains(where: { $0.stage != .unscored }) {
            m.totalSleep = recording.minutes { $0.isSleep }
        }
        m.completeDurations()
        guard recording.tellsDepth else { return m }
        m.rem = recording.minutes { $0 == .rem }
        m.light = recording.minutes { $0 == .light }
        m.deep = recording.minutes { $0 == .deep }
        m.awake = recording.minutes { $0 == .awake }
        m.unscored = recording.minutes { $0 == .unscored }
        return m
    }
}

extension NightMeasures {
    /// What follows from the instants and the minutes awake alone.
    fileprivate mutating func completeDurations() {
        if let intoBed, let outOfBed { timeInBed = outOfBed.since(intoBed) }
        if let trySleep, let outOfBed { opportunity = outOfBed.since(trySleep) }
        if let finalAwake, let outOfBed { terminalWake = outOfBed.since(finalAwake) }
        if let sleepOnset, let finalAwake {
            let period = finalAwake.since(sleepOnset)
            sleepPeriod = period
            midpoint = sleepOnset.adding(period / 2)
        }
        if let latency, let wakeAfterSleepOnset, let terminalWake {
            totalWake = latency + wakeAfterSleepOnset + terminalWake
        }
    }
}

/// What is worth a second look in a night that was taken as it is.
package enum NightWarning: String, CaseIterable, Sendable {
    case ambiguousTime, shiftedTime
    /// Asleep less than 5 hours.
    case shortSleep
    /// Asleep more than 10 hours.
    case longSleep
    /// Awake more than 3 hours.
    case longAwake
    /// In bed more than 16 hours.
    case implausible
}

extension Night {
    /// Questions, never refusals. Limits of 5, 10 and 3 hours: CBT-i Coach; 16 hours is Lull's own.
    package var warnings: [NightWarning] {
        let m = measures
        var result: [NightWarning] = []
        if marks.contains(.ambiguousTime) { result.append(.ambiguousTime) }
        if marks.contains(.shiftedTime) { result.append(.shiftedTime) }
        if let sleep = m.totalSleep, sleep < Minutes(300) { result.append(.shortSleep) }
        if let sleep = m.totalSleep, sleep > Minutes(600) { result.append(.longSleep) }
        if let wake = m.totalWake, wake > Minutes(180) { result.append(.longAwake) }
        if let inBed = m.timeInBed, inBed > Minutes(960) { result.append(.implausible) }
        return result
    }
}
