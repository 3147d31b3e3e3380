// Reads the subscales of a questionnaire, and the small values that its files are made of.

import CareDomain

struct SubscaleReader {
    let items: [Instrument.Item]

    func subscales(_ place: YAMLPlace?) throws(PresetProblem) -> [Instrument.Subscale] {
        var subscales: [Instrument.Subscale] = []
        for item in try place?.list() ?? [] {
            let subscale = try subscale(item)
            guard !subscales.contains(where: { $0.key == subscale.key }) else {
                throw item.wrong("a subscale of a key of its own")
            }
            subscales.append(subscale)
        }
        return subscales
    }

    private func subscale(_ place: YAMLPlace) throws(PresetProblem) -> Instrument.Subscale {
        try place.refuseOthers(than: ["key", "word", "items", "parts", "upTo", "atLeast", "pattern"])
        let key = try place.required("key").placeHolder()
        var pattern: Instrument.Pattern?
        if let asked = place.optional("pattern") {
            try asked.refuseOthers(than: ["items", "from"])
            pattern = Instrument.Pattern(
                items: try asked.required("items").whole(1...200),
                from: try asked.required("from").whole(0...10_000))
        }
        return Instrument.Subscale(
            key: key, word: try place.optional("word")?.text() ?? key, parts: try parts(place),
            steps: try steps(place), pattern: pattern)
    }

    /// The items of a subscale, or its parts where those have steps of their own.
    private func parts(_ place: YAMLPlace) throws(PresetProblem) -> [Instrument.Part] {
        if let numbers = place.optional("items") {
            return [Instrument.Part(source: .items(try numbers.numbers(upTo: items.count)))]
        }
        var parts: [Instrument.Part] = []
        for part in try place.required("parts").list() {
            try part.refuseOthers(than: ["items", "efficiency", "upTo", "atLeast"])
            parts.append(Instrument.Part(source: try source(part), steps: try steps(part)))
        }
        guard !parts.isEmpty else { throw place.wrong("a subscale of items or parts") }
        return parts
    }

    private func source(_ place: YAMLPlace) throws(PresetProblem) -> Instrument.Part.Source {
        guard let share = place.optional("efficiency") else {
            return .items(try place.required("items").numbers(upTo: items.count))
        }
        try share.refuseOthers(than: ["bed", "rise", "asleep"])
        return .efficiency(
            bed: try share.required("bed").whole(1...items.count),
            rise: try share.required("rise").whole(1...items.count),
            asleep: try share.required("asleep").whole(1...items.count))
    }

    private func steps(_ place: YAMLPlace) throws(PresetProblem) -> Instrument.Steps? {
        if let rising = place.optional("upTo") {
            let limits = try rising.limits()
            guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw rising.wrong("a list of rising limits")
            }
            return .upTo(limits)
        }
        if let falling = place.optional("atLeast") {
            let limits = try falling.limits()
            guard zip(limits, limits.dropFirst()).allSatisfy({ $0 > $1 }) else {
                throw falling.wrong("a list of falling limits")
            }
            return .atLeast(limits)
        }
        return nil
    }
}

extension YAMLPlace {
    /// The numbers of items, each from 1 and once.
    func numbers(upTo count: Int) throws(PresetProblem) -> [Int] {
        var numbers: [Int] = []
        for item in try list() {
            let number = try item.whole(1...max(1, count))
            guard !numbers.contains(number) else { throw item.wrong("a number that is not in the list yet") }
            numbers.append(number)
        }
        guard !numbers.isEmpty else { throw wrong("a list of item numbers") }
        return numbers
    }

    fileprivate func limits() throws(PresetProblem) -> [Double] {
        var limits: [Double] = []
        for item in try list() { limits.append(try item.number(0...100_000)) }
        guard !limits.isEmpty else { throw wrong("a list of limits") }
        return limits
    }

    /// Two whole numbers, the lower first: `[0, 3]`.
    func span(_ range: ClosedRange<Int>) throws(PresetProblem) -> ClosedRange<Int> {
        let ends = try list()
        guard ends.count == 2 else { throw wrong("two numbers such as [0, 3]") }
        let low = try ends[0].whole(range)
        return low...(try ends[1].whole(low...range.upperBound))
    }

    /// A list of texts.
    func words() throws(PresetProblem) -> [String] {
        var words: [String] = []
        for item in try list() { words.append(try item.text()) }
        return words
    }

    /// One word: what stands for an item can be found on its form, and is not its wording.
    func placeHolder() throws(PresetProblem) -> String {
        guard let text = scalar, (1...24).contains(text.count),
            text.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || "-0123456789".contains(Character($0))
            })
        else { throw wrong("one word") }
        return text
    }
}
