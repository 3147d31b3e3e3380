// One world from one seed: programs that write to a store, faults, kills and power cuts, and what must hold.

import CareDomain
import JournalStore

/// What a world that is not as it should be says of itself.
package struct BrokenPromise: Error, CustomStringConvertible {
    package let seed: UInt64
    package let step: Int
    package let what: String

    package var description: String { "seed \(seed), step \(step): \(what)" }
}

/// A disk, three programs on it, and all that was acknowledged to anyone.
///
/// The first two programs are one user's and share a writer; the third is another's. After each step, and
/// after the last power cut, the promises of the store are checked.
package struct StoreWorld {
    /// A program with its own view of the disk, that runs or not.
    struct Program {
        let name: WriterName
        var files: MemoryFileSystem
        var store: Store?
    }

    /// A record that was said to be safe.
    struct Acknowledged {
        let body: RecordBody
        /// Made of a key: a record with other content can have it too, and both are shown.
        let hasKey: Bool
    }

    /// Where a record is: one id can be in several places, made of one key.
    struct Place: Hashable, Comparable {
        let person: PersonID
        let part: StoreFolder
        let id: RecordID

        static func < (a: Place, b: Place) -> Bool {
            (a.person, a.part.rawValue, a.id) < (b.person, b.part.rawValue, b.id)
        }
    }

    package let seed: UInt64
    var random: SeededGenerator
    let disk: MemoryDisk
    var programs: [Program] = []
    var acknowledged: [Place: Acknowledged] = [:]
    /// For each person and part the greatest id of a clock that was acknowledged there.
    var greatest: [Shelf: RecordID] = [:]

    struct Shelf: Hashable {
        let person: PersonID
        let part: StoreFolder
    }
    var people: [PersonID] = []
    var now: Instant
    var step = 0
    var texts = 0
    /// What happened, for a person who looks into a broken promise.
    package private(set) var story: [String] = []
    /// How often what happened.
    package internal(set) var count = Count()

    package struct Count: Sendable {
        package var acknowledged = 0
        package var refused = 0
        package var kills = 0
        package var powerCuts = 0

        package init() {}
    }

    static let path = "/home/store"

    /// - Parameter forgetful: with a disk that keeps nothing it was asked to sync, so that promises break.
    package init(seed: UInt64, forgetful: Bool = false) {
        self.seed = seed
        disk = MemoryDisk(forgetful: forgetful)
        random = SeededGenerator(seed: seed)
        now = Instant(seconds: 1_790_000_000 + Int64(seed % 1000) * 86_400)
        let writers = [("ada", "laptop"), ("ada", "laptop"), ("kim", "ward")]
        for (user, host) in writers {
            let name = WriterName.kept(user: user, host: host, stateFolder: "/home/\(user)/state")
            programs.append(Program(name: name, files: MemoryFileSystem(disk)))
        }
    }

    mutating func tell(_ what: String) { story.append("\(step): \(what)") }

    func broken(_ what: String) -> BrokenPromise { BrokenPromise(seed: seed, step: step, what: what) }

    /// Lives through so many steps, and ends with a power cut and a last look.
    /// - Throws: `BrokenPromise`.
    package mutating func live(steps: Int) throws {
        try make()
        for number in 1...steps {
            step = number
            try act()
            if random.once(in: 3) { try checkReading(by: random.int(0...2)) }
        }
        step = steps + 1
        cutPower()
        try checkEverything()
        try checkRepair()
    }

    private mutating func make() throws {
        let hand = MemoryFileSystem(disk)
        hand.put("", at: "/home/.keep")
        let id = RecordID(milliseconds: now.milliseconds, randomness: (1, seed))
        try Store.make(at: Self.path, id: id, now: stamp, files: hand)
        guard let ada = PersonID("ada") else { throw broken("no id") }
        var store = try openStore(0)
        _ = try store.addPerson(ada, PersonDetails(name: "Ada"), by: "ada", now: stamp)
        people = [ada]
    }

    var stamp: OffsetInstant { OffsetInstant(now, offsetSeconds: 0) }

    // MARK: Programs

    /// Opens the store for a program that has it not open.
    func openStore(_ number: Int) throws(StoreProblem) -> Store {
        let program = programs[number]
        let seed = seed &* 31 &+ UInt64(step) &* 7 &+ UInt64(number)
        return try Store(
            opening: Self.path, files: program.files, zones: UniversalTime(), writer: program.name,
            random: SeededGenerator(seed: seed))
    }

    mutating func kill(_ number: Int) {
        count.kills += 1
        tell("program \(number) is killed")
        programs[number].store = nil
        programs[number].files.restart()
    }

    mutating func cutPower() {
        count.powerCuts += 1
        tell("the power goes")
        for number in programs.indices { programs[number].store = nil }
        disk.crash(using: &random)
        for number in programs.indices { programs[number].files.restart() }
    }
}

/// Only the zone that needs no file.
struct UniversalTime: ZoneSource {
    func zone(named name: String) -> Zone? { name == "UTC" ? .utc : nil }
}
