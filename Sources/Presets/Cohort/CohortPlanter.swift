// Plants a made-up cohort: the people of the file first, then more, each with their own ways.

import CareDomain

/// A made-up person's records, in the order in which they happened.
package struct PlantedPerson: Equatable, Sendable {
    package var id: PersonID
    /// Each with an origin whose source is `planted`, so that planting twice adds nothing.
    package var drafts: [RecordDraft]
}

/// A made-up person whose records are still to be made: each one's hang on nothing but what is in here, so
/// that they can be made in any order and at the same time.
package struct PersonToPlant: Sendable {
    let profile: CohortProfile
    let cohort: Cohort
    /// The zone in which the person lives.
    package let zone: Zone
    let now: Instant
    let seed: UInt64
    let weeks: Int?

    package func planted() -> PlantedPerson {
        let life = PlantedLife(
            profile: profile, cohort: cohort, zone: zone, now: now, seed: seed, weeks: weeks)
        return PlantedPerson(id: profile.id, drafts: life.drafts())
    }
}

package struct CohortPlanter: Sendable {
    let cohort: Cohort

    package init(cohort: Cohort) { self.cohort = cohort }

    /// The people of the file in its order, then people made from their profiles, one at a time.
    ///
    /// - Parameters:
    ///   - count: how many people; none for zero and less.
    ///   - weeks: how far back the diaries begin; nil as each profile says.
    ///   - seed: the same one gives the same drafts, for the same now and zones.
    ///   - now: nothing is written after it.
    ///   - zone: the zone of a name; where it is nil, now's own offset is used.
    package func people(
        count: Int, weeks: Int?, seed: UInt64, now: OffsetInstant, zone: @escaping (String) -> Zone?
    ) -> some Sequence<PersonToPlant> {
        CohortProfiles(self, seed: seed, count: count).lazy.map { profile in
            let place = zone(profile.zone) ?? Self.fixedZone(now.offsetSeconds)
            return PersonToPlant(
                profile: profile, cohort: cohort, zone: place, now: now.instant, seed: seed, weeks: weeks)
        }
    }

    /// The records of everyone at once, see `people`.
    package func drafts(
        count: Int, weeks: Int?, seed: UInt64, now: OffsetInstant, zone: (String) -> Zone?
    ) -> [PlantedPerson] {
        withoutActuallyEscaping(zone) { zone in
            people(count: count, weeks: weeks, seed: seed, now: now, zone: zone).map { $0.planted() }
        }
    }

    private static func fixedZone(_ offsetSeconds: Int) -> Zone {
        let text = OffsetInstant(Instant(milliseconds: 0), offsetSeconds: offsetSeconds).text()
        return Zone(name: String(text.suffix(6)), offsetSeconds: offsetSeconds)
    }
}
