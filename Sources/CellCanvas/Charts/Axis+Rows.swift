// An axis fitted to rows of cells: ticks on rows of their own at equal distances, and no row left over.

extension Axis {
    /// - Parameters:
    ///   - rows: how many stand one above the other.
    ///   - limits: values that no tick goes beyond.
    ///   - given: a step that suits the unit; multiples of it are taken where it is too small.
    package init(
        _ values: [Double], rows: Int, limits: ClosedRange<Double>? = nil, step given: Double? = nil
    ) {
        let known = values.filter(\.isFinite).map { min(Self.furthest, max(-Self.furthest, $0)) }
        let given = given.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        guard let least = known.min(), let most = known.max(), most - least > 1e-9 else {
            self.init(values, ticks: 2, limits: limits, step: given)
            return
        }
        let room = min(1000, max(1, rows - 1))
        var best: Fit?
        for step in Self.steps(over: most - least, in: Double(room), given) {
            // The given step may stand on every row, since words that touch are left out.
            let fewest = step == given || rows < 5 ? 1 : 2
            for count in stride(from: room, through: fewest, by: -1) {
                let fit = Fit(least...most, room: room, rowsATick: count, step: step, limits: limits)
                if let fit, fit.cost < (best?.cost ?? .infinity) * 0.999 { best = fit }
            }
        }
        if let best {
            self.init(low: best.low, high: best.high, ticks: best.ticks)
        } else {
            self.init(values, ticks: 2, limits: limits, step: given)
        }
    }

    /// Steps to try between ticks, rising: round ones, or multiples of the one that is given.
    private static func steps(over span: Double, in room: Double, _ given: Double?) -> [Double] {
        if let given {
            let whole = [roundStep(span / given / room), roundStep(span / given)].filter { $0 >= 1 }
            return ([1, 2, 3, 4, 6, 12] + whole).map { $0 * given }
        }
        var steps = [roundStep(span / room)]
        for _ in 0..<6 { steps.append(roundStep((steps.last ?? 1) * 1.01)) }
        return steps
    }

    /// One way to lay values over rows.
    private struct Fit {
        let low: Double
        let high: Double
        let ticks: [Double]
        /// How coarse it is, and worse for an axis with hardly any ticks.
        let cost: Double

        /// Nil where the values do not find room.
        init?(
            _ values: ClosedRange<Double>, room: Int, rowsATick: Int, step: Double,
            limits: ClosedRange<Double>?
        ) {
            let (room, unit) = (Double(room), step / Double(rowsATick))
            let floor = (values.lowerBound / unit + 1e-9).rounded(.down) * unit
            guard floor + room * unit >= values.upperBound - unit * 1e-6 else { return nil }
            // What is left over lies on both sides, as far as the limits let it.
            let used = ((values.upperBound - floor) / unit - 1e-6).rounded(.up)
            var low = floor - ((room - used) / 2).rounded(.down) * unit
            if let limits {
                let over = ((low + room * unit - limits.upperBound) / unit - 1e-6).rounded(.up)
                low = max(low - max(0, over) * unit, min(floor, limits.lowerBound))
            }
            let high = low + room * unit
            let first = (max(low, limits?.lowerBound ?? low) / step - 1e-6).rounded(.up)
            let last = (min(high, limits?.upperBound ?? high) / step + 1e-6).rounded(.down)
            let count = Int(place: last - first) + 1
            guard count >= 1, count <= 200 else { return nil }
            self.low = low
            self.high = high
            ticks = (0..<count).map { (first + Double($0)) * step }
            cost = unit * (count >= 3 ? 1 : count == 2 ? 1.5 : 3)
        }
    }
}
