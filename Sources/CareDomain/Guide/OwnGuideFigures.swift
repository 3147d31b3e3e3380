// A person's own times and figures beside a page of the guide, told as they were written down.

/// Nothing here is a total to reach: a day without a note is left out, and no day is set against another.
package struct OwnGuideFigures: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// What it is; empty where it goes on with the line above.
        package let label: String
        package let text: String

        package init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// Times of the plan.
    package let plan: [Line]
    /// What the last seven days hold.
    package let logged: [Line]

    /// - Parameters:
    ///   - today: the last of the seven days, and the date of the last night.
    ///   - titles: what a person reads for a relaxation programme, by its name.
    package init(
        _ topics: [GuideTopic], of history: PersonHistory, today: CivilDate, titles: [String: String] = [:]
    ) {
        let own = OwnLines(history: history, today: today, titles: titles)
        plan = topics.filter(\.isPlan).flatMap(own.lines)
        logged = topics.filter { !$0.isPlan }.flatMap(own.lines)
    }
}

/// The lines of one topic each.
private struct OwnLines {
    typealias Line = OwnGuideFigures.Line

    let history: PersonHistory
    let today: CivilDate
    let titles: [String: String]

    func lines(_ topic: GuideTopic) -> [Line] {
        switch topic {
        case .plan, .lastCoffee, .screensOff, .windDown: planned(topic)
        case .coffees: byDay("Caffeine") { clocks($0.caffeine.map(\.at)) }
        case .nicotine: byDay("Nicotine, last") { clocks([$0.nicotineLast].compactMap(\.self)) }
        case .alcohol: byDay("Alcohol", alcohol)
        case .screens: byDay("Screens until") { clocks([$0.screensLast].compactMap(\.self)) }
        case .room: byDay("The room", room)
        case .worry: byDay("Worry time", worry)
        case .practices: practices
        case .nights: nights
        case .middle: middle
        case .regularity: regularity
        case .nightmares: nightmares
        case .sessions: sessions
        case .symptoms: symptoms
        case .medicines: medicines
        }
    }

    private func isOfTheWeek(_ date: CivilDate) -> Bool {
        date > today.adding(days: -7) && date <= today
    }

    private func labelled(_ label: String, _ texts: [String]) -> [Line] {
        texts.enumerated().map { Line($0 == 0 ? label : "", $1) }
    }

    // MARK: The plan

    private func planned(_ topic: GuideTopic) -> [Line] {
        guard let target = history.details.target else { return [] }
        let evening = PlannedEvening(target)
        return switch topic {
        case .plan: [Line("Bed and rise", "\(target.bed) to \(target.rise), as planned")]
        case .lastCoffee: [Line("Last coffee", "before \(evening.lastCoffee)")]
        case .screensOff: [Line("Screens off", "from \(evening.screensOff)")]
        case .windDown: [Line("Wind-down", "from \(evening.windDown)")]
        default: []
        }
    }

    // MARK: Habits

    /// A line for each day that says something, the last day first.
    private func byDay(_ label: String, _ words: (Habits) -> String) -> [Line] {
        let days = history.habits.map(\.value).filter { isOfTheWeek($0.day) }.sorted { $0.day > $1.day }
        return labelled(
            label,
            days.compactMap { habits in
                let said = words(habits)
                return said.isEmpty ? nil : "\(habits.day.words) · \(said)"
            })
    }

    private func clocks(_ times: [OffsetInstant]) -> String {
        times.sorted { $0.instant < $1.instant }.map { $0.civil.clock.description }.joined(separator: ", ")
    }

    private func alcohol(_ habits: Habits) -> String {
        guard let drinks = habits.alcoholDrinks else {
            return clocks([habits.alcoholLast].compactMap(\.self))
        }
        guard drinks > 0 else { return "none" }
        let noun = drinks == 1 ? "drink" : "drinks"
        let last = habits.alcoholLast.map { ", the last at \($0.civil.clock)" } ?? ""
        return NumberWords.decimal(drinks) + " \(noun)\(last)"
    }

    private func room(_ habits: Habits) -> String {
        let room = habits.room
        let said = [
            ("dark", room.dark), ("quiet", room.quiet), ("cool", room.cool), ("calm", room.calm),
            ("comfortable", room.comfortable),
        ]
        return said.compactMap { word, isSo in isSo.map { $0 ? word : "not \(word)" } }
            .joined(separator: ", ")
    }

    private func worry(_ habits: Habits) -> String {
        switch habits.worryTime {
        case .at(let time): "taken, until \(time.civil.clock)"
        case .yes: "taken"
        case .no, nil: ""
        }
    }

    private var practices: [Line] {
        let recent = history.practices.map(\.value).filter { isOfTheWeek($0.start.civil.date) }
            .sorted { $0.start.instant > $1.start.instant }
        return labelled(
            "Practice",
            recent.map { practice in
                var text = "\(practice.start.civil.date.words) · \(practice.start.civil.clock) "
                text += titles[practice.programme] ?? practice.programme
                text += ", \(Minutes(Double(practice.seconds) / 60).words)"
                if let before = practice.tensionBefore, let after = practice.tensionAfter {
                    text += ", tension \(before) → \(after)"
                }
                return text
            })
    }
}

// MARK: Nights, sessions, medicines

extension OwnLines {
    private var week: [LoggedNight] { history.lastNights(7, to: today) }

    private var nights: [Line] {
        let summary = NightsSummary(week)
        let measures: [Measure] = [
            .totalSleepMinutes, .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes,
        ]
        return measures.compactMap { measure in
            guard let mean = summary.weeklyMean(measure), let count = summary.means[measure]?.count else {
                return nil
            }
            return Line(measure.title, "\(measure.words(mean)), the mean of \(nightCount(count))")
        }
    }

    private var middle: [Line] {
        guard let middle = MidpointSpread(week), middle.count >= NightsSummary.fewest else { return [] }
        let clock = ClockTime(nearestToSecond: middle.meanSecondOfDay)
        let spread = middle.spread.map { ", spread \($0.words)" } ?? ""
        return [Line("Middle of sleep", "\(clock)\(spread), \(nightCount(middle.count))")]
    }

    private var regularity: [Line] {
        guard let index = RegularityIndex(nights: week, naps: history.naps.map(\.value)) else { return [] }
        let days = NumberWords.decimal(index.days)
        return [
            Line("Regularity", "\(NumberWords.decimal(index.value, digits: 0)), from \(days) days of pairs")
        ]
    }

    private var nightmares: [Line] {
        let counts = NightsSummary(week).nightmares
        guard counts.asked > 0 else { return [] }
        let asked = nightCount(counts.asked)
        return [Line("Nightmares", "on \(NumberWords.of(counts.nights)) of \(asked) that say how many")]
    }

    private func nightCount(_ count: Int) -> String {
        "\(NumberWords.of(count)) night\(count == 1 ? "" : "s")"
    }

    private var sessions: [Line] {
        var lines: [Line] = []
        if let last = history.doneSessions.last(where: { $0.date <= today }) {
            lines.append(Line("Last session", "\(last.date.words), \(last.clock)"))
        }
        if let next = history.sessions.first(where: { $0.status == .planned && $0.date >= today }) {
            lines.append(Line("Next session", "\(next.date.words), \(next.clock)"))
        }
        return lines
    }

    private var symptoms: [Line] {
        let days = history.symptoms.map(\.value).filter { isOfTheWeek($0.day) }.sorted { $0.day > $1.day }
        return labelled(
            "Noted",
            days.compactMap { symptoms in
                let said = symptoms.words
                return said.isEmpty ? nil : "\(symptoms.day.words) · \(said.joined(separator: ", "))"
            })
    }

    private var medicines: [Line] {
        let taken = history.medications.map(\.value).filter { medicine in
            medicine.stop.map { $0.date >= today } ?? true
        }
        return labelled(
            "Medicines",
            taken.map { medicine in
                let dose = medicine.dose.map { ", \(NumberWords.decimal($0.value, digits: 2)) \($0.unit)" }
                return medicine.name + (dose ?? "")
            })
    }
}

extension Symptoms {
    /// What was noticed, a word or two each.
    fileprivate var words: [String] {
        let noticed: [(String, Bool?)] = [
            ("dizzy", dizzy), ("feeling sick", nausea), ("headache", headache),
            ("a sudden need to pass water", urgency), ("pain passing water", pain),
            ("blood in the water", bloodInUrine), ("snoring with gasps", gasping),
            ("restless legs", legUrge), ("acting out dreams", actingOut),
            ("fear of going to sleep", fearOfSleep), ("dozed at the wheel", dozedDriving),
        ]
        let floaty = detached.map { ["floaty \($0) of 10"] } ?? []
        return floaty + noticed.filter { $0.1 == true }.map(\.0) + [other].compactMap(\.self)
    }
}
