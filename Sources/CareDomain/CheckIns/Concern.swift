// Answers that need someone, whatever the total says.

/// An answer that a person should not be left alone with.
package struct AnswerOfConcern: Equatable, Sendable {
    package var instrument: String
    /// The number of the item.
    package var item: Int
    package var answer: Int
    package var urgency: Instrument.Urgency

    package init(instrument: String, item: Int, answer: Int, urgency: Instrument.Urgency) {
        self.instrument = instrument
        self.item = item
        self.answer = answer
        self.urgency = urgency
    }
}

extension Instrument {
    /// The answers that need someone, the most urgent first, then by item; also of a check-in that was left
    /// half-way. None is no news: most people who died by suicide had answered item 9 of the PHQ-9 with 0
    /// shortly before. Source: Louzon 2016, Psychiatr Serv, ps.201500149.
    /// - Parameter earlier: the last answers before; a higher answer than then is for now.
    package func concerns(_ checkIn: CheckIn, after earlier: CheckIn? = nil) -> [AnswerOfConcern] {
        var found: [Int: AnswerOfConcern] = [:]
        for concern in concerns {
            for number in concern.items {
                guard let answer = checkIn.answer(number), answer >= concern.from,
                    item(number)?.answers.contains(answer) == true
                else { continue }
                let hasRisen = earlier?.answer(number).map { answer > $0 } ?? false
                let urgency = hasRisen ? Urgency.now : concern.urgency
                let highest = max(urgency, found[number]?.urgency ?? .sameDay)
                found[number] = AnswerOfConcern(
                    instrument: name, item: number, answer: answer, urgency: highest)
            }
        }
        return found.values.sorted { a, b in
            a.urgency == b.urgency ? a.item < b.item : a.urgency > b.urgency
        }
    }
}

extension CheckIn {
    /// The answer to an item by its number; nil where it was left blank.
    package func answer(_ number: Int) -> Int? {
        answers.indices.contains(number - 1) ? answers[number - 1] : nil
    }
}
