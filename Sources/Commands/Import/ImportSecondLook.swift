// What is taken in and deserves a second look: a dose far from its route's, an unknown questionnaire.

import CareDomain
import Exchange
import Presets

struct ImportSecondLook {
    private let shelf: InstrumentShelf

    init(_ shelf: InstrumentShelf) { self.shelf = shelf }

    /// A clause that says what stands out; nil where nothing does.
    func words(on entry: ImportResult.Entry) -> String? {
        switch entry.draft.body {
        case .session(let session): words(on: session)
        case .checkIn(let checkIn) where shelf.instrument(checkIn.instrument) == nil:
            "there is no questionnaire \(quoted(checkIn.instrument)) here; it is kept, and not scored"
        default: nil
        }
    }

    private func words(on session: Session) -> String? {
        guard let dose = session.dose, let start = session.start else { return nil }
        let date = start.civil.date
        let check = DoseCheck(
            dose, planned: nil, route: session.route.flatMap(Shipped.doseRoute),
            weight: session.weight.map { BodyWeight(kilograms: $0, date: date) }, on: date)
        guard !check.questions.isEmpty else { return nil }
        let why = check.questions.map(\.words).joined(separator: "; ")
        return "\(dose.words) is kept as it stands, and \(why); look at it once more"
    }
}
