// Reads a configuration file: each setting by itself, so that one that is wrong costs nothing but itself.

import CareDomain
import CellCanvas

package enum ConfigurationReader {
    /// - Parameter file: its name, for the problems.
    /// - Returns: what can be used, and what is wrong, in the order of the lines. Where the text as a whole
    ///   does not read, nothing of it is used.
    package static func configuration(
        in text: String, file: String
    ) -> (configuration: Configuration, problems: [PresetProblem]) {
        var result = (configuration: Configuration(), problems: [PresetProblem]())
        // A file of comments alone says nothing, and nothing is wrong with it.
        let isEmpty = text.split(whereSeparator: \.isNewline).allSatisfy { line in
            line.drop(while: \.isWhitespace).first.map { $0 == "#" } ?? true
        }
        if isEmpty, text.utf8.count <= YAMLGuard.largestFile { return result }
        do throws(PresetProblem) {
            let top = try YAMLPlace(file: file, text: text)
            for pair in top.pairs {
                guard let setting = Setting(rawValue: pair.name) else {
                    result.problems.append(unknown(pair.name, line: pair.line, file: file))
                    continue
                }
                guard let place = pair.place else { continue }
                do throws(PresetProblem) {
                    try read(setting, place, into: &result.configuration, &result.problems)
                    result.configuration.entries[setting]?.line = pair.line
                } catch {
                    result.problems.append(error)
                }
            }
        } catch {
            return (Configuration(), [error])
        }
        return result
    }

    private static func unknown(_ name: String, line: Int?, file: String) -> PresetProblem {
        let meant = NearestWord.of(name, among: Setting.allCases.map(\.rawValue))
        let shown = String(name.unicodeScalars.prefix(60))
        return PresetProblem(
            file: file, line: line,
            what: .refused(
                "there is no setting \"\(shown)\"" + (meant.map { "; perhaps \($0) is meant" } ?? "")))
    }

    private static func read(
        _ setting: Setting, _ place: YAMLPlace, into result: inout Configuration,
        _ problems: inout [PresetProblem]
    ) throws(PresetProblem) {
        let text: String
        switch setting.form {
        case .text: text = try place.text()
        case .choice(let words):
            guard let word = place.scalar, words.contains(word) else {
                throw place.wrong("one of " + words.joined(separator: ", "))
            }
            text = word
        case .flag: text = try flag(place) ? "on" : "off"
        case .wholeOrNever(let range):
            let number = place.scalar.flatMap { Int($0) }
            guard place.scalar == "never" || number.map(range.contains) == true else {
                throw place.wrong(
                    "a whole number from \(range.lowerBound) to \(range.upperBound), or never")
            }
            text = number.map { String($0) } ?? "never"
        case .theme:
            let themes = try themes(place)
            result.themes = themes
            let parts = [themes.dark.map { "dark: \($0)" }, themes.light.map { "light: \($0)" }]
            text = place.scalar == nil ? parts.compactMap(\.self).joined(separator: ", ") : themes.dark ?? ""
        case .keys:
            result.keys = try keys(place, &problems)
            text = result.keys.map(\.action).joined(separator: ", ")
        }
        result.entries[setting] = Configuration.Entry(text: text, line: place.line)
    }

    private static func flag(_ place: YAMLPlace) throws(PresetProblem) -> Bool {
        switch place.scalar?.lowercased() {
        case "on", "yes", "true": true
        case "off", "no", "false": false
        default: throw place.wrong("on or off")
        }
    }

    private static func themes(_ place: YAMLPlace) throws(PresetProblem) -> Configuration.Themes {
        if place.scalar != nil {
            let name = try place.text()
            return Configuration.Themes(dark: name, light: name)
        }
        try place.refuseOthers(than: ["dark", "light"])
        let (dark, light) = (place.optional("dark"), place.optional("light"))
        guard dark != nil || light != nil else {
            throw place.wrong("a theme's name, or {dark: .., light: ..}")
        }
        return Configuration.Themes(dark: try dark?.text(), light: try light?.text())
    }

    // MARK: Keys

    private static func keys(
        _ place: YAMLPlace, _ problems: inout [PresetProblem]
    ) throws(PresetProblem) -> [OwnKeys] {
        guard place.isMapping else { throw place.wrong("actions with their keys") }
        var own: [OwnKeys] = []
        for pair in place.pairs {
            guard let value = pair.place else { continue }
            let names = try value.scalar == nil ? value.list() : [value]
            var keys: [Key] = []
            for name in names {
                if let key = name.scalar.flatMap({ Key(named: $0) }) {
                    keys.append(key)
                } else {
                    problems.append(name.wrong("a key: one character, or a name such as enter, pgdn, ctrl-s"))
                }
            }
            // Where none of them is a key, the action keeps its own.
            if keys.isEmpty, !names.isEmpty { continue }
            own.append(OwnKeys(action: pair.name, line: pair.line, keys: keys))
        }
        return own
    }
}
