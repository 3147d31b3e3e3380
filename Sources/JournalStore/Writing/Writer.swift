// The writer: whose journals this process appends to, remembered outside the store.

import CareDomain
import PlainJSON

/// How the name of the journals is found.
package enum WriterName: Equatable, Sendable {
    /// A name of its own, for made-up data.
    case fixed(String)
    /// User and host with four random digits, kept below `stateFolder` (`$XDG_STATE_HOME/lull`).
    case kept(user: String, host: String, stateFolder: String)
}

struct Writer {
    private let source: WriterName
    private var name: String?
    /// The last number written to each journal, by the folder's path in the store.
    private var sequences: [String: Int] = [:]
    /// The time in the newest id that was made, milliseconds since 1970.
    private(set) var newestMilliseconds: Int64 = 0

    init(_ source: WriterName) { self.source = source }

    /// Where a store's writer is remembered, by the store's path: a store that was copied or moved gets a new
    /// writer.
    private struct Memory {
        var folder: String
        var name: String
        var path: String { folder + "/" + name }
    }

    private func memory(of store: Store) -> Memory? {
        guard case .kept(_, _, let stateFolder) = source else { return nil }
        var hash = FNVHash()
        hash.add(Array(store.path.utf8))
        return Memory(folder: stateFolder + "/writers", name: String(hash.value, radix: 16) + ".json")
    }

    /// The writer's name, remembered or new.
    mutating func name(
        in store: Store, digits: UInt16
    ) throws(StoreProblem) -> String {
        if let name { return name }
        guard case .kept = source, let memory = memory(of: store) else {
            let fixed = if case .fixed(let name) = source { Self.safe(name, limit: 64) } else { "lull" }
            name = fixed
            return fixed
        }
        let bytes = try? store.files.contents(of: memory.path, in: nil, limit: 1 << 24)
        if let bytes, let known = Self.recall(bytes, store) {
            (name, sequences, newestMilliseconds) = (known.name, known.sequences, known.newest)
            return known.name
        }
        return try renew(in: store, digits: digits)
    }

    /// Takes a new name, so that journals which another copy of the store went on with are never written to
    /// again.
    mutating func renew(in store: Store, digits: UInt16) throws(StoreProblem) -> String {
        sequences = [:]
        guard case .kept(let user, let host, _) = source else { return try name(in: store, digits: digits) }
        let text = String(digits, radix: 16)
        let suffix = String(repeating: "0", count: 4 - text.count) + text
        let new = Self.safe(user, limit: 24) + "-" + Self.safe(host, limit: 24) + "-" + suffix
        name = new
        try save(in: store, changed: nil)
        return new
    }

    /// The last number that is known to be written to the journal in a folder; 0 where none is.
    func lastSequence(in folder: String) -> Int { sequences[folder] ?? 0 }

    /// The last numbers that are known to be written, by the folder's path in the store, where they and the
    /// writer's name are kept.
    func kept(in store: Store) -> (name: String, sequences: [String: Int])? {
        guard let memory = memory(of: store),
            let bytes = try? store.files.contents(of: memory.path, in: nil, limit: 1 << 24)
        else { return nil }
        return Self.recall(bytes, store).map { ($0.name, $0.sequences) }
    }

    mutating func remember(
        _ sequence: Int, newest: Int64?, in folder: String, of store: Store
    ) throws(StoreProblem) {
        sequences[folder] = sequence
        newestMilliseconds = max(newestMilliseconds, newest ?? 0)
        if case .kept = source { try save(in: store, changed: folder) }
    }

    private struct Recalled {
        var name: String
        var sequences: [String: Int] = [:]
        var newest: Int64
    }

    private static func recall(_ bytes: [UInt8], _ store: Store) -> Recalled? {
        guard let value = try? JSONReader.value(bytes), value["store"]?.string == store.path,
            value["id"]?.string == store.id, let name = value["writer"]?.string,
            safe(name, limit: 64) == name,
            let pairs = value["journals"]?.object?.pairs
        else { return nil }
        var recalled = Recalled(name: name, newest: Int64(value["newest"]?.int ?? 0))
        for pair in pairs { recalled.sequences[pair.key] = pair.value.int }
        return recalled
    }

    /// Writes what is known, over what other processes of this user have written meanwhile.
    /// - Parameter changed: the folder whose number is newer here; nil for a new name.
    private mutating func save(in store: Store, changed: String?) throws(StoreProblem) {
        guard let memory = memory(of: store), let name else { return }
        let files = store.files
        do {
            try files.ensureFolders(memory.folder)
            let folder = OpenFolder(try files.openFolder(memory.folder, in: nil), files)
            let file = try files.openFile(memory.name, in: folder.descriptor, for: .appending)
            defer { files.close(file) }
            try store.lock(file, path: memory.path)
            if let changed, let other = Self.recall(try files.contents(of: file, limit: 1 << 24), store),
                other.name == name
            {
                for (folder, sequence) in other.sequences where folder != changed {
                    sequences[folder] = sequence
                }
                newestMilliseconds = max(newestMilliseconds, other.newest)
            }
            var journals = JSONObject()
            for (folder, sequence) in sequences.sorted(by: { $0.key < $1.key }) {
                journals.add(folder, JSONValue.integer(Int64(sequence)))
            }
            let text: JSONObject = [
                "store": .string(store.path), "id": .string(store.id), "writer": .string(name),
                "newest": .integer(newestMilliseconds), "journals": .object(journals),
            ]
            // Cut short by a crash, it is not recalled, and the next writer gets a new name: no harm is done.
            try files.truncate(file, to: 0)
            var written = 0
            try files.writeAll(
                text.bytes(pretty: true) + [0x0A], to: file, path: memory.path, written: &written)
        } catch let problem as FileProblem {
            throw .creating(problem, memory.path)
        } catch let problem as StoreProblem {
            throw problem
        } catch {
            throw .cannotCreate(path: memory.path, errno: ErrorNumber.inputOutput)
        }
    }

    /// The name in small letters, digits and hyphens only.
    private static func safe(_ name: String, limit: Int) -> String {
        let bytes = name.lowercased().utf8.prefix(limit).map { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : UInt8(ascii: "-")
        }
        let text = String(decoding: bytes.drop { $0 == UInt8(ascii: "-") }, as: UTF8.self)
        return text.isEmpty ? "user" : text
    }
}
