// Where the keys go on each page of the cohort.

import CareDomain

extension CohortPage {
    var mode: Mode {
        switch self {
        case .today: .cohortToday
        case .table: .cohort
        case .strips: .cohortStrips
        case .outcomes: .cohortOutcomes
        case .diaries: .cohortDiaries
        case .sessions: .cohortNights
        }
    }
}
