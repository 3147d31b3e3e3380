// Verifying the store: what is damaged, edited or missing, a line each, and nothing else.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct VerifyCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads every line of the store, and names what is damaged.",
        discussion: """
            Prints a line for each: file, line, what. Nothing is printed, and the status
            is 0, where all is well. --repair closes torn lines and notes what is known,
            by appending alone; permissions and owners are yours to mend.

              lull verify
              lull verify --repair
            """)

    @Flag(help: "Close torn lines, and note the others as known.")
    var repair = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        if repair { try mend(&invocation) }
        let problems = try invocation.withStore { store throws(StoreProblem) in try store.verify() }
        if problems.contains(where: { !$0.isKnown }) { invocation.status = .no }
        let objects = problems.map(Self.object)
        switch global.form {
        case .json: try invocation.put(.json(.array(objects.map { .object($0) }), pretty: true))
        case .jsonLines: try invocation.put(.jsonLines(objects))
        case .csv: try invocation.put(CSVText.text(keys: ["file", "line", "what"], objects))
        case .text: try invocation.put(lines: problems.map(\.sentence))
        }
    }

    private func mend(_ invocation: inout Invocation) throws {
        try invocation.refuseWhereReadOnly()
        let (author, stamp) = (invocation.author, invocation.stamp(in: try invocation.zone()))
        let done = try invocation.withStore { store throws(StoreProblem) in
            try store.repair(by: author, now: stamp)
        }
        for file in done.closed { invocation.note("\(file): its torn last line is closed") }
        if done.noted > 0 {
            invocation.note(
                "\(NumberWords.count(done.noted, "line")) noted as known; nothing else was changed"
            )
        }
    }

    private static func object(_ problem: LineProblem) -> JSONObject {
        [
            "file": .string(problem.file), "line": .optional(problem.line), "what": .string(problem.words),
        ]
    }
}

extension LineProblem {
    /// What is wrong, for a list.
    var words: String { what.description + (isKnown ? " (known)" : "") }

    /// `people/ada/ada-laptop-7f3a.jsonl:3: changed after it was written`.
    var sentence: String { file + (line.map { ":\($0)" } ?? "") + ": " + words }
}
