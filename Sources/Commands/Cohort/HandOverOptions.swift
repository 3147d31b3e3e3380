// The hand-over of a shift on the command line: as text, HTML, Markdown or JSON.

import ArgumentParser
import CareDomain
import PlainJSON
import Presets

struct HandOverOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How far it looks ahead; else 12.", valueName: "hours"))
    var hours: Int?

    @Option(
        help: ArgumentHelp("text, html or markdown; else what the file's name says.", valueName: "format"))
    var format: ReportForm?

    @Option(help: ArgumentHelp("The file to write, which only you can read.", valueName: "file"))
    var to: String?

    @Flag(help: "Replace the file where it is there.")
    var force = false

    func check(_ command: CohortCommand) throws {
        guard command.report else {
            let given = [
                hours.map { _ in "--hours" }, format.map { _ in "--format" }, to.map { _ in "--to" },
                force ? "--force" : nil,
            ]
            if let option = given.compactMap({ $0 }).first {
                throw ValidationError("\(option) goes with --report")
            }
            return
        }
        if command.page != nil { throw ValidationError("choose one of --page and --report") }
        if command.sort != nil {
            throw ValidationError("--sort is for the table; leave it out with --report")
        }
        if format != nil, command.global.form != .text {
            throw ValidationError("choose one of --format and --json")
        }
        if force, to == nil { throw ValidationError("--force is about a file; name it with --to") }
        if to?.isEmpty == true { throw ValidationError("--to needs the name of a file") }
        if let hours, !(1...72).contains(hours) { throw ValidationError("--hours takes 1 to 72") }
    }

    func perform(_ filter: String?, in invocation: inout Invocation) throws {
        let shelf = invocation.ruleShelf()
        let choice = try filter.map { try CohortChoice($0, shelf) }
        let members = try invocation.members(shelf).filter { choice?.takes($0.row) ?? true }
        let at = OffsetInstant(invocation.now, in: try invocation.zone())
        let handOver = HandOver(
            members, at: at, hours: hours ?? HandOver.usualHours, routes: Shipped.doseRoutes,
            name: \.nameAndYear)
        let global = invocation.global
        let firstRead = invocation.firstReadings().mapValues(\.at)
        let output: OutputText
        switch global.form {
        case .json: output = .json(.object(object(handOver, firstRead)), pretty: true)
        case .jsonLines: output = .json(.object(object(handOver, firstRead)))
        case .csv: throw Failure.usage("this is no table, so it has no CSV; take --json")
        case .text:
            let form = format ?? to.flatMap { ReportForm(fileName: $0) } ?? .text
            output = ReportPrinting.text(of: handOver, as: form, ascii: global.ascii)
        }
        guard let to else { return try invocation.put(output) }
        try invocation.write(output, to: to, replacing: force)
        try invocation.put("Written to \(to).\n")
    }

    private func object(_ handOver: HandOver, _ firstRead: [String: OffsetInstant]) -> JSONObject {
        let page = TodayPage(
            list: .empty, firstRead: firstRead, routes: Shipped.doseRoutes, now: handOver.at.instant)
        let calls = handOver.calls.map { item -> JSONValue in
            .object(
                page.who(
                    item.member,
                    [
                        "at": .optional(item.call.start),
                        "reached": .optional(item.call.reached?.rawValue), "by": .string(item.call.by),
                        "note": .optional(item.call.note),
                    ]))
        }
        return [
            "at": .optional(handOver.at), "until": .optional(handOver.until),
            "aheadHours": .integer(handOver.hours),
            "flags": .array(handOver.flags.map { .object(page.object($0)) }),
            "notes": .integer(handOver.noteCount),
            "sessions": .array(handOver.sessions.map { .object(page.object($0)) }),
            "underObservation": .array(
                handOver.observed.map { .object(page.object($0.entry)) }),
            "duties": .array(handOver.duties.map { .object(page.object($0)) }),
            "callsNotReached": .array(calls),
        ]
    }
}
