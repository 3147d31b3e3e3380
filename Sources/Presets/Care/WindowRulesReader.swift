// Reads a rule set for the sleep window, and what an evening is built around.

import CareDomain

package enum WindowRulesReader {
    /// - Parameter text: YAML with `letter`, `title`, `steps`, floors, cap, nights, and where each is from.
    package static func rules(in text: String, file: String) throws(PresetProblem) -> WindowRules {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: [
            "letter", "title", "steps", "floorMinutes", "bipolarFloorMinutes", "capMinutes", "fewestNights",
            "fewestNightsToStart", "source", "ours", "unconfirmed",
        ])
        let floor = try top.required("floorMinutes").whole(180...720)
        let bipolar = try top.required("bipolarFloorMinutes").whole(floor...720)
        return WindowRules(
            name: PresetName.stem(of: file), letter: try top.required("letter").placeHolder(),
            title: try top.required("title").text(), steps: try steps(top.required("steps")),
            floor: Minutes(floor), bipolarFloor: Minutes(bipolar),
            cap: Minutes(try top.required("capMinutes").whole(bipolar...900)),
            fewestNights: try top.required("fewestNights").whole(1...7),
            fewestNightsToStart: try top.required("fewestNightsToStart").whole(1...14),
            source: try top.required("source").text(), ours: Set(try top.optional("ours")?.words() ?? []),
            unconfirmed: Set(try top.optional("unconfirmed")?.words() ?? []))
    }

    private static func steps(_ place: YAMLPlace) throws(PresetProblem) -> [WindowRules.Step] {
        var steps: [WindowRules.Step] = []
        for item in try place.list() {
            try item.refuseOthers(than: ["from", "above", "change", "to"])
            let isInclusive = item.optional("above") == nil
            let share = try item.required(isInclusive ? "from" : "above")
            let from = Percent(try share.number(0...100))
            guard steps.last.map({ from < $0.from || from == $0.from && $0.isInclusive == false }) ?? true
            else { throw share.wrong("less than the step before it") }
            steps.append(
                WindowRules.Step(from: from, isInclusive: isInclusive, action: try action(item)))
        }
        guard !steps.isEmpty else { throw place.wrong("a list of steps") }
        return steps
    }

    private static func action(_ place: YAMLPlace) throws(PresetProblem) -> WindowRules.Action {
        guard let to = place.optional("to") else {
            return .change(Minutes(try place.required("change").whole(-60...60)))
        }
        switch to.scalar {
        case "meanSleep": return .meanSleep
        case "provider": return .askProvider
        default: throw to.wrong("meanSleep or provider")
        }
    }

    /// - Parameter text: YAML with `windDownMinutes`, `screensOffMinutes`, `upAfterMinutes`,
    ///   `freeDayLaterMinutes` and `source`.
    package static func evening(in text: String, file: String) throws(PresetProblem) -> EveningRules {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: [
            "windDownMinutes", "screensOffMinutes", "upAfterMinutes", "freeDayLaterMinutes", "source", "ours",
            "unconfirmed",
        ])
        return EveningRules(
            windDown: try top.required("windDownMinutes").whole(0...240),
            screensOff: try top.required("screensOffMinutes").whole(0...240),
            upAfter: try top.required("upAfterMinutes").span(1...120),
            freeDayLater: try top.required("freeDayLaterMinutes").whole(0...240),
            source: try top.required("source").text())
    }
}
