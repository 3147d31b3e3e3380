// What surrounds the made-up people, as their file has it: how often things happen, and the words for them.

import CareDomain

package struct CohortCare: Equatable, Sendable {
    package var rates: Rates
    /// In the file's order.
    package var checkIns: [Cadence]
    package var medications: [MedicineGroup]
    package var adverseEvents: [AdverseKind]
    package var seriousEvent: AdverseKind
    package var clinic: Clinic
    package var staff: [String]
    package var rooms: [String]
    /// What is checked before a dose.
    package var checks: [String]
    /// What people of one's own name are to one, and what others are.
    package var relatives: [String]
    package var others: [String]
    package var goals: [CarePlan.Goal]
    /// All there is to choose from; whom to be with is left out.
    package var badHours: CarePlan.BadHours
    package var reasons: [Reason: [String]]
    package var calls: [CallKind: [String]]
    package var questions: [Question]
    package var referrals: [Referral]
    package var therapies: [TherapyKind]

    /// How often something happens, 0...1. The file says of what each is the share.
    package enum Rate: String, CaseIterable, Sendable {
        case response, partial, same, relapse, sleepWell, afterCourse, fallSilent, breakOff
        case missed, cancelled, moved, stayAwayWhenSilent, highBefore, lowSaturation, serious, weighed
        case itemNine, half, sleepinessAsked
        case mood, habitDetails, alcoholOnSessionDay, sessionEvening, nextMorning, stillDetached, urinary
        case practiceWorse, smokers, pain, sleepSigns
        case plan, contacts, firstCall, questions, referral, window, doseStep, formOnTime, newSleepMedicine
    }

    package struct Rates: Equatable, Sendable {
        private var shares: [Rate: Double]

        package init(_ shares: [Rate: Double]) { self.shares = shares }

        /// 0 for one that no file has named.
        package subscript(rate: Rate) -> Double { shares[rate] ?? 0 }
    }

    /// How many days lie between two of a questionnaire.
    package struct Cadence: Equatable, Sendable {
        /// As the files of seeds/instruments are named.
        package var instrument: String
        package var days: Int
    }

    /// Medicines of which a person takes one at most.
    package struct MedicineGroup: Equatable, Sendable {
        package var people: Share
        package var medicines: [Medication]
    }

    /// A share of the people, or of those with a condition or caution, or without it.
    package struct Share: Equatable, Sendable {
        package var share: Double
        package var with: String?
        package var without: String?
    }

    package struct AdverseKind: Equatable, Sendable {
        package var what: String
        /// Of the sessions of the first week, 0...1.
        package var share: Double
        package var action: String
    }

    package struct Question: Equatable, Sendable {
        package var ask: String
        package var reply: String?
    }

    package struct TherapyKind: Equatable, Sendable {
        package var people: Share
        package var what: String
        /// How long it takes; nil for one that goes on.
        package var weeks: Int?
        package var outcome: String?
    }

    package enum Reason: String, CaseIterable, Sendable {
        case missed, cancelled, moved, silent, highBefore, doseStep, windowStart, windowLonger
    }

    package enum CallKind: String, CaseIterable, Sendable {
        case first, silent, back, itemNine
    }
}

extension CohortProfile {
    /// Whether a word is among the conditions and cautions.
    func has(_ word: String) -> Bool {
        (conditions + cautions).contains { $0.split(separator: " ").contains(Substring(word)) }
    }

    /// Whether it is one of those of whom a share is taken.
    func isAmong(_ people: CohortCare.Share) -> Bool {
        (people.with.map(has) ?? true) && !(people.without.map(has) ?? false)
    }
}
