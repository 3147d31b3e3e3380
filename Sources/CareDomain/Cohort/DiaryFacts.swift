// Which nights one person has logged, and when that stopped.

package struct DiaryFacts: Equatable, Sendable {
    init(_ subject: CohortSubject) {}
}
