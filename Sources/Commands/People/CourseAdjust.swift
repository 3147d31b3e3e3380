// Changes what is still to come of a course, with a reason that stays beside it.

import ArgumentParser
import CareDomain

struct CourseAdjust: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjust",
        abstract: "Changes the dose, spacing or time of what is to come.",
        discussion: """
            Sessions that were held stay, and so do those moved by themselves.

              lull course adjust --what dose --dose 0.6 --unit mg/kg --from 2026-12-03
                --why "no response after four"
              lull course adjust --what spacing --every 7 --from 2026-12-03 --why rest
              lull course adjust --what time --at 10:00 --from 2026-12-03 --why work
            """)

    enum What: String, ExpressibleByArgument, CaseIterable {
        case dose, spacing, time
    }

    @Option(help: ArgumentHelp("dose, spacing or time.", valueName: "what"))
    var what: What

    @Option(help: ArgumentHelp("The first day that it holds for.", valueName: "date"), transform: Parse.date)
    var from: CivilDate

    @OptionGroup var dose: DoseOptions
    @OptionGroup var confirmation: DoseConfirmation

    @Option(
        help: ArgumentHelp("Days from each session to the next.", valueName: "days"),
        transform: Parse.whole(CourseChange.spacings))
    var every: Int?

    @Option(help: ArgumentHelp("The time of the sessions.", valueName: "hh:mm"), transform: Parse.clock)
    var at: ClockTime?

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Parse.text)
    var why: String

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws {
        let given: [(What, Bool)] = [
            (.dose, dose.amount != nil), (.spacing, every != nil), (.time, at != nil),
        ]
        guard given.allSatisfy({ $0.1 == ($0.0 == what) }), dose.route == nil else {
            let wanted =
                switch what {
                case .dose: "--dose and --unit"
                case .spacing: "--every"
                case .time: "--at"
                }
            throw ValidationError("--what \(what.rawValue) goes with \(wanted), and with nothing else")
        }
    }

    func perform(in invocation: inout Invocation) throws {
        guard let change else { throw Failure.usage("give what is to change") }
        let subject = try invocation.theSubject()
        let effect: CourseEffect
        do throws(CourseChangeProblem) {
            effect = try CourseEffect(change, subject.history, zone: subject.zone, now: invocation.now)
        } catch {
            throw Failure.badData("the course stays as it is: \(error.plainWords)")
        }
        let first = effect.before[0]
        try confirmation.check(
            dose, against: first.dose, route: first.route, on: first.date,
            weight: subject.history.newestWeight(upTo: subject.today), &invocation)
        let outcomes = try invocation.append(effect.drafts, to: subject)
        for sentence in effect.sentences { invocation.note(sentence) }
        guard let id = outcomes.first?.id else {
            throw Failure(.inputOutput, "the change was not kept; try again")
        }
        try invocation.putKept(id)
    }

    private var change: CourseChange? {
        let what: CourseChange.What? =
            switch self.what {
            case .dose: dose.dose.map { .dose($0) }
            case .spacing: every.map { .spacing(days: $0) }
            case .time: at.map { .clock($0) }
            }
        return what.map { CourseChange($0, from: from, why: why) }
    }
}
