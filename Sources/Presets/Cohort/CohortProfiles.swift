// Who lives in a made-up cohort: the people of the file, and others after them.

import CareDomain

/// As many profiles as are asked for, made one at a time.
struct CohortProfiles: Sequence, IteratorProtocol {
    private let planter: CohortPlanter
    private let seed: UInt64
    private let count: Int
    private var number = 0
    private var taken: Set<PersonID> = []

    /// - Parameter count: none for zero and less.
    init(_ planter: CohortPlanter, seed: UInt64, count: Int) {
        self.planter = planter
        self.seed = seed
        self.count = planter.cohort.people.isEmpty ? 0 : count
    }

    mutating func next() -> CohortProfile? {
        guard number < count else { return nil }
        defer { number += 1 }
        let people = planter.cohort.people
        var profile = people[number % people.count]
        if number >= people.count {
            var random = SeededGenerator(seed: seed, stream: "person/\(number)")
            profile = planter.varied(profile, random: &random)
            (profile.name, profile.id) = planter.name(number, taken: taken, random: &random)
        }
        taken.insert(profile.id)
        return profile
    }
}
