// The file system of the machine: every system call of the store is made here, and nowhere else.

import CProcess
import Glibc

package struct PosixFileSystem: FileSystem {
    package init() {}

    package var user: UInt32 { geteuid() }

    // MARK: Opening

    package func openFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) -> Descriptor {
        let links = folder == nil ? 0 : O_NOFOLLOW
        return try open(name, in: folder, O_RDONLY | O_DIRECTORY | links)
    }

    package func openFile(
        _ name: String, in folder: Descriptor?, for use: FileUse
    ) throws(FileProblem) -> Descriptor {
        // Without O_NONBLOCK a pipe in place of a journal would wait for its other end.
        let flags = O_NONBLOCK | O_NOCTTY
        return switch use {
        case .reading: try open(name, in: folder, O_RDONLY | O_NOFOLLOW | flags)
        case .readingThroughLinks: try open(name, in: folder, O_RDONLY | flags)
        case .appending: try open(name, in: folder, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | flags)
        case .creating: try open(name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | flags)
        }
    }

    private func open(_ name: String, in folder: Descriptor?, _ flags: Int32) throws(FileProblem)
        -> Descriptor
    {
        let base = folder?.number ?? AT_FDCWD
        return Descriptor(try call(.open, name) { unsafe openat(base, name, flags | O_CLOEXEC, 0o600) })
    }

    package func close(_ descriptor: Descriptor) { _ = Glibc.close(descriptor.number) }

    package func makeFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) {
        _ = try call(.makeFolder, name) { unsafe mkdirat(folder?.number ?? AT_FDCWD, name, 0o700) }
    }

    // MARK: Looking

    package func list(_ folder: Descriptor) throws(FileProblem) -> [String] {
        // A descriptor of its own: the stream takes it over, and reading moves its place.
        let copy = try open(".", in: folder, O_RDONLY | O_DIRECTORY)
        guard let stream = unsafe fdopendir(copy.number) else {
            let number = errno
            close(copy)
            throw FileProblem(.list, ".", errno: number)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                unsafe Self.text($0.prefix { $0 != 0 })
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw FileProblem(.list, ".", errno: errno) }
        return names
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    package func status(of descriptor: Descriptor) throws(FileProblem) -> FileStatus {
        var status = stat()
        _ = try call(.status, "") { unsafe fstat(descriptor.number, &status) }
        return Self.status(status)
    }

    package func status(of name: String, in folder: Descriptor?) throws(FileProblem) -> FileStatus {
        var status = stat()
        _ = try call(.status, name) {
            unsafe fstatat(folder?.number ?? AT_FDCWD, name, &status, AT_SYMLINK_NOFOLLOW)
        }
        return Self.status(status)
    }

    private static func status(_ status: stat) -> FileStatus {
        let kind: FileStatus.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        let modified = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
            .partialValue
        return FileStatus(
            kind: kind,
            identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
            links: Int(clamping: status.st_nlink), owner: status.st_uid, group: status.st_gid,
            mode: status.st_mode & 0o7777,
            size: Int(status.st_size), modified: modified &+ Int64(status.st_mtim.tv_nsec))
    }

    package func linkTarget(_ path: String) throws(FileProblem) -> String {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = try call(.readLink, path) { unsafe readlink(path, &bytes, bytes.count) }
        return Self.text(bytes.prefix(count).map { UInt8(bitPattern: $0) })
    }

    // MARK: Reading and writing

    package func read(_ file: Descriptor, at offset: Int, count: Int) throws(FileProblem) -> [UInt8] {
        var problem: FileProblem?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
            do throws(FileProblem) {
                let base = buffer.baseAddress
                initialized = try call(.read, "") { unsafe pread(file.number, base, buffer.count, offset) }
            } catch {
                problem = error
            }
        }
        if let problem { throw problem }
        return bytes
    }

    package func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(FileProblem) -> Int {
        try call(.write, "") {
            unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file.number, $0.baseAddress, $0.count) }
        }
    }

    package func rename(_ name: String, to newName: String, in folder: Descriptor) throws(FileProblem) {
        _ = try call(.rename, name) { unsafe renameat(folder.number, name, folder.number, newName) }
    }

    package func remove(_ name: String, in folder: Descriptor) throws(FileProblem) {
        _ = try call(.remove, name) { unsafe unlinkat(folder.number, name, 0) }
    }

    package func truncate(_ file: Descriptor, to size: Int) throws(FileProblem) {
        _ = try call(.truncate, "") { ftruncate(file.number, size) }
    }

    package func setMode(_ mode: UInt32, of descriptor: Descriptor) throws(FileProblem) {
        _ = try call(.changeMode, "") { fchmod(descriptor.number, mode) }
    }

    package func setGroup(_ group: UInt32, of descriptor: Descriptor) throws(FileProblem) {
        _ = try call(.changeGroup, "") { fchown(descriptor.number, uid_t.max, group) }
    }

    package func syncData(_ file: Descriptor) throws(FileProblem) {
        // Made once whatever it answers: a second call would say yes to what the first one lost.
        guard fdatasync(file.number) == 0 else { throw FileProblem(.sync, "", errno: errno) }
    }

    package func syncFolder(_ folder: Descriptor) throws(FileProblem) {
        guard fsync(folder.number) == 0 else { throw FileProblem(.sync, "", errno: errno) }
    }

    package func syncEverything(beside folder: Descriptor) throws(FileProblem) {
        guard syncFileSystem(folder.number) == 0 else { throw FileProblem(.sync, "", errno: errno) }
    }

    // MARK: Locks

    package func tryLock(_ file: Descriptor, shared: Bool) throws(FileProblem) -> Bool {
        do {
            _ = try call(.lock, "") { flock(file.number, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) }
            return true
        } catch {
            guard error.errno == EWOULDBLOCK else { throw error }
            return false
        }
    }

    package func unlock(_ file: Descriptor) { _ = flock(file.number, LOCK_UN) }

    package func lockHolder(of status: FileStatus) -> LockHolder? {
        guard let table = try? contents(of: "/proc/locks", in: nil, limit: 1 << 20),
            let process = LockTable.holder(of: status.identity.inode, in: Self.text(table))
        else { return nil }
        let name = try? contents(of: "/proc/\(process)/comm", in: nil, limit: 64)
        return LockHolder(process: process, name: name.map { Self.text($0.prefix { $0 != 0x0A }) })
    }

    package func pauseBriefly() -> Int {
        let microseconds = Int.random(in: 500...2000)
        usleep(UInt32(microseconds))
        return microseconds
    }

    // MARK: Watching

    package func makeWatch() -> Descriptor? {
        let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        return number >= 0 ? Descriptor(number) : nil
    }

    package func watch(_ path: String, with watch: Descriptor) throws(FileProblem) -> Int32 {
        let events =
            IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_DONT_FOLLOW
        return try call(.watch, path) { unsafe inotify_add_watch(watch.number, path, UInt32(events)) }
    }

    package func changes(_ watch: Descriptor) -> Set<Int32>? {
        var numbers: Set<Int32> = []
        while true {
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
                initialized = unsafe max(0, Glibc.read(watch.number, buffer.baseAddress, buffer.count))
            }
            if bytes.isEmpty { return numbers.contains(-1) ? nil : numbers }
            var at = 0
            // An event is its watch, mask, cookie and the length of the name after it, four bytes each.
            while at + 16 <= bytes.count {
                let words = [0, 12].map { start in
                    (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + start + $1]) << UInt32($1 * 8) }
                }
                numbers.insert(Int32(bitPattern: words[0]))
                at += 16 + Int(words[1])
            }
        }
    }

    // MARK: Names

    package func groupID(named name: String) -> UInt32? {
        guard let entry = unsafe getgrnam(name) else { return nil }
        return unsafe entry.pointee.gr_gid
    }

    package func userID(named name: String) -> UInt32? {
        guard let entry = unsafe getpwnam(name) else { return nil }
        return unsafe entry.pointee.pw_uid
    }

    // MARK: Errors

    package func text(errno: Int32) -> String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(errno, &bytes, bytes.count) == 0 else { return "error \(errno)" }
        return Self.text(bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }

    /// Makes a call again while a signal interrupts it; a negative answer is an error.
    private func call<Number: SignedInteger>(
        _ call: FileProblem.Call, _ path: String, _ body: () -> Number
    ) throws(FileProblem) -> Number {
        while true {
            let answer = body()
            if answer >= 0 { return answer }
            let number = errno
            if number != EINTR { throw FileProblem(call, path, errno: number) }
        }
    }
}
