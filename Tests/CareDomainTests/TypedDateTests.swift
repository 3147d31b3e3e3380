// Dates as people type them.

import CareDomain
import Testing

@Suite struct TypedDateTests {
    /// A Sunday.
    private let today = CivilDate(days: 20_779)

    @Test(arguments: [
        ("2026-11-03", "2026-11-03"), ("today", "2026-11-22"), (" Yesterday ", "2026-11-21"),
        ("tomorrow", "2026-11-23"), ("in 3 days", "2026-11-25"), ("2 weeks ago", "2026-11-08"),
        ("+1", "2026-11-23"), ("-7", "2026-11-15"), ("sun", "2026-11-22"), ("Monday", "2026-11-23"),
        ("last sun", "2026-11-15"), ("last sat", "2026-11-21"), ("3 nov", "2026-11-03"),
        ("1 jan", "2027-01-01"), ("31 december 2025", "2025-12-31"), ("29 feb 2028", "2028-02-29"),
    ])
    func isRead(_ text: String, _ date: String) throws {
        #expect(today.description == "2026-11-22")
        #expect(try CivilDate(typed: text, today: today).description == date)
    }

    @Test(arguments: ["03/04", "03.04.2026", "3-4-26", "2026-13-01"])
    func isRefusedWhereItCouldBeTwo(_ text: String) {
        #expect(throws: TypedDateProblem.couldBeTwo) { try CivilDate(typed: text, today: today) }
    }

    @Test(arguments: ["", "soon", "31 feb 2026", "in many days", "99999 days ago", "mo", "3 no", "+"])
    func isNoDate(_ text: String) {
        #expect(throws: TypedDateProblem.notADate) { try CivilDate(typed: text, today: today) }
    }
}
