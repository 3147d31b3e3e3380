// The files that a person or a clinic has put beside the configuration: read, and none of them trusted.

import CareDomain
import JournalStore

struct OwnFile {
    /// The whole path, as messages name it.
    let path: String
    let text: String
}

extension Invocation {
    /// The YAML files right in a folder beside the configuration, by name; none where there is no such
    /// folder. A file that cannot be read is named, and the rest goes on.
    /// - Parameter folder: `instruments`.
    func ownFiles(_ folder: String) -> [OwnFile] {
        let path = folders.config + "/" + folder
        return yamlNames(in: path).compactMap { name in
            do throws(Unreadable) {
                return OwnFile(path: "\(path)/\(name)", text: try text(of: "\(path)/\(name)"))
            } catch {
                note("\(path)/\(name): \(error.why); it was left out")
                return nil
            }
        }
    }

    private func yamlNames(in path: String) -> [String] {
        do throws(FileProblem) {
            let folder = try environment.files.openFolder(path, in: nil)
            defer { environment.files.close(folder) }
            return try environment.files.list(folder).filter { name in
                !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
            }.sorted()
        } catch {
            if ![ErrorNumber.noSuchFile, ErrorNumber.notAFolder].contains(error.errno) {
                note("cannot read \(path): \(environment.files.text(errno: error.errno))")
            }
            return []
        }
    }

    private struct Unreadable: Error { let why: String }

    private func text(of path: String) throws(Unreadable) -> String {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try environment.files.contents(
                of: path, in: nil, for: .readingThroughLinks, limit: Self.ownFileLimit)
        } catch {
            throw Unreadable(why: environment.files.text(errno: error.errno))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Unreadable(why: "it is not UTF-8 text")
        }
        return text
    }

    /// A little more than is ever taken, so that what is larger is told from what is cut off.
    private static let ownFileLimit = 1 << 20
}
