// Who holds a lock, as the system's table of locks tells it.

package enum LockTable {
    /// The process that holds an exclusive lock on a file, from the text of `/proc/locks`:
    /// `1: FLOCK  ADVISORY  WRITE 1234 08:01:131 0 EOF`. Lines of those that wait, `1: -> FLOCK`, are passed
    /// over.
    ///
    /// The device is not compared: some file systems show another one here than in a file's status.
    package static func holder(of inode: UInt64, in table: String) -> Int32? {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
                words[5].split(separator: ":").last == Substring(String(inode))
            else { continue }
            return Int32(words[4])
        }
        return nil
    }
}
