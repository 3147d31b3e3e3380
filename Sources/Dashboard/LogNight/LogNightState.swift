// The form for a night: what was typed, what is proposed, and which line the keys go to.

import CareDomain
import CellCanvas

struct LogNightState: Equatable {
    /// The lines of the form: how it was first, since that alone is worth keeping, then in the order in
    /// which a night goes.
    static let fields: [NightField] = [
        .date, .quality, .intoBed, .trySleep, .latency, .awakenings, .wake, .finalAwake, .outOfBed,
        .refreshed, .nightmares, .distress, .medication, .comment,
    ]

    let person: PersonID
    /// When the person began to type.
    let begun: OffsetInstant
    var draft = NightDraft()
    /// Clock times that are likely, from the last nights or the plan: taken by Enter, never by themselves.
    var proposals: [NightField: String] = [:]
    /// The line of the keys; one past the fields is the line that saves.
    var line = 1
    var zone: Zone
    var today: CivilDate
    /// Dates that have a diary night already.
    var logged: Set<CivilDate>
    /// The write that is under way; nil while there is none.
    var ticket: Int?
    /// Asks whether to leave what was typed.
    var isLeaving = false
    /// The record that is corrected; nil for a new night.
    var replaces: RecordID?
    /// Opened by the morning, not by a key.
    var isMorning = false
    /// Every problem is shown once saving was tried; before that only those of lines already left.
    var showsAll = false
    private var typed: Set<NightField> = []
    /// The keys went on by themselves, and none has been pressed since.
    private var hasAdvanced = false

    init(history: PersonHistory, zone: Zone, today: CivilDate, begun: OffsetInstant) {
        person = history.id
        self.begun = begun
        self.zone = zone
        self.today = today
        logged = Set(history.nights.filter { $0.source == "diary" }.map(\.date))
        let open = (0..<7).map { today.adding(days: -$0) }.first { !logged.contains($0) }
        draft[.date] = (open ?? today).description
        propose(from: history)
    }

    /// As many lines as there is room for, those around the keys' line.
    func fields(room: Int) -> ArraySlice<NightField> {
        let shown = min(Self.fields.count, max(1, room))
        let first = max(0, min(line, Self.fields.count - 1) - shown + 1)
        return Self.fields[first..<first + shown]
    }

    var field: NightField? { Self.fields.indices.contains(line) ? Self.fields[line] : nil }

    /// True once the person has put something in.
    var hasInput: Bool { !typed.isEmpty }

    /// Puts back what was typed earlier, and goes on behind the last line that was.
    mutating func restore(_ night: NightDraft) {
        draft = night
        typed = Set(NightField.allCases.filter { !night[$0].isEmpty && $0 != .date })
        line = (Self.fields.lastIndex { !night[$0].isEmpty } ?? 0) + 1
    }

    mutating func type(_ text: String) {
        for character in text where !character.isNewline {
            guard let field, draft[field].count < 200 else { return }
            if case .scale(let range) = field.shape, let digit = character.wholeNumberValue {
                answer(field, digit, in: range)
                continue
            }
            hasAdvanced = false
            // Words in a line of figures are kept, and said to be none.
            draft[field].append(character)
            typed.insert(field)
        }
    }

    /// A digit on a short scale is the whole answer, so that the keys go on to the next line.
    private mutating func answer(_ field: NightField, _ digit: Int, in range: ClosedRange<Int>) {
        replace(field, by: "\(digit)")
        if range.contains(digit) {
            line = min(line + 1, Self.fields.count)
            hasAdvanced = true
        }
    }

    mutating func replace(_ field: NightField, by text: String) {
        hasAdvanced = false
        draft[field] = text
        typed.insert(field)
    }

    mutating func erase() {
        guard let field else { return }
        if draft[field].isEmpty {
            proposals[field] = nil
        } else {
            draft[field] = String(draft[field].dropLast())
        }
        typed.insert(field)
    }

    mutating func eraseField() {
        guard let field else { return }
        draft[field] = ""
        proposals[field] = nil
        typed.insert(field)
    }

    /// Leaves the line; a proposal that stands in it is then taken. Behind a digit that went on by itself the
    /// first such key has nothing left to do.
    mutating func next() {
        guard !hasAdvanced else {
            hasAdvanced = false
            return
        }
        if let field, draft[field].isEmpty, let proposal = proposals[field] {
            draft[field] = proposal
            typed.insert(field)
        }
        line = min(line + 1, Self.fields.count)
    }

    mutating func previous() {
        hasAdvanced = false
        line = max(0, line - 1)
    }

    /// The night as it stands, or what is wrong with it.
    func parse(now: Instant?) -> Result<Night, NightProblems> {
        let draft = resolved
        do throws(NightProblems) {
            return .success(try Night(draft, zone: zone, today: today, now: now))
        } catch {
            return .failure(error)
        }
    }

    /// What was typed, with the date that words such as `yesterday` stand for.
    private var resolved: NightDraft {
        var night = draft
        if let date { night[.date] = date.description }
        return night
    }

    /// The date that the form is for; nil while it is no date.
    var date: CivilDate? { try? CivilDate(typed: draft[.date], today: today) }

    /// What can be worked out already: the items without a problem.
    func figures(now: Instant?) -> Night? {
        var draft = resolved
        for _ in Self.fields {
            do throws(NightProblems) {
                return try Night(draft, zone: zone, today: today, now: now)
            } catch {
                for (field, _) in error.list { draft[field] = "" }
            }
        }
        return nil
    }

    /// The problem that a line shows: not while it is being typed.
    func problem(of field: NightField, in problems: NightProblems?) -> NightProblem? {
        guard showsAll || (typed.contains(field) && field != self.field) else { return nil }
        return problems?[field]
    }

    /// The median of the last seven diary nights, else the plan.
    private mutating func propose(from history: PersonHistory) {
        let recent = history.mainNights.filter { $0.source == "diary" }.suffix(7)
        func usual(_ instant: (NightMeasures) -> Instant?) -> ClockTime? {
            let minutes = recent.compactMap { row in
                instant(row.measures).map { Double(row.night.zone.clock($0).minutesAfterMidnight) }
            }
            guard minutes.count >= 3, let mean = CircularMean.of(minutes, period: 1440) else { return nil }
            return ClockTime(minutesAfterMidnight: (Int((mean / 5).rounded()) * 5) % 1440)
        }
        let target = history.details.target
        proposals[.intoBed] = (usual(\.intoBed) ?? target?.bed)?.description
        proposals[.trySleep] = (usual(\.trySleep) ?? target?.bed)?.description
        proposals[.finalAwake] = (usual(\.finalAwake) ?? target?.rise)?.description
        proposals[.outOfBed] = (usual(\.outOfBed) ?? target?.rise)?.description
    }
}

// MARK: Steps

extension LogNightState {
    /// A step with the arrows: five minutes for times and lengths, one for counts and scales.
    mutating func nudge(by step: Int) {
        guard let field, field != .medication, field != .comment else { return }
        let text = draft[field].trimmingSpaces
        let shape = field.shape
        let from = proposals[field].flatMap { ClockTime(typed: $0) } ?? begun.civil.clock
        let start = ClockTime(minutesAfterMidnight: from.minutesAfterMidnight / 5 * 5)
        let size = field.isLength ? 5 * step : step
        replace(field, by: shape.nudged(text, by: size, today: today, from: start))
    }

    /// Of the night that ends today, a time that has not come yet is not proposed.
    mutating func dropProposalsToCome(now: ClockTime) {
        guard date == today else { return }
        for field in [NightField.finalAwake, .outOfBed] {
            if let clock = proposals[field].flatMap({ ClockTime(typed: $0) }), clock > now {
                proposals[field] = nil
            }
        }
    }

    /// Takes every time that is proposed and still stands, and goes to the first line that is empty.
    mutating func takeProposals() {
        for field in Self.fields {
            if draft[field].isEmpty, let proposal = proposals[field] { replace(field, by: proposal) }
        }
        line = Self.fields.firstIndex { draft[$0].isEmpty && $0.isAskedOften } ?? Self.fields.count
    }
}

extension NightField {
    fileprivate var isLength: Bool {
        switch self {
        case .latency, .wake, .trying, .early, .ownSleep: true
        default: false
        }
    }

    /// What most people know of most nights.
    fileprivate var isAskedOften: Bool {
        switch self {
        case .latency, .awakenings, .wake, .quality: true
        default: false
        }
    }

    var shape: FormField.Shape {
        switch self {
        case .date: .date
        case .intoBed, .trySleep, .finalAwake, .outOfBed: .clock
        case .latency, .wake, .trying, .early, .ownSleep: .whole(0...1440)
        case .awakenings, .nightmares: .whole(0...60)
        case .quality, .refreshed: .scale(1...5)
        case .distress: .scale(0...10)
        case .medication, .comment: .words
        }
    }
}
