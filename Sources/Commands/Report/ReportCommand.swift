// The report to take to an appointment: on the screen, or as a file of one's own.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct ReportCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "What to take to an appointment, on a page or two.",
        discussion: """
            It states what was logged and draws no conclusion from it. Notes to yourself
            are never in it. Parts that can be left out: \(Self.partNames).

              lull report
              lull report --to visit.html --leave-out medicines --leave-out goals
              lull report --for clinic --format markdown
            """)

    @Option(
        help: ArgumentHelp("text, html or markdown; else what the file's name says.", valueName: "format"))
    var format: ReportForm?

    @Option(help: ArgumentHelp("The file to write, which only you can read.", valueName: "file"))
    var to: String?

    @Option(
        name: .customLong("leave-out"), help: ArgumentHelp("A part to leave out.", valueName: "part"),
        transform: Self.part)
    var leaveOut: [VisitReport.Part] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("self, or clinic with every open flag.", valueName: "reader"))
    var reader: VisitReport.Audience = .person

    @Flag(help: "Replace the file where it is there.")
    var force = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws {
        if format != nil, global.form != .text {
            throw ValidationError("choose one of --format and --json")
        }
        if force, to == nil { throw ValidationError("--force is about a file; name it with --to") }
        if to?.isEmpty == true { throw ValidationError("--to needs the name of a file") }
    }

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        invocation.noteUnknownMeasure(of: subject)
        let report = VisitReport(
            subject.history, knowing: invocation.reportKnowledge(), for: reader,
            leavingOut: Set(leaveOut), zone: subject.zone, now: invocation.now)
        let output = try output(report, subject)
        guard let to else { return try invocation.put(output) }
        try invocation.write(output, to: to, replacing: force)
        try invocation.put("Written to \(to).\n")
    }

    private func output(_ report: VisitReport, _ subject: Subject) throws -> OutputText {
        switch global.form {
        case .json: return .json(.object(VisitReportObject.object(report, subject)), pretty: true)
        case .jsonLines: return .json(.object(VisitReportObject.object(report, subject)))
        case .csv: throw Failure.usage("this is no table, so it has no CSV; take --json")
        case .text:
            let form = format ?? to.flatMap { ReportForm(fileName: $0) } ?? .text
            return ReportPrinting.text(of: report, as: form, ascii: global.ascii)
        }
    }

    private static let partNames = VisitReport.Part.allCases.map(\.rawValue).joined(separator: ", ")

    private static func part(_ text: String) throws -> VisitReport.Part {
        guard let part = VisitReport.Part(rawValue: text) else {
            throw ValidationError("there is no part \(quoted(text)); there are: \(partNames)")
        }
        return part
    }
}

extension Invocation {
    /// The questionnaires, rules and titles at hand, a clinic's own over those that ship.
    func reportKnowledge() -> ReportKnowledge {
        let shelf = ruleShelf()
        return ReportPrinting.knowledge(rules: shelf.rules, instruments: shelf.instruments)
    }

    /// Writes a file of the person's own; the sentence says why where it cannot be.
    func write(_ output: OutputText, to path: String, replacing: Bool) throws {
        do throws(FileProblem) {
            try environment.files.writeFile(
                Array(output.string.utf8), at: path, replacing: replacing)
        } catch {
            throw Failure(writing: path, error, files: environment.files)
        }
    }
}

extension Failure {
    /// The sentence for a file of a person's own that could not be written.
    init(writing path: String, _ problem: FileProblem, files: any FileSystem) {
        let why = files.text(errno: problem.errno)
        let shown = quoted(path)
        self =
            switch problem.errno {
            case ErrorNumber.fileExists:
                Failure(
                    .cannotCreate,
                    "there is a file \(shown) already; name another, or replace it with --force")
            case ErrorNumber.isAFolder:
                Failure(.cannotCreate, "\(shown) is a folder; name a file in it")
            case ErrorNumber.noSuchFile, ErrorNumber.notAFolder:
                Failure(.cannotCreate, "cannot create \(shown): its folder is not there; name another file")
            case ErrorNumber.accessDenied, ErrorNumber.notPermitted, ErrorNumber.readOnlyFileSystem:
                Failure(.cannotCreate, "cannot create \(shown): \(why); name a file in another folder")
            default: Failure(.inputOutput, "cannot write \(shown): \(why); nothing is left of it")
            }
    }
}

extension ReportForm: ExpressibleByArgument {}
extension VisitReport.Audience: ExpressibleByArgument {}
