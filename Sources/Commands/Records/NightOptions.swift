// The items of a night, as options and as keys of the journal.

import ArgumentParser
import CareDomain

struct NightOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The date of getting up; else today.", valueName: "date"))
    var night: String?

    @Option(help: ArgumentHelp("When you went to bed.", valueName: "time"))
    var bed: String?

    @Option(
        name: .customLong("try"), help: ArgumentHelp("When you began trying to sleep.", valueName: "time"))
    var trySleep: String?

    @Option(help: ArgumentHelp("Minutes it took to fall asleep.", valueName: "n"))
    var latency: String?

    @Option(help: ArgumentHelp("How often you woke, the last time not counted.", valueName: "n"))
    var wakes: String?

    @Option(help: ArgumentHelp("Minutes awake in all of these together.", valueName: "n"))
    var awake: String?

    @Option(help: ArgumentHelp("When you woke for the last time.", valueName: "time"))
    var woke: String?

    @Option(help: ArgumentHelp("Minutes trying to sleep on after that.", valueName: "n"))
    var trying: String?

    @Option(help: ArgumentHelp("Minutes it was earlier than planned.", valueName: "n"))
    var early: String?

    @Option(help: ArgumentHelp("When you got up.", valueName: "time"))
    var up: String?

    @Option(help: ArgumentHelp("1 (very poor) to 5 (very good).", valueName: "n"))
    var quality: String?

    @Option(help: ArgumentHelp("1 (not at all) to 5 (well rested).", valueName: "n"))
    var refreshed: String?

    @Option(help: ArgumentHelp("How many nightmares.", valueName: "n"))
    var nightmares: String?

    @Option(help: ArgumentHelp("How much they troubled you, 0 to 10.", valueName: "n"))
    var distress: String?

    @Option(help: ArgumentHelp("Your own guess of the minutes asleep.", valueName: "n"))
    var ownSleep: String?

    @Option(help: ArgumentHelp("What was taken to sleep.", valueName: "text"))
    var medication: String?

    @Option(help: ArgumentHelp("A comment.", valueName: "text"))
    var note: String?

    var draft: NightDraft {
        var draft = NightDraft()
        let texts: [(NightField, String?)] = [
            (.date, night), (.intoBed, bed), (.trySleep, trySleep), (.latency, latency), (.awakenings, wakes),
            (.wake, awake), (.finalAwake, woke), (.trying, trying), (.early, early), (.outOfBed, up),
            (.quality, quality), (.refreshed, refreshed), (.nightmares, nightmares), (.distress, distress),
            (.ownSleep, ownSleep), (.medication, medication), (.comment, note),
        ]
        for (field, text) in texts { draft[field] = text ?? "" }
        return draft
    }
}

extension NightField {
    /// The option that gives it.
    var option: String {
        switch self {
        case .date: "--night"
        case .intoBed: "--bed"
        case .trySleep: "--try"
        case .latency: "--latency"
        case .awakenings: "--wakes"
        case .wake: "--awake"
        case .finalAwake: "--woke"
        case .trying: "--trying"
        case .early: "--early"
        case .outOfBed: "--up"
        case .quality: "--quality"
        case .refreshed: "--refreshed"
        case .nightmares: "--nightmares"
        case .distress: "--distress"
        case .ownSleep: "--own-sleep"
        case .medication: "--medication"
        case .comment: "--note"
        }
    }

    /// Its key in a journal.
    var key: String {
        switch self {
        case .date: "night"
        case .intoBed: "intoBed"
        case .trySleep: "trySleep"
        case .latency: "sleepOnsetLatencyMinutes"
        case .awakenings: "awakenings"
        case .wake: "wakeAfterSleepOnsetMinutes"
        case .finalAwake: "finalAwake"
        case .trying: "tryingMinutes"
        case .early: "earlyWakeMinutes"
        case .outOfBed: "outOfBed"
        case .quality: "quality"
        case .refreshed: "refreshed"
        case .nightmares: "nightmares"
        case .distress: "distress"
        case .ownSleep: "ownSleepMinutes"
        case .medication: "medication"
        case .comment: "comment"
        }
    }
}
