// What ships with the program: themes, protocols and programmes, each read when it is first asked for.

import CareDomain
import CellCanvas

/// A file that ships and does not read is left out of a list and is nil by its name; a test reads every one
/// of them. A person's own files of the same formats go through `ThemeReader`, `ProtocolReader` and
/// `ProgrammeReader`.
package enum Shipped {
    // MARK: Themes

    /// By name: dawn, dusk, terminal.
    package static let themes: [Theme] = schemes.map(\.theme)

    /// The same with their titles and palettes.
    package static let schemes: [ColourScheme] = EmbeddedFile.below("Themes").compactMap {
        try? ColourScheme(text: $0.text, file: $0.path)
    }

    /// - Parameter paper: true paints the theme's own background, false lets the terminal's show; nil as the
    ///   theme says.
    package static func theme(named name: String, paper: Bool? = nil) -> Theme? {
        EmbeddedFile.named(name, below: "Themes").flatMap {
            try? ThemeReader.theme(in: $0.text, file: $0.path, paper: paper)
        }
    }

    // MARK: Protocols

    /// By name.
    package static let protocols: [CourseProtocol] = EmbeddedFile.below("seeds/protocols").compactMap {
        try? ProtocolReader.courseProtocol(in: $0.text, file: $0.path)
    }

    package static func courseProtocol(named name: String) -> CourseProtocol? {
        EmbeddedFile.named(name, below: "seeds/protocols").flatMap {
            try? ProtocolReader.courseProtocol(in: $0.text, file: $0.path)
        }
    }

    // MARK: Programmes

    /// By family, then in the order in which a person would meet them.
    package static let programmes: [RelaxationProgramme] = ProgrammeShelf().programmes

    package static func programme(named name: String) -> RelaxationProgramme? {
        programmes.first { $0.name == name }
    }

    // MARK: Made-up people

    /// Plants the cohort of seeds/demo.
    package static func cohortPlanter() throws(PresetProblem) -> CohortPlanter {
        let file = "seeds/demo/cohort.yaml"
        guard let embedded = EmbeddedFile.named("cohort", below: "seeds/demo") else {
            throw PresetProblem(file: file, what: .missing(key: "the file"))
        }
        return CohortPlanter(cohort: try CohortReader.cohort(in: embedded.text, file: file))
    }
}

extension EmbeddedFile {
    /// The files right below a folder, by path.
    package static func below(_ folder: String) -> [EmbeddedFile] {
        all.filter { $0.path.hasPrefix(folder + "/") && !$0.path.dropFirst(folder.count + 1).contains("/") }
    }

    package static func named(_ name: String, below folder: String) -> EmbeddedFile? {
        all.first { $0.path == "\(folder)/\(name).yaml" }
    }
}
