// What is said of the measure that a person's setting names.

import CareDomain

extension Invocation {
    /// Says where a person's setting names no measure, and which one stands in for it.
    func noteUnknownMeasure(of subject: Subject) {
        let named = subject.history.details.namedMeasure
        guard let unknown = named.unknown else { return }
        note(
            "the setting \(NamedMeasure.setting) is \(quoted(unknown)), which is no measure; "
                + "\(named.measure.rawValue) stands in for it")
    }
}
