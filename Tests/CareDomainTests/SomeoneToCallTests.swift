// Who is named when an answer needs someone, in which order, and at which hour.

import CareDomain
import Testing

@Suite struct SomeoneToCallTests {
    private func time(_ date: String, _ clock: String) throws -> CivilTime {
        CivilTime(try #require(CivilDate(date)), try #require(ClockTime(typed: clock)))
    }

    private let line = CrisisLine(
        name: "A line", phone: "123", hours: OpeningHours("always"), source: "a.example", checked: nil)

    @Test func theOrderIsPeopleThenTheLineThenTheEmergencyNumber() throws {
        let place = CrisisPlace(country: "x", zones: [], emergency: "112", lines: [line])
        let contacts = [
            Contact(name: "Kim", phone: "0131 496 0000", role: "sister"),
            Contact(name: "The clinic", phone: "0131 496 0001", when: "Mon-Fri 9:00-17:00"),
        ]
        // A Monday at ten: the clinic answers.
        let page = SomeoneToCall(
            contacts: contacts, plan: ["call Kim", "walk to the park"], place: place,
            now: try time("2026-11-23", "10:00"))
        #expect(
            page.paragraphs == [
                SomeoneToCall.thanks, SomeoneToCall.whoKnows, "Your own plan for bad hours:", "  call Kim",
                "  walk to the park", "Who can be reached now:", "  Kim, sister: 0131 496 0000",
                "  The clinic: 0131 496 0001 (Mon-Fri 9:00-17:00)",
                "  A line: 123, always (a.example; not checked yet)",
                "If it cannot wait: 112, or the nearest emergency department.",
            ])
        let night = SomeoneToCall(contacts: contacts, place: place, now: try time("2026-11-23", "22:00"))
        #expect(night.contacts.map(\.name) == ["Kim"])
    }

    /// Never nothing: a zone of which nothing is known still has a number to call.
    @Test func aZoneWithoutALineNamesTheLocalNumber() throws {
        let page = SomeoneToCall(place: nil, now: try time("2026-11-23", "10:00"))
        #expect(page.paragraphs.count == 3)
        #expect(page.paragraphs.last?.contains("your local emergency number") == true)
    }

    @Test func noWordIsPromisedOrSoothing() throws {
        let page = SomeoneToCall(place: nil, now: try time("2026-11-23", "10:00"))
        let text = page.paragraphs.joined(separator: " ").lowercased()
        for word in ["safe", "normal", "has been told", "we will", "don't worry", "because"] {
            #expect(!text.contains(word))
        }
    }

    @Test(arguments: [
        ("always", "2026-11-22", "03:00", true), ("24/7", "2026-11-22", "03:00", true),
        ("Mon-Fri 9:00-17:00", "2026-11-23", "09:00", true),
        ("Mon-Fri 9:00-17:00", "2026-11-23", "17:00", false),
        ("Mon–Fri 9:00 – 17:00", "2026-11-22", "10:00", false),
        ("Mon-Fri 9:00-17:00; Sat 10:00-12:00", "2026-11-21", "11:00", true),
        ("18:00-08:00", "2026-11-22", "23:00", true), ("18:00-08:00", "2026-11-22", "07:59", true),
        ("18:00-08:00", "2026-11-22", "12:00", false), ("Fri 22:00-02:00", "2026-11-21", "01:00", true),
        ("Fri 22:00-02:00", "2026-11-20", "01:00", false), ("Sat, Sun", "2026-11-22", "12:00", true),
        ("Fri-Mon 8:00-20:00", "2026-11-22", "12:00", true), ("daily 0:00-0:00", "2026-11-22", "23:59", true),
    ])
    func hours(text: String, date: String, clock: String, isOpen: Bool) throws {
        let hours = try #require(OpeningHours(text))
        #expect(hours.covers(try time(date, clock)) == isOpen)
    }

    @Test(arguments: ["", "in the evening", "after work", "9-5ish", "Mon to Fri", ";", "-"])
    func hoursThatCannotBeReadHideNobody(text: String) throws {
        #expect(OpeningHours(text) == nil)
        let contact = Contact(name: "Kim", when: text)
        let page = SomeoneToCall(contacts: [contact], place: nil, now: try time("2026-11-22", "03:00"))
        #expect(page.contacts == [contact])
    }
}
