// A whole file of a person's own, beside the store: written at once, and nothing lost by it.

extension FileSystem {
    /// Writes a file that only its owner can read.
    /// - Parameter replacing: false where a file of that name stays as it is, which is then an error.
    /// - Throws: the call that failed, `fileExists` among them; what was begun is taken away again.
    package func writeFile(_ bytes: [UInt8], at path: String, replacing: Bool) throws(FileProblem) {
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = try openFolder(parent, in: nil)
        defer { close(folder) }
        if name.isEmpty || (try? status(of: name, in: folder).kind) == .folder {
            throw FileProblem(.open, path, errno: ErrorNumber.isAFolder)
        }
        guard replacing else { return try create(name, bytes, in: folder) }
        // The old file stays whole until the new one is: a link is replaced, never followed.
        let made = ".\(name).new"
        try? remove(made, in: folder)
        try create(made, bytes, in: folder)
        do throws(FileProblem) { try rename(made, to: name, in: folder) } catch {
            try? remove(made, in: folder)
            throw error
        }
    }

    private func create(_ name: String, _ bytes: [UInt8], in folder: Descriptor) throws(FileProblem) {
        let file = try openFile(name, in: folder, for: .creating)
        defer { close(file) }
        do throws(FileProblem) {
            var written = 0
            try writeAll(bytes, to: file, path: name, written: &written)
            try syncData(file)
        } catch {
            try? remove(name, in: folder)
            throw error
        }
    }
}
