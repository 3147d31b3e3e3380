// What keys do in a search, and how what is found comes into sight.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// What can be searched, in words; nil where there is nothing.
    static func searched(in mode: Mode) -> String? {
        switch mode.searched {
        case .cohort: "people, by id, name or a filter such as week>=3 & flag:R05"
        case .relaxList: "the programmes"
        case .guide: "all pages of the guide"
        case .guidePage: "this page of the guide"
        case .help: "the keys"
        case .figures: "these figures"
        case .output: "this page"
        default: nil
        }
    }

    /// The search that holds for what is on the screen, typed or being typed.
    func search(in mode: Mode) -> SearchState? {
        let mode = mode.searched
        guard let search, search.mode == mode || mode == .search, !search.text.isEmpty else { return nil }
        return search
    }

    mutating func openSearch(_ mode: Mode, in context: Context) {
        let mode = mode.searched
        guard Self.searched(in: mode) != nil else {
            let words = "There is nothing to search here; / searches people, programmes, help and pages."
            return say(words, .problem, in: context)
        }
        notice = nil
        search = SearchState(mode, start: place(in: mode), text: mode == .cohort ? cohort.filter : "")
    }

    mutating func updateSearch(_ command: Command, in context: Context) -> [Effect] {
        guard var state = search else { return [] }
        switch command {
        case .back: clearSearch()
        case .accept:
            state.isTyping = false
            search = state.text.isEmpty ? nil : state
        case .erase where state.text.isEmpty: clearSearch()
        case .nextMatch, .previousMatch: findNext(command == .nextMatch ? 1 : -1, in: context)
        default:
            edit(&state.line, command)
            search = state
            find(in: context)
        }
        return []
    }

    mutating func typeSearch(_ text: String, in context: Context) {
        search?.line.type(text)
        find(in: context)
    }

    /// Esc where something was searched for: everything is shown again, and the keys are where they were.
    mutating func clearSearch() {
        if search?.mode == .cohort || (search == nil && !cohort.filter.isEmpty) {
            cohort.filter = ""
            sortCohort()
        }
        search = nil
    }

    /// True where a search is on the screen that Esc would clear.
    func hasSearch(in mode: Mode) -> Bool {
        search(in: mode) != nil || (mode.searched == .cohort && !cohort.filter.isEmpty)
    }

    mutating func findNext(_ step: Int, in context: Context) {
        guard var state = search else { return }
        let found = matches(of: state, in: context)
        guard !found.isEmpty else { return }
        state.match = (state.match + step + found.count) % found.count
        search = state
        go(to: found[state.match], in: state.mode, context)
    }

    /// Looks anew for what stands in the line: the first match from where it began.
    private mutating func find(in context: Context) {
        guard var state = search else { return }
        if state.mode == .cohort {
            state.problem = filterCohort(state.text)
            search = state
            return
        }
        let found = matches(of: state, in: context)
        state.match = found.firstIndex { $0 >= state.start } ?? 0
        search = state
        go(to: found.isEmpty ? state.start : found[state.match], in: state.mode, context)
    }

    /// The indices of what holds the text, whatever its case; everyone shown, in the cohort.
    func matches(of state: SearchState, in context: Context) -> [Int] {
        if state.mode == .cohort { return Array(cohort.rows.indices) }
        guard !state.text.isEmpty else { return [] }
        return searchedLines(in: state.mode, context).enumerated()
            .filter { TextSearch.contains($0.element, state.text) }.map(\.offset)
    }

    private func searchedLines(in mode: Mode, _ context: Context) -> [String] {
        switch mode {
        case .relaxList:
            return settings.programmes.map { "\($0.title) \($0.name) \($0.family.title) \($0.summary)" }
        case .guide: return settings.guidePages.map(\.searchedText)
        case .guidePage: return chosenGuideLines(in: context).map { $0.label + " " + $0.text }
        case .help: return helpLines(in: context.size).map { $0.keys + " " + $0.text }
        case .figures: return figureLines(in: context).map(\.text)
        case .output:
            if case .output(let lines, _) = pages.last { return lines }
            return []
        default: return []
        }
    }

    /// What is chosen, or the first line shown.
    private func place(in mode: Mode) -> Int {
        switch (mode, pages.last) {
        case (.cohort, _): cohort.selected
        case (.relaxList, _): relax.selected
        case (.guide, _): settings.guidePages.firstIndex { $0.name == chosenGuidePage?.name } ?? 0
        case (.guidePage, _): chosenGuidePage.flatMap { guide.places[$0.name] } ?? 0
        case (.help, .help(let line)), (.figures, .figures(let line)): line
        case (.output, .output(_, let scroll)): scroll.line
        default: 0
        }
    }

    private mutating func go(to index: Int, in mode: Mode, _ context: Context) {
        switch (mode, pages.last) {
        case (.cohort, _):
            cohort.selected = index
            cohort.clamp(to: cohort.rows.count)
        case (.relaxList, _): relax.selected = index
        case (.guide, _) where settings.guidePages.indices.contains(index):
            guide.chosen = settings.guidePages[index].name
        case (.guidePage, _):
            guard let page = chosenGuidePage else { return }
            let last = guideLayout(in: context).lastPlace(of: chosenGuideLines(in: context).count)
            guide.places[page.name] = min(index, last)
        case (.help, .help):
            let last = max(0, helpLines(in: context.size).count - Overlay.rows(in: context.size))
            turn(to: .help(min(index, last)))
        case (.figures, .figures):
            let last = max(0, figureLines(in: context).count - Overlay.rows(in: context.size))
            turn(to: .figures(min(index, last)))
        case (.output, .output(let lines, var scroll)):
            scroll.line = min(index, max(0, lines.count - Self.outputRows(in: context.size)))
            turn(to: .output(lines, scroll))
        default: break
        }
    }
}

extension GuidePage {
    /// Everything that it says, but for the sources.
    fileprivate var searchedText: String {
        let sections = sections.flatMap { [$0.heading ?? ""] + $0.text + $0.points + $0.after }
        return ([title, summary] + sections + unknown).joined(separator: " ")
    }
}

enum TextSearch {
    /// Whatever the case of the letters.
    static func contains(_ text: String, _ part: String) -> Bool { !ranges(of: part, in: text).isEmpty }

    /// Where a part stands in a text, counted in characters, from left to right and without overlaps.
    static func ranges(of part: String, in text: String) -> [Range<Int>] {
        let (text, part) = (text.map { $0.lowercased() }, part.map { $0.lowercased() })
        guard !part.isEmpty, part.count <= text.count else { return [] }
        var found: [Range<Int>] = []
        var at = 0
        while at + part.count <= text.count {
            if text[at] == part[0], text[at..<at + part.count].elementsEqual(part) {
                found.append(at..<at + part.count)
                at += part.count
            } else {
                at += 1
            }
        }
        return found
    }
}

extension Mode {
    /// All pages of the cohort are searched as one.
    fileprivate var searched: Mode { Keymap.cohort.contains(self) ? .cohort : self }
}
