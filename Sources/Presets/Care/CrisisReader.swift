// Reads what a country offers to people in a crisis.

import CareDomain

package enum CrisisReader {
    /// - Parameter text: YAML with `country`, `zones`, `emergency`, and `lines` where one is known.
    package static func place(in text: String, file: String) throws(PresetProblem) -> CrisisPlace {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: ["country", "zones", "emergency", "emergencySource", "lines"])
        let zones = try top.required("zones")
        var names: [String] = []
        for zone in try zones.list() {
            guard let name = zone.scalar, Zone.isName(name) else { throw zone.wrong("the name of a zone") }
            names.append(name)
        }
        var lines: [CrisisLine] = []
        for line in try top.optional("lines")?.list() ?? [] { lines.append(try self.line(line)) }
        let emergency = try top.optional("emergency")?.phone()
        // Nobody reads it but whoever checks the number; it must be there all the same.
        if emergency != nil { _ = try top.required("emergencySource").text() }
        return CrisisPlace(
            country: try top.required("country").text(), zones: names,
            emergency: emergency, lines: lines)
    }

    private static func line(_ place: YAMLPlace) throws(PresetProblem) -> CrisisLine {
        try place.refuseOthers(than: ["name", "phone", "hours", "source", "checked"])
        var hours: OpeningHours?
        if let written = place.optional("hours") {
            guard let read = OpeningHours(try written.text()) else {
                throw written.wrong("hours such as always or Mon-Fri 9:00-17:00")
            }
            hours = read
        }
        var checked: CivilDate?
        if let written = place.optional("checked") {
            guard let date = CivilDate(written.scalar ?? "") else { throw written.wrong("a date or null") }
            checked = date
        }
        return CrisisLine(
            name: try place.required("name").text(), phone: try place.required("phone").phone(),
            hours: hours, source: try place.required("source").text(), checked: checked)
    }
}

extension YAMLPlace {
    /// Digits with spaces or hyphens between them; quoted in the file, where a zero in front matters.
    fileprivate func phone() throws(PresetProblem) -> String {
        guard let text = scalar, (2...24).contains(text.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x20, 0x2B, 0x2D].contains($0) })
        else { throw wrong("a telephone number") }
        return text
    }
}
