// Reads what is known of the doses of a route.

import CareDomain

package enum DoseRouteReader {
    /// - Parameters:
    ///   - text: YAML with `title`, `ranges` and, where readings are laid down, `watch`.
    ///   - file: the file's name; without its folder and ending it is the route.
    package static func route(in text: String, file: String) throws(PresetProblem) -> DoseRoute {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: ["title", "ranges", "watch"])
        let name = PresetName.stem(of: file)
        guard let route = Route(rawValue: name) else {
            let known = Route.allCases.map(\.rawValue).joined(separator: ", ")
            throw PresetProblem(
                file: file, line: 1, what: .refused("the file's name must be one of \(known)"))
        }
        var ranges: [DoseRoute.Range] = []
        for range in try top.required("ranges").list() {
            try range.refuseOthers(than: ["unit", "from", "to", "source", "unconfirmed"])
            let from = try range.required("from").number(0.001...10_000)
            ranges.append(
                DoseRoute.Range(
                    unit: try range.required("unit").word(),
                    amounts: from...(try range.required("to").number(from...10_000)),
                    source: try range.required("source").text(),
                    isUnconfirmed: try range.optional("unconfirmed")?.flag() ?? false))
        }
        return DoseRoute(
            route: route, title: try top.required("title").text(), ranges: ranges,
            watch: try top.optional("watch").map(watch))
    }

    private static func watch(_ place: YAMLPlace) throws(PresetProblem) -> DoseRoute.Watch {
        try place.refuseOthers(than: ["minutes", "again", "stay", "source"])
        var minutes: [Int] = []
        for item in try place.required("minutes").list() {
            minutes.append(try item.whole((minutes.last.map { $0 + 1 } ?? 0)...1440))
        }
        return DoseRoute.Watch(
            minutes: minutes, again: try place.optional("again")?.whole(1...1440),
            stay: try place.optional("stay")?.whole(1...1440), source: try place.required("source").text())
    }
}
