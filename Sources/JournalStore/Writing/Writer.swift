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
    private var known: WriterMemory.Content?

    init(_ source: WriterName) { self.source = source }

    private func memory(of store: Store) -> WriterMemory? {
        guard case .kept(_, let host, let stateFolder) = source else { return nil }
        return WriterMemory(of: store, host: host, stateFolder: stateFolder)
    }

    /// The writer's name, remembered or new.
    mutating func name(in store: Store, digits: UInt16) throws(StoreProblem) -> String {
        if let known { return known.name }
        guard case .kept = source, let memory = memory(of: store) else {
            let fixed = if case .fixed(let name) = source { Self.safe(name, limit: 64) } else { "lull" }
            known = WriterMemory.Content(name: fixed)
            return fixed
        }
        let fresh = WriterMemory.Content(name: newName(digits))
        let found = try memory.update(in: store) { $0 ?? fresh }
        known = found
        return found.name
    }

    /// Takes a new name, so that journals which another copy of the store went on with are never written to
    /// again. Where another program of this user has just done so, that name is taken.
    mutating func renew(in store: Store, digits: UInt16) throws(StoreProblem) -> String {
        guard case .kept = source, let memory = memory(of: store) else {
            known?.sequences = [:]
            return try name(in: store, digits: digits)
        }
        let fresh = WriterMemory.Content(name: newName(digits), newest: newestMilliseconds)
        let old = known?.name
        let found = try memory.update(in: store) { there in
            guard let there, there.name != old else {
                var renewed = fresh
                renewed.former = there?.former ?? [:]
                if let there { renewed.former[there.name] = there.sequences }
                return renewed
            }
            return there
        }
        known = found
        return found.name
    }

    private func newName(_ digits: UInt16) -> String {
        guard case .kept(let user, let host, _) = source else { return "lull" }
        let text = String(digits, radix: 16)
        let suffix = String(repeating: "0", count: 4 - text.count) + text
        return Self.safe(user, limit: 24) + "-" + Self.safe(host, limit: 24) + "-" + suffix
    }

    /// The time in the newest id that was made, milliseconds since 1970; 0 where none is known.
    var newestMilliseconds: Int64 { known?.newest ?? 0 }

    /// The last number that is known to be written to the journal in a folder; 0 where none is.
    func lastSequence(in folder: String) -> Int { known?.sequences[folder] ?? 0 }

    /// The writer's name and the last numbers that are known to be written, as they are kept; nil where they
    /// are not.
    func kept(in store: Store) -> WriterMemory.Content? { memory(of: store)?.content(in: store) }

    /// Keeps the last number that was written to the journal in a folder, beside what other programs of this
    /// user have written meanwhile.
    mutating func remember(
        _ sequence: Int, newest: Int64?, in folder: String, of store: Store
    ) throws(StoreProblem) {
        known?.sequences[folder] = sequence
        let latest = max(newestMilliseconds, newest ?? 0)
        known?.newest = latest
        guard let known, let memory = memory(of: store) else { return }
        _ = try memory.update(in: store) { there in
            // Another program has taken a new name: its memory is the one to keep.
            guard var content = there, content.name == known.name else { return there ?? known }
            content.sequences[folder] = max(content.sequences[folder] ?? 0, sequence)
            content.newest = max(content.newest, known.newest)
            return content
        }
    }

    /// The name in small letters, digits and hyphens only.
    static func safe(_ name: String, limit: Int) -> String {
        let bytes = name.lowercased().utf8.prefix(limit).map { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : UInt8(ascii: "-")
        }
        let text = String(decoding: bytes.drop { $0 == UInt8(ascii: "-") }, as: UTF8.self)
        return text.isEmpty ? "user" : text
    }
}
