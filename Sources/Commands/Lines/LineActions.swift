// What can be done for a person, line by line: each a command, or the questions of one.

import CareDomain
import JournalStore
import Presets

struct LineActions {
    private let subject: Subject
    private let hour: LineHour
    private let conversation: Conversation

    /// The choice that leads back to the other people.
    static let others = "people"

    init(_ subject: Subject, _ hour: LineHour, _ invocation: Invocation) {
        self.subject = subject
        self.hour = hour
        conversation = invocation.conversation
    }

    /// The choices of the hour, and those that can be named as well.
    var menu: (shown: [LineChoice], hidden: [LineChoice]) {
        let main = main
        let first = hour.first.compactMap { name in main.first { $0.name == name } }
        let rest = main.filter { choice in !first.contains { $0.name == choice.name } }
        return (first + rest, dayChoices + mineChoices + sleepChoices)
    }

    private var main: [LineChoice] {
        var choices = [
            LineChoice(name: "tonight", title: "where things stand, and what waits", perform: Self.tonight),
            LineChoice(name: "log", title: "log a night", writes: true, perform: Self.logNight),
            LineChoice(name: "check-in", title: "questionnaires, and what is due") { try Self.checkIn(&$0) },
            submenu("day", "habits, mood, side effects, a nap, a medicine", dayChoices),
            submenu("sleep", "nights, charts and scores in words", sleepChoices),
            command("calendar", "the course, week by week", ["calendar"]),
            LineChoice(name: "relax", title: "breathing and relaxation", perform: Self.relax),
            entry("note", "a line to your clinic or to yourself", EntryQuestions(.note)),
            LineChoice(
                name: "session", title: "a session was held, was not, or is moved", writes: true,
                perform: Self.session),
            submenu("mine", "goals, the plan for bad hours, contacts, bedtime", mineChoices),
            LineChoice(name: "call", title: "someone to call", perform: Self.call),
        ]
        if hour == .afterSession {
            choices.append(
                entry(
                    "effects", "how you feel after your session",
                    EntryQuestions(
                        .symptoms,
                        only: ["detached", "effectsGoneAt", "dizzy", "nausea", "headache", "other"])))
        }
        if hour == .afterSession || hour == .night {
            choices.append(command("ground", "three minutes of grounding", ["relax", "grounding"]))
        }
        choices.append(LineChoice(name: "guide", title: "what is known, page by page", perform: Self.guide))
        // The page for a visit, where this program has it.
        if Lull.commandNames.contains("report") {
            choices.append(command("report", "the page for your visit", ["report"]))
        }
        if conversation.hasOthers {
            choices.append(LineChoice(name: Self.others, title: "someone else") { _ in })
        }
        // Last, so that its coming and going moves no number.
        if let last = conversation.kept.last, last.person == subject.id {
            choices.append(
                LineChoice(
                    name: "undo", title: "take back the last \(EntryKey.hyphenated(last.what))", writes: true,
                    perform: Self.undo))
        }
        return choices
    }

    // MARK: Submenus

    private var dayChoices: [LineChoice] {
        [
            entry("habits", "what bears on the night", EntryQuestions(.habits)),
            entry("mood", "how a day felt", EntryQuestions(.mood)),
            entry("symptoms", "side effects and signs", EntryQuestions(.symptoms)),
            entry("nap", "a nap", EntryQuestions(.nap)),
            entry("medicine", "a medicine that is taken, or was", EntryQuestions(.medication)),
            entry("practice", "a practice done without Lull", EntryQuestions(.practice)),
        ]
    }

    private var mineChoices: [LineChoice] {
        let plan = subject.history.plan.map { RecordBody.plan($0.value).fields } ?? [:]
        let clinic = subject.history.clinic.map { RecordBody.clinic($0.value).fields } ?? [:]
        return [
            LineChoice(name: "contacts", title: "whom you can reach", perform: Self.contacts),
            entry("contact", "add someone", EntryQuestions(.contact)),
            entry("clinic", "how your clinic is reached", EntryQuestions(.clinic, fields: clinic)),
            entry("plan", "goals, and the plan for bad hours", EntryQuestions(.plan, fields: plan)),
            LineChoice(name: "bedtime", title: "planned bed and rise", writes: true, perform: Self.bedtime),
            LineChoice(name: "name", title: "what you are called", writes: true, perform: Self.rename),
            command("settings", "what is known of you", ["patient", "show"]),
        ]
    }

    private var sleepChoices: [LineChoice] {
        [
            command("nights", "the last seven nights", ["nights", "--last", "7"]),
            command("summary", "means and counts", ["summary"]),
            command("scores", "what questionnaires came to", ["scores"]),
        ]
            + ChartKind.allCases.map { kind in
                LineChoice(name: "chart " + kind.rawValue, title: kind.about) {
                    try Self.chart(kind, &$0)
                }
            }
    }

    // MARK: Kinds of choices

    private func command(_ name: String, _ title: String, _ arguments: [String]) -> LineChoice {
        LineChoice(name: name, title: title) { try $0.perform(arguments) }
    }

    private func entry(_ name: String, _ title: String, _ questions: EntryQuestions) -> LineChoice {
        LineChoice(name: name, title: title, writes: true) { invocation in
            try questions.ask(try invocation.theSubject(), &invocation)
        }
    }

    private func submenu(_ name: String, _ title: String, _ choices: [LineChoice]) -> LineChoice {
        LineChoice(name: name, title: title) { try $0.choose(title.asSentence, choices) }
    }
}
