// The numbers behind a flag in words: names without their hyphens and humps, units behind the figures.

extension OpenObject {
    /// `efficiency 70 %`, `nights logged 7`, one for each name; what is unknown says so.
    package var evidenceWords: [String] {
        pairs.map { pair in
            let (name, unit) = Self.split(pair.name)
            if case .bool(let holds) = pair.value { return holds ? name : "not \(name)" }
            let value = Self.words(pair.value)
            return unit.isEmpty ? "\(name) \(value)" : "\(name) \(value) \(unit)"
        }
    }

    private static let units = [
        ("Percent", "%"), ("Minutes", "min"), ("Points", "points"), ("Hours", "h"), ("Mg", "mg"),
    ]

    /// A name as words, and the unit that it ends in.
    private static func split(_ name: String) -> (name: String, unit: String) {
        for (ending, unit) in units where name.hasSuffix(ending) && name.count > ending.count {
            return (words(of: String(name.dropLast(ending.count))), unit)
        }
        return (words(of: name), "")
    }

    /// `nightsLoggedWeekBefore` as `nights logged week before`.
    private static func words(of name: String) -> String {
        var words = ""
        for character in name {
            if character.isUppercase { words += " " }
            words += character.lowercased()
        }
        return words
    }

    private static func words(_ value: OpenValue) -> String {
        switch value {
        case .null: "unknown"
        case .bool(let value): value ? "yes" : "no"
        case .integer(let value): "\(value)"
        case .number(let value): NumberWords.decimal(value)
        case .text(let text): words(ofText: text)
        case .list(let values): values.isEmpty ? "none" : values.map(words).joined(separator: ", ")
        case .object(let object): object.evidenceWords.joined(separator: ", ")
        }
    }

    /// Dates as they are read elsewhere, also one that a value follows; names of measures by their titles.
    private static func words(ofText text: String) -> String {
        if let date = CivilDate(String(text.prefix(10))) { return date.words + text.dropFirst(10) }
        if let measure = Measure(rawValue: text) { return measure.title }
        return text
    }
}
