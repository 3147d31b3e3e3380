// A file system in memory that fails, shortens or stops at any call, and forgets what was not synced.

import JournalStore

/// What happens at the n-th call.
package enum Fault: Equatable, Sendable {
    /// The call fails with an error number, and does nothing.
    case fail(errno: Int32)
    /// A write takes half of its bytes and says so; any other call goes on as usual.
    case short
    /// A write takes half of its bytes and the process stops there: it, and each call after it, fails.
    case stop
}

package final class MemoryFileSystem: FileSystem {
    package enum Node {
        case file(bytes: [UInt8], synced: [UInt8])
        case folder(names: [String: UInt64], synced: [String: UInt64])
        case link(to: String)
        case pipe
    }

    private struct Opened {
        var inode: UInt64
        var use: FileUse?
        var lock: Lock?
    }

    private enum Lock { case shared, exclusive }

    package var user: UInt32 { 1000 }
    package private(set) var calls = 0
    /// Milliseconds that were waited.
    package private(set) var paused = 0
    /// The fault, and the number of the call that it happens at; the first is 1.
    package var fault: (at: Int, Fault)?
    /// Made just before each call, for other writers to step in.
    package var beforeCall: ((FileProblem.Call, String) -> Void)?
    package var holder: LockHolder?

    var nodes: [UInt64: Node] = [1: .folder(names: [:], synced: [:])]
    private var open: [Int32: Opened] = [:]
    private var times: [UInt64: Int64] = [:]
    private var nextDescriptor: Int32 = 3
    var nextInode: UInt64 = 2
    private var isStopped = false

    package init() {}

    package var openDescriptors: Int { open.count }

    /// Counts a call, and lets its fault happen.
    private func call(_ call: FileProblem.Call, _ path: String = "") throws(FileProblem) {
        beforeCall?(call, path)
        calls += 1
        if isStopped { throw FileProblem(call, path, errno: ErrorNumber.inputOutput) }
        guard let fault, calls == fault.at else { return }
        switch fault.1 {
        case .fail(let errno): throw FileProblem(call, path, errno: errno)
        case .short: break
        case .stop:
            isStopped = true
            if call != .write { throw FileProblem(call, path, errno: ErrorNumber.inputOutput) }
        }
    }

    /// The power goes: what was not synced is lost, and the process with all that it had open.
    package func crash() {
        for (inode, node) in nodes {
            switch node {
            case .file(_, let synced): nodes[inode] = .file(bytes: synced, synced: synced)
            case .folder(_, let synced): nodes[inode] = .folder(names: synced, synced: synced)
            case .link, .pipe: break
            }
        }
        restart()
    }

    /// The process ends, and what it has written stays.
    package func restart() {
        open = [:]
        isStopped = false
        fault = nil
        calls = 0
    }

    // MARK: Opening

    package func openFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) -> Descriptor {
        try call(.open, name)
        let inode = try find(name, in: folder, .open, following: folder == nil)
        guard case .folder = nodes[inode] else {
            throw FileProblem(.open, name, errno: ErrorNumber.notAFolder)
        }
        return opened(inode, nil)
    }

    package func openFile(
        _ name: String, in folder: Descriptor?, for use: FileUse
    ) throws(FileProblem) -> Descriptor {
        try call(.open, name)
        let there = try? find(name, in: folder, .open, following: use == .readingThroughLinks)
        switch (there, use) {
        case (nil, .reading), (nil, .readingThroughLinks):
            throw FileProblem(.open, name, errno: ErrorNumber.noSuchFile)
        case (.some, .creating): throw FileProblem(.open, name, errno: ErrorNumber.fileExists)
        case (nil, _): return opened(try add(.file(bytes: [], synced: []), name, in: folder, .open), use)
        case (let inode?, _):
            if case .link = nodes[inode] { throw FileProblem(.open, name, errno: 40) }
            return opened(inode, use)
        }
    }

    private func opened(_ inode: UInt64, _ use: FileUse?) -> Descriptor {
        nextDescriptor += 1
        open[nextDescriptor] = Opened(inode: inode, use: use)
        return Descriptor(nextDescriptor)
    }

    package func close(_ descriptor: Descriptor) { open[descriptor.number] = nil }

    package func makeFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) {
        try call(.makeFolder, name)
        guard (try? find(name, in: folder, .makeFolder, following: false)) == nil else {
            throw FileProblem(.makeFolder, name, errno: ErrorNumber.fileExists)
        }
        _ = try add(.folder(names: [:], synced: [:]), name, in: folder, .makeFolder)
    }

    // MARK: Looking

    package func list(_ folder: Descriptor) throws(FileProblem) -> [String] {
        try call(.list)
        return Array(try names(in: inode(folder, .list), .list).keys)
    }

    package func status(of descriptor: Descriptor) throws(FileProblem) -> FileStatus {
        try call(.status)
        return status(try inode(descriptor, .status))
    }

    package func status(of name: String, in folder: Descriptor?) throws(FileProblem) -> FileStatus {
        try call(.status, name)
        return status(try find(name, in: folder, .status, following: false))
    }

    private func status(_ inode: UInt64) -> FileStatus {
        var size = 0
        let kind: FileStatus.Kind
        switch nodes[inode] {
        case .file(let bytes, _):
            kind = .file
            size = bytes.count
        case .folder: kind = .folder
        case .link: kind = .link
        case .pipe, nil: kind = .other
        }
        return FileStatus(
            kind: kind, identity: FileIdentity(device: 1, inode: inode), links: linkCount(inode), owner: user,
            mode: 0o600, size: size, modified: times[inode] ?? 0)
    }

    private func linkCount(_ inode: UInt64) -> Int {
        nodes.values.reduce(0) { count, node in
            guard case .folder(let names, _) = node else { return count }
            return count + names.values.filter { $0 == inode }.count
        }
    }

    package func linkTarget(_ path: String) throws(FileProblem) -> String {
        try call(.readLink, path)
        guard case .link(let target) = nodes[try find(path, in: nil, .readLink, following: false)] else {
            throw FileProblem(.readLink, path, errno: 22)
        }
        return target
    }

    // MARK: Reading and writing

    package func read(_ file: Descriptor, at offset: Int, count: Int) throws(FileProblem) -> [UInt8] {
        try call(.read)
        guard case .file(let bytes, _) = nodes[try inode(file, .read)] else {
            throw FileProblem(.read, "", errno: 21)
        }
        guard offset >= 0, offset < bytes.count else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + max(0, count))])
    }

    package func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(FileProblem) -> Int {
        try call(.write)
        let inode = try inode(file, .write)
        guard case .file(var content, let synced) = nodes[inode], open[file.number]?.use != .reading else {
            throw FileProblem(.write, "", errno: 9)
        }
        var taken = bytes
        if let fault, fault.at == calls { taken = bytes.prefix((bytes.count + 1) / 2) }
        content += taken
        nodes[inode] = .file(bytes: content, synced: synced)
        touch(inode)
        if isStopped { throw FileProblem(.write, "", errno: ErrorNumber.inputOutput) }
        return taken.count
    }

    package func rename(_ name: String, to newName: String, in folder: Descriptor) throws(FileProblem) {
        try call(.rename, name)
        let parent = try inode(folder, .rename)
        guard case .folder(var names, let synced) = nodes[parent], let moved = names.removeValue(forKey: name)
        else {
            throw FileProblem(.rename, name, errno: ErrorNumber.noSuchFile)
        }
        names[newName] = moved
        nodes[parent] = .folder(names: names, synced: synced)
    }

    package func truncate(_ file: Descriptor, to size: Int) throws(FileProblem) {
        try call(.truncate)
        let inode = try inode(file, .truncate)
        guard case .file(let bytes, let synced) = nodes[inode] else {
            throw FileProblem(.truncate, "", errno: 22)
        }
        nodes[inode] = .file(bytes: Array(bytes.prefix(size)), synced: synced)
        touch(inode)
    }

    package func syncData(_ file: Descriptor) throws(FileProblem) {
        try call(.sync)
        let inode = try inode(file, .sync)
        if case .file(let bytes, _) = nodes[inode] { nodes[inode] = .file(bytes: bytes, synced: bytes) }
    }

    package func syncFolder(_ folder: Descriptor) throws(FileProblem) {
        try call(.sync)
        let inode = try inode(folder, .sync)
        if case .folder(let names, _) = nodes[inode] { nodes[inode] = .folder(names: names, synced: names) }
    }

    // MARK: Locks and watching

    package func tryLock(_ file: Descriptor, shared: Bool) throws(FileProblem) -> Bool {
        try call(.lock)
        let inode = try inode(file, .lock)
        let others = open.filter { $0.key != file.number && $0.value.inode == inode }.compactMap(\.value.lock)
        guard shared ? !others.contains(.exclusive) : others.isEmpty else { return false }
        open[file.number]?.lock = shared ? .shared : .exclusive
        return true
    }

    package func lockHolder(of status: FileStatus) -> LockHolder? { holder }
    package func pause(milliseconds: Int) { paused += milliseconds }
    package func makeWatch() -> Descriptor? { nil }

    package func watch(_ path: String, with watch: Descriptor) throws(FileProblem) -> Int32 {
        throw FileProblem(.watch, path, errno: 38)
    }

    package func changes(_ watch: Descriptor) -> Set<Int32>? { nil }
    package func text(errno: Int32) -> String { "error \(errno)" }

    // MARK: Nodes

    func touch(_ inode: UInt64) { times[inode, default: 0] += 1 }

    private func inode(_ descriptor: Descriptor, _ call: FileProblem.Call) throws(FileProblem) -> UInt64 {
        guard let opened = open[descriptor.number] else { throw FileProblem(call, "", errno: 9) }
        return opened.inode
    }

    private func names(
        in inode: UInt64, _ call: FileProblem.Call
    ) throws(FileProblem) -> [String: UInt64] {
        guard case .folder(let names, _) = nodes[inode] else {
            throw FileProblem(call, "", errno: ErrorNumber.notAFolder)
        }
        return names
    }

    /// The file that a path names below a folder, or below the root.
    func find(
        _ path: String, in folder: Descriptor?, _ call: FileProblem.Call, following: Bool
    ) throws(FileProblem) -> UInt64 {
        var inode: UInt64 = 1
        if let folder { inode = try self.inode(folder, call) }
        let parts = path.split(separator: "/")
        for (index, part) in parts.enumerated() {
            guard let next = try names(in: inode, call)[String(part)] else {
                throw FileProblem(call, path, errno: ErrorNumber.noSuchFile)
            }
            inode = next
            let isLast = index == parts.count - 1
            if following || !isLast, case .link(let target) = nodes[inode] {
                inode = try find(target, in: nil, call, following: true)
            }
        }
        return inode
    }

    func add(
        _ node: Node, _ path: String, in folder: Descriptor?, _ call: FileProblem.Call
    ) throws(FileProblem) -> UInt64 {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { throw FileProblem(call, path, errno: ErrorNumber.fileExists) }
        let parent = try find(parts.dropLast().joined(separator: "/"), in: folder, call, following: true)
        guard case .folder(var names, let synced) = nodes[parent] else {
            throw FileProblem(call, path, errno: ErrorNumber.notAFolder)
        }
        let inode = nextInode
        nextInode += 1
        nodes[inode] = node
        names[String(name)] = inode
        nodes[parent] = .folder(names: names, synced: synced)
        return inode
    }
}
