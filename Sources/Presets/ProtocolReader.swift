// Reads a course protocol: how many weeks, by which route, and on which days the sessions fall.

import CareDomain

package enum ProtocolReader {
    /// - Parameters:
    ///   - text: YAML with `title`, `weeks`, `route`, `sessionDays`, `source`, and where published
    ///     `dose`.
    ///   - file: the file's name; without its folder and ending it is the protocol's name.
    package static func courseProtocol(
        in text: String, file: String
    ) throws(PresetProblem) -> CourseProtocol {
        let top = try YAMLPlace(file: file, text: text)
        let weeks = try top.required("weeks").whole(1...52)
        return CourseProtocol(
            name: PresetName.stem(of: file),
            title: try top.required("title").text(),
            weeks: weeks,
            route: try top.required("route").word(),
            dose: try dose(top.optional("dose")),
            sessionDays: try days(top.required("sessionDays"), weeks: weeks),
            source: try top.required("source").text())
    }

    private static func dose(_ place: YAMLPlace?) throws(PresetProblem) -> Dose? {
        guard let place else { return nil }
        return Dose(try place.required("amount").number(0.001...10_000), try place.required("unit").word())
    }

    /// Days after the first session's date: 0, then rising, all within the weeks.
    private static func days(_ place: YAMLPlace, weeks: Int) throws(PresetProblem) -> [Int] {
        var days: [Int] = []
        for item in try place.list() {
            let day = try item.whole(0...(weeks * 7 - 1))
            guard day > days.last ?? -1, !days.isEmpty || day == 0 else {
                throw item.wrong("a day after the one before it, the first being 0")
            }
            days.append(day)
        }
        guard !days.isEmpty else { throw place.wrong("a list of days") }
        return days
    }
}

/// The name by which a preset is asked for.
package enum PresetName {
    /// The file's name without its folders and its ending: `box` of `seeds/programmes/box.yaml`.
    package static func stem(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        for ending in [".yaml", ".yml"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}
