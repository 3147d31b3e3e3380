// The names under which what keys do, and where, can be looked up and changed: those of the cases, in small
// letters with hyphens.

extension Command {
    /// `log-night`, `move-up`, `show-calendar`; nil for what is one of a range and keeps its keys.
    var action: String? {
        if case .rate = self { return nil }
        return Names.hyphened(String(describing: self))
    }
}

extension Mode {
    /// `relax-guide`.
    var name: String { Names.hyphened(String(describing: self)) }

    /// `Relax guide`.
    var title: String {
        let words = String(name.map { $0 == "-" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

private enum Names {
    /// `move(Dashboard.Direction.up)` as `move-up`.
    static func hyphened(_ description: String) -> String {
        var parts = description.split { "()".contains($0) }.map(String.init)
        if parts.count > 1, let value = parts.last?.split(separator: ".").last {
            parts[parts.count - 1] = String(value)
        }
        var name = ""
        for character in parts.joined(separator: "-") {
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
        return name
    }
}
