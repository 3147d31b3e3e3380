// The system calls that the store needs, as a port: one implementation makes them, another fails them.

/// An open file or folder. Whoever opens one closes it.
package struct Descriptor: Hashable, Sendable {
    package let number: Int32

    package init(_ number: Int32) { self.number = number }
}

/// Which file it is, whatever its name.
package struct FileIdentity: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64

    package init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}

package struct FileStatus: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case file, folder, link, other }

    package var kind: Kind
    package var identity: FileIdentity
    /// Names that the file has.
    package var links: Int
    /// The owner's user id.
    package var owner: UInt32
    /// The group's id.
    package var group: UInt32
    /// The permission bits, 0o600, with those for groups and sticky folders.
    package var mode: UInt32
    /// Bytes.
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int64

    package init(
        kind: Kind, identity: FileIdentity, links: Int, owner: UInt32, group: UInt32, mode: UInt32, size: Int,
        modified: Int64
    ) {
        self.kind = kind
        self.identity = identity
        self.links = links
        self.owner = owner
        self.group = group
        self.mode = mode
        self.size = size
        self.modified = modified
    }
}

/// A system call that did not do what was asked.
package struct FileProblem: Error, Equatable, Sendable {
    package enum Call: String, Sendable {
        case open, makeFolder, list, status, read, readLink, write, rename, remove, truncate, sync, lock,
            watch
        case changeMode, changeGroup
    }

    package var call: Call
    package var path: String
    package var errno: Int32

    package init(_ call: Call, _ path: String, errno: Int32) {
        self.call = call
        self.path = path
        self.errno = errno
    }
}

/// The error numbers that the store tells apart; these are their values on Linux.
package enum ErrorNumber {
    package static let notPermitted: Int32 = 1
    package static let noSuchFile: Int32 = 2
    package static let inputOutput: Int32 = 5
    package static let accessDenied: Int32 = 13
    package static let fileExists: Int32 = 17
    package static let notAFolder: Int32 = 20
    package static let isAFolder: Int32 = 21
    package static let noSpace: Int32 = 28
    package static let invalid: Int32 = 22
    package static let notEmpty: Int32 = 39
    package static let readOnlyFileSystem: Int32 = 30
}

/// What a file is opened for.
package enum FileUse: Equatable, Sendable {
    case reading
    /// For reading, by a name that may be a link: for files of the system, never of a store.
    case readingThroughLinks
    /// For reading, and for writing at the end; made with mode 0600 where there is none.
    case appending
    /// For writing a file that must not be there yet, mode 0600.
    case creating
}

/// Who holds a lock.
package struct LockHolder: Equatable, Sendable {
    package var process: Int32
    /// The program's name, nil where it is not told.
    package var name: String?

    package init(process: Int32, name: String?) {
        self.process = process
        self.name = name
    }
}

/// System calls below an open folder. No call follows a link in the last part of a name unless it says so,
/// every descriptor is closed on exec, and a call that a signal interrupts is made again.
package protocol FileSystem {
    /// The user id under which the program runs.
    var user: UInt32 { get }

    /// - Parameter folder: where a name is looked up; nil for a path of its own, whose links are followed.
    func openFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) -> Descriptor
    func openFile(_ name: String, in folder: Descriptor?, for use: FileUse) throws(FileProblem) -> Descriptor
    func close(_ descriptor: Descriptor)

    /// Makes a folder with mode 0700.
    func makeFolder(_ name: String, in folder: Descriptor?) throws(FileProblem)
    /// The names in a folder, in no order, without `.` and `..`.
    func list(_ folder: Descriptor) throws(FileProblem) -> [String]
    func status(of descriptor: Descriptor) throws(FileProblem) -> FileStatus
    /// The status of what a name stands for, of the link itself where it is one.
    func status(of name: String, in folder: Descriptor?) throws(FileProblem) -> FileStatus
    func linkTarget(_ path: String) throws(FileProblem) -> String

    /// At most so many bytes from an offset; fewer near the end, none at the end.
    func read(_ file: Descriptor, at offset: Int, count: Int) throws(FileProblem) -> [UInt8]
    /// One write, where the file was opened to be written.
    /// - Returns: how many bytes were written, which can be fewer.
    func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(FileProblem) -> Int
    /// Gives a file another name in the same folder, in place of a file that has it.
    func rename(_ name: String, to newName: String, in folder: Descriptor) throws(FileProblem)
    /// Takes a file's name away.
    func remove(_ name: String, in folder: Descriptor) throws(FileProblem)
    func truncate(_ file: Descriptor, to size: Int) throws(FileProblem)
    /// - Parameter mode: permission bits, with those for groups and sticky folders.
    func setMode(_ mode: UInt32, of descriptor: Descriptor) throws(FileProblem)
    func setGroup(_ group: UInt32, of descriptor: Descriptor) throws(FileProblem)
    /// Brings a file's bytes to the disk.
    func syncData(_ file: Descriptor) throws(FileProblem)
    /// Brings a folder's names to the disk.
    func syncFolder(_ folder: Descriptor) throws(FileProblem)
    /// Brings all that was written to the file system in which a folder lies to the disk, by whomever.
    func syncEverything(beside folder: Descriptor) throws(FileProblem)

    /// Locks an open file until it is closed.
    /// - Returns: false where another holds a lock that does not allow it.
    func tryLock(_ file: Descriptor, shared: Bool) throws(FileProblem) -> Bool
    /// Gives a lock back before its file is closed.
    func unlock(_ file: Descriptor)
    /// Nil where it cannot be told.
    func lockHolder(of status: FileStatus) -> LockHolder?
    /// Waits a little, for a time that differs from call to call, so that several who wait do not do so in
    /// step.
    /// - Returns: microseconds that were waited, about 500 to 2000.
    func pauseBriefly() -> Int

    /// A descriptor that becomes readable when something in a watched folder changes; nil where there is no
    /// such thing.
    func makeWatch() -> Descriptor?
    /// Watches a folder.
    /// - Returns: the number by which `changes` names it.
    func watch(_ path: String, with watch: Descriptor) throws(FileProblem) -> Int32
    /// The numbers of the folders that changed since the last call; nil where some may be missing.
    func changes(_ watch: Descriptor) -> Set<Int32>?

    /// The id of a group of this machine; nil for a name that is not known.
    func groupID(named name: String) -> UInt32?
    /// The id of a user of this machine; nil for a name that is not known.
    func userID(named name: String) -> UInt32?

    /// The system's words for an error number.
    func text(errno: Int32) -> String
}

extension FileSystem {
    /// The whole of a small file.
    /// - Parameter limit: bytes after which reading ends.
    func contents(of file: Descriptor, limit: Int) throws(FileProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let more = try read(file, at: bytes.count, count: min(limit - bytes.count, 1 << 16))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// The whole of a small file by its name.
    package func contents(
        of name: String, in folder: Descriptor?, for use: FileUse = .reading, limit: Int
    ) throws(FileProblem) -> [UInt8] {
        let file = try openFile(name, in: folder, for: use)
        defer { close(file) }
        return try contents(of: file, limit: limit)
    }

    /// Writes everything, going on after a write that took only a part.
    /// - Parameter written: counts the bytes that were written, also where one failed.
    package func writeAll(_ bytes: [UInt8], to file: Descriptor, path: String, written: inout Int)
        throws(FileProblem)
    {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try write(rest, to: file)
            guard count > 0 else { throw FileProblem(.write, path, errno: ErrorNumber.inputOutput) }
            written += count
            rest = rest.dropFirst(count)
        }
    }

    /// Makes a folder where there is none.
    /// - Returns: whether it was made.
    func ensureFolder(_ name: String, in folder: Descriptor?) throws(FileProblem) -> Bool {
        do {
            try makeFolder(name, in: folder)
            return true
        } catch {
            guard error.errno == ErrorNumber.fileExists else { throw error }
            return false
        }
    }

    /// Makes a folder and those above it, each brought to the disk.
    /// - Parameter synced: false where they need to outlive the program alone.
    package func ensureFolders(_ path: String, synced: Bool = true) throws(FileProblem) {
        var missing: [Substring] = []
        var rest = Substring(path)
        while !isThere(String(rest)) {
            missing.append(rest)
            // A name without a slash lies in the folder that the process works in, which is there.
            guard let slash = rest.lastIndex(of: "/") else { break }
            rest = slash == rest.startIndex ? "/" : rest[..<slash]
            if rest == "/" { break }
        }
        for path in missing.reversed() {
            guard try ensureFolder(String(path), in: nil), synced else { continue }
            let parent = try openFolder(Self.parent(of: path), in: nil)
            defer { close(parent) }
            try syncFolder(parent)
        }
    }

    /// Brings the names of a folder and of those above it to the disk, as far as this user may.
    func syncNames(above path: String) {
        var rest = Substring(path)
        while rest != "/", !rest.isEmpty, rest != "." {
            rest = Substring(Self.parent(of: rest))
            guard let folder = try? openFolder(String(rest), in: nil) else { continue }
            try? syncFolder(folder)
            close(folder)
        }
    }

    private static func parent(of path: Substring) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func isThere(_ path: String) -> Bool {
        guard let folder = try? openFolder(path, in: nil) else { return false }
        close(folder)
        return true
    }
}
