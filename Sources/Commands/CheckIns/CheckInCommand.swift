// Check-ins: a questionnaire answered by its numbers, asked item by item, or the list of what is due.

import ArgumentParser
import CareDomain
import JournalStore
import Presets

struct CheckInCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-in",
        abstract: "Answers a questionnaire, or lists what is due.",
        discussion: """
            Lull ships no questionnaire's wording: have the form at hand and give the
            numbers, - for a blank. On a terminal, without --answers, it asks.

              lull check-in list
              lull check-in phq9 --answers 2,1,2,2,-,1,1,0,0
              lull check-in isi --total 19 --date 2026-11-03
            """)

    @Argument(help: "A questionnaire's name, or 'list'.")
    var name: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The answers in item order, - for a blank.", valueName: "0,1,-,2"))
    var answers: String?

    @Option(
        help: ArgumentHelp("The total, where only that is known.", valueName: "n"),
        transform: Parse.whole(0...100_000))
    var total: Int?

    @Option(
        help: ArgumentHelp("When it was filled in, if not now.", valueName: "date"), transform: Parse.date)
    var date: CivilDate?

    @Option(help: ArgumentHelp("At what time.", valueName: "instant"))
    var at: String?

    @Flag(help: "A clinician enters it.")
    var clinician = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws {
        if answers != nil, total != nil { throw ValidationError("give --answers or --total, not both") }
    }

    func perform(in invocation: inout Invocation) throws {
        let shelf = invocation.instrumentShelf()
        if name == "list" { return try CheckInList(shelf).put(in: &invocation) }
        guard let instrument = shelf.instrument(name) else {
            let names = shelf.all.map(\.name).joined(separator: ", ")
            throw Failure.usage("there is no questionnaire \(quoted(name)); there are \(names)")
        }
        guard instrument.scribe == .person || clinician else {
            throw Failure(
                .notAllowed,
                "\(instrument.title) is asked and entered by a clinician; if you are one, add --clinician")
        }
        let subject = try invocation.theSubject()
        let entry = CheckInEntry(
            instrument: instrument, subject: subject, moment: try moment(subject, invocation))
        if let answers {
            let given = try CheckInAnswers(of: instrument).read(answers)
            return try entry.keep(CheckIn(instrument: instrument.name, answers: given), &invocation)
        }
        if let total {
            guard instrument.isTotal(total) else { throw Failure.usage(Self.wrongTotal(total, instrument)) }
            return try entry.keep(CheckIn(instrument: instrument.name, givenTotal: total), &invocation)
        }
        guard invocation.canAsk else {
            throw Failure.usage("give --answers with \(instrument.items.count) numbers, or --total")
        }
        try entry.ask(shelf.wordings[instrument.name], &invocation)
    }

    private static func wrongTotal(_ total: Int, _ instrument: Instrument) -> String {
        guard let range = instrument.totalRange else {
            return "\(instrument.title) has no total; give --answers"
        }
        if case .items(_, let times) = instrument.total, times > 1, range.contains(total) {
            return "a total of \(instrument.title) is a multiple of \(times), which \(total) is not"
        }
        return "a total of \(instrument.title) lies from \(range.lowerBound) to \(range.upperBound)"
    }

    /// When it was filled in; nil for now.
    private func moment(_ subject: Subject, _ invocation: Invocation) throws -> OffsetInstant? {
        guard date != nil || at != nil else { return nil }
        let day = date ?? subject.today
        let noon = OffsetInstant(
            subject.zone.instant(CivilTime(day, secondOfDay: 43_200)), in: subject.zone)
        let now = invocation.stamp(in: subject.zone)
        if at == nil, day == subject.today { return noon.instant <= now.instant ? noon : now }
        let moment = try at.map { try WhenReader(zone: subject.zone, date: day).instant($0) } ?? noon
        guard moment.instant <= invocation.now else {
            throw Failure.badData(
                "\(moment.text()) has not come yet; give the time at which it was filled in")
        }
        return moment
    }
}

/// Answers as they are typed on the command line.
struct CheckInAnswers {
    private let instrument: Instrument

    init(of instrument: Instrument) { self.instrument = instrument }

    /// - Throws: `Failure` for another number of answers than items, and for one that an item does not have.
    func read(_ text: String) throws -> [Int?] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0).trimmingSpaces
        }
        guard parts.count == instrument.items.count else {
            throw Failure.usage(
                "\(instrument.title) has \(NumberWords.count(instrument.items.count, "item")), and "
                    + "\(NumberWords.count(parts.count, "answer")) came; give - for a blank")
        }
        var answers: [Int?] = []
        for (index, (part, item)) in zip(parts, instrument.items).enumerated() {
            if part == "-" || part.isEmpty {
                answers.append(nil)
                continue
            }
            guard let answer = item.answer(typed: part) else {
                throw Failure.usage(
                    "item \(index + 1) (\(item.place)): \(quoted(part)) is not \(item.expected), "
                        + "nor - for a blank"
                )
            }
            answers.append(answer)
        }
        guard answers.contains(where: { $0 != nil }) else {
            throw Failure.usage("nothing is answered; give a number for each item that is")
        }
        return answers
    }
}
