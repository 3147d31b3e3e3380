// A total without the item that asks about sleep: what may be drawn beside a person's sleep.

extension Instrument {
    /// The number of the item that asks how the person sleeps; nil for a form without one, and for a form
    /// that is about sleep as a whole. Drawn beside sleep, a total with it would hold sleep twice.
    package var sleepItem: Int? {
        guard case .items(let numbers, _) = total,
            let place = items.firstIndex(where: { $0.place == "sleep" }), numbers.contains(place + 1)
        else { return nil }
        return place + 1
    }

    /// The total that the form comes to without its sleep item; nil where another answer is unknown, and
    /// where only the total was noted. With no such item it is the total itself.
    package func totalBesideSleep(_ checkIn: ScoredCheckIn) -> Int? {
        guard let sleepItem, case .items(let numbers, let times) = total else { return checkIn.total }
        let others = numbers.filter { $0 != sleepItem }
        let answers = others.map { number -> Int? in
            guard checkIn.answers.indices.contains(number - 1), items.indices.contains(number - 1),
                let answer = checkIn.answers[number - 1], items[number - 1].answers.contains(answer)
            else { return nil }
            return answer
        }
        guard !answers.contains(nil) else { return nil }
        return answers.compactMap { $0 }.reduce(0, +) * times
    }

    /// As it is named beside sleep: `PHQ-9 without sleep`.
    package var titleBesideSleep: String { sleepItem == nil ? title : title + " without sleep" }
}
