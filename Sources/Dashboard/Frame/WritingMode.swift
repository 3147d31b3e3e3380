// Reading and writing: where several people are, the dashboard opens to read, and a key turns writing on.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// True where a record may be written now.
    var canWrite: Bool { isWriting && !settings.isReadOnly }

    /// False, and said, where nothing is written.
    mutating func canWrite(in context: Context) -> Bool {
        if !canWrite { say(readingWords, .problem, in: context) }
        return canWrite
    }

    private var readingWords: String {
        guard !settings.isReadOnly else { return "This dashboard was opened to read only." }
        return "Reading only: \(writingKey?.shown ?? "w") turns writing on."
    }

    /// What turns it on where the keys are under whatever lies over the screen.
    var writingKey: Key? {
        person == nil
            ? keymap.key(for: .writing, in: cohort.page.mode) : keymap.key(for: .windDown, in: .tonight)
    }

    /// A person alone has no such mode.
    mutating func toggleWriting(in context: Context) {
        guard settings.opensReadOnly else { return }
        guard !settings.isReadOnly else {
            return say(
                "This dashboard was opened to read only; start it without --readonly.", .problem, in: context)
        }
        isWriting.toggle()
        say(isWriting ? "Writing is on; w turns it off." : "Writing is off.", in: context)
    }

    /// What is done of what was asked for: no record goes out while nothing may be written, whatever asked.
    mutating func withoutWrites(_ effects: [Effect], in context: Context) -> [Effect] {
        guard !canWrite else { return effects }
        var allowed: [Effect] = []
        for effect in effects {
            if case .append(_, _, let ticket) = effect {
                allowed += appended(ticket, .failure(AppendRefusal(sentence: readingWords)), in: context)
            } else {
                allowed.append(effect)
            }
        }
        return allowed
    }

    /// The word in the header; nil where there is no such mode.
    var writingWord: (text: String, style: Style)? {
        guard settings.opensReadOnly else { return nil }
        return canWrite ? ("writing", Style(.accent)) : ("reading", Style(.muted))
    }
}
