// The options that every command takes.

import ArgumentParser
import CareDomain

struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store's folder.", valueName: "dir"))
    var store: String?

    @Option(help: ArgumentHelp("Whom it is about.", valueName: "id"), transform: Parse.person)
    var patient: PersonID?

    @Option(help: ArgumentHelp("Who writes.", valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp("What the clock says, with its offset.", valueName: "iso8601"),
        transform: Parse.instant)
    var now: OffsetInstant?

    @Option(help: ArgumentHelp("The time zone, else the person's.", valueName: "iana"))
    var zone: String?

    @Flag(help: "Print one JSON value.")
    var json = false

    @Flag(help: "Print one JSON object a line.")
    var jsonl = false

    @Flag(help: "Print a table as CSV.")
    var csv = false

    @Option(help: ArgumentHelp("Colours.", valueName: "colors"))
    var color: ColorChoice?

    @Option(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
    var theme: String?

    @Flag(help: "Draw with ASCII characters alone.")
    var ascii = false

    @Flag(help: "Print lines instead of opening a screen.")
    var plain = false

    @Option(help: ArgumentHelp("Movement.", valueName: "motion"))
    var motion: MotionChoice?

    @Flag(help: "Write nothing to the store.")
    var readonly = false

    func validate() throws {
        let forms = [("--json", json), ("--jsonl", jsonl), ("--csv", csv)].filter(\.1).map(\.0)
        if forms.count > 1 { throw ValidationError("choose one of \(forms.joined(separator: " and "))") }
    }

    var form: OutputForm {
        if json { return .json }
        if jsonl { return .jsonLines }
        return csv ? .csv : .text
    }
}

/// How records are printed.
enum OutputForm: Equatable {
    case text, json, jsonLines, csv
}

extension ColorChoice: ExpressibleByArgument {}
extension MotionChoice: ExpressibleByArgument {}
