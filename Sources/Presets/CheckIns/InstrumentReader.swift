// Reads a questionnaire's numbers: items, ranges, how they add up, and where each of the numbers comes from.

import CareDomain

package enum InstrumentReader {
    /// Keys that say where others come from, and need no source themselves.
    static let namingKeys: Set<String> = ["title", "about", "form", "sources", "ours", "unconfirmed"]
    private static let keys = namingKeys.union([
        "by", "answers", "items", "total", "times", "subscales", "bands", "levels", "cuts", "better",
        "changes", "worse", "response", "remissionBelow", "prorate", "someone", "recallDays", "everyDays",
        "atEnds", "weeksAfter", "conditions", "licence",
    ])

    /// - Parameters:
    ///   - text: YAML as seeds/instruments/README.md describes it.
    ///   - file: the file's name; without its folder and ending it is the questionnaire's name.
    package static func instrument(in text: String, file: String) throws(PresetProblem) -> Instrument {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: keys)
        let name = PresetName.stem(of: file)
        guard isName(name) else {
            throw PresetProblem(
                file: file, line: 1,
                what: .refused("the file's name must be small letters, digits and hyphens"))
        }
        let items = try items(top)
        let subscales = try SubscaleReader(items: items).subscales(top.optional("subscales"))
        var instrument = Instrument(
            name: name, title: try top.required("title").text(), about: try top.required("about").text(),
            scribe: try top.optional("by")?.word() ?? .person, items: items,
            total: try total(top, items: items, hasSubscales: !subscales.isEmpty),
            timing: try timing(top), licence: try top.required("licence").text(),
            form: try top.required("form").text())
        instrument.subscales = subscales
        try readMeaning(top, &instrument)
        try readChange(top, &instrument)
        try readConcerns(top, &instrument)
        instrument.conditions = try top.optional("conditions")?.words() ?? []
        instrument.provenance = try provenance(top)
        return instrument
    }

    private static func isName(_ name: String) -> Bool {
        PersonID(name) != nil
    }

    // MARK: Items

    private static func items(_ top: YAMLPlace) throws(PresetProblem) -> [Instrument.Item] {
        let usual = try top.optional("answers")?.span(0...10_000)
        let place = try top.required("items")
        var items: [Instrument.Item] = []
        for item in try place.list() {
            guard items.count < 200 else { throw place.wrong("a list of at most 200 items") }
            items.append(try self.item(item, usual: usual))
        }
        guard !items.isEmpty else { throw place.wrong("a list of items") }
        return items
    }

    private static func item(
        _ place: YAMLPlace, usual: ClosedRange<Int>?
    ) throws(PresetProblem) -> Instrument.Item {
        if place.scalar != nil {
            guard let usual else {
                throw place.wrong("an item with its own answers, there being no answers for all")
            }
            return Instrument.Item(place: try place.placeHolder(), answers: usual)
        }
        try place.refuseOthers(than: ["place", "answers", "unit", "optional"])
        guard let answers = try place.optional("answers")?.span(0...10_000) ?? usual else {
            throw place.wrong("an item with answers such as [0, 3]")
        }
        return Instrument.Item(
            place: try place.required("place").placeHolder(), answers: answers,
            unit: try place.optional("unit")?.word() ?? .points,
            isOptional: try place.optional("optional")?.flag() ?? false)
    }

    // MARK: The total

    private static func total(
        _ top: YAMLPlace, items: [Instrument.Item], hasSubscales: Bool
    ) throws(PresetProblem) -> Instrument.TotalRule {
        let times = try top.optional("times")?.whole(1...100) ?? 1
        guard let place = top.optional("total") else {
            return .items(numbers: Array(1...items.count), times: times)
        }
        switch place.scalar {
        case "items": return .items(numbers: Array(1...items.count), times: times)
        case "subscales" where hasSubscales: return .subscales
        case "none": return .none
        case nil: return .items(numbers: try place.numbers(upTo: items.count), times: times)
        default: throw place.wrong("items, subscales, none or a list of item numbers")
        }
    }

    private static func timing(_ top: YAMLPlace) throws(PresetProblem) -> Instrument.Timing {
        var ends: [Instrument.Timing.CourseEnd] = []
        for end in try top.optional("atEnds")?.list() ?? [] { ends.append(try end.word()) }
        return Instrument.Timing(
            recallDays: try top.required("recallDays").whole(0...366),
            everyDays: try top.optional("everyDays")?.whole(1...366), atEnds: ends,
            weeksAfter: try top.optional("weeksAfter")?.whole(0...104) ?? 0)
    }

    // MARK: What a total says

    private static func readMeaning(
        _ top: YAMLPlace, _ instrument: inout Instrument
    ) throws(PresetProblem) {
        instrument.better = try top.optional("better")?.word() ?? .lower
        if let place = top.optional("bands") {
            guard let range = instrument.totalRange else {
                throw place.wrong("left out where there is no total")
            }
            instrument.bands = try bands(place, over: range)
        }
        for level in try top.optional("levels")?.list() ?? [] {
            try level.refuseOthers(than: ["word", "items"])
            instrument.levels.append(
                Instrument.Level(
                    word: try level.required("word").text(),
                    items: try level.optional("items")?.numbers(upTo: instrument.items.count) ?? []))
        }
        for cut in try top.optional("cuts")?.list() ?? [] {
            try cut.refuseOthers(than: ["word", "from", "rise"])
            instrument.cuts.append(
                Instrument.Cut(
                    word: try cut.required("word").text(), from: try cut.required("from").whole(0...10_000),
                    needsRise: try cut.optional("rise")?.flag() ?? false))
        }
    }

    private static func bands(
        _ place: YAMLPlace, over range: ClosedRange<Int>
    ) throws(PresetProblem) -> [Instrument.Band] {
        var bands: [Instrument.Band] = []
        for band in try place.list() {
            try band.refuseOthers(than: ["from", "to", "word"])
            let next = bands.last.map { $0.range.upperBound + 1 } ?? range.lowerBound
            let from = try band.required("from")
            guard try from.whole(0...10_000) == next else {
                throw from.wrong("\(next), where the band before it ends")
            }
            let to = try band.required("to")
            let last = try to.whole(0...10_000)
            guard last >= next, last <= range.upperBound else {
                throw to.wrong("a total from \(next) to \(range.upperBound)")
            }
            bands.append(Instrument.Band(range: next...last, word: try band.required("word").text()))
        }
        guard bands.last?.range.upperBound == range.upperBound else {
            throw place.wrong("a list of bands up to \(range.upperBound)")
        }
        return bands
    }

    // MARK: Change

    private static func readChange(
        _ top: YAMLPlace, _ instrument: inout Instrument
    ) throws(PresetProblem) {
        for change in try top.optional("changes")?.list() ?? [] {
            try change.refuseOthers(than: ["name", "points", "shown"])
            instrument.changes.append(
                Instrument.ChangeThreshold(
                    name: try change.required("name").text(),
                    points: try change.required("points").number(0.01...10_000),
                    isShown: try change.optional("shown")?.flag() ?? true))
        }
        instrument.worse = try top.optional("worse")?.number(0.01...10_000)
        instrument.remissionBelow = try top.optional("remissionBelow")?.whole(0...10_000)
        if let response = top.optional("response") {
            try response.refuseOthers(than: ["percent", "points"])
            if let percent = response.optional("percent") {
                instrument.response = .percent(try percent.number(1...100))
            } else {
                instrument.response = .points(try response.required("points").number(0.01...10_000))
            }
        }
        if let prorate = top.optional("prorate") {
            try prorate.refuseOthers(than: ["blanks", "never"])
            instrument.prorating = Instrument.Prorating(
                mostBlanks: try prorate.required("blanks").whole(1...instrument.items.count),
                never: try prorate.optional("never")?.numbers(upTo: instrument.items.count) ?? [])
        }
    }

    private static func readConcerns(
        _ top: YAMLPlace, _ instrument: inout Instrument
    ) throws(PresetProblem) {
        for place in try top.optional("someone")?.list() ?? [] {
            try place.refuseOthers(than: ["items", "from", "when"])
            instrument.concerns.append(
                Instrument.Concern(
                    items: try place.required("items").numbers(upTo: instrument.items.count),
                    from: try place.required("from").whole(1...10_000),
                    urgency: try place.required("when").word()))
        }
    }

    // MARK: Sources

    private static func provenance(_ top: YAMLPlace) throws(PresetProblem) -> Instrument.Provenance {
        let sources = top.optional("sources")
        var texts: [String: String] = [:]
        for name in sources?.names ?? [] {
            texts[name] = try sources?.required(name).text()
        }
        return Instrument.Provenance(
            sources: texts, ours: Set(try top.optional("ours")?.words() ?? []),
            unconfirmed: Set(try top.optional("unconfirmed")?.words() ?? []))
    }
}
