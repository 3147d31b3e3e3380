// Made-up people: planted into a store to try things on, or shown at once.

import ArgumentParser
import CareDomain

struct PlantCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "plant",
        abstract: "Writes a made-up cohort into an empty or a new store.",
        discussion: """
            The same seed, --now and --zone give the same files, byte by byte.

              lull plant --store /tmp/ward --patients 12 --seed 7
            """)

    @Option(help: ArgumentHelp("How many people.", valueName: "n"), transform: Parse.whole(1...20_000))
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
