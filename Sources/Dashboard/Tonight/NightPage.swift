// The page for the night: dim, without a clock, a chart or a figure, for those who lie awake.

import CareDomain
import CellCanvas

struct NightPageState: Equatable {
    /// After a good night nothing is shown until a key is pressed.
    var isDark = false
    var selected = 0

    enum Line: Int, CaseIterable {
        case breathe, getUp, grounding, tomorrow, call

        var words: String {
            switch self {
            case .breathe: "breathe"
            case .getUp: "get up for a while"
            case .grounding: "that was a dream"
            case .tomorrow: "a line for tomorrow"
            case .call: "someone to call"
            }
        }
    }

    var line: Line { Line(rawValue: selected) ?? .breathe }
}

extension DashboardModel {
    /// Keeps the moment as the likely time of trying to sleep, and goes dark.
    mutating func sayGoodNight(in context: Context) {
        guard let person else { return }
        // Whoever looks at several people's screens does not go to bed.
        if settings.opensReadOnly, !canWrite(in: context) { return }
        if canWrite {
            let wall = OffsetInstant(context.wall.instant, in: person.zone)
            goodNights[person.history.id] = wall
        }
        notice = nil
        open(.night(NightPageState(isDark: true)))
    }

    mutating func updateNightPage(
        _ state: NightPageState, _ command: Command, in context: Context
    ) -> [Effect] {
        var state = state
        guard !state.isDark else {
            state.isDark = false
            turn(to: .night(state))
            return []
        }
        let last = NightPageState.Line.allCases.count - 1
        switch command {
        case .move(.down): state.selected = min(last, state.selected + 1)
        case .move(.up): state.selected = max(0, state.selected - 1)
        case .open: return act(on: state.line, in: context)
        default: return []
        }
        turn(to: .night(state))
        return []
    }

    private mutating func act(on line: NightPageState.Line, in context: Context) -> [Effect] {
        switch line {
        // A programme comes back to this page by itself.
        case .breathe: return startProgramme(named: "longer-out-breath", dim: true, in: context)
        case .getUp: return startProgramme(named: "cant-sleep", dim: true, in: context)
        case .grounding: return startProgramme(named: "grounding", dim: true, in: context)
        case .tomorrow: openEntry(.selfNote, in: context)
        case .call: return openSomeoneToCall(in: context)
        }
        return []
    }

    func drawNightPage(_ state: NightPageState, on canvas: inout Canvas) {
        let area = canvas.bounds
        let lines = NightPageState.Line.allCases
        let isTight = area.rows < 14
        let step = isTight ? 1 : 2
        let top = max(0, (area.rows - lines.count * step) / 2)
        let column = max(0, (area.columns - 22) / 2)
        drawWhose(on: &canvas)
        guard !state.isDark else {
            canvas.put("good night", column + 4, area.rows / 2, .muted)
            canvas.focus = Position(column: column + 4, row: area.rows / 2)
            return
        }
        for (index, line) in lines.enumerated() {
            let isOn = index == state.selected
            let row = top + index * step
            if isOn {
                canvas.put("▸", column, row, .text)
                canvas.focus = Position(column: column, row: row)
            }
            canvas.put(line.words, column + 2, row, isOn ? .text : .muted)
        }
    }

    /// Between the planned bedtime and the planned rise Lull opens on the night's page.
    mutating func openByTheHour(in context: Context) {
        guard let person, !showsWhose, settings.programme == nil, topPage == nil, form == nil else { return }
        let now = Tonight(person, context, settings)
        if now.isNight {
            open(.night(NightPageState()))
        } else if now.isMorning, now.hasUsualTimes, canWrite, offeredDraft == nil {
            openForm(in: context)
            form?.isMorning = true
        }
    }
}

extension Tonight {
    /// True where a night's times can be proposed: from a plan, or from nights before.
    var hasUsualTimes: Bool { history.details.target != nil || history.mainNights.count >= 3 }
}
