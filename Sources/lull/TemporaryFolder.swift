// The folder of a demonstration: made for it alone, and gone with it.

import Glibc

enum TemporaryFolder {
    private static let name = "lull-demo-"

    /// Readable by this user alone; nil where none can be made.
    static func make() -> String? {
        let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
        var template = Array(((base.hasPrefix("/") ? base : "/tmp") + "/\(name)XXXXXX").utf8CString)
        guard let made = unsafe mkdtemp(&template) else { return nil }
        return unsafe String(cString: made)
    }

    /// Removes a folder that `make` made, and nothing else. Links in it are removed, never followed.
    static func remove(_ path: String) {
        guard path.split(separator: "/").last?.hasPrefix(name) == true else { return }
        removeTree(path)
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
