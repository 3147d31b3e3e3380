// The relaxation programmes that lie beside a person's configuration, put over those that ship.

import Presets

extension Invocation {
    /// What is wrong with a file is said in a sentence, and the rest goes on.
    func programmeShelf() -> ProgrammeShelf {
        var shelf = ProgrammeShelf()
        for file in ownFiles("programmes") {
            do throws(PresetProblem) { try shelf.add(file.text, file: file.path) } catch {
                note("\(error); it was left out")
            }
        }
        return shelf
    }
}
