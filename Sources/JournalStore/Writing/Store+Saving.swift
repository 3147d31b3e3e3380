// From bytes to a disk that has them: the lock, the write, the sync, and what is taken back where one fails.

import CareDomain

extension Store {
    /// Locks a file, and waits five seconds at most.
    ///
    /// Whoever waits holds the folder meanwhile, so that others know of it: see `giveWay`.
    func lock(_ file: Descriptor, in folder: HeldDescriptor, path: String) throws(StoreProblem) {
        do {
            if try files.tryLock(file, shared: false) { return }
            let isSaid = (try? files.tryLock(folder.descriptor, shared: true)) ?? false
            defer { if isSaid { files.unlock(folder.descriptor) } }
            var waited = 0
            while waited < 5_000_000 {
                waited += files.pauseBriefly()
                if try files.tryLock(file, shared: false) { return }
            }
            let holder = files.lockHolder(of: try files.status(of: file))
            throw StoreProblem.busy(path: path, holder: holder)
        } catch {
            throw .wrapping(error, path)
        }
    }

    /// Lets someone who waits for a lock in a folder have it first, now that this program has given it back:
    /// one that writes line after line would else keep all others waiting.
    func giveWay(in folder: HeldDescriptor) {
        guard let isNobodyWaiting = try? files.tryLock(folder.descriptor, shared: false) else { return }
        if isNobodyWaiting {
            files.unlock(folder.descriptor)
        } else {
            _ = files.pauseBriefly()
        }
    }

    func write(_ pieces: [[UInt8]], to file: Descriptor, size: Int, path: String) throws(StoreProblem) {
        var written = 0
        do {
            for piece in pieces { try files.writeAll(piece, to: file, path: path, written: &written) }
        } catch {
            cutBack(file, size..<(size + written))
            throw .writing(error, path)
        }
    }

    /// Cuts off our own bytes, and only while nothing stands behind them. Where that is refused they stay,
    /// and the next writer closes the line.
    private func cutBack(_ file: Descriptor, _ own: Range<Int>) {
        guard let now = try? files.status(of: file), now.size == own.upperBound else { return }
        try? files.truncate(file, to: own.lowerBound)
    }

    /// Brings what was written to the disk, and for a new file its name and those above it.
    mutating func sync(
        _ file: Descriptor, _ own: Range<Int>, _ folder: JournalFolder, relative: String
    ) throws(StoreProblem) {
        do {
            try files.syncData(file)
            if own.lowerBound == 0 || !syncedFolders.contains(relative) {
                try files.syncFolder(folder.opened.descriptor)
                // Whoever made the folders may have been killed before their names reached the disk.
                try syncFolders(above: folder)
                syncedFolders.insert(relative)
            }
        } catch {
            // Asked again, the kernel would say yes and have lost it. Left there, another program would take
            // it for kept.
            unsafeJournals.insert(relative)
            cutBack(file, own)
            throw .syncFailed(path: path + "/" + relative, errno: error.errno)
        }
    }

    func syncFolders(above folder: JournalFolder) throws(FileProblem) {
        if let part = folder.owner?.part {
            let parent = HeldDescriptor(try files.openFolder(part.rawValue, in: root.descriptor), files)
            try files.syncFolder(parent.descriptor)
        }
        try files.syncFolder(root.descriptor)
    }
}
