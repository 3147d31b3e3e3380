// A made-up cohort as its file describes it: people, what their diaries say in passing, and names for more.

import CareDomain

package struct Cohort: Equatable, Sendable {
    package var people: [CohortProfile]
    package var comments: Comments
    package var care: CohortCare
    package var givenNames: [String]
    package var familyNames: [String]

    package struct Comments: Equatable, Sendable {
        package var session: [String]
        package var poor: [String]
        package var good: [String]
    }
}

/// One made-up person: how they sleep, what becomes of it, and what they write down.
package struct CohortProfile: Equatable, Sendable {
    package var id: PersonID
    package var name: String
    package var bornYear: Int
    package var zone: String
    package var conditions: [String]
    package var cautions: [String]
    package var workDays: [Weekday]
    package var target: SleepTarget
    package var treatment: Treatment
    package var sleep: Sleep
    /// Share of the minutes awake that is gone at the end of the course; below 0 it gets worse.
    package var improvement: Double
    package var sessionNight: SessionNight
    package var diary: Diary
    /// First and last total over the course, in the file's order.
    package var scores: [Score]
    /// Days between questionnaires.
    package var scoresEvery: Int
    /// The answer to item 9 of the last PHQ-9.
    package var itemNine: Int
    /// Whether item 9 is ever answered with more than "not at all" in bad weeks.
    package var hasDarkWeeks = false
    /// Whether there is a plan; nil leaves it to chance.
    package var hasPlan: Bool?
    /// Days after the end of the course in which its effect wears off; nil where it lasts.
    package var relapseDays: Int?
    /// Days of the course, 0 for its first, on which nothing is logged.
    package var breakOff: ClosedRange<Int>?
    package var habits: DailyHabits
    package var practice: PracticeHabit
    package var notes: [PlannedNote]

    package struct Treatment: Equatable, Sendable {
        package var plan: CourseProtocol
        /// The week of the course that today lies in.
        package var week: Int
        package var startDay: Weekday
        package var sessionAt: ClockTime
        /// Milligrams of each session, the last for all that follow; empty for the protocol's dose.
        package var doses: [Double]
        package var exceptions: [SessionException]
        package var pressure: Pressure
    }

    /// A session that was not given, or on another day.
    package struct SessionException: Equatable, Sendable {
        /// 1 is the first of the plan.
        package var number: Int
        package var status: Session.Status
        package var why: String
        /// By how many days one was moved.
        package var days = 0
    }

    package struct Pressure: Equatable, Sendable {
        /// mmHg before a session.
        package var systolic: Double
        package var diastolic: Double
        /// mmHg of the systolic pressure at its peak.
        package var rise: Double
        /// Peak at the first session and at the last, 0...10.
        package var firstDissociation: Double
        package var lastDissociation: Double
    }

    /// Minutes before the course.
    package struct Sleep: Equatable, Sendable {
        package var latency: Double
        package var wake: Double
        /// Awake before getting up.
        package var early: Double
        /// In bed before trying to sleep.
        package var reading: Double
        /// How much of one night is in the next, 0..<1.
        package var memory: Double
        /// How much later the weekend is.
        package var weekendShift: Double
        /// Nights a week with nightmares.
        package var nightmares: Double
    }

    /// Minutes added to the first night after a session.
    package struct SessionNight: Equatable, Sendable {
        package var latency: Double
        package var wake: Double
        /// The share gone by the last session, 0...1.
        package var fades: Double
    }

    package struct Diary: Equatable, Sendable {
        /// Nights before the first session.
        package var baselineNights: Int
        /// Share of nights logged, 0...1.
        package var share: Double
        /// How much of that share each week of the course takes away, 0 for a person who does not tire of it.
        package var fading = 0.0
        /// Days since the last record of any kind; 0 for a person who goes on logging.
        package var quietDays: Int
        /// How many of the last nights were three hours shorter, and refreshing.
        package var shortNights: Int
        package var hasDevice: Bool
    }

    package struct Score: Equatable, Sendable {
        package var instrument: Instrument
        package var first: Double
        package var last: Double
    }

    package enum Instrument: String, CaseIterable, Sendable {
        case phq9, gad7, isi, pcl5

        var items: Int {
            switch self {
            case .phq9: 9
            case .gad7, .isi: 7
            case .pcl5: 20
            }
        }

        /// The highest answer to an item.
        var most: Int { self == .phq9 || self == .gad7 ? 3 : 4 }
    }

    package struct DailyHabits: Equatable, Sendable {
        package var coffees: Int
        package var lastCoffee: ClockTime
        /// Minutes between the last screen and bed.
        package var screensBeforeBed: Double
        package var drinksAWeek: Double
        /// Share of the logged nights with habits beside them.
        package var logged: Double
    }

    package struct PracticeHabit: Equatable, Sendable {
        package var aWeek: Double
        package var programmes: [RelaxationProgramme]
    }

    package struct PlannedNote: Equatable, Sendable {
        package var daysAgo: Int
        package var text: String
    }
}
