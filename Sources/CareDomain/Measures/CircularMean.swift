// Means on a circle, such as the clock's.

package enum CircularMean {
    /// The direction of the sum of the unit vectors to all points, 0..<period; nil for no values, and where
    /// they cancel each other out so that there is no mean.
    package static func of(_ values: [Double], period: Double) -> Double? {
        var x = 0.0
        var y = 0.0
        // In one order, so that the sum does not depend on that of the values.
        for value in values.sorted() {
            let (sine, cosine) = Circle.sineAndCosine(value / period * Circle.turn)
            x += cosine
            y += sine
        }
        let length = (x * x + y * y).squareRoot()
        guard length > 1e-9 * Double(max(1, values.count)) else { return nil }
        let share = Circle.angle(x: x / length, y: y / length) / Circle.turn
        return (share - share.rounded(.down)) * period
    }

    /// The signed way from one point to another, at most half the circle.
    package static func distance(from a: Double, to b: Double, period: Double) -> Double {
        var way = b - a
        way -= (way / period).rounded() * period
        return way
    }
}

/// The little trigonometry that the domain needs, without a mathematics library below it.
package enum Circle {
    package static let turn = 2 * Double.pi

    /// To about 1e-15, for any finite angle in radians.
    package static func sineAndCosine(_ angle: Double) -> (sine: Double, cosine: Double) {
        let reduced = angle - (angle / turn).rounded() * turn
        var sine = reduced
        var cosine = 1.0
        var sineTerm = reduced
        var cosineTerm = 1.0
        for n in 1...16 {
            let k = Double(2 * n)
            cosineTerm *= -reduced * reduced / ((k - 1) * k)
            sineTerm *= -reduced * reduced / (k * (k + 1))
            cosine += cosineTerm
            sine += sineTerm
        }
        return (sine, cosine)
    }

    /// The angle of a unit vector in radians, within half a turn of zero.
    static func angle(x: Double, y: Double) -> Double {
        var angle = (x < 0 ? Double.pi - abs(y) : abs(y)) * (y < 0 ? -1 : 1)
        // Each step turns by the sine of what is left, which leaves about its cube.
        for _ in 0..<60 {
            let (sine, cosine) = sineAndCosine(angle)
            let step = y * cosine - x * sine
            angle += step
            if abs(step) < 1e-15 { break }
        }
        return angle
    }
}
