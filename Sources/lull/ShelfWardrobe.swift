// The themes of this machine as the dashboard chooses from them.

import CellCanvas
import Commands
import Dashboard
import DashboardRuntime

struct ShelfWardrobe: Wardrobe {
    let shelf: ThemeShelf
    let kept: KeptTheme
    let keptColumns: KeptColumns
    /// What the dashboard began with, and goes back to as it was.
    let start: StartingTheme

    func choices() -> [ThemeChoice] {
        shelf.entries.map { ThemeChoice(name: $0.name, isOwn: $0.path != nil) }
    }

    func theme(named name: String) -> Result<Theme, ThemeRefusal> {
        if name == start.name { return .success(start.theme) }
        do throws(ThemeProblem) {
            return .success(try shelf.theme(named: name))
        } catch {
            return .failure(ThemeRefusal(sentence: error.sentence))
        }
    }

    func keepColumns(_ names: [String]) -> ThemeRefusal? {
        keptColumns.keep(names).map { ThemeRefusal(sentence: "The columns are not kept: \($0).") }
    }

    func keep(_ name: String) -> ThemeRefusal? {
        kept.keep(name).map { ThemeRefusal(sentence: "The theme is not kept: \($0).") }
    }
}
