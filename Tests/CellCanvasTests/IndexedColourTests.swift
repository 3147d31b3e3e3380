// A theme's colours on a terminal with 256 of them.

import CellCanvas
import TestKit
import Testing

@Suite struct IndexedColourTests {
    @Test(
        arguments: [
            (RGB(0, 0, 0), 16), (RGB(255, 255, 255), 231), (RGB(255, 0, 0), 196), (RGB(0, 255, 0), 46),
            (RGB(0, 0, 255), 21), (RGB(95, 135, 175), 67), (RGB(8, 8, 8), 232), (RGB(238, 238, 238), 255),
            (RGB(128, 128, 128), 244), (RGB(94, 134, 176), 67),
        ] as [(RGB, Int32)])
    func nearest(colour: RGB, index: Int32) {
        #expect(IndexedColour.nearest(to: colour) == index)
    }

    /// People set the first sixteen to what they like.
    @Test func theFirstSixteenAreNeverUsed() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<5000 {
            let (red, green, blue) = (random.int(0...255), random.int(0...255), random.int(0...255))
            let index = IndexedColour.nearest(to: RGB(UInt8(red), UInt8(green), UInt8(blue)))
            #expect((16...255).contains(index))
        }
    }

    @Test func everyFixedColourIsItsOwnNearest() {
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        for index in 0..<216 {
            let colour = RGB(steps[index / 36], steps[index / 6 % 6], steps[index % 6])
            #expect(IndexedColour.nearest(to: colour) == Int32(16 + index))
        }
        for step in 0..<24 {
            let level = UInt8(8 + 10 * step)
            #expect(IndexedColour.nearest(to: RGB(level, level, level)) == Int32(232 + step))
        }
    }

    @Test func theUsualSixteen() {
        #expect(IndexedColour.usual(0) == RGB(0, 0, 0))
        #expect(IndexedColour.usual(1) == RGB(204, 0, 0))
        #expect(IndexedColour.usual(6) == RGB(0, 204, 204))
        #expect(IndexedColour.usual(12) == RGB(0, 0, 255))
        #expect(IndexedColour.usual(15) == RGB(255, 255, 255))
    }
}
