// Relaxation programmes: exact lengths, a breath without jumps, and words that claim nothing.

import CareDomain
import Testing

@testable import Presets

struct ProgrammeTests {
    /// Name, milliseconds of a cycle, cycles, milliseconds in all.
    static let lengths: [(String, Int, Int, Int)] = [
        ("box", 16_000, 18, 288_000), ("4-7-8", 19_000, 4, 76_000), ("coherent", 11_000, 54, 594_000),
        ("resonance", 10_000, 60, 600_000), ("longer-out-breath", 12_000, 25, 300_000),
        ("cyclic-sigh", 9_000, 33, 297_000), ("pmr-16", 47_000, 32, 1_504_000),
        ("pmr-7", 47_000, 14, 658_000), ("pmr-4", 47_000, 8, 376_000), ("body-scan", 900_000, 1, 900_000),
        ("mindful-breathing", 600_000, 1, 600_000), ("gentle-yoga", 1_080_000, 1, 1_080_000),
        ("grounding", 180_000, 1, 180_000), ("release-only", 360_000, 1, 360_000),
        ("cue-word", 10_000, 30, 300_000), ("autogenic", 450_000, 1, 450_000),
        ("dream-rescripting", 720_000, 1, 720_000), ("dream-rehearsal", 390_000, 1, 390_000),
        ("gentle-yoga-lying", 900_000, 1, 900_000), ("reading", 1_200_000, 1, 1_200_000),
        ("wind-down", 3_600_000, 1, 3_600_000), ("cant-sleep", 2_040_000, 1, 2_040_000),
    ]

    private func timeline(_ name: String) throws -> PracticeTimeline {
        PracticeTimeline(programme: try #require(Shipped.programme(named: name)))
    }

    @Test func everyProgrammeThatShipsReads() throws {
        let files = EmbeddedFile.below("seeds/programmes").filter { $0.path.hasSuffix(".yaml") }
        for file in files { _ = try ProgrammeReader.programme(in: file.text, file: file.path) }
        #expect(Shipped.programmes.count == files.count)
        #expect(Set(Shipped.programmes.map(\.name)) == Set(Self.lengths.map(\.0)))
        #expect(Shipped.programmes.first?.name == "resonance")
        #expect(Shipped.programmes.map(\.family.title).first == "Breathing")
    }

    @Test(arguments: lengths)
    func lengthsAreExact(name: String, cycle: Int, cycles: Int, total: Int) throws {
        let timeline = try timeline(name)
        #expect(timeline.cycles == cycles)
        #expect(timeline.totalMilliseconds == total)
        #expect(timeline.totalMilliseconds == cycle * cycles)
        #expect(timeline.steps.allSatisfy { $0.milliseconds > 0 && !$0.text.isEmpty })
        for (step, next) in zip(timeline.steps, timeline.steps.dropFirst()) {
            #expect(step.endMilliseconds == next.atMilliseconds)
        }
    }

    @Test func lengthsAgreeWithTheWorkedCase() throws {
        guard let expected = try WorkedCases.expected("C18") else { return }
        let timers = try #require(expected.sessions)
        let names = ["box", "4-7-8", "coherent", "resonance", "longer-out-breath", "cyclic-sigh"]
        #expect(timers.count == names.count)
        for (name, timer) in zip(names, timers) {
            let timeline = try timeline(name)
            #expect(timeline.cycles == timer.cycles)
            #expect(Double(timeline.totalMilliseconds) == timer.totalSeconds * 1000)
        }
        for (groups, seconds) in try #require(expected.pmrSeconds) {
            #expect(try timeline("pmr-\(groups)").totalMilliseconds == seconds * 1000)
        }
        let moment = try #require(expected.whereAt)
        let position = try timeline("4-7-8").position(at: moment.atSeconds * 1000)
        #expect(position?.cycle == moment.cycle)
        #expect(position?.secondInPhase == moment.secondInPhase)
    }

    @Test func aMomentFallsInItsPhase() throws {
        let timeline = try timeline("4-7-8")
        let position = try #require(timeline.position(at: 50_000))
        #expect(position.cycle == 3)
        #expect(timeline.steps[position.stepIndex].phase == .breatheOut)
        #expect(position.secondInPhase == 1)
        #expect(position.fraction == 0.125)
        #expect(timeline.position(at: -1) == nil)
        #expect(timeline.position(at: 75_999)?.cycle == 4)
        #expect(timeline.position(at: 76_000) == nil)
    }

    @Test func theLengthAskedForEndsOnAWholeBreath() throws {
        let box = try #require(Shipped.programme(named: "box"))
        #expect(PracticeTimeline(programme: box, minutes: 1).cycles == 3)
        #expect(PracticeTimeline(programme: box, minutes: 0).cycles == 1)
        #expect(PracticeTimeline(programme: box, cycles: 7).totalMilliseconds == 112_000)
        let long = try #require(Shipped.programme(named: "4-7-8"))
        #expect(PracticeTimeline(programme: long, minutes: 30).cycles == 8)
        #expect(PracticeTimeline(programme: long, cycles: 9).cycles == 8)
        let muscles = try #require(Shipped.programme(named: "pmr-4"))
        let shorter = PracticeTimeline(programme: muscles, minutes: 4)
        #expect(shorter.totalMilliseconds == 240_000)
        #expect(shorter.steps.filter { $0.phase == .tense }.allSatisfy { $0.milliseconds == 7000 })
        #expect(PracticeTimeline(programme: muscles, cycles: 1).totalMilliseconds == 47_000)
        let scan = try #require(Shipped.programme(named: "body-scan"))
        #expect(PracticeTimeline(programme: scan, minutes: 20).totalMilliseconds == 1_200_000)
    }

    @Test(arguments: lengths.map(\.0))
    func theBreathNeverJumps(name: String) throws {
        let timeline = try timeline(name)
        let moments = Array(stride(from: 0, to: min(timeline.totalMilliseconds, 120_000), by: 20))
        let fullness = moments.map(timeline.openness(at:))
        #expect(fullness.first == 0)
        #expect(fullness.allSatisfy { (0...1).contains($0) })
        let jumps = zip(fullness, fullness.dropFirst()).map { abs($1 - $0) }
        #expect((jumps.max() ?? 0) < 0.04)
    }

    @Test func theBreathIsFullWhereItTurns() throws {
        let sigh = try timeline("cyclic-sigh")
        #expect(abs(sigh.openness(at: 2000) - 2.0 / 3) < 1e-6)
        #expect(abs(sigh.openness(at: 3000) - 1) < 1e-6)
        #expect(abs(sigh.openness(at: 6000) - 0.5) < 1e-6)
        let box = try timeline("box")
        #expect(abs(box.openness(at: 2000) - 0.5) < 1e-6)
        #expect(box.openness(at: 6000) == 1)
        #expect(box.openness(at: 14_000) == 0)
        #expect(box.openness(at: 999_999) == 0)
        #expect(try timeline("pmr-4").openness(at: 7000) == 1)
    }

    @Test func theNextChangeIsTheNextBorderOrSecond() throws {
        let coherent = try timeline("coherent")
        #expect(coherent.nextChange(after: 0) == 5500)
        #expect(coherent.nextChange(after: 5499) == 5500)
        #expect(coherent.nextChange(after: 5500) == 11_000)
        #expect(coherent.nextChange(after: 5000, countingSeconds: true) == 5500)
        #expect(coherent.nextChange(after: 5500, countingSeconds: true) == 6500)
        #expect(coherent.nextChange(after: 594_000) == nil)
        #expect(coherent.nextChange(after: -50) == 0)
    }

    @Test func wordsClaimNothing() {
        let claims = [
            "because", "thanks to", "effect of", "normal", "safe", "cure", "improve", "missed", "failed",
            "streak", "you will sleep", "treats", "guarantee",
        ]
        for programme in Shipped.programmes {
            let timeline = PracticeTimeline(programme: programme)
            let words =
                ([programme.title, programme.summary] + programme.cautions.map(\.advice))
                + timeline.steps.map(\.text)
            for text in words {
                for claim in claims {
                    #expect(!text.lowercased().contains(claim), "\(programme.name): \(text)")
                }
            }
            #expect(programme.summary.count <= 100)
            #expect(!programme.source.isEmpty)
        }
    }

    @Test(arguments: [
        ("seconds: 4", "seconds: 0", "breath[1].seconds"), ("breatheIn", "inhale", "breath[1].phase"),
        ("breatheIn", "tense", "breath[1].phase"), ("family: breathing", "family: air", "family"),
        ("minutes: 5", "minutes: soon", "minutes"),
    ])
    func wrongValuesAreNamed(was: String, becomes: String, key: String) {
        let good =
            "title: T\nfamily: breathing\nsummary: S\nsource: C\nminutes: 5\nbreath:\n"
            + "  - {phase: breatheIn, seconds: 4}\n  - {phase: breatheOut, seconds: 6}\n"
        do throws(PresetProblem) {
            _ = try ProgrammeReader.programme(in: good.replacing(was, with: becomes), file: "own.yaml")
            Issue.record("\(becomes) was taken")
        } catch {
            guard case .wrong(key, _, _) = error.what else {
                Issue.record("\(error)")
                return
            }
            #expect(error.description.hasPrefix("own.yaml:"))
        }
    }
}
