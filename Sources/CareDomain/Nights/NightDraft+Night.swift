// A night as it would have been typed, so that it can be corrected item by item.

extension NightDraft {
    /// - Parameter byClock: whether its times are readings of the clock alone, for a night that moves to
    ///   another date; else they are instants.
    package init(_ night: Night, byClock: Bool = false) {
        self.init()
        func text(_ instant: Instant?) -> String {
            guard let instant else { return "" }
            return byClock
                ? night.zone.clock(instant).description : OffsetInstant(instant, in: night.zone).text()
        }
        func text(_ length: Minutes?) -> String {
            guard let value = length?.value else { return "" }
            return value == value.rounded() ? "\(Int(value))" : "\(value)"
        }
        self[.date] = night.date.description
        self[.intoBed] = text(night.intoBed)
        self[.trySleep] = text(night.trySleep)
        self[.latency] = text(night.latency)
        self[.awakenings] = night.awakenings.map(String.init) ?? ""
        self[.wake] = text(night.wakeAfterSleepOnset)
        self[.finalAwake] = text(night.finalAwake)
        self[.trying] = text(night.tryingAfterWaking)
        self[.early] = text(night.earlierThanPlanned)
        self[.outOfBed] = text(night.outOfBed)
        self[.quality] = night.quality.map(String.init) ?? ""
        self[.refreshed] = night.refreshed.map(String.init) ?? ""
        self[.nightmares] = night.nightmares.map(String.init) ?? ""
        self[.distress] = night.distress.map(String.init) ?? ""
        self[.ownSleep] = text(night.ownSleep)
        self[.medication] = night.medication ?? ""
        self[.comment] = night.comment ?? ""
    }
}
