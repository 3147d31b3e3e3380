// A medicine that a person takes, or took, beside the sessions.

package struct Medication: Equatable, Sendable {
    /// What it is to the rules about sleep and sessions.
    package enum DrugClass: String, CaseIterable, Sendable {
        case benzodiazepine, hypnotic, stimulant, maoi, opioid, other
    }

    /// How much, in the unit in which it was told: mg, drops, tablets.
    package struct Amount: Equatable, Sendable {
        package var value: Double
        package var unit: String

        package init(_ value: Double, _ unit: String) {
            self.value = value
            self.unit = unit
        }
    }

    package var name: String
    package var drugClass: DrugClass?
    package var dose: Amount?
    package var start: DayOrTime?
    /// Nil while it is taken.
    package var stop: DayOrTime?

    package init(
        name: String, drugClass: DrugClass? = nil, dose: Amount? = nil, start: DayOrTime? = nil,
        stop: DayOrTime? = nil
    ) {
        self.name = name
        self.drugClass = drugClass
        self.dose = dose
        self.start = start
        self.stop = stop
    }
}
