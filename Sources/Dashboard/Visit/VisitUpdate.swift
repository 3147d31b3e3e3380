// What keys do on the page for a visit.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func openVisit(in context: Context) {
        guard let report = visitReport(leavingOut: [], in: context) else { return }
        open(.visit(VisitState(report: report)))
    }

    /// Where several people's records are, a clinic looks at them.
    private func visitReport(leavingOut parts: Set<VisitReport.Part>, in context: Context) -> VisitReport? {
        person.map { person in
            VisitReport(
                person.history, knowing: settings.reportKnowledge,
                for: snapshot.hasSeveral ? .clinic : .person, leavingOut: parts, zone: person.zone,
                now: context.wall.instant)
        }
    }

    /// Makes the report of an open page anew, after the store has changed.
    mutating func refreshVisit(in context: Context) {
        for index in pages.indices {
            guard case .visit(var state) = pages[index],
                let report = visitReport(leavingOut: state.report.leftOut, in: context),
                report.person == state.report.person
            else { continue }
            state.report = report
            pages[index] = .visit(state)
        }
    }

    mutating func updateVisit(_ old: VisitState, _ command: Command, in context: Context) -> [Effect] {
        var state = old
        var effects: [Effect] = []
        let rows = visitRows(state, in: context.size)
        switch state.mode {
        case .visitQuestion: effects = updateQuestion(&state, command, in: context)
        case .visitForm:
            state.isSaving = false
            if case .saveReport(let form) = command { effects = [.saveReport(state.report, form)] }
        default: moveOrChange(&state, command, rows: rows, in: context)
        }
        turn(to: .visit(state))
        return effects
    }

    private mutating func moveOrChange(
        _ state: inout VisitState, _ command: Command, rows: Int, in context: Context
    ) {
        let lines = state.lines
        let last = max(0, state.headings(in: lines).count - 1)
        switch command {
        case .move(.down): state.selected = min(last, state.selected + 1)
        case .move(.up): state.selected = max(0, state.selected - 1)
        case .first: state.selected = 0
        case .last: state.selected = last
        case .pageDown, .pageUp:
            let step = max(1, rows - 2)
            state.scroll(
                to: state.top + (command == .pageDown ? step : -step), rows: rows, lines: lines.count)
            return state.chooseInView(rows: rows)
        case .remove:
            guard let part = chosenPart(state) else {
                return say("The sources stand in every report.", in: context)
            }
            state.report.leftOut.formSymmetricDifference([part])
        case .add: if canWrite(in: context) { state.question = "" }
        case .printReport: state.isSaving = true
        default: break
        }
        state.follow(rows: visitRows(state, in: context.size))
    }

    private func chosenPart(_ state: VisitState) -> VisitReport.Part? {
        let sections = state.report.allSections
        return sections.indices.contains(state.selected) ? sections[state.selected].part : nil
    }

    /// The line stays until the disk has the note.
    private mutating func updateQuestion(
        _ state: inout VisitState, _ command: Command, in context: Context
    ) -> [Effect] {
        guard state.ticket == nil else { return [] }
        switch command {
        case .erase: state.question = state.question.map { String($0.dropLast()) }
        case .eraseField: state.question = ""
        case .leave: state.question = nil
        case .save:
            let text = (state.question ?? "").trimmingSpaces
            guard !text.isEmpty else {
                state.question = nil
                return []
            }
            let (effect, ticket) = write(
                RecordDraft(.note(Note(text: text, to: Note.clinic))), of: state.report.person,
                as: "a note to the clinic")
            state.ticket = ticket
            return [effect]
        default: break
        }
        return []
    }

    /// Takes note of the disk's answer to a question that was typed.
    mutating func questionWritten(_ ticket: Int, isKept: Bool, in context: Context) {
        for index in pages.indices {
            guard case .visit(var state) = pages[index], state.ticket == ticket else { continue }
            state.ticket = nil
            if isKept {
                state.question = nil
                // What was added is what the eye looks for.
                state.selected =
                    state.report.allSections.firstIndex { $0.part == .questions } ?? state.selected
                state.follow(rows: visitRows(state, in: context.size))
            }
            pages[index] = .visit(state)
        }
    }

    mutating func typeQuestion(_ text: String) {
        guard case .visit(var state) = topPage, state.question != nil else { return }
        state.type(text)
        turn(to: .visit(state))
    }

    mutating func sayReportSaved(_ result: Result<String, AppendRefusal>, in context: Context) {
        switch result {
        case .success(let path):
            let whose = showsWhose ? person.map { " for " + self.whose($0.history) } ?? "" : ""
            // A file's name spells whose it is.
            let place = hidesNames ? path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } : path
            say("Saved\(whose)\(hidesNames ? " in" : ""): \(place)", in: context)
        case .failure(let refusal): say(refusal.sentence, .problem, in: context)
        }
    }
}
