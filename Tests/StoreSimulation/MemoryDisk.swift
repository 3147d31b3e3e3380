// The disk of the file system in memory: what is in its files, and what of it would outlive a power cut.

import JournalStore

/// Files and folders that several processes use at once, each through a `MemoryFileSystem` of its own.
package final class MemoryDisk {
    package enum Node {
        case file(bytes: [UInt8], synced: [UInt8])
        case folder(names: [String: UInt64], synced: [String: UInt64])
        case link(to: String)
        case pipe
    }

    enum Lock { case shared, exclusive }

    var nodes: [UInt64: Node] = [1: .folder(names: [:], synced: [:])]
    package var modes: [UInt64: UInt32] = [:]
    package var owners: [UInt64: UInt32] = [:]
    var groups: [UInt64: UInt32] = [:]
    var times: [UInt64: Int64] = [:]
    /// Locks by file and by who holds them.
    var locks: [UInt64: [Int32: Lock]] = [:]
    var nextInode: UInt64 = 2
    var nextDescriptor: Int32 = 3
    /// Bytes that a failed sync has lost: they can be read until the power goes, and a later sync passes them
    /// over, but for the pages that are written to again.
    private var lost: [UInt64: [Range<Int>]] = [:]
    /// Counts power cuts: whoever was running before one is gone.
    private(set) var power = 0

    /// A disk that says yes to every sync and does nothing: a canary for the tests that use it.
    let isForgetful: Bool

    package init(forgetful: Bool = false) { isForgetful = forgetful }

    func touch(_ inode: UInt64) { times[inode, default: 0] += 1 }

    // MARK: Syncing

    func sync(_ inode: UInt64) {
        if isForgetful { return }
        switch nodes[inode] {
        case .file(let bytes, _):
            var kept = bytes
            for range in lost[inode] ?? [] {
                for index in range.clamped(to: kept.indices) { kept[index] = 0 }
            }
            nodes[inode] = .file(bytes: bytes, synced: kept)
        case .folder(let names, _): nodes[inode] = .folder(names: names, synced: names)
        default: break
        }
    }

    /// True where a sync has failed and its bytes were not taken back: another program that asks anew is told
    /// that they are safe, and has no way to know.
    var hasLost: Bool { lost.values.contains { !$0.isEmpty } }

    /// A sync that failed: the system thinks that what was to be written is written.
    func loseUnsynced(_ inode: UInt64) {
        guard case .file(let bytes, let synced) = nodes[inode], synced.count < bytes.count else { return }
        lost[inode, default: []].append(synced.count..<bytes.count)
    }

    /// Bytes were written: their pages are to be synced again, whole.
    func dirty(_ inode: UInt64, _ range: Range<Int>) {
        touch(inode)
        guard let ranges = lost[inode], !ranges.isEmpty else { return }
        let from = range.lowerBound / Self.page * Self.page
        let to = (range.upperBound + Self.page - 1) / Self.page * Self.page
        lost[inode] = ranges.flatMap { lost -> [Range<Int>] in
            let (before, after) = (lost.clamped(to: 0..<from), lost.clamped(to: to..<Int.max))
            return [before, after].filter { !$0.isEmpty }
        }
    }

    /// Small, so that lines often begin at the border of one.
    private static let page = 64

    func truncate(_ inode: UInt64, to size: Int) {
        guard case .file(let bytes, let synced) = nodes[inode] else { return }
        nodes[inode] = .file(bytes: Array(bytes.prefix(size)), synced: synced)
        lost[inode] = lost[inode]?.map { $0.clamped(to: 0..<size) }.filter { !$0.isEmpty }
        touch(inode)
    }

    // MARK: Power

    /// The power goes: what was not synced is lost, and every process with all that it had open.
    package func crash() {
        cut { synced, _ in
            synced
        } names: { synced, _ in
            synced
        }
    }

    /// The power goes: of what was not synced some reaches the disk and some does not, in any order, torn
    /// anywhere, with zeros where data was still on its way.
    package func crash(using random: inout SeededGenerator) {
        cut { synced, bytes in
            Self.torn(synced, bytes, using: &random)
        } names: { synced, names in
            var result = synced
            for name in Set(synced.keys).union(names.keys).sorted() where synced[name] != names[name] {
                if random.once(in: 2) { result[name] = names[name] }
            }
            return result
        }
    }

    private func cut(
        _ contents: ([UInt8], [UInt8]) -> [UInt8],
        names: ([String: UInt64], [String: UInt64]) -> [String: UInt64]
    ) {
        for inode in nodes.keys.sorted() {
            switch nodes[inode] {
            case .file(let bytes, let synced):
                let kept = synced == bytes ? synced : contents(synced, bytes)
                nodes[inode] = .file(bytes: kept, synced: kept)
            case .folder(let entries, let synced):
                let kept = names(synced, entries)
                nodes[inode] = .folder(names: kept, synced: kept)
            default: break
            }
            touch(inode)
        }
        lost = [:]
        locks = [:]
        power += 1
    }

    private static func torn(
        _ synced: [UInt8], _ bytes: [UInt8], using random: inout SeededGenerator
    ) -> [UInt8] {
        // Cut back or written over: the one or the other.
        guard bytes.starts(with: synced) else { return random.once(in: 2) ? synced : bytes }
        var kept = random.int(synced.count...bytes.count)
        if random.once(in: 3) { kept = max(synced.count, kept / 512 * 512) }
        var result = Array(bytes[..<kept])
        if random.once(in: 4) {
            // The new size came to the disk before the data did.
            let zeros = random.int(0...(bytes.count - kept))
            result += [UInt8](repeating: 0, count: zeros)
        }
        return result
    }
}
