// What was chosen on the screen and is remembered for the next start: files of one line in the state folder.

import CareDomain
import CellCanvas
import JournalStore

/// The theme that was kept on the screen of themes.
package struct KeptTheme {
    private let line: KeptLine

    package init(_ environment: CommandEnvironment) { line = KeptLine("theme", environment) }

    /// Nil where none was kept, or what stands there is no name.
    package var name: String? { line.text }

    /// Keeps a name in place of the one before.
    /// - Returns: why it could not be kept, in a sentence; nil where it is.
    package func keep(_ name: String) -> String? { line.keep(name) }
}

/// The columns of the cohort's table.
package struct KeptColumns {
    private let line: KeptLine

    package init(_ environment: CommandEnvironment) { line = KeptLine("cohort-columns", environment) }

    /// Nil where none were kept.
    package var names: [String]? { line.text.map { $0.split(separator: ",").map(String.init) } }

    /// Keeps names in place of those before.
    /// - Returns: why they could not be kept, in a sentence; nil where they are.
    package func keep(_ names: [String]) -> String? { line.keep(names.joined(separator: ",")) }
}

/// Readable by this user alone, as everything in the folder is.
private struct KeptLine {
    private let files: any FileSystem
    private let folder: String
    private let file: String

    init(_ file: String, _ environment: CommandEnvironment) {
        self.file = file
        files = environment.files
        folder = environment.stateFolder
    }

    var text: String? {
        guard let bytes = try? files.contents(of: "\(folder)/\(file)", in: nil, limit: 4096),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        return line.isEmpty || line.utf8.count > 1024 || CleanText(String(line)).string != line
            ? nil : String(line)
    }

    func keep(_ text: String) -> String? {
        do throws(FileProblem) {
            try files.ensureFolders(folder, synced: false)
            let opened = try files.openFolder(folder, in: nil)
            defer { files.close(opened) }
            let fresh = file + ".new"
            try? files.remove(fresh, in: opened)
            let descriptor = try files.openFile(fresh, in: opened, for: .creating)
            defer { files.close(descriptor) }
            var written = 0
            try files.writeAll(
                Array((text + "\n").utf8), to: descriptor, path: "\(folder)/\(fresh)", written: &written)
            try files.rename(fresh, to: file, in: opened)
            return nil
        } catch {
            return "cannot write \(folder)/\(file): \(files.text(errno: error.errno))"
        }
    }
}
