// Lives through worlds of the store, a seed each, and tells of the first promise that was broken in any.
//
//     simulate-store --from 0 --seeds 50000
//     simulate-store --matrix                        each call of each operation fails in each way
//     simulate-store --lines 1000000                 so many damaged lines through the reader
//     simulate-store --from 1000024 --seeds 1        tells the whole story where a promise is broken

import Glibc
import StoreSimulation

@main
enum SimulateStore {
    static func main() {
        let arguments = CommandLine.arguments
        func value(_ name: String, _ fallback: UInt64) -> UInt64 {
            guard let at = arguments.firstIndex(of: name), arguments.indices.contains(at + 1) else {
                return fallback
            }
            return UInt64(arguments[at + 1]) ?? fallback
        }
        if arguments.contains("--matrix") { return tryEveryFault() }
        let lines = value("--lines", 0)
        if lines > 0 { return readDamage(Int(lines), seed: value("--from", 0)) }
        let (first, seeds) = (value("--from", 0), value("--seeds", 1000))
        var total = StoreWorld.Count()
        var broken = 0
        for seed in first..<(first + seeds) {
            var world = StoreWorld(seed: seed)
            do {
                try world.live(steps: Int(value("--steps", 24)))
            } catch {
                broken += 1
                // The first few tell their story; the others are repeated by their seed.
                print(broken <= 3 ? "\(error)\n  " + world.story.joined(separator: "\n  ") : "\(error)")
            }
            total.acknowledged += world.count.acknowledged
            total.refused += world.count.refused
            total.kills += world.count.kills
            total.powerCuts += world.count.powerCuts
        }
        print(
            "simulated \(seeds) worlds from seed \(first): \(total.acknowledged) records acknowledged, "
                + "\(total.refused) writes refused, \(total.kills) kills, \(total.powerCuts) power cuts; "
                + "\(broken) broken")
        if broken > 0 { exit(1) }
    }

    private static func readDamage(_ lines: Int, seed: UInt64) {
        var damage = JournalDamage(seed: seed)
        var journal: UInt64 = 0
        do {
            while damage.damagedLines < lines {
                try damage.tryJournal(lines: 60, seed: journal)
                journal += 1
            }
        } catch {
            print("\(error)")
            exit(1)
        }
        print(
            "read \(damage.damagedLines) damaged lines among \(damage.wholeLines) whole ones, in \(journal) "
                + "journals: each damaged one named, each whole one read")
    }

    private static func tryEveryFault() {
        var count = FaultMatrix.Count()
        do {
            for operation in FaultMatrix.Operation.allCases {
                for fault in FaultMatrix.everyFault {
                    for powerGoes in [false, true] {
                        try FaultMatrix().run(operation, fault, powerGoes: powerGoes, &count)
                    }
                }
            }
        } catch {
            print("\(error)")
            exit(1)
        }
        print("tried \(count.faults) faults, \(count.refused) of them refused; 0 broken")
    }
}
