// The form for a questionnaire: what was typed for each item, which line the keys go to, and what is on the
// disk of it.

import CareDomain
import CellCanvas

struct CheckInForm: Equatable {
    /// Where the keys go.
    enum Line: Equatable {
        /// An item by its place, from 0.
        case item(Int)
        /// The total alone, while no item is answered.
        case total
        case finish
    }

    /// What the form is closed with once the disk has the answers.
    enum Ending: Equatable {
        /// It stays open.
        case none
        case left, finished
    }

    /// What the disk has.
    struct Kept: Equatable {
        var id: RecordID
        var checkIn: CheckIn
    }

    let person: PersonID
    let instrument: Instrument
    /// When the person began to answer.
    let begun: OffsetInstant
    /// As typed, by item.
    private(set) var texts: [String]
    private(set) var total = ""
    var line = Line.item(0)
    /// The record that holds what was answered before, and its answers; nil where the disk has none.
    var kept: Kept?
    /// The write that is under way; nil while there is none.
    var ticket: Int?
    var ending = Ending.none
    /// The answer to each item after which someone to call was shown, by its place.
    var shown: [Int: Int] = [:]
    /// What cannot be taken, in words.
    private(set) var problem: String?

    /// - Parameter half: the record that was left half-way today, and its answers.
    init(
        _ instrument: Instrument, of person: PersonID, begun: OffsetInstant,
        half: Kept? = nil
    ) {
        self.person = person
        self.instrument = instrument
        self.begun = begun
        kept = half
        texts = instrument.items.enumerated().map { index, item in
            half?.checkIn.answer(index + 1).map(item.words) ?? ""
        }
        for (index, answer) in answers.enumerated() { shown[index] = answer }
        line = firstOpen
    }

    // MARK: What it holds

    /// By item; nil where it is open, or holds what the item cannot be answered with.
    var answers: [Int?] {
        zip(texts, instrument.items).map { text, item in text.isEmpty ? nil : item.answer(typed: text) }
    }

    var answered: Int { answers.filter { $0 != nil }.count }

    /// Items that count and are open, by number.
    var open: [Int] {
        instrument.items.indices.filter { answers[$0] == nil && !instrument.items[$0].isOptional }
            .map { $0 + 1 }
    }

    var givenTotal: Int? {
        guard hasTotalLine, let value = Int(digits: total.utf8), instrument.isTotal(value) else { return nil }
        return value
    }

    /// What would be written; nil while nothing is answered.
    var checkIn: CheckIn? {
        if answered > 0 { return CheckIn(instrument: instrument.name, answers: answers) }
        return givenTotal.map { CheckIn(instrument: instrument.name, givenTotal: $0) }
    }

    /// True once the person has put something in that the disk does not have.
    var hasInput: Bool {
        guard let kept else { return texts.contains { !$0.isEmpty } || !total.isEmpty }
        return checkIn != kept.checkIn
    }

    // MARK: Lines

    /// Only a form without any answer can be kept as a total alone.
    var hasTotalLine: Bool {
        instrument.totalRange != nil && kept == nil && texts.allSatisfy(\.isEmpty)
    }

    var lines: [Line] {
        instrument.items.indices.map { .item($0) } + (hasTotalLine ? [.total] : []) + [.finish]
    }

    var item: Int? { if case .item(let index) = line { index } else { nil } }

    private var firstOpen: Line {
        answers.firstIndex(of: nil).map { .item($0) } ?? .finish
    }

    mutating func move(by steps: Int) {
        let lines = lines
        let place = (lines.firstIndex(of: line) ?? 0) + steps
        line = lines[min(lines.count - 1, max(0, place))]
        problem = nil
    }

    mutating func moveToEnd() { line = .finish }

    mutating func go(to number: Int) { line = .item(number - 1) }

    // MARK: Typing

    /// Takes a character. An item of one digit is answered by it, and the keys go on to the next line.
    /// - Returns: true where the line is answered and left.
    mutating func type(_ character: Character) -> Bool {
        problem = nil
        switch line {
        case .finish: return false
        case .total:
            guard character.isWholeNumber, character.isASCII, total.count < 4 else { return false }
            total.append(character)
            return false
        case .item(let index):
            let item = instrument.items[index]
            guard item.isOneDigit else {
                if texts[index].count < 8, character.isASCII, !character.isWhitespace {
                    texts[index].append(character)
                }
                return false
            }
            guard item.answer(typed: String(character)) != nil else {
                if character.isWholeNumber { problem = "Here it is \(item.expected)." }
                return false
            }
            texts[index] = String(character)
            total = ""
            move(by: 1)
            return true
        }
    }

    /// The answer beside the one that stands, where answers are points.
    mutating func step(by points: Int) {
        guard let index = item, instrument.items[index].unit == .points else { return }
        let range = instrument.items[index].answers
        let value = answers[index].map { $0 + points } ?? range.lowerBound
        texts[index] = String(min(range.upperBound, max(range.lowerBound, value)))
        total = ""
        problem = nil
    }

    mutating func erase() {
        switch line {
        case .item(let index): texts[index] = String(texts[index].dropLast())
        case .total: total = String(total.dropLast())
        case .finish: break
        }
        problem = nil
    }

    mutating func eraseLine() {
        switch line {
        case .item(let index): texts[index] = ""
        case .total: total = ""
        case .finish: break
        }
        problem = nil
    }

    /// What stands in a line and cannot be taken; the keys go there. False where there is nothing of that
    /// kind.
    mutating func findProblem() -> Bool {
        for (index, item) in instrument.items.enumerated() where isWrong(index) {
            line = .item(index)
            problem = "Here it is \(item.expected)."
            return true
        }
        guard hasTotalLine, !total.isEmpty, givenTotal == nil, let range = instrument.totalRange else {
            return false
        }
        line = .total
        problem = "A total of \(instrument.title) lies from \(range.lowerBound) to \(range.upperBound)"
        if case .items(_, let times) = instrument.total, times > 1 { problem? += ", in steps of \(times)" }
        problem? += "."
        return true
    }

    /// True for an item that holds something which is no answer to it.
    func isWrong(_ index: Int) -> Bool { !texts[index].isEmpty && answers[index] == nil }

    // MARK: What was typed before a kill

    static let draftForm = "check-in:"

    var draft: FormDraft {
        var texts: [String: String] = [:]
        for (index, text) in self.texts.enumerated() where !text.isEmpty { texts["\(index + 1)"] = text }
        if !total.isEmpty { texts["total"] = total }
        return FormDraft(
            person: person, form: Self.draftForm + instrument.name, begun: begun, texts: texts)
    }

    mutating func restore(_ draft: FormDraft) {
        for index in texts.indices {
            if let text = draft.texts["\(index + 1)"] { texts[index] = String(text.prefix(8)) }
        }
        if hasTotalLine { total = String((draft.texts["total"] ?? "").prefix(4)) }
        line = firstOpen
    }
}

extension Instrument.Item {
    /// True where one key says all.
    var isOneDigit: Bool { unit == .points && answers.upperBound <= 9 && answers.lowerBound >= 0 }
}

extension FormDraft {
    /// The questionnaire that was being answered; nil for a draft of another form.
    var instrumentName: String? {
        form.hasPrefix(CheckInForm.draftForm) ? String(form.dropFirst(CheckInForm.draftForm.count)) : nil
    }
}
