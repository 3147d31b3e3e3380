// How colours look to people with few or other kinds of cones, to test whether meanings stay apart.

import CellCanvas
import Foundation

/// A kind of colour vision. Source of the matrices, in linear RGB: Machado, Oliveira and Fernandes 2009,
/// severity 1.0.
enum ColourVision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    private var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    /// How far apart two colours look: 0 the same, 1 black and white.
    func distance(_ a: RGB, _ b: RGB) -> Double {
        let (a, b) = (OKLab(seen(a)), OKLab(seen(b)))
        return ((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b))
            .squareRoot()
    }

    private func seen(_ colour: RGB) -> [Double] {
        let linear = [colour.red, colour.green, colour.blue].map { channel in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return matrix.map { row in
            min(1, max(0, zip(row, linear).map(*).reduce(0, +)))
        }
    }
}

/// A colour by lightness and two opponent axes, in which distances follow the eye. Source: Ottosson 2020.
struct OKLab {
    let l, a, b: Double

    init(_ linear: [Double]) {
        let (red, green, blue) = (linear[0], linear[1], linear[2])
        let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        self.l = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// Degrees around the axis of lightness: red about 30, yellow 110, green 140, cyan 195, blue 265.
    var hue: Double {
        let degrees = atan2(b, a) * 180 / .pi
        return degrees < 0 ? degrees + 360 : degrees
    }
}

extension RGB {
    var hue: Double {
        OKLab(
            [red, green, blue].map { channel in
                let value = Double(channel) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
        ).hue
    }
}
