// One person's course as a strip of days.

package struct PersonStrip: Equatable, Sendable {
    init(_ subject: CohortSubject) {}
}
