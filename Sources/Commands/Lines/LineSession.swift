// Lull line by line: from a menu to what it names and back, for ears, fingertips and terminals without a
// screen.

import CareDomain

struct LineSession {
    /// Leads until the person leaves, or the input ends. What was answered by then is kept.
    static func run(in invocation: inout Invocation) throws {
        invocation.conversation.hasMenu = true
        do {
            try lead(&invocation)
        } catch let turn as Unanswered {
            if !turn.words.isEmpty { try invocation.put(lines: [turn.words.asSentence]) }
        }
        invocation.status = .ok
    }

    private static func lead(_ invocation: inout Invocation) throws {
        let ids = try invocation.people()
        if ids.isEmpty { try addSomeone(&invocation) }
        if invocation.global.patient != nil || ids.count < 2 {
            if let id = invocation.global.patient { invocation.noteAccess("lines", to: id) }
            return try leadPerson(&invocation)
        }
        invocation.noteAccess("lines", to: nil)
        invocation.conversation.hasOthers = true
        while true {
            do {
                guard let id = try choosePerson(&invocation) else { continue }
                invocation.global.patient = id
                invocation.noteAccess("lines", to: id)
                try leadPerson(&invocation)
            } catch let turn as Unanswered where turn.way == .back {
                if invocation.global.patient == nil {
                    try invocation.put(lines: ["This is the first list; q leaves."])
                }
            }
            invocation.global.patient = nil
            invocation.conversation.subject = nil
        }
    }

    // MARK: People

    private static func addSomeone(_ invocation: inout Invocation) throws {
        try invocation.put(lines: ["No one is in the store yet."])
        while true {
            let name = try invocation.ask(invocation.question("Whose sleep is it? A name", enter: "leaves"))
            if name.isEmpty { throw Unanswered(way: .leave, words: "") }
            do {
                return try invocation.perform([
                    "patient", "add", InitCommand.id(fromName: name).text, "--name=" + name,
                ])
            } catch let failure as Failure where failure.status == .usage {
                try invocation.put(lines: [(failure.message ?? "").asSentence])
            }
        }
    }

    /// The cohort, a line a person, the most urgent first.
    private static func choosePerson(_ invocation: inout Invocation) throws -> PersonID? {
        let shelf = invocation.ruleShelf()
        let now = invocation.now
        let rows = CohortRow.byUrgency(try invocation.subjects().map { shelf.row(of: $0, now: now) })
        let people = rows.map { (name: $0.name, title: words($0)) }
        let place = try invocation.pick(
            "\(rows.count) people, the most urgent first.", people,
            prompt: "Whom? A number or a part of the name (? lists them, q leaves):")
        return place.map { rows[$0].id }
    }

    private static func words(_ row: CohortRow) -> String {
        let week = row.week.flatMap { week in row.weeks.map { "week \(week) of \($0)" } }
        return [row.reason, week, "diary \(row.nightsLogged7) of 7"].compactMap { $0 }.joined(separator: ", ")
    }

    // MARK: One person

    private static func leadPerson(_ invocation: inout Invocation) throws {
        var listed: [String] = []
        try LineActions.tonight(&invocation)
        while true {
            let subject = try invocation.theSubject()
            let hour = LineHour(subject, now: invocation.now)
            let menu = LineActions(subject, hour, invocation).menu
            let names = menu.shown.map(\.name)
            // A number never comes to mean another thing without a word.
            let rows = (menu.shown + menu.hidden).map { (name: $0.name, title: $0.title) }
            let isNew = listed.isEmpty || !names.starts(with: listed)
            if isNew { listed = names }
            let place: Int?
            do {
                place = try invocation.pick(
                    title(subject, invocation), rows, hidden: menu.hidden.count, lists: isNew,
                    prompt: "What next? (? lists the choices, q leaves):")
            } catch let turn as Unanswered where turn.way == .back && !invocation.conversation.hasOthers {
                try invocation.put(lines: ["This is the first menu; q leaves."])
                continue
            }
            guard let place else {
                listed = []
                continue
            }
            let choice = (menu.shown + menu.hidden)[place]
            if choice.name == LineActions.others { return }
            try invocation.perform(choice)
        }
    }

    /// With several people in the store, whose menu it is.
    private static func title(_ subject: Subject, _ invocation: Invocation) -> String {
        guard invocation.conversation.hasOthers else { return "What you can do now:" }
        let born = subject.history.details.bornYear.map { ", born \($0)" } ?? ""
        return "\(subject.history.displayName)\(born). What you can do now:"
    }
}
