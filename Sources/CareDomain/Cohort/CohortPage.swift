// The pages of the cohort, in their order.

package enum CohortPage: String, CaseIterable, Sendable {
    case today, table, strips, outcomes, diaries
    /// Nights after sessions against other nights, over everyone.
    case sessions

    package var title: String {
        switch self {
        case .today: "Today"
        case .table: "Table"
        case .strips: "Strips"
        case .outcomes: "Outcomes"
        case .diaries: "Diaries"
        case .sessions: "Session nights"
        }
    }
}
