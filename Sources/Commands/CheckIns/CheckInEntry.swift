// Keeps a check-in, says what it comes to, and who can be called where an answer needs someone.

import CareDomain
import JournalStore
import Presets

struct CheckInEntry {
    let instrument: Instrument
    let subject: Subject
    /// When it was filled in; nil for now.
    let moment: OffsetInstant?

    /// The source of what was filled in on paper at another time.
    static let source = "form"

    /// Writes it, prints its id, and says what follows from it.
    /// - Parameter replaces: the id of the one that was left half-way.
    func keep(
        _ checkIn: CheckIn, replaces: RecordID? = nil, _ invocation: inout Invocation
    ) throws {
        let before = own(invocation)
        let draft = RecordDraft(.checkIn(checkIn), replaces: replaces, origin: origin)
        guard let outcome = try invocation.append([draft], to: subject).first else {
            throw Failure(.inputOutput, "the check-in was not kept; try again")
        }
        if case .changed(let id) = outcome {
            throw Failure.badData(
                "\(instrument.title) of that day is kept already, as \(id), with other answers")
        }
        try invocation.putKept(outcome.id)
        let score = instrument.score(checkIn)
        if invocation.environment.terminals.contains(.output) {
            try invocation.put(lines: words(score, before))
        }
        remark(checkIn, score, before.last { $0.id != replaces }, invocation)
        try callSomeone(checkIn, before, invocation)
    }

    private var origin: RecordDraft.Origin? {
        moment.map { moment in
            RecordDraft.Origin(
                source: Self.source, key: "\(moment.civil.date).\(instrument.name)", instant: moment.instant)
        }
    }

    /// The person's earlier ones, by time.
    private func own(_ invocation: Invocation) -> [ScoredCheckIn] {
        let series = subject.history.scoreSeries(
            of: instrument, in: subject.zone, until: moment?.instant ?? invocation.now)
        return series.rows
    }

    // MARK: What it comes to

    private func words(_ score: Score, _ before: [ScoredCheckIn]) -> [String] {
        var lines: [String] = []
        if let total = score.total, let range = instrument.totalRange {
            let band = score.band.map { ", " + instrument.words(ofBand: $0) } ?? ""
            let filled = score.isProrated ? ", blanks filled with the mean of the others" : ""
            lines.append("\(instrument.title): \(total) of \(range.upperBound)\(band)\(filled)")
        } else if let band = score.band {
            lines.append("\(instrument.title): \(instrument.words(ofBand: band))")
        }
        let start = subject.history.treatmentStart
        let series = ScoreSeries(instrument: instrument, rows: before, start: start)
        let day = moment?.civil.date ?? subject.today
        if let now = score.total, let then = series.baseline, then.date < day, let earlier = then.total {
            let points = now - earlier
            let size = points == 0 ? "as then" : "\(abs(points)) \(points < 0 ? "lower" : "higher")"
            lines.append("Baseline of \(then.date.words(on: subject.today)): \(earlier); now \(size)")
        }
        return lines
    }

    /// What a person should know of the number, beside it.
    private func remark(
        _ checkIn: CheckIn, _ score: Score, _ last: ScoredCheckIn?, _ invocation: Invocation
    ) {
        if score.total == nil, !score.missing.isEmpty, instrument.totalRange != nil {
            let numbers = score.missing.map(String.init).joined(separator: ", ")
            invocation.note(
                "left open: item\(score.missing.count == 1 ? "" : "s") \(numbers); there is no total yet")
        }
        if checkIn.answers.isEmpty, let item = instrument.concerns.first?.items.first {
            invocation.note("a total does not say what item \(item) was; ask for it")
        }
        let day = moment?.civil.date ?? subject.today
        if let last, last.score.total != nil, last.date < day,
            last.date.days(until: day) < instrument.timing.fewestDays
        {
            invocation.note(
                "its questions look back \(NumberWords.count(instrument.timing.recallDays, "day")), and the "
                    + "last was \(last.date.relative(to: day)); both speak of the same days")
        }
    }

    // MARK: Someone

    private func callSomeone(
        _ checkIn: CheckIn, _ before: [ScoredCheckIn], _ invocation: Invocation
    ) throws {
        let earlier = before.last.map { CheckIn(instrument: instrument.name, answers: $0.answers) }
        let concerns = instrument.concerns(checkIn, after: earlier)
        guard let gravest = concerns.first else { return }
        let page = invocation.someoneToCall(for: subject)
        let paragraphs =
            instrument.scribe == .clinician
            ? page.clinicianParagraphs(gravest, of: instrument) : page.paragraphs
        try invocation.putBeside(lines: [""] + paragraphs)
    }
}

extension Invocation {
    /// Who can be reached at this hour by a person.
    func someoneToCall(for subject: Subject) -> SomeoneToCall {
        SomeoneToCall(
            of: subject.history, place: Shipped.crisisPlace(zone: subject.zone.name),
            now: subject.zone.civil(now))
    }

    /// Says something to the person who reads along: on the terminal where the output is one, else on
    /// standard error, so that a script that takes the id finds nothing else.
    func putBeside(lines: [String]) throws {
        if environment.terminals.contains(.output) { return try put(lines: lines) }
        // That nobody reads it must not undo what was kept.
        try? environment.write(.lines(lines), .error)
    }
}

extension SomeoneToCall {
    /// For someone of whom nothing is known but the clocks.
    static func page(in zone: Zone, now: Instant) -> SomeoneToCall {
        SomeoneToCall(place: Shipped.crisisPlace(zone: zone.name), now: zone.civil(now))
    }
}
