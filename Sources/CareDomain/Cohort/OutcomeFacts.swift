// One person's questionnaires and nights by week of the course, for a clinic's outcomes.

package struct OutcomeFacts: Equatable, Sendable {
    init(_ subject: CohortSubject) {}
}
