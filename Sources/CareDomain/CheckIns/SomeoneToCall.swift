// Who can be reached when an answer needs someone: the person's own people, then a crisis line, then the
// emergency number.

/// A telephone line of a country for people in a crisis.
package struct CrisisLine: Equatable, Sendable {
    package var name: String
    package var phone: String
    /// When it answers; nil where that is not known.
    package var hours: OpeningHours?
    /// Where the number stands.
    package var source: String
    /// When someone last compared it with its source; nil where nobody has.
    package var checked: CivilDate?

    package init(
        name: String, phone: String, hours: OpeningHours?, source: String, checked: CivilDate?
    ) {
        self.name = name
        self.phone = phone
        self.hours = hours
        self.source = source
        self.checked = checked
    }
}

/// What a country offers, by the zones of its clocks.
package struct CrisisPlace: Equatable, Sendable {
    package var country: String
    /// IANA names.
    package var zones: [String]
    /// The number for an emergency; nil where it is not known.
    package var emergency: String?
    package var lines: [CrisisLine]

    package init(country: String, zones: [String], emergency: String?, lines: [CrisisLine]) {
        self.country = country
        self.zones = zones
        self.emergency = emergency
        self.lines = lines
    }
}

/// What a person is shown, in the order in which it is shown.
package struct SomeoneToCall: Equatable, Sendable {
    /// The person's own plan for bad hours, a line each; empty where none is stored.
    package var plan: [String]
    /// Who can be reached at this hour, those whose hours cannot be read among them.
    package var contacts: [Contact]
    package var lines: [CrisisLine]
    /// Nil where the zone's is not known: it is then named in words.
    package var emergency: String?

    /// - Parameters:
    ///   - contacts: in the person's own order, the clinic among them.
    ///   - place: of the person's zone; nil where nothing is known of it.
    ///   - now: what the clocks of the person's zone say.
    package init(
        contacts: [Contact] = [], plan: [String] = [], place: CrisisPlace?, now: CivilTime
    ) {
        self.plan = plan
        self.contacts = contacts.filter { contact in
            contact.when.flatMap { OpeningHours($0) }?.covers(now) ?? true
        }
        lines = (place?.lines ?? []).filter { $0.hours?.covers(now) ?? true }
        emergency = place?.emergency
    }
}
