// What the first page of the cohort says of one person: what is due today, and what is known before a dose.

package struct TodayFacts: Equatable, Sendable {
    init(_ subject: CohortSubject) {}
}
