// A made-up cohort on its way into a store: people are made on all cores, and written as they come.

import CareDomain
import Dispatch
import JournalStore
import Presets
import Synchronization

struct PlantedCohort {
    let patients: Int
    let weeks: Int?
    let seed: UInt64

    static let writer = WriterName.fixed("planted")

    /// A store's id that depends on nothing but what was asked for.
    static func storeID(seed: UInt64, now: Instant) -> RecordID {
        RecordID(milliseconds: now.milliseconds, randomness: (0, seed))
    }

    /// So many people are made at once, and no more are ever in memory.
    private static let handful = 64

    /// Writes everyone's records into the store that is open.
    func plant(_ invocation: inout Invocation) throws {
        let planter: CohortPlanter
        do throws(PresetProblem) {
            planter = try Shipped.cohortPlanter()
        } catch {
            throw Failure(.inputOutput, "\(error)")
        }
        let zones = invocation.zones
        let asked = try invocation.global.zone.map { try invocation.zone(named: $0) }
        let stamp = invocation.stamp(in: try invocation.zone())
        let people = planter.people(count: patients, weeks: weeks, seed: seed, now: stamp) { name in
            asked ?? zones.zone(named: name)
        }
        var bar = ProgressBar("plant", invocation.environment)
        defer { bar.clear() }
        var coming = people.makeIterator()
        var done = 0
        while done < patients {
            var handful: [PersonToPlant] = []
            while handful.count < Self.handful, let next = coming.next() { handful.append(next) }
            if handful.isEmpty { break }
            let journals = Self.journals(of: handful, at: stamp)
            try invocation.withStore { store throws(StoreProblem) in
                for journal in journals { try store.plant(try journal.get()) }
            }
            done += handful.count
            bar.show(done, of: patients)
        }
        try invocation.withStore { store throws(StoreProblem) in try store.settle() }
    }

    /// Each person's journals, in the order of the people whichever is made first.
    private static func journals(
        of people: [PersonToPlant], at stamp: OffsetInstant
    ) -> [Result<PlantedJournal, StoreProblem>] {
        let made = Mutex<[Int: Result<PlantedJournal, StoreProblem>]>([:])
        DispatchQueue.concurrentPerform(iterations: people.count) { place in
            let journal = journal(of: people[place], at: stamp)
            made.withLock { $0[place] = journal }
        }
        return made.withLock { made in people.indices.compactMap { made[$0] } }
    }

    private static func journal(
        of person: PersonToPlant, at stamp: OffsetInstant
    ) -> Result<PlantedJournal, StoreProblem> {
        let planted = person.planted()
        do throws(StoreProblem) {
            return .success(
                try PlantedJournal(
                    of: planted.id, planted.drafts, by: "planted", now: stamp))
        } catch {
            return .failure(error)
        }
    }
}
