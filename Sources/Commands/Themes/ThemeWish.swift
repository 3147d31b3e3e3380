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

/// The theme that was kept on the screen of themes: a file of one line in the state folder.
package struct KeptTheme {
    private let files: any FileSystem
    private let folder: String
    private static let file = "theme"

    package init(_ environment: CommandEnvironment) {
        files = environment.files
        folder = environment.stateFolder
    }

    /// Nil where none was kept, or what stands there is no name.
    package var name: String? {
        guard let bytes = try? files.contents(of: "\(folder)/\(Self.file)", in: nil, limit: 4096),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        return line.isEmpty || line.utf8.count > 1024 || CleanText(String(line)).string != line
            ? nil : String(line)
    }

    /// Keeps a name in place of the one before. Readable by this user alone, as everything in the folder is.
    /// - Returns: why it could not be kept, in a sentence; nil where it is.
    package func keep(_ name: String) -> String? {
        do throws(FileProblem) {
            try files.ensureFolders(folder, synced: false)
            let opened = try files.openFolder(folder, in: nil)
            defer { files.close(opened) }
            let fresh = Self.file + ".new"
            try? files.remove(fresh, in: opened)
            let file = try files.openFile(fresh, in: opened, for: .creating)
            defer { files.close(file) }
            var written = 0
            try files.writeAll(
                Array((name + "\n").utf8), to: file, path: "\(folder)/\(fresh)", written: &written)
            try files.rename(fresh, to: Self.file, in: opened)
            return nil
        } catch {
            return "cannot write \(folder)/\(Self.file): \(files.text(errno: error.errno))"
        }
    }
}
