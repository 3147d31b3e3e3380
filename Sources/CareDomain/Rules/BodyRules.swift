// Rules about what a person notices in the body, takes, and practises.

/// R12: new trouble passing water twice in a row, or blood. That it is watched: product information of
/// ketamine; the numbers are Lull's own.
struct UrinaryRule: DayRule {
    private let inARow: Double

    init?(_ rule: ReviewRule) {
        guard let inARow = rule.numbers["inARow"], inARow >= 1 else { return nil }
        self.inARow = inARow
    }

    private struct Answer {
        var day: CivilDate
        var urgency: Bool?
        var pain: Bool?
        var isTrouble: Bool { urgency == true || pain == true }
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let today = record.symptoms[day] else { return [] }
        if today.contains(where: { $0.bloodInUrine == true }) {
            return [
                .holds(
                    Finding(
                        .sameDay, severity: 10, reason: "blood in the urine",
                        message: "Blood on passing water, noted for \(day.words).",
                        evidence: [("bloodInUrine", .bool(true)), ("day", .date(day))]))
            ]
        }
        let answers = record.symptoms.filter { $0.key <= day }.flatMap { date, list in
            list.map { Answer(day: date, urgency: $0.urgency, pain: $0.pain) }
        }.filter { $0.urgency != nil || $0.pain != nil }.sorted { $0.day < $1.day }
        guard let last = answers.last, last.day == day else { return [] }
        guard last.isTrouble else { return [.clear] }
        // What was there before the first session is not new.
        guard let first = record.firstSession?.date, first <= day else { return [] }
        let before = answers.filter { $0.day < first }
        let row = answers.suffix(Int(inARow))
        guard Double(row.count) >= inARow, row.allSatisfy(\.isTrouble),
            !before.contains(where: \.isTrouble)
        else { return [] }
        let what = [
            row.contains { $0.urgency == true } ? "urgency" : nil,
            row.contains { $0.pain == true } ? "pain" : nil,
        ].compactMap { $0 }
        return [
            .holds(
                Finding(
                    .nextDay, severity: Double(what.count),
                    reason: "passing water: \(what.joined(separator: ", "))",
                    message: "New on passing water, \(NumberWords.of(row.count)) times in a row: "
                        + "\(what.joined(separator: " and ")).",
                    evidence: [
                        ("days", .list(row.map { .date($0.day) })),
                        ("urgency", .bool(what.contains("urgency"))), ("pain", .bool(what.contains("pain"))),
                    ]))
        ]
    }
}

/// R16: a benzodiazepine or a z-drug that is new, alcohol on the day of a session, or a dose that one
/// analysis of 47 people saw go with less response (Andrashko 2020, fpsyt.2020.00844). Equivalents are
/// not confirmed. To stop such a medicine at once can cause seizures (FDA 2020), so the person is told
/// nothing by a flag.
struct SedativeRule: DayRule {
    private let dose: Double
    private let classes: Set<String>
    /// Milligrams that stand for ten of diazepam, by the medicine's name.
    private let equivalents: [String: Double]

    init?(_ rule: ReviewRule) {
        guard let dose = rule.numbers["diazepamMg"], let classes = rule.words["classes"] else { return nil }
        (self.dose, self.classes) = (dose, Set(classes))
        equivalents = rule.numbers.filter { $0.key != "diazepamMg" }
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        var standings: [Standing] = []
        for entry in record.history.medications {
            let medicine = entry.value
            guard let drugClass = medicine.drugClass, classes.contains(drugClass.rawValue) else { continue }
            if medicine.stop?.date == day { standings.append(.clear) }
            if let start = medicine.start?.date, start == day, let course = record.course(on: day),
                start >= course.start
            {
                standings.append(
                    .holds(
                        Finding(
                            .nextDay, severity: 1, reason: "new: \(medicine.name)",
                            message: "\(medicine.name) (\(drugClass.rawValue)) since \(start.words): for the "
                                + "prescriber to know.",
                            evidence: [
                                ("medication", .text(medicine.name)), ("class", .text(drugClass.rawValue)),
                                ("start", .date(start)),
                            ], occasion: entry.id.text)))
            }
            if let found = large(entry, on: day) { standings.append(.holds(found)) }
        }
        guard let session = record.sessionsByDay[day]?.last, let habits = record.habits[day] else {
            return standings
        }
        let drinks = habits.compactMap(\.alcoholDrinks).max()
        if drinks.map({ $0 > 0 }) ?? habits.contains(where: { $0.alcoholLast != nil }) {
            standings.append(
                .holds(
                    Finding(
                        .nextDay, severity: 1, reason: "alcohol on a session day",
                        message: "Alcohol on the day of a session, \(day.words)"
                            + (drinks.map { " (\(NumberWords.decimal($0)) drinks)" } ?? "")
                            + ": for the prescriber to know.",
                        evidence: [
                            ("day", .date(day)), ("alcoholDrinks", drinks.map { .figure($0) } ?? .null),
                        ], occasion: session.occasion)))
        }
        return standings
    }

    private func large(_ entry: Entry<Medication>, on day: CivilDate) -> Finding? {
        let medicine = entry.value
        guard (medicine.start?.date ?? entry.frame.at.civil.date) == day,
            let amount = medicine.dose, amount.unit.lowercased() == "mg",
            let name = equivalents.keys.sorted().first(where: { medicine.name.lowercased().contains($0) }),
            let ten = equivalents[name], ten > 0
        else { return nil }
        let diazepam = 10 * amount.value / ten
        guard diazepam > dose else { return nil }
        let words = NumberWords.decimal(diazepam)
        return Finding(
            .note, severity: 0, reason: "\(words) mg diazepam equivalent",
            message:
                "\(medicine.name) \(NumberWords.decimal(amount.value, digits: 2)) mg, some \(words) mg of "
                + "diazepam: the prescriber is informed.",
            evidence: [("medication", .text(medicine.name)), ("diazepamMg", .figure(diazepam))],
            occasion: entry.id.text + " dose")
    }
}

/// R20: signs of another disorder of sleep, which belong to a specialist. Source: CBT-i Coach 9881af8.
struct SpecialistRule: DayRule {
    init?(_ rule: ReviewRule) {}

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let list = record.symptoms[day] else { return [] }
        let signs: [(key: String, words: String, value: Bool?)] = [
            ("gasping", "snoring with gasps", list.compactMap(\.gasping).last),
            ("legUrge", "an urge to move the legs", list.compactMap(\.legUrge).last),
            ("actingOut", "acting out dreams", list.compactMap(\.actingOut).last),
        ]
        let found = signs.filter { $0.value == true }
        guard !found.isEmpty else { return signs.allSatisfy { $0.value == false } ? [.clear] : [] }
        return [
            .holds(
                Finding(
                    .nextDay, severity: Double(found.count), reason: found[0].words,
                    message:
                        "Noted for \(day.words): \(found.map(\.words).joined(separator: ", ")). A matter for "
                        + "a sleep specialist.",
                    evidence: found.map { ($0.key, .bool(true)) } + [("day", .date(day))]))
        ]
    }
}

/// R23: an exercise that made tension worse, or dizziness on a day of practice without a session. That
/// relaxation can at first make some people more anxious: NCCAM's text on relaxation techniques; the
/// number is Lull's own.
struct PracticeRule: DayRule {
    private let worse: Double

    init?(_ rule: ReviewRule) {
        guard let worse = rule.numbers["worseBy"] else { return nil }
        self.worse = worse
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let practices = record.practices[day] else { return [] }
        var known = false
        for practice in practices {
            guard let before = practice.tensionBefore, let after = practice.tensionAfter else { continue }
            known = true
            guard Double(after - before) >= worse else { continue }
            return [
                .holds(
                    Finding(
                        .note, severity: Double(after - before), reason: "more tense after an exercise",
                        message: "Tension \(before) before and \(after) after \(practice.programme), "
                            + "\(day.words).",
                        evidence: [
                            ("programme", .text(practice.programme)), ("tensionBefore", .count(before)),
                            ("tensionAfter", .count(after)),
                        ], occasion: "practice \(day)"))
            ]
        }
        let isNearSession = [day, day.adding(days: -1)].contains { record.sessionsByDay[$0] != nil }
        if !isNearSession, record.symptoms[day]?.contains(where: { $0.dizzy == true }) == true {
            let names = Set(practices.map(\.programme)).sorted().joined(separator: ", ")
            return [
                .holds(
                    Finding(
                        .note, severity: 1, reason: "dizzy on a day of practice",
                        message: "Dizzy on \(day.words), a day with \(names).",
                        evidence: [("dizzy", .bool(true)), ("programme", .text(names))],
                        occasion: "practice \(day)"))
            ]
        }
        return known ? [.clear] : []
    }
}
