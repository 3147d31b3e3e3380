// From bytes to a disk that has them: the lock, the write, the sync, and what is taken back where one fails.

import CareDomain

extension Store {
    /// Waits five seconds at most.
    func lock(_ file: Descriptor, path: String) throws(StoreProblem) {
        do {
            var waited = 0
            while waited < 5_000_000 {
                if try files.tryLock(file, shared: false) { return }
                waited += files.pauseBriefly()
            }
            throw StoreProblem.busy(path: path, holder: files.lockHolder(of: try files.status(of: file)))
        } catch {
            throw .wrapping(error, path)
        }
    }

    func write(_ pieces: [[UInt8]], to file: Descriptor, size: Int, path: String) throws(StoreProblem)
    {
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
        _ file: Descriptor, _ own: Range<Int>, _ folder: OpenFolder, in part: StoreFolder, relative: String
    ) throws(StoreProblem) {
        do {
            try files.syncData(file)
            if own.lowerBound == 0 || !syncedFolders.contains(relative) {
                try files.syncFolder(folder.descriptor)
                // Whoever made the folders may have been killed before their names reached the disk.
                try syncFolders(above: part)
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

    func syncFolders(above part: StoreFolder) throws(FileProblem) {
        let parent = OpenFolder(try files.openFolder(part.rawValue, in: root.descriptor), files)
        try files.syncFolder(parent.descriptor)
        try files.syncFolder(root.descriptor)
    }
}
