// What keys do in the command line, what becomes of a line that is run, and of what it says.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func openCommandLine() {
        commandLine = CommandLineState()
        notice = nil
    }

    mutating func updateCommandLine(_ command: Command, in context: Context) -> [Effect] {
        guard var state = commandLine else { return [] }
        switch command {
        case .back:
            commandLine = nil
            return []
        case .accept:
            commandLine = nil
            return run(line: state.line.text, in: context)
        case .complete:
            guard commandWords != nil else { return [.listCommands] }
            completeCommand()
            return []
        case .erase where state.line.text.isEmpty:
            commandLine = nil
            return []
        case .olderEntry: look(back: 1, &state)
        case .newerEntry: look(back: -1, &state)
        default: edit(&state.line, command)
        }
        state.offered = []
        state.chosen = nil
        commandLine = state
        return []
    }

    func edit(_ line: inout TypedLine, _ command: Command) {
        switch command {
        case .erase: line.erase()
        case .eraseWord: line.eraseWord()
        case .eraseField: line.eraseAll()
        case .move(let direction): line.move(direction)
        case .first: line.goToStart()
        case .last: line.goToEnd()
        default: break
        }
    }

    mutating func typeCommand(_ text: String) {
        commandLine?.line.type(text)
        commandLine?.offered = []
        commandLine?.chosen = nil
        commandLine?.back = nil
    }

    mutating func completeCommand() {
        guard var state = commandLine else { return }
        complete(&state)
        commandLine = state
    }

    /// As far as all that is possible agrees; pressed again, one after the other.
    private func complete(_ state: inout CommandLineState) {
        let text = state.line.text
        if state.offered.count > 1 {
            let next = state.chosen.map { ($0 + 1) % state.offered.count } ?? 0
            state.chosen = next
            state.line.set(Self.head(of: text) + state.offered[next])
            return
        }
        let found = completions(of: text)
        guard let first = found.first else { return }
        if found.count == 1 {
            state.line.set(Self.head(of: text) + first + " ")
            return
        }
        let shared = found.dropFirst().reduce(first) { shared, other in
            String(zip(shared, other).prefix { $0 == $1 }.map(\.0))
        }
        state.line.set(Self.head(of: text) + shared)
        state.offered = found
    }

    private func completions(of text: String) -> [String] {
        let words = commandWords ?? settings.commands
        let found = words.completions(of: text, people: peopleToType)
        guard !text.contains(" "), !text.isEmpty else { return found }
        let actions = keymap.rows(for: modeUnderLines).flatMap { $0.keys.values.compactMap(\.action) }
        return Set(found + actions.filter { $0.hasPrefix(text) }).sorted()
    }

    /// The words that can stand for a person.
    private var peopleToType: [String] { mask?.words ?? snapshot.ids.map(\.text) }

    /// The line without its last word.
    private static func head(of text: String) -> String {
        text.lastIndex(of: " ").map { String(text[...$0]) } ?? ""
    }

    private func look(back step: Int, _ state: inout CommandLineState) {
        let lines = commandHistory.lines
        if state.back == nil { state.typed = state.line.text }
        let back = (state.back ?? 0) + step
        guard back > 0 else {
            if state.back != nil { state.line.set(state.typed) }
            state.back = nil
            return
        }
        guard back <= lines.count else { return }
        state.back = back
        state.line.set(lines[lines.count - back])
    }
}

// MARK: Running

extension DashboardModel {
    private mutating func run(line: String, in context: Context) -> [Effect] {
        guard var words = CommandWords.words(of: line) else {
            say("A quotation mark is not closed.", .problem, in: context)
            return []
        }
        if words.first == "lull" { words.removeFirst() }
        guard let name = words.first else { return [] }
        commandHistory.add(line)
        if let effects = runHere(name, words, in: context) { return effects }
        if let why = Self.refusal(of: words) {
            say(why, .problem, in: context)
            return []
        }
        words = withIDs(words)
        if !canWrite { words.insert("--readonly", at: 0) }
        return [.run(words, patient: person?.history.id, ticket: nextTicket())]
    }

    /// What the dashboard does itself; nil for a command of the command line.
    private mutating func runHere(_ name: String, _ words: [String], in context: Context) -> [Effect]? {
        switch name {
        case "q", "quit", "exit": return finishGuide(in: context) + [.quit]
        case "relax" where words.count == 1 || words.count == 2 && words[1] != "list":
            guard person != nil, !words.contains(where: { $0.hasPrefix("-") }) else { return nil }
            return beginGuide(words.count > 1 ? words[1] : nil, in: context)
        default: break
        }
        if words.count == 1, let command = action(named: name) {
            return run(command, mode(in: context.size), in: context)
        }
        if let number = Int(name), words.count == 1 {
            guard person != nil, let screen = PersonScreen(rawValue: number - 1) else {
                say("There is no screen \(number) here.", .problem, in: context)
                return []
            }
            show(screen)
            return []
        }
        return nil
    }

    /// What keys do on the screen can be typed by its name too; a command of the same name comes first, but
    /// for help, which is about the keys here.
    private func action(named name: String) -> Command? {
        guard name == "help" || !settings.commands.commands.contains(where: { $0.name == name }) else {
            return nil
        }
        return keymap.rows(for: modeUnderLines).lazy.flatMap(\.keys.values).first { $0.action == name }
    }

    private mutating func beginGuide(_ name: String?, in context: Context) -> [Effect] {
        guard let name else {
            show(.relax)
            proposeProgramme(in: context)
            return []
        }
        guard settings.programmes.contains(where: { $0.name == name }) else {
            say("There is no programme \"\(CleanText(name).fitted(to: 40))\".", .problem, in: context)
            return []
        }
        let kept = finishGuide(in: context)
        show(.relax)
        relax.run = nil
        return kept + startProgramme(named: name, dim: false, in: context)
    }

    private mutating func show(_ other: PersonScreen) {
        pages = []
        screen = other
    }

    /// Why a command is not run from here; nil for one that is.
    private static func refusal(of words: [String]) -> String? {
        switch words.first {
        case "watch": return "watch runs on until it is stopped; run it in a shell."
        case "demo", "dashboard": return "\(words[0]) opens a dashboard of its own; run it in a shell."
        case "init", "plant": return "\(words[0]) makes a store; this one is there already."
        case "relax" where !words.contains("list") && !words.contains("--dry-run"):
            return "A guide begins here with :relax and the name of a programme alone."
        default: break
        }
        if words.contains("--stdin") { return "There is nothing to read from here; leave --stdin out." }
        return nil
    }

    /// An error is a sentence on the status line, a line of output too; more is a page over the screen.
    mutating func ran(_ output: CommandOutput, in context: Context) {
        let lines = output.lines.map(shown)
        if output.isNotAllowed, !canWrite {
            _ = canWrite(in: context)
        } else if !output.isDone, output.text.isEmpty {
            say(output.remarks.last ?? "The command did not end well.", .problem, in: context)
        } else if lines.isEmpty {
            say("Done.", in: context)
        } else if lines.count == 1, RecordID(lines[0]) != nil {
            let whose = showsWhose ? person.map { " for " + self.whose($0.history) } ?? "" : ""
            say("Saved\(whose).", in: context)
        } else if lines.count == 1, CleanText(lines[0]).width <= context.size.columns - 8 {
            say(lines[0], output.isDone ? .done : .problem, in: context)
        } else {
            if case .output = topPage { closePage() }
            open(.output(lines, Scroll()))
        }
    }
}
