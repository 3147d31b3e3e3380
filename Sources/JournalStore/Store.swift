// The store: a folder of people, each with a folder of journals.

import CareDomain
import PlainJSON

/// The parts of a store that hold people's folders.
package enum StoreFolder: String, CaseIterable, Sendable {
    /// What the person and the clinic both read.
    case people
    /// The person's own.
    case hidden = "private"
    /// The clinic's own.
    case clinic
}

/// A store that is open: it reads and watches for as many as like, and appends to its own writer's journals.
///
/// Not to be shared between threads. It remembers how far each journal was read, so that reading again is
/// cheap.
package struct Store {
    /// The folder, without a slash at the end.
    package let path: String
    /// The id that the store was made with.
    package let id: String
    let files: any FileSystem
    let zones: ZoneCache
    let root: HeldDescriptor
    var writer: Writer
    var clock: RecordClock
    /// The clock of the audit journals' ids.
    var auditClock: RecordClock
    var flagReadings = FlagReadings()
    /// How far each journal was read.
    var cursors = JournalCursors()
    /// What was noticed of journals while something was written, for the next one who reads.
    var unsaid: [JournalNotice] = []
    /// Journals of which a sync failed, by path.
    var unsafeJournals: Set<String> = []
    /// Who may use it beside its owner.
    package let access: StoreAccess
    /// True where it is this user's alone, and others can look into its folder.
    package let isOpenToOthers: Bool
    /// Folders whose names, and those above them, this process has brought to the disk.
    var syncedFolders: Set<String> = []

    package static let settingsName = "lull-store.json"
    package static let version = 1

    /// Opens a store that is there.
    /// - Throws: `noStore`, `notAStore`, `newerStore`, `readFailed`, `notPermitted`.
    package init(
        opening path: String, files: any FileSystem, zones: any ZoneSource, writer: WriterName,
        random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(StoreProblem) {
        let path = Self.trimmed(path)
        let bytes: [UInt8]
        let root: HeldDescriptor
        let access: StoreAccess
        let isOpenToOthers: Bool
        do {
            root = HeldDescriptor(try files.openFolder(path, in: nil), files)
            let status = try files.status(of: root.descriptor)
            access = StoreAccess(root: status)
            isOpenToOthers = access == .owner && status.owner == files.user && status.mode & 0o077 != 0
            bytes = try files.contents(of: Self.settingsName, in: root.descriptor, limit: 1 << 16)
        } catch {
            let isMissing = error.errno == ErrorNumber.noSuchFile || error.errno == ErrorNumber.notAFolder
            throw isMissing ? .noStore(path: path) : .reading(error, path)
        }
        guard let settings = try? JSONReader.value(bytes), settings["format"]?.string == "lull-store",
            let version = settings["version"]?.int, version >= 1, let id = settings["id"]?.string
        else { throw .notAStore(path: path) }
        guard version == Self.version else { throw .newerStore(path: path, version: version) }
        self.path = path
        self.id = id
        self.files = files
        self.zones = ZoneCache(zones)
        self.root = root
        self.access = access
        self.isOpenToOthers = isOpenToOthers
        self.writer = Writer(writer)
        clock = RecordClock(random: random)
        auditClock = RecordClock(random: random)
        // From the same seed it is not to make the same ids.
        _ = auditClock.randomDigits()
    }

    static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// The ids of the people in the store, in order, and a problem for each other thing that lies among them.
    package func people() throws(StoreProblem) -> (ids: [PersonID], problems: [LineProblem]) {
        let name = StoreFolder.people.rawValue
        var ids: [PersonID] = []
        var problems: [LineProblem] = []
        do {
            let folder = HeldDescriptor(try files.openFolder(name, in: root.descriptor), files)
            for entry in try files.list(folder.descriptor).sorted() where !entry.hasPrefix(".") {
                guard let id = PersonID(entry) else {
                    problems.append(LineProblem(file: name + "/" + entry, line: nil, what: .notAPerson))
                    continue
                }
                guard try files.status(of: entry, in: folder.descriptor).kind == .folder else {
                    problems.append(LineProblem(file: name + "/" + entry, line: nil, what: .notAJournal))
                    continue
                }
                ids.append(id)
            }
        } catch {
            // A store that lost its empty folder on the way through a synchroniser holds no one.
            if error.errno == ErrorNumber.noSuchFile { return ([], []) }
            throw .reading(error, path + "/" + name)
        }
        return (ids, problems)
    }

    /// The time of the newest record that was read, where the clock is more than a day behind it: one of the
    /// two is wrong, and the person is asked which.
    package func newest(aheadOf now: Instant) -> Instant? {
        guard let newest = clock.newest, newest - now.milliseconds > 86_400_000 else { return nil }
        return Instant(milliseconds: newest)
    }

    package func has(_ person: PersonID) throws(StoreProblem) -> Bool {
        try personFolder(person, in: .people) != nil
    }

    /// A person's folder; nil where there is none.
    func personFolder(_ person: PersonID, in folder: StoreFolder) throws(StoreProblem) -> HeldDescriptor? {
        do {
            let parent = HeldDescriptor(try files.openFolder(folder.rawValue, in: root.descriptor), files)
            return HeldDescriptor(try files.openFolder(person.text, in: parent.descriptor), files)
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return nil }
            throw .reading(error, "\(path)/\(folder.rawValue)/\(person)")
        }
    }
}
