// What keys do in the form for a questionnaire, how it reaches the disk, and when someone to call is shown.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func updateCheckInForm(_ command: Command, in context: Context) -> [Effect] {
        guard var form = checkInForm, form.ticket == nil else { return [] }
        let before = form.item
        switch command {
        case .nextField where form.line == .finish: return finishCheckIn(in: context)
        case .nextField: form.move(by: 1)
        case .previousField: form.move(by: -1)
        case .move(.left): form.step(by: -1)
        case .move(.right): form.step(by: 1)
        case .first: form.go(to: 1)
        case .last: form.moveToEnd()
        case .erase: form.erase()
        case .eraseField: form.eraseLine()
        case .save: return finishCheckIn(in: context)
        case .leave: return leaveCheckIn(in: context)
        default: break
        }
        checkInForm = form
        return before == form.item ? [] : answered(before, in: context)
    }

    /// What was pasted is taken as if it were typed.
    mutating func type(_ text: String, intoCheckInIn context: Context) -> [Effect] {
        var effects: [Effect] = []
        for character in text where !character.isNewline {
            guard var form = checkInForm, form.ticket == nil else { return effects }
            let item = form.item
            let isLeft = form.type(character)
            checkInForm = form
            if isLeft { effects += answered(item, in: context) }
        }
        return effects
    }

    // MARK: Keeping

    private mutating func finishCheckIn(in context: Context) -> [Effect] {
        guard var form = checkInForm else { return [] }
        let hasProblem = form.findProblem()
        checkInForm = form
        guard !hasProblem else { return [] }
        guard form.checkIn != nil else {
            say("Nothing is answered yet.", in: context)
            return []
        }
        showSomeoneIfNeeded()
        return keepCheckIn(as: .finished, in: context)
    }

    /// Esc: what was answered is kept as it is, and goes on another time of the day.
    private mutating func leaveCheckIn(in context: Context) -> [Effect] {
        guard let form = checkInForm else { return [] }
        guard form.checkIn != nil, form.hasInput else {
            checkInForm = nil
            return []
        }
        showSomeoneIfNeeded()
        return keepCheckIn(as: .left, in: context)
    }

    /// Writes what is answered in place of what was written before; without news the form only closes.
    private mutating func keepCheckIn(as ending: CheckInForm.Ending, in context: Context) -> [Effect] {
        guard var form = checkInForm, let checkIn = form.checkIn, form.ticket == nil else { return [] }
        form.ending = ending
        if let kept = form.kept, kept.checkIn == checkIn {
            checkInForm = form
            closeCheckIn(kept.id)
            return []
        }
        let count = "\(form.answered) of \(form.instrument.items.count) answered"
        let what = form.instrument.title + (checkIn.answers.isEmpty ? ", the total alone" : ", " + count)
        let draft = RecordDraft(.checkIn(checkIn), replaces: form.kept?.id)
        let (effect, ticket) = write(draft, of: form.person, as: what)
        form.ticket = ticket
        checkInForm = form
        return [effect]
    }

    /// Takes note of the disk's answer to a write of the form.
    mutating func checkInWritten(_ ticket: Int, _ id: RecordID?) {
        guard var form = checkInForm, form.ticket == ticket else { return }
        form.ticket = nil
        if let id, let checkIn = form.checkIn { form.kept = CheckInForm.Kept(id: id, checkIn: checkIn) }
        if id == nil { form.ending = .none }
        checkInForm = form
        if let id { closeCheckIn(id) }
    }

    private mutating func closeCheckIn(_ id: RecordID) {
        guard let form = checkInForm, form.ending != .none else { return }
        checkInForm = nil
        if form.ending == .finished {
            // Under someone to call, where that is shown: it comes first.
            pages.insert(.checkInResult(id, of: form.instrument.name), at: min(pagesUnderForm, pages.count))
        }
    }

    // MARK: Someone

    /// An item was answered and left. Where its answer needs someone, it is kept at once, and the page opens
    /// over the form; not again for an answer no higher than the one that it was shown for.
    private mutating func answered(_ item: Int?, in context: Context) -> [Effect] {
        guard let item, showsSomeone(forItem: item) else { return [] }
        return keepCheckIn(as: .none, in: context)
    }

    /// The same, where the form is left by another way than its items.
    private mutating func showSomeoneIfNeeded() {
        for index in checkInForm?.texts.indices ?? 0..<0 where showsSomeone(forItem: index) { return }
    }

    private mutating func showsSomeone(forItem index: Int) -> Bool {
        guard var form = checkInForm, let answer = form.answers[index],
            form.shown[index].map({ answer > $0 }) ?? true,
            let checkIn = form.checkIn,
            form.instrument.concerns(checkIn).contains(where: { $0.item == index + 1 })
        else { return false }
        form.shown[index] = answer
        checkInForm = form
        openSomeone(isAnswered: true)
        return true
    }
}
