// Reads a clinic's own wording of a questionnaire: the text of each item and the labels of its answers.

import CareDomain

package enum WordingReader {
    /// - Parameters:
    ///   - text: YAML with `source`, `items`, and where wanted `intro` and `answers`.
    ///   - instrument: whose items it words; there must be as many, with as many labels as answers.
    package static func wording(
        in text: String, file: String, of instrument: Instrument
    ) throws(PresetProblem) -> Wording {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: ["source", "intro", "answers", "items"])
        let usual = top.optional("answers")
        let place = try top.required("items")
        let list = try place.list()
        guard list.count == instrument.items.count else {
            throw place.wrong(
                "a list of \(instrument.items.count) items, as many as \(instrument.title) has")
        }
        var items: [Wording.Item] = []
        for (item, numbers) in zip(list, instrument.items) {
            items.append(try self.item(item, numbers, usual: usual))
        }
        return Wording(
            instrument: instrument.name, intro: try top.optional("intro")?.text(), items: items,
            source: try top.required("source").text())
    }

    private static func item(
        _ place: YAMLPlace, _ numbers: Instrument.Item, usual: YAMLPlace?
    ) throws(PresetProblem) -> Wording.Item {
        if place.scalar != nil {
            return Wording.Item(text: try place.text(), answers: try labels(usual, numbers))
        }
        try place.refuseOthers(than: ["text", "answers"])
        return Wording.Item(
            text: try place.required("text").text(),
            answers: try labels(place.optional("answers") ?? usual, numbers))
    }

    private static func labels(
        _ place: YAMLPlace?, _ numbers: Instrument.Item
    ) throws(PresetProblem) -> [String] {
        // A clock time or a length has no labels, whatever the other items have.
        guard let place, numbers.unit == .points else { return [] }
        let labels = try place.words()
        guard labels.count == numbers.answers.count else {
            throw place.wrong(
                "\(numbers.answers.count) labels, one for each answer from \(numbers.answers.lowerBound) "
                    + "to \(numbers.answers.upperBound)")
        }
        return labels
    }
}
