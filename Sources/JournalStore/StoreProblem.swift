// What can go wrong with a store, as facts; the sentences are made where they are shown.

import CareDomain

package enum StoreProblem: Error, Equatable, Sendable {
    /// There is no folder, or no `lull-store.json` in it.
    case noStore(path: String)
    /// There is a `lull-store.json` that cannot be read as one.
    case notAStore(path: String)
    case newerStore(path: String, version: Int)
    /// A store is to be made where one is.
    case alreadyThere(path: String)
    case cannotCreate(path: String, errno: Int32)
    case noSuchPerson(PersonID)
    case personExists(PersonID)
    /// Another process has held the journal's lock for five seconds.
    case busy(path: String, holder: LockHolder?)
    case readFailed(path: String, errno: Int32)
    case writeFailed(path: String, errno: Int32)
    /// The folder in which this user's writer is remembered cannot be used.
    case cannotRemember(path: String, errno: Int32)
    /// Written, but not known to be on the disk: it does not count as written, and is never tried again.
    case syncFailed(path: String, errno: Int32)
    /// An earlier sync of this journal failed, so this process writes nothing more to it.
    case readOnly(path: String)
    case notPermitted(path: String, errno: Int32)
    /// What stands in the place of a journal or folder is a link, a pipe, another user's, or has a second
    /// name.
    case notOurs(path: String)
    /// The journal was replaced by another file each time it was opened.
    case keepsChanging(path: String)
    /// A draft that would not read as what it says: the index in the list, and why.
    case notRecordable(index: Int, LineDamage)
}

extension StoreProblem {
    /// True for an error that comes again however often one tries.
    package static func isRefusal(_ errno: Int32) -> Bool {
        [ErrorNumber.notPermitted, ErrorNumber.accessDenied, ErrorNumber.readOnlyFileSystem].contains(errno)
    }

    /// True where nobody can write anything, whoever they are.
    package var isOfReadOnlyMedium: Bool {
        switch self {
        case .notPermitted(_, let errno), .cannotCreate(_, let errno), .writeFailed(_, let errno),
            .cannotRemember(_, let errno):
            errno == ErrorNumber.readOnlyFileSystem
        default: false
        }
    }

    static func reading(_ problem: FileProblem, _ path: String) -> StoreProblem {
        isRefusal(problem.errno)
            ? .notPermitted(path: path, errno: problem.errno) : .readFailed(path: path, errno: problem.errno)
    }

    static func writing(_ problem: FileProblem, _ path: String) -> StoreProblem {
        if problem.call == .sync { return .syncFailed(path: path, errno: problem.errno) }
        return isRefusal(problem.errno)
            ? .notPermitted(path: path, errno: problem.errno) : .writeFailed(path: path, errno: problem.errno)
    }

    static func creating(_ problem: FileProblem, _ path: String) -> StoreProblem {
        isRefusal(problem.errno)
            ? .notPermitted(path: path, errno: problem.errno)
            : .cannotCreate(path: path, errno: problem.errno)
    }
}
