// Finds programs as a shell does.

import Glibc

enum SearchPath {
    /// - Parameters:
    ///   - name: or a path.
    ///   - searchPath: the folders to look in, as PATH has them.
    /// - Returns: nil where there is none that can be run.
    static func program(named name: String, in searchPath: String) -> String? {
        if name.contains("/") { return unsafe access(name, X_OK) == 0 ? name : nil }
        // A relative folder is no place to run a program from.
        return searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { unsafe access($0, X_OK) == 0 }
    }
}
