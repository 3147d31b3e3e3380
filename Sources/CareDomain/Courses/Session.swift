// A treatment session: what was planned, and what happened.

package enum Route: String, CaseIterable, Sendable {
    case intravenous = "iv"
    case intramuscular = "im"
    case nasal
    case sublingual
    case oral

    /// `IV`, `nasal`: as it stands beside a dose.
    package var label: String {
        switch self {
        case .intravenous: "IV"
        case .intramuscular: "IM"
        case .nasal, .sublingual, .oral: rawValue
        }
    }
}

/// A dose in the unit in which it was given; one is never turned into another.
package struct Dose: Equatable, Sendable {
    package enum Unit: String, CaseIterable, Sendable {
        case milligrams = "mg"
        case milligramsPerKilogram = "mg/kg"
    }

    package var amount: Double
    package var unit: Unit

    package init(_ amount: Double, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }
}

package struct Session: Equatable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case planned, done, missed, moved, cancelled
    }

    /// A reading during the session.
    package struct Observation: Equatable, Sendable {
        /// Minutes since the dose.
        package var minute: Int
        /// mmHg.
        package var systolic: Int?
        package var diastolic: Int?
        /// Beats a minute.
        package var pulse: Int?
        /// Percent.
        package var saturation: Int?
        package var sedation: Int?
        /// 0...10.
        package var dissociation: Int?

        package init(
            minute: Int, systolic: Int? = nil, diastolic: Int? = nil, pulse: Int? = nil,
            saturation: Int? = nil,
            sedation: Int? = nil, dissociation: Int? = nil
        ) {
            self.minute = minute
            self.systolic = systolic
            self.diastolic = diastolic
            self.pulse = pulse
            self.saturation = saturation
            self.sedation = sedation
            self.dissociation = dissociation
        }
    }

    /// Something unwanted that happened.
    package struct AdverseEvent: Equatable, Sendable {
        package var at: OffsetInstant?
        package var what: String
        /// In the clinic's words: `mild`.
        package var severity: String?
        /// Serious in the sense of drug safety; nil where nobody has judged it.
        package var serious: Bool?
        /// What was done about it.
        package var action: String?
        package var resolvedAt: OffsetInstant?

        package init(
            at: OffsetInstant? = nil, what: String, severity: String? = nil, serious: Bool? = nil,
            action: String? = nil, resolvedAt: OffsetInstant? = nil
        ) {
            self.at = at
            self.what = what
            self.severity = severity
            self.serious = serious
            self.action = action
            self.resolvedAt = resolvedAt
        }
    }

    /// The id in the course's plan; nil for a session outside it.
    package var planned: String?
    package var status: Status
    /// When it began, or is to begin; nil for one missed or cancelled that had no other time than the plan's.
    package var start: OffsetInstant?
    package var end: OffsetInstant?
    package var route: Route?
    package var dose: Dose?
    package var observations: [Observation]
    package var events: [AdverseEvent]
    /// Where it is held.
    package var site: String?
    /// The lot of the drug.
    package var lot: String?
    /// Kilograms, on the day.
    package var weight: Double?
    /// Who sees the person home.
    package var escort: String?
    /// What was checked before the dose, a word or two each.
    package var checks: [String]
    /// When the person was judged ready to leave.
    package var readyAt: OffsetInstant?
    package var leftAt: OffsetInstant?
    package var observer: String?
    /// Also the reason of one missed or cancelled.
    package var note: String?

    package init(
        planned: String? = nil, status: Status, start: OffsetInstant? = nil, end: OffsetInstant? = nil,
        route: Route? = nil, dose: Dose? = nil, observations: [Observation] = [], events: [AdverseEvent] = [],
        site: String? = nil, lot: String? = nil, weight: Double? = nil, escort: String? = nil,
        checks: [String] = [], readyAt: OffsetInstant? = nil, leftAt: OffsetInstant? = nil,
        observer: String? = nil, note: String? = nil
    ) {
        self.planned = planned
        self.status = status
        self.start = start
        self.end = end
        self.route = route
        self.dose = dose
        self.observations = observations
        self.events = events
        self.site = site
        self.lot = lot
        self.weight = weight
        self.escort = escort
        self.checks = checks
        self.readyAt = readyAt
        self.leftAt = leftAt
        self.observer = observer
        self.note = note
    }

    /// The highest dissociation noted, 0...10; nil where none was.
    package var peakDissociation: Int? { observations.compactMap(\.dissociation).max() }
}
