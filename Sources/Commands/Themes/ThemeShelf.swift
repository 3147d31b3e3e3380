// The themes at hand: those that ship, and over them by name the files that people have put into a folder.

import CellCanvas
import JournalStore
import Presets

/// Themes by name or by path. Folders are only listed until a theme is asked for, since people drop hundreds
/// of files into one.
package struct ThemeShelf {
    package struct Entry: Equatable, Sendable {
        package var name: String
        /// The file; nil for a theme that ships.
        package var path: String?
    }

    private let environment: CommandEnvironment

    package init(_ environment: CommandEnvironment) { self.environment = environment }

    /// By name. What a person has hides what the machine's owner has put there, and that what ships.
    package var entries: [Entry] {
        var found: [String: Entry] = [:]
        for scheme in EmbeddedFile.below("Themes") {
            let name = PresetName.stem(of: scheme.path)
            found[name] = Entry(name: name, path: nil)
        }
        for folder in folders.reversed() {
            for file in yamlNames(in: folder) {
                let name = PresetName.stem(of: file)
                found[name] = Entry(name: name, path: "\(folder)/\(file)")
            }
        }
        return found.values.sorted { $0.name < $1.name }
    }

    package func scheme(_ entry: Entry) throws(ThemeProblem) -> ColourScheme {
        if let path = entry.path { return try scheme(at: path) }
        guard let file = EmbeddedFile.named(entry.name, below: "Themes") else { throw .unknown(entry.name) }
        do throws(PresetProblem) {
            return try ColourScheme(text: file.text, file: file.path)
        } catch {
            throw .damaged(error)
        }
    }

    /// What a person names: a theme by its name, or a file by its path.
    package func scheme(named wanted: String) throws(ThemeProblem) -> ColourScheme {
        try scheme(entry(named: wanted))
    }

    /// The theme itself. One that ships paints its own paper, so that it reads on every terminal; a file says
    /// for itself.
    /// - Parameter background: the terminal's, which may then show through; nil where it is not known.
    package func theme(named wanted: String, on background: RGB? = nil) throws(ThemeProblem) -> Theme {
        let entry = try entry(named: wanted)
        let scheme = try scheme(entry)
        return entry.path == nil ? scheme.theme(on: background) : scheme.theme
    }

    private func entry(named wanted: String) throws(ThemeProblem) -> Entry {
        let atPath = Entry(name: PresetName.stem(of: wanted), path: wanted)
        if wanted.contains("/") { return atPath }
        if let own = folders.lazy.compactMap({ ownPath(wanted, in: $0) }).first {
            return Entry(name: wanted, path: own)
        }
        if EmbeddedFile.named(wanted, below: "Themes") != nil { return Entry(name: wanted, path: nil) }
        guard wanted.hasSuffix(".yaml") || wanted.hasSuffix(".yml") else { throw .unknown(wanted) }
        return atPath
    }

    // MARK: Files

    /// Where themes are looked for, first found first.
    private var folders: [String] {
        let shared = environment.variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share"
        let data = shared.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/lull" }
        return ([Folders(environment).config] + data).map { $0 + "/themes" }
    }

    private func yamlNames(in folder: String) -> [String] {
        guard let opened = try? environment.files.openFolder(folder, in: nil) else { return [] }
        defer { environment.files.close(opened) }
        let names = (try? environment.files.list(opened)) ?? []
        return names.filter { name in
            !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        }.sorted()
    }

    private func ownPath(_ name: String, in folder: String) -> String? {
        guard !name.hasPrefix(".") else { return nil }
        return [".yaml", ".yml"].map { "\(folder)/\(name)\($0)" }.first { path in
            (try? environment.files.status(of: path, in: nil)) != nil
        }
    }

    private func scheme(at path: String) throws(ThemeProblem) -> ColourScheme {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try environment.files.contents(
                of: path, in: nil, for: .readingThroughLinks, limit: Self.largestFile)
        } catch {
            throw .unreadable(path: path, why: environment.files.text(errno: error.errno))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: path, why: "it is not UTF-8 text")
        }
        do throws(PresetProblem) {
            return try ColourScheme(text: text, file: path)
        } catch {
            throw .damaged(error)
        }
    }

    /// A little more than is ever taken, so that what is larger is told from what is cut off.
    private static let largestFile = 1 << 20
}

/// Why there is no such theme.
package enum ThemeProblem: Error, Equatable, Sendable {
    case unknown(String)
    case unreadable(path: String, why: String)
    case damaged(PresetProblem)

    package var sentence: String {
        switch self {
        case .unknown(let name): "there is no theme \(quoted(name)); 'lull theme list' names those there are"
        case .unreadable(let path, let why): "\(path): \(why)"
        case .damaged(let problem): problem.description
        }
    }

    var failure: Failure {
        switch self {
        case .unknown, .unreadable: Failure(.notFound, sentence)
        case .damaged: .badData(sentence)
        }
    }
}
