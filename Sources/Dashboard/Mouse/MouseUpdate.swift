// What a click and the wheel do: no more than keys do, so that nothing needs a mouse.

import CellCanvas

extension DashboardModel {
    /// - Parameter touch: what was drawn at the place means; nil for nothing.
    mutating func use(_ action: MouseAction, _ touch: Touch?, in context: Context) -> [Effect] {
        guard usesMouse else { return [] }
        switch (action, touch) {
        case (.wheelUp, _): return move(columns: 0, rows: -wheelRows(in: context), in: context)
        case (.wheelDown, _): return move(columns: 0, rows: wheelRows(in: context), in: context)
        case (.press, .some(.key(let key))): return press(key, in: context)
        case (.press, .some(.item(columns: 0, rows: 0))):
            let mode = mode(in: context.size)
            return mode.isForm ? [] : run(.open, mode, in: context)
        case (.press, .some(.item(let columns, let rows))):
            return move(columns: columns, rows: rows, in: context)
        case (.press, .none): return []
        }
    }

    /// A turn of the wheel is a week of the calendar, a line of a form, three lines elsewhere.
    private func wheelRows(in context: Context) -> Int {
        switch mode(in: context.size) {
        case .calendar, .form, .formFigure, .nightFigure, .checkInForm: 1
        default: 3
        }
    }

    private mutating func move(columns: Int, rows: Int, in context: Context) -> [Effect] {
        let isForm = mode(in: context.size).isForm
        let across: Command = .move(columns < 0 ? .left : .right)
        let down: Command =
            rows < 0 ? (isForm ? .previousField : .move(.up)) : (isForm ? .nextField : .move(.down))
        let steps =
            Array(repeating: across, count: min(abs(columns), 500))
            + Array(repeating: down, count: min(abs(rows), 500))
        return steps.flatMap { run($0, mode(in: context.size), in: context) }
    }

    mutating func toggleMouse(in context: Context) -> [Effect] {
        usesMouse.toggle()
        say(
            usesMouse
                ? "The mouse works here now; with Shift a drag still selects text."
                : "The mouse is the terminal's again; M takes it back.", in: context)
        return [.watchMouse(usesMouse)]
    }
}
