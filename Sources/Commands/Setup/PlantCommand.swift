// Made-up people: planted into a store to try things on, or shown at once.

import ArgumentParser
import CareDomain
import JournalStore
import Presets

struct PlantCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "plant",
        abstract: "Writes a made-up cohort into an empty or a new store.",
        discussion: """
            The same seed, --now and --zone give the same files, byte by byte.

              lull plant --store /tmp/ward --patients 12 --seed 7
            """)

    @Option(help: ArgumentHelp("How many people.", valueName: "n"), transform: Parse.whole(1...5000))
    var patients: Int

    @Option(
        help: ArgumentHelp("How far back the diaries begin.", valueName: "n"), transform: Parse.whole(1...520)
    )
    var weeks: Int?

    @Option(help: ArgumentHelp("Which made-up people.", valueName: "n"))
    var seed: UInt64 = 1

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let path = invocation.storePath
        if try invocation.isStoreThere() {
            guard try invocation.people().isEmpty else {
                throw Failure(
                    .cannotCreate, "the store at \(path) holds people already; plant into an empty one")
            }
            try invocation.refuseWhereReadOnly()
            try invocation.openStore(writer: PlantedCohort.writer, at: path)
        } else {
            try invocation.makeStore(
                writer: PlantedCohort.writer, at: path,
                id: PlantedCohort.storeID(seed: seed, now: invocation.now))
        }
        let cohort = PlantedCohort(patients: patients, weeks: weeks, seed: seed)
        try cohort.plant(&invocation)
        try invocation.put(lines: [
            "\(NumberWords.count(patients, "made-up person").personWords) planted in \(path)"
        ])
    }
}

extension String {
    /// The plural that English has.
    fileprivate var personWords: String { hasSuffix("persons") ? dropLast(7) + "people" : self }
}

struct PlantedCohort {
    let patients: Int
    let weeks: Int?
    let seed: UInt64

    static let writer = WriterName.fixed("planted")

    /// A store's id that depends on nothing but what was asked for.
    static func storeID(seed: UInt64, now: Instant) -> RecordID {
        RecordID(milliseconds: now.milliseconds, randomness: (0, seed))
    }

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
        let people = planter.drafts(count: patients, weeks: weeks, seed: seed, now: stamp) { name in
            asked ?? zones.zone(named: name)
        }
        var bar = ProgressBar("plant", invocation.environment)
        defer { bar.clear() }
        for (index, person) in people.enumerated() {
            try plant(person, at: stamp, &invocation)
            bar.show(index + 1, of: people.count)
        }
    }

    private func plant(_ person: PlantedPerson, at stamp: OffsetInstant, _ invocation: inout Invocation)
        throws
    {
        var drafts = person.drafts
        var details = PersonDetails()
        var origin: RecordDraft.Origin?
        if let first = drafts.first, case .person(let known) = first.body {
            (details, origin) = (known, first.origin)
            drafts.removeFirst()
        }
        _ = try invocation.withStore { store throws(StoreProblem) in
            _ = try store.addPerson(person.id, details, by: "planted", now: stamp, origin: origin)
            return try store.append(drafts, to: person.id, by: "planted", now: stamp)
        }
    }
}

struct DemoCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Shows a made-up cohort, in a temporary store.",
        discussion: """
            On a terminal the dashboard opens; elsewhere a line a person is printed.

              lull demo
            """)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        guard let folder = invocation.environment.makeTemporaryFolder() else {
            throw Failure(
                .cannotCreate, "cannot make a temporary folder; set TMPDIR to one that can be written")
        }
        let cohort = PlantedCohort(patients: 12, weeks: nil, seed: 1)
        try invocation.makeStore(
            writer: PlantedCohort.writer, at: folder, id: PlantedCohort.storeID(seed: 1, now: invocation.now))
        try cohort.plant(&invocation)
        guard invocation.canAsk, global.form == .text else { return try StatusCommand.put(in: &invocation) }
        if invocation.isPlain { return try LineSession.run(in: &invocation) }
        var request = invocation.dashboardRequest()
        request.isDemo = true
        invocation.dashboard = request
    }
}
