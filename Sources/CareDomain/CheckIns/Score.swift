// What the answers to a questionnaire come to: the total, its band, the subscales, and what is missing.

package struct Score: Equatable, Sendable {
    /// Nil where too much is blank, where an answer is out of range, and where there is no total.
    package var total: Int?
    /// The band or level in a word; nil where none holds.
    package var band: String?
    package var subscales: [SubscaleScore]
    /// True where blanks were filled with the mean of the other answers.
    package var isProrated: Bool
    /// The numbers of the items that were left blank, those that may be left out not among them.
    package var missing: [Int]
    /// The numbers of the items whose answers the form does not have.
    package var outOfRange: [Int]
    /// Cuts that the total has reached, whether or not they ask for a rise.
    package var cuts: [Instrument.Cut]
    /// Whether every subscale shows the pattern asked of it; nil without such a rule, and where blanks
    /// could decide.
    package var hasPattern: Bool?

    /// True where nothing was left blank that counts.
    package var isComplete: Bool { missing.isEmpty && outOfRange.isEmpty }
}

package struct SubscaleScore: Equatable, Sendable {
    package var key: String
    package var word: String
    /// Nil where an item of it is unknown.
    package var value: Int?

    package init(key: String, word: String, value: Int?) {
        self.key = key
        self.word = word
        self.value = value
    }
}

extension Instrument {
    /// Scores a check-in. A blank is never 0, but where the form lets an item be left out.
    package func score(_ checkIn: CheckIn) -> Score {
        var score = Score(
            total: nil, band: nil, subscales: [], isProrated: false, missing: [], outOfRange: [], cuts: [],
            hasPattern: nil)
        guard !checkIn.answers.isEmpty else {
            score.total = checkIn.givenTotal.flatMap { isTotal($0) ? $0 : nil }
            score.subscales = subscales.map { SubscaleScore(key: $0.key, word: $0.word, value: nil) }
            return finished(score)
        }
        let answers = Answers(checkIn.answers, of: self)
        score.missing = answers.missing
        score.outOfRange = answers.outOfRange
        score.subscales = subscales.map {
            SubscaleScore(key: $0.key, word: $0.word, value: $0.value(answers))
        }
        score.hasPattern = pattern(answers)
        if answers.isRightLength {
            (score.total, score.isProrated) = total(answers, score.subscales)
        }
        score.band = level(answers)?.word
        return finished(score)
    }

    /// True for a total that the form can come to.
    package func isTotal(_ total: Int) -> Bool {
        guard let range = totalRange, range.contains(total) else { return false }
        if case .items(_, let times) = self.total { return total % max(1, times) == 0 }
        return true
    }

    private func finished(_ score: Score) -> Score {
        var score = score
        guard let total = score.total else { return score }
        score.band = score.band ?? bands.first { $0.range.contains(total) }?.word
        score.cuts = cuts.filter { total >= $0.from }
        return score
    }

    private func total(_ answers: Answers, _ parts: [SubscaleScore]) -> (Int?, isProrated: Bool) {
        switch total {
        case .none: return (nil, false)
        case .subscales:
            let values = parts.compactMap(\.value)
            return (values.count == parts.count ? values.reduce(0, +) : nil, false)
        case .items(let numbers, let times):
            let blanks = numbers.filter { answers[$0] == nil }
            let sum = numbers.compactMap { answers[$0] }.reduce(0, +)
            if blanks.isEmpty { return (sum * times, false) }
            guard let prorating, blanks.count <= prorating.mostBlanks, blanks.count < numbers.count,
                !blanks.contains(where: prorating.never.contains), answers.outOfRange.isEmpty
            else { return (nil, false) }
            // A half is rounded up, as the mean of whole numbers on paper is.
            let given = numbers.count - blanks.count
            return ((2 * sum * numbers.count + given) / (2 * given) * times, true)
        }
    }

    /// The gravest level that any answer reaches. The one without items holds only where nothing is blank.
    private func level(_ answers: Answers) -> Level? {
        levels.first { level in
            guard !level.items.isEmpty else { return answers.isComplete }
            return level.items.contains { (answers[$0] ?? 0) >= 1 }
        }
    }

    private func pattern(_ answers: Answers) -> Bool? {
        let asked = subscales.filter { $0.pattern != nil }
        guard !asked.isEmpty else { return nil }
        let results = asked.map { $0.showsPattern(answers) }
        if results.contains(false) { return false }
        return results.contains(nil) ? nil : true
    }
}

/// Answers by the number of the item, those out of range left out.
private struct Answers {
    private var values: [Int?]
    var missing: [Int] = []
    var outOfRange: [Int] = []
    let isRightLength: Bool
    var isComplete: Bool { isRightLength && missing.isEmpty && outOfRange.isEmpty }

    init(_ given: [Int?], of instrument: Instrument) {
        // More answers than items are another form's; fewer are one that was left half-way.
        isRightLength = given.count <= instrument.items.count
        values = []
        for (index, item) in instrument.items.enumerated() {
            let answer = given.indices.contains(index) ? given[index] : nil
            if let answer, !item.answers.contains(answer) {
                outOfRange.append(index + 1)
                values.append(nil)
            } else {
                if answer == nil, !item.isOptional { missing.append(index + 1) }
                values.append(answer ?? (item.isOptional ? 0 : nil))
            }
        }
    }

    subscript(number: Int) -> Int? { values.indices.contains(number - 1) ? values[number - 1] : nil }

    /// Nil where one of the items is unknown.
    func sum(_ numbers: [Int]) -> Int? {
        let known = numbers.compactMap { self[$0] }
        return known.count == numbers.count ? known.reduce(0, +) : nil
    }
}

extension Instrument.Subscale {
    fileprivate func value(_ answers: Answers) -> Int? {
        var sum = 0.0
        for part in parts {
            guard let value = part.value(answers) else { return nil }
            sum += value
        }
        return steps?.score(sum) ?? Int(sum.rounded())
    }

    /// Nil where blanks could decide.
    fileprivate func showsPattern(_ answers: Answers) -> Bool? {
        guard let pattern else { return nil }
        let numbers = parts.flatMap { part -> [Int] in
            if case .items(let numbers) = part.source { numbers } else { [] }
        }
        let reached = numbers.filter { (answers[$0] ?? 0) >= pattern.from }.count
        if reached >= pattern.items { return true }
        let blank = numbers.filter { answers[$0] == nil }.count
        return reached + blank >= pattern.items ? nil : false
    }
}

extension Instrument.Part {
    fileprivate func value(_ answers: Answers) -> Double? {
        let value: Double
        switch source {
        case .items(let numbers):
            guard let sum = answers.sum(numbers) else { return nil }
            value = Double(sum)
        case .efficiency(let bed, let rise, let asleep):
            guard let bed = answers[bed], let rise = answers[rise], let asleep = answers[asleep] else {
                return nil
            }
            let span = (rise - bed).modulo(1440)
            guard span > 0 else { return nil }
            value = 100 * Double(asleep) / Double(span)
        }
        return steps.map { Double($0.score(value)) } ?? value
    }
}
