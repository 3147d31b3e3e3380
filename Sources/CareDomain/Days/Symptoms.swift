// What was noticed of a day or its night that the clinic asks about.

/// Yes, no, or nil where it was not said: no answer is never a no.
package struct Symptoms: Equatable, Sendable {
    package var day: CivilDate
    /// How floaty or far away, 0 (not at all) to 10.
    package var detached: Int?
    /// When the effects of a session were noted as gone.
    package var effectsGoneAt: OffsetInstant?
    package var dizzy: Bool?
    package var nausea: Bool?
    package var headache: Bool?
    /// A sudden or frequent need to pass water.
    package var urgency: Bool?
    /// Pain on passing water.
    package var pain: Bool?
    package var bloodInUrine: Bool?
    /// Snoring with gasps.
    package var gasping: Bool?
    /// An urge to move the legs at rest.
    package var legUrge: Bool?
    /// Acting out dreams.
    package var actingOut: Bool?
    package var fearOfSleep: Bool?
    /// Dozing at the wheel.
    package var dozedDriving: Bool?
    package var other: String?

    package init(
        day: CivilDate, detached: Int? = nil, effectsGoneAt: OffsetInstant? = nil, dizzy: Bool? = nil,
        nausea: Bool? = nil, headache: Bool? = nil, urgency: Bool? = nil, pain: Bool? = nil,
        bloodInUrine: Bool? = nil, gasping: Bool? = nil, legUrge: Bool? = nil, actingOut: Bool? = nil,
        fearOfSleep: Bool? = nil, dozedDriving: Bool? = nil, other: String? = nil
    ) {
        self.day = day
        self.detached = detached
        self.effectsGoneAt = effectsGoneAt
        self.dizzy = dizzy
        self.nausea = nausea
        self.headache = headache
        self.urgency = urgency
        self.pain = pain
        self.bloodInUrine = bloodInUrine
        self.gasping = gasping
        self.legUrge = legUrge
        self.actingOut = actingOut
        self.fearOfSleep = fearOfSleep
        self.dozedDriving = dozedDriving
        self.other = other
    }
}
