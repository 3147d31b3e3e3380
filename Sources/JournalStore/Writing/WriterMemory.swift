// What this user's programs remember of their writer, outside the store, so that a copy of the store is known
// as one.

import CareDomain
import PlainJSON

/// A file by the store's path, that programs read and write one after another.
struct WriterMemory {
    struct Content: Equatable {
        var name: String
        /// The last number written to each journal, by the folder's path in the store.
        var sequences: [String: Int] = [:]
        /// The time in the newest id that was made, milliseconds since 1970.
        var newest: Int64 = 0
        /// What was remembered of the writers before this one, by name: what they have written is still to be
        /// there.
        var former: [String: [String: Int]] = [:]
    }

    private let folder: String
    private let file: String
    /// A home that was copied to another machine is not this one.
    private let machine: String

    /// - Parameter stateFolder: `$XDG_STATE_HOME/lull`.
    init(of store: Store, host: String, stateFolder: String) {
        folder = stateFolder + "/writers"
        var hash = FNVHash()
        hash.add(Array(store.path.utf8))
        file = String(hash.value, radix: 16) + ".json"
        let id = try? store.files.contents(
            of: "/etc/machine-id", in: nil, for: .readingThroughLinks, limit: 256)
        var machine = FNVHash()
        machine.add(Array(host.utf8))
        machine.add(id ?? [])
        self.machine = String(UInt64(truncatingIfNeeded: machine.value), radix: 16)
    }

    private var path: String { folder + "/" + file }

    /// What is remembered; nil where nothing is that holds for this store and this machine.
    func content(in store: Store) -> Content? {
        guard let bytes = try? store.files.contents(of: path, in: nil, limit: 1 << 24) else { return nil }
        return content(bytes, store)
    }

    /// Changes what is remembered, with no other program in between.
    /// - Parameter change: of what is remembered, nil where nothing is, makes what is to be.
    func update(
        in store: Store, _ change: (Content?) -> Content
    ) throws(StoreProblem) -> Content {
        let files = store.files
        do {
            try files.ensureFolders(folder)
            let opened = HeldDescriptor(try files.openFolder(folder, in: nil), files)
            let file = try files.openFile(file, in: opened.descriptor, for: .appending)
            defer { files.close(file) }
            try store.lock(file, in: opened, path: path)
            let before = content(try files.contents(of: file, limit: 1 << 24), store)
            let after = change(before)
            guard after != before else { return after }
            // Cut short by a crash, it is not recalled, and the next writer gets a new name: no harm is done.
            try files.truncate(file, to: 0)
            var written = 0
            try files.writeAll(bytes(after, store), to: file, path: path, written: &written)
            return after
        } catch let problem as FileProblem {
            throw .cannotRemember(path: path, errno: problem.errno)
        } catch let problem as StoreProblem {
            throw problem
        } catch {
            throw .cannotRemember(path: path, errno: ErrorNumber.inputOutput)
        }
    }

    // MARK: Text

    private func bytes(_ content: Content, _ store: Store) -> [UInt8] {
        var text: JSONObject = [
            "store": .string(store.path), "id": .string(store.id), "machine": .string(machine),
            "writer": .string(content.name), "newest": .integer(content.newest),
            "journals": .object(Self.object(content.sequences)),
        ]
        if !content.former.isEmpty {
            var former = JSONObject()
            for (name, sequences) in content.former.sorted(by: { $0.key < $1.key }) {
                former.add(name, .object(Self.object(sequences)))
            }
            text.add("former", .object(former))
        }
        return text.bytes(pretty: true) + [0x0A]
    }

    private static func object(_ sequences: [String: Int]) -> JSONObject {
        var object = JSONObject()
        for (folder, sequence) in sequences.sorted(by: { $0.key < $1.key }) {
            object.add(folder, JSONValue.integer(Int64(sequence)))
        }
        return object
    }

    private static func sequences(_ object: JSONObject) -> [String: Int] {
        var sequences: [String: Int] = [:]
        for pair in object.pairs { sequences[pair.key] = pair.value.int }
        return sequences
    }

    private func content(_ bytes: [UInt8], _ store: Store) -> Content? {
        guard let value = try? JSONReader.value(bytes), value["store"]?.string == store.path,
            value["id"]?.string == store.id, value["machine"]?.string ?? machine == machine,
            let name = value["writer"]?.string, Writer.safe(name, limit: 64) == name,
            let journals = value["journals"]?.object
        else { return nil }
        var content = Content(
            name: name, sequences: Self.sequences(journals), newest: Int64(value["newest"]?.int ?? 0))
        for pair in value["former"]?.object?.pairs ?? [] {
            content.former[pair.key] = pair.value.object.map(Self.sequences)
        }
        return content
    }
}
