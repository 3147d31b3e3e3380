// Keeps what is being typed: handed to the disk a second after a change, offered again at the next start.

import CareDomain
import CellCanvas

/// What of the form is on the disk, and when the rest is to be.
struct DraftKeeping: Equatable {
    /// As it was last handed on; nil where nothing is on the disk.
    var kept: FormDraft?
    /// When the next change is handed on; nil while nothing has changed.
    var due: Moment?
    /// Drafts of an earlier run that have not been taken up, dropped or left for later.
    var offers: [FormDraft] = []

    /// At most so much typing is lost when the program is killed.
    static let delay = Duration.seconds(1)
}

extension DashboardModel {
    /// The draft that is offered now: of the person whose screens are open.
    var offeredDraft: FormDraft? {
        guard !hasForm, canWrite, let person, relax.run == nil else { return nil }
        return drafts.offers.first { draft in
            draft.person == person.history.id && (draft.canBeTakenUp || instrument(of: draft) != nil)
        }
    }

    private func instrument(of draft: FormDraft) -> Instrument? {
        draft.instrumentName.flatMap(settings.care.instrument(named:))
    }

    /// What has to happen on the disk so that it holds what the form does.
    /// - Parameter atOnce: true where the program may end next.
    mutating func draftEffects(atOnce: Bool, in context: Context) -> [Effect] {
        guard let draft = typedDraft else {
            drafts.due = nil
            // Saved, or left by the person's own wish.
            guard !hasForm, let kept = drafts.kept else { return [] }
            drafts.kept = nil
            return [.dropDraft(kept.person)]
        }
        guard draft != drafts.kept else {
            drafts.due = nil
            return []
        }
        let due = drafts.due ?? context.now + DraftKeeping.delay
        drafts.due = due
        guard atOnce || due <= context.now else { return [] }
        drafts.kept = draft
        drafts.due = nil
        return [.keepDraft(draft)]
    }

    mutating func updateOffer(_ command: Command, in context: Context) -> [Effect] {
        guard let offer = offeredDraft, let person else { return [] }
        switch command {
        case .open:
            drafts.offers.removeAll { $0 == offer }
            drafts.kept = offer
            takeUp(offer, of: person, in: context)
            say("Here is what you typed \(Self.when(offer, person, context)).", in: context)
            return []
        case .dropDraft:
            drafts.offers.removeAll { $0 == offer }
            say("Dropped.", in: context)
            return [.dropDraft(offer.person)]
        case .back:
            drafts.offers.removeAll { $0 == offer }
            say("It stays where it is, and is offered the next time.", in: context)
            return [.setDraftAside(offer.person)]
        default: return []
        }
    }

    private mutating func takeUp(
        _ offer: FormDraft, of person: StoreSnapshot.Person, in context: Context
    ) {
        if let night = offer.night {
            form = LogNightState(
                history: person.history, zone: person.zone, today: person.today(in: context),
                begun: offer.begun)
            form?.restore(night)
        } else if let kind = FormKind(rawValue: offer.form) {
            let key = offer.texts[EntryFormState.sessionKey]
            let session = key.flatMap { key in person.history.sessions.first { $0.key == key } }
            let flag = offer.texts["flag"].flatMap { id in
                flags(of: person, in: context).first { $0.id == id }
            }
            let note = offer.texts["note of"].flatMap { id in
                person.history.notes.first { $0.id.text == id }
            }
            openEntry(
                kind, of: session, about: flag, answering: note, begun: offer.begun, in: context)
            entryForm?.restore(offer.texts)
        } else if let instrument = instrument(of: offer) {
            screen = .checkIns
            restoreCheckIn(instrument, offer, of: person, in: context)
        }
    }

    /// `at 22:14`, with the day where that was another.
    static func when(_ draft: FormDraft, _ person: StoreSnapshot.Person, _ context: Context) -> String {
        let civil = OffsetInstant(draft.begun.instant, in: person.zone).civil
        let day = civil.date == person.today(in: context) ? "" : "on \(civil.date.words) "
        return "\(day)at \(civil.clock)"
    }

    func drawOffer(_ draft: FormDraft, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let person else { return }
        let width = min(area.columns - 4, 60)
        let box = Rect(
            column: (area.columns - width) / 2, row: area.row + max(0, (area.rows - 9) / 2), columns: width,
            rows: 9)
        canvas.clear(box, .panel)
        let (column, limit) = (box.column + 3, width - 6)
        let (title, typed) = offerWords(draft)
        canvas.put(title, column, box.row + 1, .title, limit: limit)
        canvas.put("\(typed) \(Self.when(draft, person, context)).", column, box.row + 3, .text, limit: limit)
        canvas.shade(Rect(column: column - 1, row: box.row + 5, columns: width - 4, rows: 1), .selection)
        canvas.put("▸ Enter", column, box.row + 5, .figure)
        canvas.put("go on with it", column + 9, box.row + 5, .title)
        canvas.put("Esc", column + 2, box.row + 6, .figure)
        canvas.put("later: it stays where it is", column + 9, box.row + 6, .text, limit: limit - 9)
        canvas.put("x", column + 2, box.row + 7, .figure)
        canvas.put("drop it", column + 9, box.row + 7, .text, limit: limit - 9)
        canvas.focus = Position(column: column, row: box.row + 5)
    }

    /// What was not saved, and how much of it there is.
    private func offerWords(_ draft: FormDraft) -> (title: String, typed: String) {
        if let instrument = instrument(of: draft) {
            let items = NumberWords.count(draft.texts.count, "item")
            return ("\(instrument.title) was not finished", "You answered \(items) of it")
        }
        if let kind = FormKind(rawValue: draft.form) {
            let typed = draft.texts.filter { $0.key != EntryFormState.sessionKey }
            let items = NumberWords.count(typed.count, "item")
            return ("\(kind.listTitle): not saved", "You typed \(items) of it")
        }
        let date = draft.night.flatMap { CivilDate($0[.date].trimmingSpaces) }
        let items = NumberWords.count(draft.texts.count - (date == nil ? 0 : 1), "item")
        return (
            date.map { "The night to \($0.longWords) was not saved" } ?? "A night was not saved",
            "You typed \(items) of it"
        )
    }
}

extension FormDraft {
    /// True for a form that can be opened without anything else being known.
    fileprivate var canBeTakenUp: Bool {
        switch FormKind(rawValue: form) {
        case .sessionDone, .sessionMove, .sessionOff: false
        case nil: night != nil
        default: true
        }
    }
}
