// The columns of the cohort's table: what each is called, how wide it is, what it says, and how it sorts.

import CareDomain
import CellCanvas

enum CohortColumn: Hashable, Sendable {
    case reason, week, sessions, diary, quality, asleep, efficiency, change, regularity, lastNight, received,
        contact, next
    /// The newest total of a questionnaire, by its name.
    case score(String)

    static let standard: [CohortColumn] = [
        .reason, .week, .sessions, .diary, .quality, .efficiency, .score("isi"), .score("phq9"),
    ]

    /// All that there are, in the order in which they stand.
    static func all(instruments: [Instrument]) -> [CohortColumn] {
        [
            .reason, .week, .sessions, .diary, .quality, .asleep, .efficiency, .change, .regularity,
            .lastNight, .received, .contact, .next,
        ] + instruments.map { .score($0.name) }
    }

    /// Under which name it is kept; the same as in a filter where it can be one.
    var name: String {
        switch self {
        case .reason: "reason"
        case .week: "week"
        case .sessions: "sessionsDone"
        case .diary: "nightsLogged7"
        case .quality: "qualities"
        case .asleep: "totalSleep7Minutes"
        case .efficiency: "efficiency7Percent"
        case .change: "efficiencyChangePoints"
        case .regularity: "regularityIndex"
        case .lastNight: "lastNight"
        case .received: "lastReceived"
        case .contact: "lastContact"
        case .next: "nextSession"
        case .score(let instrument): instrument
        }
    }

    var title: String {
        switch self {
        case .reason: "Reason"
        case .week: "Week"
        case .sessions: "Sessions"
        case .diary: "Diary 7 d"
        case .quality: "Quality, whole course"
        case .asleep: "Asleep 7 d"
        case .efficiency: "SE 7 d"
        case .change: "SE change"
        case .regularity: "SRI"
        case .lastNight: "Last night"
        case .received: "Received"
        case .contact: "Contact"
        case .next: "Next session"
        case .score(let instrument): Self.shortTitle(instrument)
        }
    }

    /// Where the whole title does not fit over the column.
    var shortTitle: String {
        switch self {
        case .diary: "Diary"
        case .quality: "Quality"
        case .asleep: "Asleep"
        case .efficiency: "SE"
        default: title
        }
    }

    /// One word more of what it holds, for the list of columns.
    var about: String {
        switch self {
        case .reason: "the most urgent flag"
        case .week: "of the course"
        case .sessions: "held, of those planned"
        case .diary: "nights logged of the last seven dates"
        case .quality: "a night a bar, a dot where none was logged"
        case .asleep: "mean total sleep of seven dates"
        case .efficiency: "sleep over opportunity, pooled over seven dates"
        case .change: "that less the baseline, in points"
        case .regularity: "sleep regularity index"
        case .lastNight: "the last night in the diary"
        case .received: "the last record of any kind"
        case .contact: "the last call that reached the person"
        case .next: "the next one that is planned"
        case .score: "the newest total; an old one has its age"
        }
    }

    private static func shortTitle(_ instrument: String) -> String {
        [
            "phq9": "PHQ-9", "gad7": "GAD-7", "pcl5": "PCL-5", "pcl5-week": "PCL-5 w", "cadss6": "CADSS-6",
            "who5": "WHO-5",
        ][
            instrument]
            ?? (instrument.count <= 5
                ? instrument.uppercased()
                : instrument.prefix(1).uppercased()
                    + instrument.dropFirst())
    }

    /// True where words stand at the left; figures stand at the right.
    var isText: Bool { self == .reason || self == .quality }

    /// Columns of the screen without the gap before it; of words and bars at least so many.
    var width: Int {
        switch self {
        case .reason: 20
        case .week: 4
        case .sessions: 8
        case .diary: 5
        case .quality: 12
        case .asleep: 6
        case .efficiency: 5
        case .change: 9
        case .regularity: 4
        case .lastNight, .received, .contact: 10
        case .next: 12
        case .score: 6
        }
    }

    /// What stays longest where there is too little room.
    static let mostNeeded: [CohortColumn] = [
        .reason, .week, .diary, .efficiency, .sessions, .quality, .score("phq9"), .score("isi"),
    ]
}

extension CohortColumn {
    /// What a row says in the column; nil where there is nothing to say of the person. Reason and quality are
    /// drawn by the table.
    func cell(_ row: CohortRow, _ look: CohortLook) -> (String, Style)? {
        switch self {
        case .reason, .quality: return nil
        case .week:
            guard let weeks = row.weeks else { return nil }
            return (row.isOver ? "done" : row.week.map { "\($0)/\(weeks)" } ?? "soon", .text)
        case .sessions:
            return row.weeks == nil ? nil : ("\(row.sessionsDone)/\(row.sessionsPlanned)", .session)
        case .diary: return ("\(row.nightsLogged7)/7", row.nightsLogged7 < 4 ? Style(.caution) : .text)
        case .asleep: return row.totalSleep7.map { ($0.short, .text) }
        case .efficiency: return row.efficiency7.map { ($0.words, .accent) }
        case .change:
            return row.efficiencyChangePoints.map { points in
                let whole = Int(abs(points).rounded())
                return ((whole == 0 ? "" : points < 0 ? "−" : "+") + "\(whole)", .text)
            }
        case .regularity: return row.regularityIndex.map { ("\(Int($0.rounded()))", .text) }
        case .lastNight: return day(row.lastNight, row.today, else: "none yet")
        case .received:
            return day(row.lastReceived.map { look.zone.date($0.instant) }, row.today, else: "nothing")
        case .contact:
            return row.lastContact.map { day(look.zone.date($0.instant), row.today, else: "") } ?? nil
        case .next:
            return row.nextSession.map { ($0.date.dayMonth + " " + $0.clock.description, .text) }
        case .score(let name):
            guard let total = row.scores[name] else { return nil }
            let age = row.scoreDates[name].map { $0.days(until: row.today) } ?? 0
            let isOld = age > look.scoreDays[name] ?? CohortLook.usualDays
            return (
                "\(total)" + (isOld ? (look.isWide ? " · \(age) d" : "·\(age)d") : ""), isOld ? .muted : .text
            )
        }
    }

    private func day(_ date: CivilDate?, _ today: CivilDate, else words: String) -> (String, Style)? {
        guard let date else { return words.isEmpty ? nil : (words, .muted) }
        let days = date.days(until: today)
        let text = days <= 0 ? "today" : days == 1 ? "yesterday" : "\(days) days"
        return (text, days >= 3 && self != .contact ? Style(.caution) : .muted)
    }
}

/// What the columns need beside a row.
struct CohortLook: Equatable {
    /// Days after which a total of a questionnaire is old: those after which it is asked again.
    var scoreDays: [String: Int]
    /// Where the times of records are read as days.
    var zone: Zone
    /// True where there is room for more than the shortest form.
    var isWide: Bool

    /// For a questionnaire without a number of days of its own. Lull's own.
    static let usualDays = 28

    init(_ instruments: [Instrument], zone: Zone, isWide: Bool) {
        (self.zone, self.isWide) = (zone, isWide)
        let days = instruments.compactMap { one in one.timing.everyDays.map { (one.name, $0) } }
        scoreDays = Dictionary(days, uniquingKeysWith: { first, _ in first })
    }
}
