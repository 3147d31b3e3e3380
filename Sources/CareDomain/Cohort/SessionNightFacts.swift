// One person's nights after sessions against their other nights, for the cohort's page.

package struct SessionNightFacts: Equatable, Sendable {
    init(_ subject: CohortSubject) {}
}
