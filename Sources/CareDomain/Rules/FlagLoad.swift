// How much work the rules make: flags raised, closed and open, by rule and week.

package struct FlagLoad: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        /// The Monday.
        package var week: CivilDate
        package var rule: String
        package var raised: Int
        /// Of those, or of notes of before, the ones that came to the next working day or sooner.
        package var raisedForReview: Int
        package var closed: Int
        /// At the end of the week, or now.
        package var open: Int
    }

    /// By week, then rule; weeks in which a rule has nothing are left out.
    package let rows: [Row]
    package let people: Int
    /// Flags that came to the next working day or sooner after each person's first week.
    package let reviewed: Int
    /// Working days, Monday to Friday, that people were followed for after their first week, added up.
    package let workingDays: Int

    /// New flags of the next working day or sooner for 100 people and a working day; nil without a day.
    package var perHundredAndDay: Double? {
        workingDays > 0 ? 100 * Double(reviewed) / Double(workingDays) : nil
    }

    /// - Parameter people: everyone's flags, the first day that is followed, and today.
    package init(_ people: [(flags: [ReviewFlag], first: CivilDate?, today: CivilDate)]) {
        struct Key: Hashable {
            var week: CivilDate
            var rule: String
        }
        var rows: [Key: Row] = [:]
        func count(_ date: CivilDate, _ rule: String, _ change: (inout Row) -> Void) {
            let key = Key(week: date.startOfWeek, rule: rule)
            var row =
                rows[key]
                ?? Row(
                    week: key.week, rule: rule, raised: 0, raisedForReview: 0, closed: 0, open: 0)
            change(&row)
            rows[key] = row
        }
        var (reviewed, days) = (0, 0)
        for person in people {
            let start = person.first.map { $0.adding(days: 7) }
            if let start, start <= person.today {
                days +=
                    (start.days...person.today.days).filter { CivilDate(days: $0).weekday.rawValue < 5 }
                    .count
            }
            for flag in person.flags {
                count(flag.since, flag.rule) { $0.raised += 1 }
                if let date = flag.reviewedFrom {
                    count(date, flag.rule) { $0.raisedForReview += 1 }
                    if let start, date >= start { reviewed += 1 }
                }
                if let date = flag.closedOn { count(date, flag.rule) { $0.closed += 1 } }
                var week = flag.since.startOfWeek
                while week <= person.today, week.adding(days: 6) < flag.closedOn ?? .init(days: .max / 2) {
                    count(week, flag.rule) { $0.open += 1 }
                    week = week.adding(days: 7)
                }
            }
        }
        self.rows = rows.values.sorted { ($0.week, $0.rule) < ($1.week, $1.rule) }
        self.people = people.count
        self.reviewed = reviewed
        workingDays = days
    }
}
