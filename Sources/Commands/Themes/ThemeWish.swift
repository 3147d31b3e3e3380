// Which theme a dashboard begins with: what was said for this run, else for every run, else what was kept.

import CellCanvas
import JournalStore
import Presets

/// A theme by its name or file, or one for each kind of background.
package enum ThemeWish: Equatable, Sendable {
    case named(String)
    case pair(dark: String, light: String)

    /// What the configuration asks for: one theme, or one for each kind of background.
    init?(_ themes: Configuration.Themes) {
        switch (themes.dark, themes.light) {
        case (let dark?, let light?) where dark != light: self = .pair(dark: dark, light: light)
        case (let name?, _), (nil, let name?): self = .named(name)
        case (nil, nil): return nil
        }
    }

    /// What nobody has chosen otherwise.
    package static let standard = ThemeWish.pair(dark: "dusk", light: "dawn")
}

extension DashboardRequest {
    /// The first place that names a theme: the command line, the configuration, what was kept on an earlier
    /// screen.
    package func themeWish(kept: String?) -> ThemeWish {
        if let theme { return .named(theme) }
        return configuredTheme ?? kept.map { ThemeWish.named($0) } ?? .standard
    }
}

/// The theme that a dashboard begins with, whatever is wrong with the one that was asked for.
package struct StartingTheme {
    package let name: String
    package let theme: Theme
    /// Why it is not the one that was asked for, in a sentence; nil where it is.
    package let warning: String?

    /// - Parameter background: the terminal's; nil where it is not known, and then a dark theme is drawn on
    ///   its own paper.
    package init(_ wish: ThemeWish, from shelf: ThemeShelf, background: RGB?) {
        var (found, problem): ((name: String, theme: Theme)?, ThemeProblem?) = (nil, nil)
        do throws(ThemeProblem) {
            found = try Self.theme(wish, shelf, background)
        } catch {
            problem = error
            found = try? Self.theme(.standard, shelf, background)
        }
        name = found?.name ?? Theme.terminal.name
        theme = found?.theme ?? .terminal
        warning = problem?.sentence
    }

    private static func theme(
        _ wish: ThemeWish, _ shelf: ThemeShelf, _ background: RGB?
    ) throws(ThemeProblem) -> (name: String, theme: Theme) {
        switch wish {
        case .named(let name): return (name, try shelf.theme(named: name))
        case .pair(let dark, let light):
            let isLight = background.map {
                $0.contrast(with: RGB(0, 0, 0)) > $0.contrast(with: RGB(255, 255, 255))
            }
            let name = isLight == true ? light : dark
            return (name, try shelf.theme(named: name, on: background))
        }
    }
}
