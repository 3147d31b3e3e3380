// Whom a person can reach: people of their own, and their clinic.

package struct Contact: Equatable, Sendable {
    package var name: String
    package var phone: String?
    /// What they are to the person: `sister`, `care coordinator`.
    package var role: String?
    /// When they can be reached, in words.
    package var when: String?

    package init(name: String, phone: String? = nil, role: String? = nil, when: String? = nil) {
        self.name = name
        self.phone = phone
        self.role = role
        self.when = when
    }
}

/// The person's own clinic.
package struct Clinic: Equatable, Sendable {
    package var name: String?
    package var phone: String?
    /// When it can be reached, in words.
    package var hours: String?
    /// Whom to call outside these hours, or in a crisis.
    package var crisis: String?

    package init(name: String? = nil, phone: String? = nil, hours: String? = nil, crisis: String? = nil) {
        self.name = name
        self.phone = phone
        self.hours = hours
        self.crisis = crisis
    }
}
