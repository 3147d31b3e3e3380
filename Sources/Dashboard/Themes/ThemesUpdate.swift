// What keys and news do to the list of themes: each move tries one on.

import CellCanvas

extension DashboardModel {
    mutating func reactToThemes(_ event: Event, in context: Context) {
        switch event {
        case .themesFound(var choices):
            guard !choices.isEmpty else {
                say("There is no theme to choose here.", .problem, in: context)
                return
            }
            // A file that was named for this run is in no folder.
            if !theme.isEmpty, !choices.contains(where: { $0.name == theme }) {
                choices.insert(ThemeChoice(name: theme, isOwn: true), at: 0)
            }
            let current = choices.firstIndex { $0.name == theme } ?? 0
            open(.themes(ThemesState(choices: choices, selected: current)))
        case .themeRefused(let sentence):
            if case .themes(var state) = topPage {
                state.refusal = sentence
                turn(to: .themes(state))
            } else {
                say(sentence, .problem, in: context)
            }
        case .themeKept(let name):
            say("Lull begins with \(name) from now on.", in: context)
        default: break
        }
    }

    mutating func updateThemes(_ before: ThemesState, _ command: Command, in context: Context) -> [Effect] {
        var state = before
        let page = max(1, Self.themeRows(in: context.size))
        let last = state.choices.count - 1
        switch command {
        case .move(.down): state.selected = min(last, state.selected + 1)
        case .move(.up): state.selected = max(0, state.selected - 1)
        case .pageDown: state.selected = min(last, state.selected + page)
        case .pageUp: state.selected = max(0, state.selected - page)
        case .first: state.selected = 0
        case .last: state.selected = last
        case .open:
            guard state.refusal == nil, let name = state.name else { return [] }
            closePage()
            theme = name
            return [.keepTheme(name)]
        case .back:
            closePage()
            return theme.isEmpty ? [] : [.useTheme(theme)]
        default: return []
        }
        guard state.selected != before.selected, let name = state.name else { return [] }
        state.refusal = nil
        turn(to: .themes(state))
        return [.useTheme(name)]
    }
}
