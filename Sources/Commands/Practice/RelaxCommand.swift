// The relaxation guides: listed, shown step by step, or led line by line.

import ArgumentParser
import CareDomain
import PlainJSON
import Presets

struct RelaxCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "relax",
        abstract: "Leads through a relaxation programme, or lists them.",
        discussion: """
            With --plain, or without a terminal, a line is printed as each phase
            begins. With a store, what was practised is kept.

              lull relax list
              lull relax box --plain --minutes 3
              lull relax 4-7-8 --dry-run --json
              lull relax 4-2-6-0 --minutes 5
            """)

    @Argument(help: "A programme's name, a breath such as 4-2-6-0, or 'list'.")
    var programme: String?

    @Option(help: ArgumentHelp("How long, in minutes.", valueName: "n"), transform: Parse.amount)
    var minutes: Double?

    @Option(
        help: ArgumentHelp("How many breaths or rounds.", valueName: "n"), transform: Parse.whole(1...10_000))
    var cycles: Int?

    @Flag(help: "Only print the steps, at once.")
    var dryRun = false

    @OptionGroup(title: "A breath of your own") var ratio: RatioOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws {
        if minutes != nil, cycles != nil { throw ValidationError("give --minutes or --cycles, not both") }
    }

    func perform(in invocation: inout Invocation) throws {
        if programme == "list" { return try list(&invocation) }
        if programme == nil, !ratio.isGiven, !dryRun, invocation.isPlain, invocation.canAsk,
            global.form == .text
        {
            return try LineActions.relax(&invocation)
        }
        let opens = !dryRun && invocation.canOpenDashboard
        if programme == nil, !ratio.isGiven, !opens {
            throw Failure.usage("name a programme, such as 'lull relax box'; 'lull relax list' has them all")
        }
        let shelf = invocation.programmeShelf()
        let chosen = try chosen(from: shelf)
        if opens, minutes == nil, cycles == nil {
            var request = invocation.dashboardRequest(programmes: shelf.programmes)
            request.programme = chosen?.name ?? ""
            if let chosen, !request.programmes.contains(chosen) { request.programmes.append(chosen) }
            invocation.dashboard = request
            return
        }
        guard let chosen else { return }
        let keeper = try PracticeKeeper(&invocation)
        let fit = keeper.fit(chosen, now: invocation.now)
        let timeline = timeline(of: fit.programme)
        for change in fit.changes { invocation.note(change) }
        noteLength(of: timeline, &invocation)
        if dryRun {
            try show(timeline, &invocation)
        } else {
            guard try keeper.goesOn(with: fit, among: shelf.programmes, &invocation) else { return }
            try RelaxGuide(timeline, for: keeper.subject).run(&invocation)
        }
    }

    /// A length that is not the one asked for is never taken in silence.
    private func noteLength(of timeline: PracticeTimeline, _ invocation: inout Invocation) {
        let seconds = Double(timeline.totalMilliseconds) / 1000
        let isOther =
            cycles.map { $0 != timeline.cycles } ?? minutes.map { abs($0 * 60 - seconds) > 60 } ?? false
        guard isOther else { return }
        let length = seconds < 120 ? "\(Int(seconds)) s" : Minutes(seconds / 60).words
        invocation.note("\(timeline.programme.title) lasts \(length) here, which is as near as it comes")
    }

    /// Nil where none is named.
    private func chosen(from shelf: ProgrammeShelf) throws -> RelaxationProgramme? {
        if ratio.isGiven {
            guard programme == nil || programme == "breathing" else {
                throw Failure.usage("give a programme's name or a breath of your own, not both")
            }
            return try ratio.programme()
        }
        guard let programme else { return nil }
        guard let found = shelf.programme(named: programme) else {
            if programme.allSatisfy({ "0123456789.-".contains($0) }) { throw RatioOptions.outOfRange }
            throw Failure.usage(
                "there is no programme \(quoted(programme)); 'lull relax list' has them all")
        }
        return found
    }

    private func timeline(of programme: RelaxationProgramme) -> PracticeTimeline {
        if let minutes { return PracticeTimeline(programme: programme, minutes: minutes) }
        if let cycles { return PracticeTimeline(programme: programme, cycles: cycles) }
        return PracticeTimeline(programme: programme)
    }

    private func list(_ invocation: inout Invocation) throws {
        var listing = Listing(
            keys: ["programme", "title", "family", "totalSeconds", "cycles", "summary"],
            columns: [.left("Name"), .left("Title"), .left("Family"), .right("Length")],
            whenEmpty: "No programmes.")
        for programme in invocation.programmeShelf().programmes {
            let timeline = PracticeTimeline(programme: programme)
            listing.add(
                [
                    "programme": .string(programme.name), "title": .string(programme.title),
                    "family": .string(programme.family.rawValue),
                    "totalSeconds": .seconds(timeline.totalMilliseconds),
                    "cycles": .integer(timeline.cycles), "summary": .string(programme.summary),
                ],
                cells: [
                    programme.name, programme.title, programme.family.title,
                    RelaxGuide.length(seconds: timeline.totalMilliseconds / 1000),
                ])
        }
        try invocation.put(listing)
    }

    private func show(_ timeline: PracticeTimeline, _ invocation: inout Invocation) throws {
        let steps = timeline.steps.map { step -> JSONValue in
            [
                "at": .seconds(step.atMilliseconds), "seconds": .seconds(step.milliseconds),
                "phase": .string(step.phase.rawValue), "text": .string(step.text),
            ]
        }
        let object: JSONObject = [
            "programme": .string(timeline.programme.name),
            "totalSeconds": .seconds(timeline.totalMilliseconds),
            "cycles": .integer(timeline.cycles), "steps": .array(steps),
        ]
        let title =
            "\(timeline.programme.title), \(RelaxGuide.length(seconds: timeline.totalMilliseconds / 1000))"
        let lines =
            [title, timeline.programme.summary] + timeline.programme.cautions.map { "- " + $0.advice } + [""]
        try invocation.put(.object(object), lines: lines + timeline.steps.map(RelaxGuide.line))
    }
}

extension JSONValue {
    /// Whole seconds as such, others with their fraction.
    static func seconds(_ milliseconds: Int) -> JSONValue {
        milliseconds % 1000 == 0 ? .integer(milliseconds / 1000) : .number(Double(milliseconds) / 1000)
    }
}
