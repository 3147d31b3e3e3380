// A file system in memory that fails, shortens or stops at any call, and forgets what was not synced.

import JournalStore

/// What happens at the n-th call.
package enum Fault: Equatable, Sendable {
    /// The call fails with an error number, and does nothing.
    case fail(errno: Int32)
    /// From this call on, each that an error of this kind strikes fails.
    case failFromHere(errno: Int32)
    /// A write takes half of its bytes and says so; any other call goes on as usual.
    case short
    /// A write takes half of its bytes and the process stops there: it, and each call after it, fails.
    case stop
}

/// The files of a `MemoryDisk` as one process sees them.
package final class MemoryFileSystem: FileSystem {
    package typealias Node = MemoryDisk.Node

    private struct Opened {
        var inode: UInt64
        var use: FileUse?
    }

    package var user: UInt32 = 1000
    package let disk: MemoryDisk
    package private(set) var calls = 0
    /// Bytes that were read from files.
    package private(set) var bytesRead = 0
    /// Milliseconds that were waited.
    package private(set) var paused = 0
    /// The fault, and the number of the call that it happens at; the first is 1.
    package var fault: (at: Int, Fault)?
    /// Made just before each call, for other writers to step in.
    package var beforeCall: ((FileProblem.Call, String) -> Void)?
    package var holder: LockHolder?
    package var groupIDs: [String: UInt32] = [:]
    package var userIDs: [String: UInt32] = [:]

    var nodes: [UInt64: Node] {
        get { disk.nodes }
        _modify { yield &disk.nodes }
    }
    private var open: [Int32: Opened] = [:]
    private var isStopped = false
    private var power: Int

    package init(_ disk: MemoryDisk = MemoryDisk()) {
        self.disk = disk
        power = disk.power
    }

    package var openDescriptors: Int { open.count }

    /// Counts a call, and lets its fault happen.
    /// - Parameter changes: true for a call that would change the disk.
    private func call(
        _ call: FileProblem.Call, _ path: String = "", changes: Bool = false
    ) throws(FileProblem) {
        beforeCall?(call, path)
        calls += 1
        if isStopped || power != disk.power {
            throw FileProblem(call, path, errno: ErrorNumber.inputOutput)
        }
        guard let fault else { return }
        if case .failFromHere(let errno) = fault.1, calls >= fault.at {
            if changes || errno == ErrorNumber.inputOutput { throw FileProblem(call, path, errno: errno) }
        }
        guard calls == fault.at else { return }
        switch fault.1 {
        case .fail(let errno): throw FileProblem(call, path, errno: errno)
        case .short, .failFromHere: break
        case .stop:
            isStopped = true
            if call != .write { throw FileProblem(call, path, errno: ErrorNumber.inputOutput) }
        }
    }

    /// The power goes: what was not synced is lost, and the process with all that it had open.
    package func crash() {
        disk.crash()
        restart()
    }

    /// The process is killed: each call from now on fails, and its locks are gone.
    package func kill() {
        restart()
        isStopped = true
    }

    /// The process ends, and what it has written stays.
    package func restart() {
        for descriptor in open.keys { unlock(descriptor) }
        open = [:]
        isStopped = false
        fault = nil
        calls = 0
        power = disk.power
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
        let writes = use == .appending || use == .creating
        try call(.open, name, changes: writes)
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
        disk.nextDescriptor += 1
        open[disk.nextDescriptor] = Opened(inode: inode, use: use)
        return Descriptor(disk.nextDescriptor)
    }

    package func close(_ descriptor: Descriptor) {
        unlock(descriptor.number)
        open[descriptor.number] = nil
    }

    package func unlock(_ file: Descriptor) { unlock(file.number) }

    private func unlock(_ descriptor: Int32) {
        guard let inode = open[descriptor]?.inode else { return }
        disk.locks[inode]?[descriptor] = nil
    }

    package func makeFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) {
        try call(.makeFolder, name, changes: true)
        guard (try? find(name, in: folder, .makeFolder, following: false)) == nil else {
            throw FileProblem(.makeFolder, name, errno: ErrorNumber.fileExists)
        }
        let inode = try add(.folder(names: [:], synced: [:]), name, in: folder, .makeFolder)
        // A group's folder hands its group on.
        let parent = folder.flatMap { open[$0.number]?.inode }
        if let parent, mode(parent) & 0o2000 != 0 { disk.groups[inode] = group(parent) }
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
            kind: kind, identity: FileIdentity(device: 1, inode: inode), links: linkCount(inode),
            owner: disk.owners[inode] ?? user, group: group(inode), mode: mode(inode), size: size,
            modified: disk.times[inode] ?? 0)
    }

    private func group(_ inode: UInt64) -> UInt32 { disk.groups[inode] ?? user }

    private func mode(_ inode: UInt64) -> UInt32 {
        if let mode = disk.modes[inode] { return mode }
        if case .folder = nodes[inode] { return 0o700 }
        return 0o600
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
        let found = Array(bytes[offset..<min(bytes.count, offset + max(0, count))])
        bytesRead += found.count
        return found
    }

    package func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(FileProblem) -> Int {
        try call(.write, changes: true)
        let inode = try inode(file, .write)
        guard case .file(var content, let synced) = nodes[inode], open[file.number]?.use != .reading else {
            throw FileProblem(.write, "", errno: 9)
        }
        var taken = bytes
        if let fault, fault.at == calls { taken = bytes.prefix((bytes.count + 1) / 2) }
        let start = content.count
        content += taken
        nodes[inode] = .file(bytes: content, synced: synced)
        disk.dirty(inode, start..<content.count)
        if isStopped { throw FileProblem(.write, "", errno: ErrorNumber.inputOutput) }
        return taken.count
    }

    package func rename(_ name: String, to newName: String, in folder: Descriptor) throws(FileProblem) {
        try call(.rename, name, changes: true)
        let parent = try inode(folder, .rename)
        guard case .folder(var names, let synced) = nodes[parent], let moved = names.removeValue(forKey: name)
        else {
            throw FileProblem(.rename, name, errno: ErrorNumber.noSuchFile)
        }
        names[newName] = moved
        nodes[parent] = .folder(names: names, synced: synced)
    }

    package func remove(_ name: String, in folder: Descriptor) throws(FileProblem) {
        try call(.remove, name, changes: true)
        let parent = try inode(folder, .remove)
        guard case .folder(var names, let synced) = nodes[parent], names.removeValue(forKey: name) != nil
        else {
            throw FileProblem(.remove, name, errno: ErrorNumber.noSuchFile)
        }
        nodes[parent] = .folder(names: names, synced: synced)
    }

    package func truncate(_ file: Descriptor, to size: Int) throws(FileProblem) {
        try call(.truncate, changes: true)
        let inode = try inode(file, .truncate)
        guard case .file = nodes[inode] else { throw FileProblem(.truncate, "", errno: 22) }
        disk.truncate(inode, to: size)
    }

    package func setMode(_ mode: UInt32, of descriptor: Descriptor) throws(FileProblem) {
        try call(.changeMode, changes: true)
        disk.modes[try inode(descriptor, .changeMode)] = mode
    }

    package func setGroup(_ group: UInt32, of descriptor: Descriptor) throws(FileProblem) {
        try call(.changeGroup, changes: true)
        disk.groups[try inode(descriptor, .changeGroup)] = group
    }

    package func syncData(_ file: Descriptor) throws(FileProblem) {
        let inode = open[file.number]?.inode
        do {
            try call(.sync, changes: true)
        } catch {
            // A process that was killed in the middle has asked for nothing.
            if let inode, !isStopped { disk.loseUnsynced(inode) }
            throw error
        }
        disk.sync(try self.inode(file, .sync))
    }

    package func syncFolder(_ folder: Descriptor) throws(FileProblem) {
        try call(.sync, changes: true)
        disk.sync(try inode(folder, .sync))
    }

    package func syncEverything(beside folder: Descriptor) throws(FileProblem) {
        do {
            try call(.sync, changes: true)
        } catch {
            if !isStopped { for inode in disk.nodes.keys { disk.loseUnsynced(inode) } }
            throw error
        }
        for inode in disk.nodes.keys { disk.sync(inode) }
    }

    // MARK: Locks and watching

    package func tryLock(_ file: Descriptor, shared: Bool) throws(FileProblem) -> Bool {
        try call(.lock)
        let inode = try inode(file, .lock)
        let others = (disk.locks[inode] ?? [:]).filter { $0.key != file.number }.map(\.value)
        guard shared ? !others.contains(.exclusive) : others.isEmpty else { return false }
        disk.locks[inode, default: [:]][file.number] = shared ? .shared : .exclusive
        return true
    }

    package func lockHolder(of status: FileStatus) -> LockHolder? { holder }
    package func pauseBriefly() -> Int {
        paused += 1
        return 1000
    }
    package func makeWatch() -> Descriptor? { nil }

    package func watch(_ path: String, with watch: Descriptor) throws(FileProblem) -> Int32 {
        throw FileProblem(.watch, path, errno: 38)
    }

    package func changes(_ watch: Descriptor) -> Set<Int32>? { nil }
    package func groupID(named name: String) -> UInt32? { groupIDs[name] }
    package func userID(named name: String) -> UInt32? { userIDs[name] }
    package func text(errno: Int32) -> String { "error \(errno)" }

    // MARK: Nodes

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
        let inode = disk.nextInode
        disk.nextInode += 1
        nodes[inode] = node
        names[String(name)] = inode
        nodes[parent] = .folder(names: names, synced: synced)
        return inode
    }
}
