// Worlds from seeds: whatever fails, is killed or loses its power, what was acknowledged is there, once.

import TestKit
import Testing

@Suite struct SimulationTests {
    /// `make simulate` lives through a hundred thousand more.
    @Test(arguments: 0..<8)
    func promisesHold(_ part: UInt64) throws {
        for number in 0..<50 {
            var world = StoreWorld(seed: part * 1_000_000 + UInt64(number))
            do {
                try world.live(steps: 24)
            } catch let promise as BrokenPromise {
                Issue.record("\(promise)\n\(world.story.joined(separator: "\n"))")
            }
        }
    }

    /// A world whose store forgets to sync would be found out.
    @Test func aDiskThatDropsWhatItSyncedIsFoundOut() throws {
        var found = 0
        for seed in 0..<20 {
            var world = StoreWorld(seed: UInt64(seed), forgetful: true)
            do { try world.live(steps: 24) } catch is BrokenPromise { found += 1 }
        }
        #expect(found > 10)
    }
}

@Suite struct FaultMatrixTests {
    /// Each operation, each of its calls; `make simulate` tries all errors, and kills without a power cut.
    @Test(arguments: FaultMatrix.Operation.allCases)
    func whateverFailsWhatWasPromisedIsThere(_ operation: FaultMatrix.Operation) throws {
        var count = FaultMatrix.Count()
        for fault in [Fault.fail(errno: 5), .failFromHere(errno: 28), .short, .stop] {
            try FaultMatrix().run(operation, fault, powerGoes: true, &count)
        }
        #expect(count.faults > 40)
    }
}

@Suite struct JournalDamageTests {
    /// `make fuzz` reads a million.
    @Test(arguments: 0..<4)
    func everyDamagedLineIsNamedAndEveryOtherIsRead(_ seed: UInt64) throws {
        var damage = JournalDamage(seed: seed)
        for number in 0..<20 { try damage.tryJournal(lines: 60, seed: UInt64(number)) }
        #expect(damage.damagedLines > 300 && damage.wholeLines > 300)
    }
}
