// What each command shows of people's records: in a store of several people, a clinic's, it is noted who has
// looked at what.

import CareDomain
import JournalStore

extension LullCommand {
    var shown: String? { nil }

    var exportForm: String? { global.form.exported }
}

extension ListCommand {
    var shown: String? { Self.configuration.commandName }
}

extension ScoresCommand { var shown: String? { "scores" } }
extension SummaryCommand { var shown: String? { "summary" } }
extension CalendarCommand { var shown: String? { "calendar" } }
extension ChartCommand { var shown: String? { name == "list" ? nil : "chart \(name)" } }
extension CheckInCommand { var shown: String? { name == "list" ? "check-in list" : nil } }
extension CourseShow { var shown: String? { "course show" } }
extension PatientList { var shown: String? { "patient list" } }
extension PatientShow { var shown: String? { "patient show" } }
extension RecordsCommand { var shown: String? { "records" } }
extension WatchCommand { var shown: String? { "watch" } }
extension FlagsCommand { var shown: String? { "flags" } }
extension FlagShow { var shown: String? { "flag show" } }
extension GuideCommand { var shown: String? { own ? "guide \(page ?? "")" : nil } }

extension ReportCommand {
    var shown: String? { "report" }
    var exportForm: String? { ReportForm.exported(format, to: to, as: global.form) }
}

extension CohortCommand {
    var shown: String? { report ? "hand-over" : "cohort \((page ?? .table).rawValue)" }

    var exportForm: String? {
        if report { return ReportForm.exported(handOver.format, to: handOver.to, as: global.form) }
        return global.form.exported
    }
}

extension ReportForm {
    /// A page for the screen is looked at; a file, and what a browser or an editor reads, is taken along.
    fileprivate static func exported(_ format: ReportForm?, to file: String?, as form: OutputForm) -> String?
    {
        guard form == .text else { return form.exported }
        let form = format ?? file.flatMap { ReportForm(fileName: $0) } ?? .text
        return file == nil && form == .text ? nil : form.rawValue
    }
}

extension OutputForm {
    fileprivate var exported: String? {
        switch self {
        case .text: nil
        case .json: "json"
        case .jsonLines: "jsonl"
        case .csv: "csv"
        }
    }
}

// MARK: Noting it

/// What a run has shown beyond what its command says of itself.
struct Showing {
    /// In the place of the command's own word.
    var what: String?
    /// The only one of several people of whom something was shown.
    var person: PersonID?
    /// Flags that were listed.
    var flags: [ReviewFlag] = []
}

extension Invocation {
    /// Notes in the audit journal that a command has shown people's records, in one line, and which flags
    /// were read for the first time. It changes neither what is printed nor the exit status.
    ///
    /// Nothing is noted in a store of one person, nor with --readonly. Where it cannot be noted a line of
    /// standard error says so, but on a medium that nothing can be written to.
    mutating func noteAccess(of command: any LullCommand) {
        guard let what = showing.what ?? command.shown else { return }
        noteAccess(what, to: global.patient ?? showing.person, form: command.exportForm)
    }

    /// - Parameters:
    ///   - person: nil for everyone.
    ///   - form: that of what was taken out of the store; nil for what was looked at.
    mutating func noteAccess(_ what: String, to person: PersonID?, form: String? = nil) {
        guard !global.readonly, openedStore != nil else { return }
        guard (try? withStore({ store throws(StoreProblem) in try store.holdsSeveral() })) == true else {
            return
        }
        let access = RecordAccess(patient: person, what: form.map { "\(what) \($0)" } ?? what)
        let notes = [form == nil ? AuditNote.viewed(access) : .exported(access)] + unreadFlags()
        guard environment.variable("HOME") ?? environment.variable("XDG_STATE_HOME") != nil else {
            return note(
                "this look is not in the audit journal: neither HOME nor XDG_STATE_HOME is set, so there "
                    + "is no place to remember the writer in")
        }
        let (author, stamp) = (author, stamp(in: (try? zone()) ?? zones.systemZone()))
        guard var store = openedStore else { return }
        openedStore = nil
        defer { openedStore = store }
        do throws(StoreProblem) {
            try store.appendAccess(notes, by: author, now: stamp)
        } catch {
            guard !error.isOfReadOnlyMedium else { return }
            let failure = Failure(error, files: environment.files)
            note("this look is not in the audit journal: \(failure.message ?? "\(error)")")
        }
    }

    /// Those of the flags that were listed that nobody has read before.
    private mutating func unreadFlags() -> [AuditNote] {
        let noted = showing.flags.filter(\.firstReadIsNoted)
        guard !noted.isEmpty else { return [] }
        let known = firstReadings()
        return noted.filter { known[$0.id] == nil }.map { .viewed(RecordAccess(readingFlag: $0.id)) }
    }

    /// Who has read each flag first; nothing where no store is open.
    mutating func firstReadings() -> [String: FlagReading] {
        (try? withStore { store throws(StoreProblem) in store.firstReadings() }) ?? [:]
    }
}
