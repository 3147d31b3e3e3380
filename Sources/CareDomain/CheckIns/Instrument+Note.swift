// What a questionnaire is, in words with its sources.

extension FigureNote {
    /// What a questionnaire is that a screen shows.
    package init(of instrument: Instrument) {
        var parts: [String] = []
        if let range = instrument.totalRange {
            let better = instrument.better == .lower ? "lower" : "higher"
            parts.append(
                "\(NumberWords.count(instrument.items.count, "item")); the total goes from "
                    + "\(range.lowerBound) to \(range.upperBound), and \(better) is better.")
        }
        if let recall = instrument.recallWords { parts.append("It \(recall).") }
        let doubt = instrument.provenance.unconfirmed.contains("bands") ? " (not confirmed)" : ""
        let bands = instrument.bands.map { "\($0.word) from \($0.range.lowerBound)" }
        parts.append(
            bands.isEmpty
                ? "No bands are published for it." : "Bands\(doubt): \(bands.joined(separator: ", ")).")
        parts += [instrument.changeNote, instrument.monitoringWords].compactMap { $0 }
        parts.append("Its wording is not part of Lull; the form: \(instrument.form).")
        var seen: Set<String> = []
        let sources = instrument.provenance.sources.sorted { $0.key < $1.key }.map(\.value)
            .filter { seen.insert($0).inserted }
        self.init(
            instrument.name, "\(instrument.title), \(instrument.about)", parts.joined(separator: " "),
            sources.isEmpty ? "our own count" : sources.joined(separator: "; "))
    }
}
