// The relaxation programmes at hand: those that ship, and a person's own over them.

import CareDomain

package struct ProgrammeShelf {
    private var entries: [String: ProgrammeReader.Entry] = [:]

    /// With the programmes that ship.
    package init() {
        for file in EmbeddedFile.below("seeds/programmes") {
            guard let entry = try? ProgrammeReader.entry(in: file.text, file: file.path) else { continue }
            entries[entry.programme.name] = entry
        }
    }

    /// Puts a file in the place of the programme that has its name.
    /// - Parameter file: the path as messages name it.
    package mutating func add(_ text: String, file: String) throws(PresetProblem) {
        let entry = try ProgrammeReader.entry(in: text, file: file)
        entries[entry.programme.name] = entry
    }

    /// By family, then in the order in which a person would meet them.
    package var programmes: [RelaxationProgramme] { ProgrammeReader.inOrder(Array(entries.values)) }

    /// A programme by its name, or a breath of one's own by its ratio, `4-2-6-0`.
    package func programme(named name: String) -> RelaxationProgramme? {
        entries[name]?.programme ?? OwnRatio(name)?.programme
    }
}
