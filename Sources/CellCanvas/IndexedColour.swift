// Colours of a theme in the numbers of a terminal with 256 colours, and the other way round.

package enum IndexedColour {
    /// The nearest of the fixed colours 16...255. The first sixteen are left out: people set them to what
    /// they like.
    package static func nearest(to colour: RGB) -> Int32 {
        let cube = nearestInCube(colour)
        let grey = nearestGrey(colour)
        return distance(colour, cube.colour) <= distance(colour, grey.colour) ? cube.index : grey.index
    }

    /// What the nearest of the fixed colours looks like.
    package static func fixed(_ colour: RGB) -> RGB {
        let (cube, grey) = (nearestInCube(colour).colour, nearestGrey(colour).colour)
        return distance(colour, cube) <= distance(colour, grey) ? cube : grey
    }

    /// All the fixed colours, the nearest first.
    package static func fixed(byNearnessTo colour: RGB) -> [RGB] {
        var all: [(colour: RGB, distance: Int)] = []
        func add(_ other: RGB) { all.append((other, distance(colour, other))) }
        for red in cubeSteps {
            for green in cubeSteps {
                for blue in cubeSteps { add(RGB(red, green, blue)) }
            }
        }
        for step in 0..<24 {
            let level = UInt8(8 + 10 * step)
            add(RGB(level, level, level))
        }
        all.sort { $0.distance < $1.distance }
        return all.map { $0.colour }
    }

    /// What the first sixteen usually look like, for terminals that cannot name the upper eight.
    package static func usual(_ index: UInt8) -> RGB {
        switch index {
        case 0: RGB(0, 0, 0)
        case 1...6, 9...14:
            RGB(
                index & 1 != 0 ? strength(index) : 0, index & 2 != 0 ? strength(index) : 0,
                index & 4 != 0 ? strength(index) : 0)
        case 7: RGB(204, 204, 204)
        case 8: RGB(127, 127, 127)
        default: RGB(255, 255, 255)
        }
    }

    private static func strength(_ index: UInt8) -> UInt8 { index < 8 ? 204 : 255 }

    private static let cubeSteps: [UInt8] = [0, 95, 135, 175, 215, 255]

    /// 16...231: six steps of each of red, green and blue.
    private static func nearestInCube(_ colour: RGB) -> (index: Int32, colour: RGB) {
        func step(_ value: UInt8) -> Int { value < 48 ? 0 : value < 115 ? 1 : min(5, (Int(value) - 35) / 40) }
        let (red, green, blue) = (step(colour.red), step(colour.green), step(colour.blue))
        let found = RGB(cubeSteps[red], cubeSteps[green], cubeSteps[blue])
        return (Int32(16 + 36 * red + 6 * green + blue), found)
    }

    /// 232...255: greys from 8 to 238 in steps of 10.
    private static func nearestGrey(_ colour: RGB) -> (index: Int32, colour: RGB) {
        let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
        let step = min(23, max(0, (mean - 3) / 10))
        let level = UInt8(8 + 10 * step)
        return (Int32(232 + step), RGB(level, level, level))
    }

    /// How different two colours look, roughly: the eye tells greens apart best, and blues better where there
    /// is little red.
    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        let red = Int(a.red) - Int(b.red)
        let green = Int(a.green) - Int(b.green)
        let blue = Int(a.blue) - Int(b.blue)
        let redness = (Int(a.red) + Int(b.red)) / 2
        return (512 + redness) * red * red + 1024 * green * green + (767 - redness) * blue * blue
    }
}
