// What lies between two totals of one questionnaire: points, percent, response, remission.

/// A change from an earlier total to a later one.
package struct ScoreChange: Equatable, Sendable {
    /// The later less the earlier; negative where the number fell.
    package let points: Int
    /// Hundredths of the earlier total, with the same sign; nil where that was 0.
    package let percent: Percent?
    /// Points for the better; negative where it became worse.
    package let improvement: Int
    /// The thresholds that the improvement reaches, those that are never claimed too.
    package let reached: [Instrument.ChangeThreshold]
    /// Nil where the questionnaire defines none, or the earlier total leaves nothing to improve.
    package let isResponse: Bool?
    /// Nil where the questionnaire defines none.
    package let isRemission: Bool?
    /// True from the points on that a clinic is told of; nil where none are agreed.
    package let isWorse: Bool?

    package init(from earlier: Int, to later: Int, of instrument: Instrument) {
        let points = later - earlier
        let improvement = instrument.better == .lower ? -points : points
        self.points = points
        self.improvement = improvement
        percent = earlier == 0 ? nil : Percent(100 * Double(points) / Double(earlier))
        reached = instrument.changes.filter { Double(improvement) >= $0.points }
        isRemission = instrument.isRemission(later)
        isWorse = instrument.worse.map { Double(-improvement) >= $0 }
        isResponse = instrument.isResponse(from: earlier, to: later)
    }

    /// The thresholds that may be named to a reader.
    package var shown: [Instrument.ChangeThreshold] { reached.filter(\.isShown) }

    package func reaches(_ name: String) -> Bool { reached.contains { $0.name == name } }
}

extension Instrument {
    /// Nil where the questionnaire defines no remission.
    package func isRemission(_ total: Int) -> Bool? { remissionBelow.map { total < $0 } }

    /// Nil where the questionnaire defines none, or the earlier total leaves nothing to improve.
    package func isResponse(from earlier: Int, to later: Int) -> Bool? {
        let improvement = Double(better == .lower ? earlier - later : later - earlier)
        switch response {
        case .percent(let least) where earlier > 0: return 100 * improvement >= least * Double(earlier)
        case .points(let least): return improvement >= least
        case .percent, nil: return nil
        }
    }
}
