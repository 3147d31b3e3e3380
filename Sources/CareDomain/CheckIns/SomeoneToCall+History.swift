// Whom a person can reach, from what they have written down.

extension SomeoneToCall {
    /// - Parameters:
    ///   - place: of the person's zone; nil where nothing is known of it.
    ///   - now: on the person's clocks.
    package init(of history: PersonHistory, place: CrisisPlace?, now: CivilTime) {
        var contacts = history.contacts.map(\.value)
        if let clinic = history.clinic?.value {
            let name = clinic.name ?? "your clinic"
            contacts.append(Contact(name: name, phone: clinic.phone, role: "clinic", when: clinic.hours))
            if let crisis = clinic.crisis {
                contacts.append(Contact(name: name, phone: crisis, role: "outside its hours, or in a crisis"))
            }
        }
        self.init(
            contacts: contacts, plan: history.plan?.value.badHours.lines ?? [], place: place, now: now)
    }
}

extension CarePlan.BadHours {
    /// A line each for what is written down.
    fileprivate var lines: [String] {
        [
            ("It begins when", signs), ("What helps", helps), ("With", people), ("Go to", places),
            ("Safer", safer),
        ].compactMap { title, items in
            // A point at the end of an item would stand before the semicolon.
            let bare = items.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
            return items.isEmpty ? nil : title + ": " + bare.joined(separator: "; ")
        }
    }
}
