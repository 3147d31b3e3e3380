// Takes other programs' data into the store; taking it twice changes nothing.

import ArgumentParser
import CareDomain
import Exchange
import JournalStore

struct ImportCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes other programs' data in.",
        discussion: """
            The format is recognised: \(ImportFormat.allNames). Importing a file
            again changes nothing; --update keeps what a source has changed since.

              lull import sleep-*.json
              lull import diary.csv --zone Europe/Oslo --dry-run
            """)

    @Argument(help: ArgumentHelp("The files.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The format, where it is not recognised.", valueName: "name"))
    var format: String?

    @Flag(help: "Only report what would be taken.")
    var dryRun = false

    @Flag(help: "Keep what a known record says now as a correction.")
    var update = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let format = try format.map { name in
            guard let format = ImportFormat(rawValue: name) else {
                throw Failure.usage("there is no format \(quoted(name)); there are \(ImportFormat.allNames)")
            }
            return format
        }
        if !dryRun { try invocation.refuseWhereReadOnly() }
        var work = try ImportWork(&invocation, update: update, isDryRun: dryRun)
        var bar = ProgressBar("import", invocation.environment)
        var firstFailure: ExitStatus?
        for (index, path) in files.enumerated() {
            do {
                let source = ImportSource(name: path.fileName, bytes: try invocation.contents(of: path))
                try work.take(source, path: path, as: format, &invocation) { done, total in
                    let share = total > 0 ? Double(done) / Double(total) : 1
                    bar.show(Int((Double(index) + share) * 1000), of: files.count * 1000)
                }
            } catch let failure as Failure where [.badData, .notFound].contains(failure.status) {
                bar.clear()
                invocation.note(failure.message ?? path)
                firstFailure = firstFailure ?? failure.status
            }
        }
        bar.clear()
        let report = work.report
        // A file of which nothing could be taken is bad; one whose rows are there already is not.
        if report.tookNothing, let status = firstFailure ?? (report.skipped.isEmpty ? nil : .badData) {
            invocation.status = status
            if report.read == 0 { return }
        } else if firstFailure == .notFound {
            invocation.status = .notFound
        }
        let lines = report.lines(isDryRun: dryRun, plain: invocation.isPlain)
        try invocation.put(.object(report.object), lines: lines)
    }
}

extension String {
    fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Invocation {
    /// The bytes of a file that someone named.
    func contents(of path: String) throws -> [UInt8] {
        let files = environment.files
        do throws(FileProblem) {
            let file = try files.openFile(path, in: nil, for: .readingThroughLinks)
            defer { files.close(file) }
            let kind = try files.status(of: file).kind
            guard kind == .file else {
                let errno = kind == .folder ? ErrorNumber.isAFolder : ErrorNumber.noSuchFile
                throw FileProblem(.open, path, errno: errno)
            }
            var bytes: [UInt8] = []
            while true {
                let more = try files.read(file, at: bytes.count, count: 1 << 20)
                if more.isEmpty { return bytes }
                bytes += more
            }
        } catch {
            let why = files.text(errno: error.errno)
            switch error.errno {
            case ErrorNumber.noSuchFile, ErrorNumber.notAFolder:
                throw Failure(.notFound, "\(path): there is no such file")
            case ErrorNumber.isAFolder:
                throw Failure(.notFound, "\(path) is a folder; name the files in it")
            case ErrorNumber.accessDenied, ErrorNumber.notPermitted:
                throw Failure(.notAllowed, "\(path): \(why)")
            default: throw Failure(.inputOutput, "cannot read \(path): \(why)")
            }
        }
    }
}
