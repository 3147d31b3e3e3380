// The folders of a demonstration: made for it alone, and gone with it.

import Glibc

final class TemporaryFolders {
    private static let name = "lull-demo-"

    private var made: [String] = []

    /// Readable by this user alone; nil where none can be made.
    func make() -> String? {
        let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
        var template = Array(((base.hasPrefix("/") ? base : "/tmp") + "/\(Self.name)XXXXXX").utf8CString)
        guard let pointer = unsafe mkdtemp(&template) else { return nil }
        let path = unsafe String(cString: pointer)
        made.append(path)
        return path
    }

    /// Removes what `make` made, and nothing else. Links in it are removed, never followed.
    func removeAll() {
        for path in made { Self.removeTree(path) }
        made = []
    }

    private static func removeTree(_ path: String) {
        guard let folder = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(folder) {
            let child = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard child != ".", child != ".." else { continue }
            let whole = path + "/" + child
            if unsafe unlink(whole) != 0 { removeTree(whole) }
        }
        unsafe closedir(folder)
        unsafe rmdir(path)
    }
}
