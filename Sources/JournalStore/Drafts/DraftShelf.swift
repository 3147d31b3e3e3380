// Drafts on the disk: what is being typed outlives a program that is killed, and is found by the next.

import CareDomain
import PlainJSON

/// The drafts of one store, in the state folder of this user. Each has a file of its own, which the program
/// in which it is typed holds locked.
///
/// A draft is appended as a line each time it has changed, so that a kill in the middle leaves the one
/// before. It is not synced: it is to outlive the program, not the power.
package struct DraftShelf {
    private let files: any FileSystem
    private let folder: String
    private let store: String
    private let storeID: String
    /// What the names of this store's drafts begin with.
    private let prefix: String
    private var random: any RandomNumberGenerator
    private var held: [PersonID: Held] = [:]

    private struct Held {
        let name: String
        let file: HeldDescriptor
        /// Ends in a torn line, which is to stand alone.
        var hasOpenEnd = false
    }

    /// - Parameter stateFolder: `$XDG_STATE_HOME/lull`.
    package init(
        of store: Store, stateFolder: String,
        random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) {
        files = store.files
        folder = stateFolder + "/drafts"
        self.store = store.path
        storeID = store.id
        var hash = FNVHash()
        hash.add(Array(store.path.utf8))
        prefix = String(hash.value, radix: 16) + "-"
        self.random = random
    }

    // MARK: Keeping

    /// Keeps a draft in place of the one before of the same person.
    package mutating func keep(_ draft: FormDraft) throws(FileProblem) {
        var held: Held
        if let known = self.held[draft.person] { held = known } else { held = try newFile(for: draft.person) }
        var line = Self.object(draft, store: store, storeID: storeID).bytes() + [0x0A]
        if held.hasOpenEnd { line.insert(0x0A, at: 0) }
        var written = 0
        do throws(FileProblem) {
            try files.writeAll(line, to: held.file.descriptor, path: path(held.name), written: &written)
            held.hasOpenEnd = false
        } catch {
            if written > 0 { held.hasOpenEnd = true }
            self.held[draft.person] = held
            throw error
        }
        self.held[draft.person] = held
    }

    /// The draft is saved, or not wanted.
    package mutating func drop(_ person: PersonID) {
        guard let held = held.removeValue(forKey: person) else { return }
        remove(held.name)
    }

    /// The draft stays where it is, for a later start.
    package mutating func setAside(_ person: PersonID) { held[person] = nil }

    // MARK: Finding

    /// Drafts that no program is typing, the newest of each person. They are this program's from now on.
    package mutating func takeOver() -> [FormDraft] {
        guard let names = try? openedFolder().map({ try files.list($0.descriptor) }) else { return [] }
        var newest: [PersonID: (draft: FormDraft, held: Held)] = [:]
        for name in names.sorted() where name.hasPrefix(prefix) {
            guard let (held, draft) = take(name) else { continue }
            guard let draft else {
                // Nothing was typed that could be read.
                remove(held.name)
                continue
            }
            if let other = newest[draft.person], other.draft.begun.instant > draft.begun.instant { continue }
            newest[draft.person] = (draft, held)
        }
        for (person, found) in newest { held[person] = found.held }
        return newest.values.map(\.draft).sorted { $0.person < $1.person }
    }

    /// Locks a draft's file and reads its last whole line; nil where another program is typing in it.
    private func take(_ name: String) -> (Held, FormDraft?)? {
        guard let folder = try? openedFolder(),
            let status = try? files.status(of: name, in: folder.descriptor), status.kind == .file,
            let descriptor = try? files.openFile(name, in: folder.descriptor, for: .appending)
        else { return nil }
        let file = HeldDescriptor(descriptor, files)
        guard (try? files.tryLock(descriptor, shared: false)) == true,
            let bytes = try? files.contents(of: descriptor, limit: 1 << 24)
        else { return nil }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
        let draft = lines.reversed().lazy.compactMap { self.draft(Array($0)) }.first
        return (Held(name: name, file: file, hasOpenEnd: bytes.last.map { $0 != 0x0A } ?? false), draft)
    }

    // MARK: Files

    private func path(_ name: String) -> String { folder + "/" + name }

    private func openedFolder() throws(FileProblem) -> HeldDescriptor? {
        do {
            return HeldDescriptor(try files.openFolder(folder, in: nil), files)
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return nil }
            throw error
        }
    }

    private mutating func newFile(for person: PersonID) throws(FileProblem) -> Held {
        try files.ensureFolders(folder, synced: false)
        let opened = HeldDescriptor(try files.openFolder(folder, in: nil), files)
        for _ in 0..<8 {
            let digits = String(UInt32.random(in: .min ... .max, using: &random), radix: 16)
            let name = prefix + person.text + "-" + digits + ".jsonl"
            do throws(FileProblem) {
                let file = HeldDescriptor(
                    try files.openFile(name, in: opened.descriptor, for: .creating), files)
                _ = try files.tryLock(file.descriptor, shared: false)
                return Held(name: name, file: file)
            } catch {
                guard error.errno == ErrorNumber.fileExists else { throw error }
            }
        }
        throw FileProblem(.open, folder, errno: ErrorNumber.fileExists)
    }

    private func remove(_ name: String) {
        guard let opened = try? openedFolder() else { return }
        try? files.remove(name, in: opened.descriptor)
    }

    // MARK: Lines

    private static func object(_ draft: FormDraft, store: String, storeID: String) -> JSONObject {
        var texts = JSONObject()
        for (field, text) in draft.texts.sorted(by: { $0.key < $1.key }) { texts.add(field, text) }
        return [
            "v": 1, "store": .string(store), "id": .string(storeID), "person": .string(draft.person.text),
            "form": .string(draft.form), "begun": .string(draft.begun.text(milliseconds: true)),
            "texts": .object(texts),
        ]
    }

    private func draft(_ line: [UInt8]) -> FormDraft? {
        guard let value = try? JSONReader.value(line), value["v"]?.int == 1,
            value["store"]?.string == store, value["id"]?.string == storeID,
            let person = value["person"]?.string.flatMap({ PersonID($0) }),
            let form = value["form"]?.string,
            let begun = value["begun"]?.string.flatMap({ OffsetInstant($0) }),
            let pairs = value["texts"]?.object?.pairs
        else { return nil }
        let texts = pairs.compactMap { pair in pair.value.string.map { (pair.key, $0) } }
        return FormDraft(
            person: person, form: form, begun: begun,
            texts: Dictionary(texts, uniquingKeysWith: { _, last in last }))
    }
}
