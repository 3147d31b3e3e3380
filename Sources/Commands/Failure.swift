// Why a command ends early: an exit status and the one sentence that goes with it.

import CareDomain
import JournalStore

struct Failure: Error, Equatable {
    let status: ExitStatus
    /// What is wrong, and what to do; nil where nobody is left to read it.
    let message: String?

    init(_ status: ExitStatus, _ message: String?) {
        self.status = status
        self.message = message
    }

    static func usage(_ message: String) -> Failure { Failure(.usage, message) }
    static func badData(_ message: String) -> Failure { Failure(.badData, message) }

    static func output(_ problem: OutputProblem, files: any FileSystem) -> Failure {
        switch problem {
        case .readerLeft: Failure(.inputOutput, nil)
        case .failed(let errno): Failure(.inputOutput, "cannot write the output: \(files.text(errno: errno))")
        }
    }

    static func unknownZone(_ name: String) -> Failure {
        usage("there is no time zone \(quoted(name)); give an IANA name such as Europe/Oslo")
    }

    static let personIDForm =
        "use 1 to 64 small letters, digits and hyphens, and begin with a letter or a digit"

    static func noSuchPerson(_ id: PersonID) -> Failure {
        Failure(.notFound, "there is no person \(id) in the store; 'lull patient list' shows who is there")
    }
}

extension Failure {
    /// The sentence for what went wrong with a store.
    init(_ problem: StoreProblem, files: any FileSystem) {
        func why(_ errno: Int32) -> String { files.text(errno: errno) }
        self =
            switch problem {
            case .noStore(let path):
                Failure(
                    .notFound,
                    "there is no store at \(path); make one with 'lull init', or name one with --store")
            case .notAStore(let path):
                .badData(
                    "\(path)/\(Store.settingsName) is not a store's; name another store with --store"
                )
            case .newerStore(let path, let version):
                .badData(
                    "the store at \(path) has version \(version), which is newer than this program; update it"
                )
            case .alreadyThere(let path):
                Failure(
                    .cannotCreate,
                    "there is a store at \(path) already; use it, or name another folder with --store")
            case .cannotCreate(let path, let errno):
                Failure(
                    .cannotCreate, "cannot create \(path): \(why(errno)); name another folder with --store")
            case .noSuchPerson(let id): .noSuchPerson(id)
            case .personExists(let id):
                Failure(.cannotCreate, "there is a person \(id) already; choose another id")
            case .busy(let path, let holder):
                Failure(.busy, "\(path) is in use by \(Self.words(holder)); try again")
            case .readFailed(let path, let errno):
                Failure(.inputOutput, "cannot read \(path): \(why(errno))")
            case .writeFailed(let path, let errno):
                Failure(.inputOutput, "cannot write \(path): \(why(errno)); nothing was written")
            case .cannotRemember(let path, let errno):
                Failure(
                    StoreProblem.isRefusal(errno) ? .cannotCreate : .inputOutput,
                    "cannot write \(path): \(why(errno)); set XDG_STATE_HOME to a folder that can be written")
            case .syncFailed(let path, let errno):
                Failure(
                    .inputOutput,
                    "\(path) may not be on the disk for good: \(why(errno)); check the disk, then repeat")
            case .readOnly(let path):
                Failure(
                    .inputOutput,
                    "the disk lost something, so nothing more is written to \(path); start again")
            case .notPermitted(let path, let errno):
                Failure(.notAllowed, "\(path): \(why(errno)); ask whoever owns the store")
            case .notOurs(let path):
                Failure(.notAllowed, "\(path) is a link, or belongs to someone else; it is left alone")
            case .keepsChanging(let path):
                Failure(
                    .busy,
                    "\(path) is replaced by another program again and again; try again when that is done")
            case .notRecordable(_, let damage): .badData("this cannot be kept: \(damage)")
            }
    }

    private static func words(_ holder: LockHolder?) -> String {
        guard let holder else { return "another program" }
        return "\(holder.name ?? "another program") (process \(holder.process))"
    }
}
