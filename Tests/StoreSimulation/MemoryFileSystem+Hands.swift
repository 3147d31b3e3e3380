// What a person, an editor or a synchroniser does to files behind the program's back.

import JournalStore

extension MemoryFileSystem {
    /// The bytes of a file; nil where there is none.
    package func bytes(_ path: String) -> [UInt8]? {
        guard let inode = try? find(path, in: nil, .open, following: true),
            case .file(let bytes, _) = nodes[inode]
        else { return nil }
        return bytes
    }

    package func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    /// The names in a folder, in order; none where there is no such folder.
    package func names(_ path: String) -> [String] {
        guard let inode = try? find(path, in: nil, .open, following: true),
            case .folder(let names, _) = nodes[inode]
        else { return [] }
        return names.keys.sorted()
    }

    /// Gives a file other bytes: in place where it is there, with the folders above it where it is not.
    package func put(_ bytes: [UInt8], at path: String) {
        if let inode = try? find(path, in: nil, .open, following: true) {
            nodes[inode] = .file(bytes: bytes, synced: bytes)
            disk.touch(inode)
        } else {
            place(.file(bytes: bytes, synced: bytes), at: path)
        }
    }

    package func put(_ text: String, at path: String) { put(Array(text.utf8), at: path) }

    /// Puts another file in the place of one, as a synchroniser does.
    package func replace(_ path: String, with bytes: [UInt8]) {
        remove(path)
        place(.file(bytes: bytes, synced: bytes), at: path)
    }

    /// Puts a node in place, with the folders above it, as if it had always been there.
    package func place(_ node: Node, at path: String) {
        let parts = path.split(separator: "/")
        var parent: UInt64 = 1
        for (index, part) in parts.enumerated() {
            guard case .folder(var names, var synced) = nodes[parent] else { return }
            if let next = names[String(part)], index < parts.count - 1 {
                parent = next
                continue
            }
            let inode = disk.nextInode
            disk.nextInode += 1
            nodes[inode] = index == parts.count - 1 ? node : .folder(names: [:], synced: [:])
            names[String(part)] = inode
            synced[String(part)] = inode
            nodes[parent] = .folder(names: names, synced: synced)
            parent = inode
        }
    }

    /// Takes a name away.
    package func remove(_ path: String) {
        let parts = path.split(separator: "/")
        guard let name = parts.last,
            let parent = try? find(parts.dropLast().joined(separator: "/"), in: nil, .open, following: true),
            case .folder(var names, var synced) = nodes[parent]
        else { return }
        names[String(name)] = nil
        synced[String(name)] = nil
        nodes[parent] = .folder(names: names, synced: synced)
    }

    /// Gives a file a second name.
    package func linkHard(_ path: String, to newPath: String) {
        guard let inode = try? find(path, in: nil, .open, following: true) else { return }
        let parts = newPath.split(separator: "/")
        guard let name = parts.last,
            let parent = try? find(parts.dropLast().joined(separator: "/"), in: nil, .open, following: true),
            case .folder(var names, let synced) = nodes[parent]
        else { return }
        names[String(name)] = inode
        nodes[parent] = .folder(names: names, synced: synced)
    }
}
