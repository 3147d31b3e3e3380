// How far the journals of a store were read, a folder at a time: one of ten thousand is looked up as soon as
// one of two.

/// Journals by their paths in the store, `people/okafor-n/ada-laptop-7f3a.jsonl`.
struct JournalCursors {
    /// By the folder's path with a slash at its end, and by the journal's name in it.
    private var folders: [String: [String: JournalCursor]] = [:]

    subscript(path: String) -> JournalCursor? {
        let (folder, name) = Self.parts(of: path)
        return folders[folder]?[name]
    }

    /// - Parameter folder: with a slash at its end.
    subscript(folder: String, name: String) -> JournalCursor? {
        get { folders[folder]?[name] }
        set { folders[folder, default: [:]][name] = newValue }
    }

    /// The names of a folder's journals, in no order.
    func names(in folder: String) -> [String] { folders[folder].map { Array($0.keys) } ?? [] }

    /// Takes a journal out, so that it can change without its records being copied.
    mutating func take(_ folder: String, _ name: String) -> JournalCursor? {
        folders[folder]?.removeValue(forKey: name)
    }

    /// Lets go of a folder.
    mutating func forget(_ folder: String) { folders[folder] = nil }

    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }
}
