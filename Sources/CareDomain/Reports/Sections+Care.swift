// Check-ins, side effects, medicines, practice, questions, goals and changes in the words of a report.

extension VisitReport {
    var checkInsSection: ReportSection {
        guard !checkIns.isEmpty else {
            return ReportSection(.checkIns, "Check-ins", [.note("No questionnaire was answered yet.")])
        }
        let rows = checkIns.map { score -> [String?] in
            let (instrument, last) = (score.series.instrument, score.last)
            let base = score.series.baseline
            let isBase = base.map { $0.id == last.id } ?? false
            return [
                instrument.title, total(score), "\(last.date.dayMonth), \(age(last.date))",
                isBase
                    ? "is this one" : base.flatMap { row in row.total.map { "\($0), \(row.date.dayMonth)" } },
                score.series.change.map { Self.points($0.points) },
                last.score.band.map { bandWords($0, of: instrument) },
            ]
        }
        let table = Table(
            columns: [
                .left("Form"), .right("Score"), .left("On"), .right("Baseline"), .right("Change"),
                .left("Band"),
            ], rows: rows)
        let notes = checkIns.flatMap(notes)
        var blocks: [ReportSection.Block] = [.table(table)]
        if !notes.isEmpty { blocks.append(.items(notes)) }
        if rows.contains(where: { $0.last??.hasSuffix("*") == true }) {
            blocks.append(.note("* bands that no source at hand confirms."))
        }
        return ReportSection(.checkIns, "Check-ins", blocks + [.picture(.scores)])
    }

    private func total(_ score: ReportedScore) -> String? {
        score.last.total.map { total in
            score.series.instrument.totalRange.map { "\(total) of \($0.upperBound)" } ?? "\(total)"
        }
    }

    /// `4 d ago`, `today`.
    private func age(_ date: CivilDate) -> String {
        let days = date.days(until: today)
        return days < 1 ? "today" : "\(days) d ago"
    }

    private static func points(_ change: Int) -> String {
        change == 0 ? "same" : change < 0 ? "\(-change) lower" : "\(change) higher"
    }

    private func bandWords(_ band: String, of instrument: Instrument) -> String {
        instrument.words(ofBand: band) == band ? band : band + "*"
    }

    /// What thresholds a change has reached, and answers that are looked at whatever the total says.
    private func notes(_ score: ReportedScore) -> [String] {
        let instrument = score.series.instrument
        var reached: [String] = []
        if let change = score.series.change {
            reached = change.shown.map { "\($0.name) change (\(NumberWords.decimal($0.points)) points)" }
            if change.isResponse == true { reached.append("response") }
            if change.isRemission == true { reached.append("remission") }
            if change.isWorse == true { reached.append("worse than at the baseline") }
        }
        let change = reached.isEmpty ? [] : ["\(instrument.title): \(reached.joined(separator: ", "))"]
        return change
            + score.concerns.map { answer in
                let scale = answer.highest.map { " of \($0)" } ?? ""
                return "\(instrument.title) item \(answer.item) answered \(answer.answer)\(scale) on "
                    + answer.date.words(on: today)
            }
    }

    var effectsSection: ReportSection {
        var facts: [ReportSection.Fact] = []
        if let spread = Spread(effects.lasted.map(\.value)), let low = effects.lasted.min(),
            let high = effects.lasted.max()
        {
            var text = "\(Minutes(spread.median).words) after the session's start, middle of \(spread.count)"
            if spread.count > 1 { text += ", \(low.words) to \(high.words)" }
            facts.append(.init("Effects gone", text + "; noted after \(spread.count) of \(effects.sessions)"))
        }
        if let spread = Spread(effects.peaks.map(Double.init)), let low = effects.peaks.min(),
            let high = effects.peaks.max()
        {
            var text = "highest \(NumberWords.decimal(spread.median)) of 10, middle of "
            text += NumberWords.count(spread.count, "session")
            if spread.count > 1 {
                text +=
                    ", \(low) to \(high); in order " + effects.peaks.map(String.init).joined(separator: " ")
            }
            facts.append(.init("Dissociation", text))
        }
        if !effects.events.isEmpty {
            let words = effects.events.map { event in
                let serious = event.serious > 0 ? ", \(event.serious) serious" : ""
                return "\(event.what) (\(event.times)\(serious))"
            }
            facts.append(.init("At sessions", words.joined(separator: ", ")))
        }
        if !effects.symptoms.isEmpty {
            let words = effects.symptoms.map { "\($0.word) on \($0.days) of \($0.asked)" }
            facts.append(.init("By day", words.joined(separator: ", ") + " days that say"))
        }
        for own in effects.ownWords { facts.append(.init("Own words", "\(own.date.dayMonth): \(own.text)")) }
        return ReportSection(
            .effects, "Side effects, and how long effects lasted",
            [facts.isEmpty ? .note("None is noted.") : .facts(facts)])
    }

    var medicinesSection: ReportSection {
        let since = medicines.since.map { date in
            (medicines.isSinceChange ? "the last change" : "the course began") + ", \(date.dayMonth)"
        }
        let current = medicines.current.map { medicine in
            let new = medicines.isNew(medicine) ? since.map { " (new since \($0))" } ?? "" : ""
            let start = medicine.start.map { ", since \($0.date.words(on: today))" } ?? ""
            return Self.words(medicine) + start + new
        }
        let stopped = medicines.stopped.map { medicine in
            let mark = medicines.isStoppedSince(medicine) ? since.map { " (since \($0))" } ?? "" : ""
            let day = medicine.stop.map { " \($0.date.words(on: today))" } ?? ""
            return "stopped: \(Self.words(medicine)),\(day)\(mark)"
        }
        let items = current + stopped
        return ReportSection(
            .medicines, "Medicines", [items.isEmpty ? .note("None is noted.") : .items(items)])
    }

    private static func words(_ medicine: Medication) -> String {
        let dose = medicine.dose.map { " \(NumberWords.decimal($0.value, digits: 3)) \($0.unit)" } ?? ""
        let isTold = medicine.drugClass.map { $0 != .other } ?? false
        return medicine.name + dose + (isTold ? ", \(medicine.drugClass?.rawValue ?? "")" : "")
    }

    var practiceSection: ReportSection {
        let title = "Practice since \(practice.from.dayMonth)"
        guard !practice.programmes.isEmpty else {
            return ReportSection(.practice, title, [.note("None is noted.")])
        }
        let rows = practice.programmes.map { programme -> [String?] in
            let (before, after) = (
                Spread(programme.before.map(Double.init))?.median,
                Spread(programme.after.map(Double.init))?.median
            )
            let tension = before.flatMap { before in
                after.map { "\(NumberWords.decimal(before)) → \(NumberWords.decimal($0))" }
            }
            return [
                programme.title, "\(programme.times)", programme.length.words, tension,
                "\(programme.before.count)",
            ]
        }
        let seven = practice.lastSeven
        let week =
            seven.times > 0
            ? "In the last seven days \(NumberWords.count(seven.times, "time")), \(seven.length.words). " : ""
        return ReportSection(
            .practice, title,
            [
                .table(
                    Table(
                        columns: [
                            .left("Programme"), .right("Times"), .right("Together"), .right("Tension"),
                            .right("Pairs"),
                        ], rows: rows)),
                .note(
                    week + "Tension from 0 to 10 before and after: the middles of the times that have both."),
            ])
    }

    /// Answers are told for so many days.
    private static let answersTold = 28

    var questionsSection: ReportSection {
        let open = questions.filter(\.isOpen).map { thread in
            "\(thread.note.value.text) (\(thread.at.civil.date.dayMonth), \(thread.readWords))"
        }
        let answered = questions.filter { thread in
            thread.answers.last.map { $0.at.civil.date.days(until: today) <= Self.answersTold } ?? false
        }.compactMap { thread in
            thread.answers.last.map { answer in
                "answered \(answer.at.civil.date.dayMonth) by \(answer.author): “\(thread.note.value.text)” "
                    + "– \(answer.text)"
            }
        }
        let items = open + answered
        return ReportSection(
            .questions, "To ask and to tell", [items.isEmpty ? .note("No open question.") : .items(items)])
    }

    var goalsSection: ReportSection {
        guard !goals.isEmpty else {
            return ReportSection(.goals, "Goals", [.note("None is set.")])
        }
        let rows = goals.map { goal -> [String?] in
            [
                goal.goal.what, goal.targetWords, goal.goal.by?.date.words(on: today),
                goal.standing?.words(on: today),
            ]
        }
        return ReportSection(
            .goals, "Goals",
            [
                .table(
                    Table(
                        columns: [.left("Goal"), .left("Target"), .left("By"), .left("Stands now")],
                        rows: rows))
            ])
    }

    var changesSection: ReportSection {
        guard !adjustments.isEmpty else {
            return ReportSection(.changes, "Changes of the treatment", [.note("None is noted.")])
        }
        let items = adjustments.map { change in
            let span = [change.from, change.to].compactMap { $0 }.joined(separator: " → ")
            let date = change.effective.map { $0.date.words(on: today) } ?? "no date"
            let why = change.why.map { "; reason: \($0)" } ?? ""
            return "\(date): \(change.what)" + (span.isEmpty ? "" : " \(span)") + why
        }
        return ReportSection(.changes, "Changes of the treatment", [.items(items)])
    }
}

extension VisitReport.ReportedGoal {
    /// `quality 4 of 5`, `6 h`, or as it was written.
    var targetWords: String? {
        let measure = goal.measure.flatMap { Measure(word: $0) }
        switch goal.target {
        case nil: return goal.measure
        case .text(let text): return goal.measure.map { "\(measure?.noun ?? $0): \(text)" } ?? text
        case .number(let number):
            guard let measure else {
                return [goal.measure, NumberWords.decimal(number)].compactMap { $0 }.joined(separator: " ")
            }
            return "\(measure.noun) \(measure.scaleWords(number))"
        }
    }
}

extension VisitReport.ReportedGoal.Standing {
    func words(on today: CivilDate) -> String {
        switch self {
        case .nights(let measure, let mean?, let count): "\(measure.scaleWords(mean)), \(count) of 7 nights"
        case .nights(_, nil, let count): "\(count) of 7 nights know it"
        case .score(_, let total, let date): "\(total) on \(date.dayMonth)"
        }
    }
}
