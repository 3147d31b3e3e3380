// The diary of one person: makes nights of what was typed, one a date.

import CareDomain
import CellCanvas
import JournalStore
import PlainJSON

struct DiaryNights {
    private let subject: Subject
    private let now: Instant
    private var logged: [CivilDate: RecordID]

    init(_ subject: Subject, now: Instant) {
        self.subject = subject
        self.now = now
        let rows = subject.history.nights.filter { $0.source == "diary" }
        logged = Dictionary(rows.map { ($0.date, $0.frame.id) }, uniquingKeysWith: { _, last in last })
    }

    /// Takes note of a night that was logged meanwhile.
    mutating func note(_ date: CivilDate, _ id: RecordID) { logged[date] = id }

    func refuseWhereLogged(_ date: CivilDate) throws {
        if let id = logged[date] { throw Failure.badData("the night to \(date) is logged already, as \(id)") }
    }

    /// - Throws: `Failure` for what cannot be read or contradicts itself, and for a date that is logged.
    func night(_ draft: NightDraft) throws -> Night {
        do {
            return try unlessLogged(try parse(draft))
        } catch let problems as NightProblems {
            if problems.list.contains(where: { $0.problem == .nothingGiven }) {
                throw Failure.usage(
                    "nothing is given of the night; say what you know, such as --bed 22:30 --up 7:00")
            }
            throw Failure(problems.isMistyped ? .usage : .badData, problems.sentence(of: draft) { $0.option })
        }
    }

    /// A night of the keys of the journal, without the frame; clock times are taken.
    func night(_ object: JSONObject, zones: ZoneDatabase) throws -> Night {
        var draft = NightDraft()
        var zone = subject.zone
        for pair in object.pairs where !pair.value.isNull {
            if pair.key == "kind" {
                guard pair.value.string == "night" else { throw Failure.badData("this is no night") }
            } else if pair.key == "zone" {
                let name = pair.value.string ?? ""
                guard let named = zones.zone(named: name) else { throw Failure.unknownZone(name) }
                zone = named
            } else if let field = NightField.allCases.first(where: { $0.key == pair.key }) {
                draft[field] = try Self.text(pair)
            } else {
                let keys = NightField.allCases.map(\.key).joined(separator: ", ")
                throw Failure.badData("a night has no key \(quoted(pair.key)); it has zone, \(keys)")
            }
        }
        do {
            return try unlessLogged(try parse(draft, in: zone))
        } catch let problems as NightProblems {
            throw Failure.badData(problems.sentence(of: draft) { $0.key })
        }
    }

    func parse(_ draft: NightDraft, in zone: Zone? = nil) throws(NightProblems) -> Night {
        let zone = zone ?? subject.zone
        return try Night(draft, zone: zone, today: zone.date(now), now: now)
    }

    private func unlessLogged(_ night: Night) throws -> Night {
        try refuseWhereLogged(night.date)
        return night
    }

    private static func text(_ pair: JSONObject.Pair) throws -> String {
        if let text = pair.value.string { return text }
        if let number = pair.value.double { return JSONValue.number(number).text() }
        throw Failure.badData("\(pair.key) must be text or a number")
    }
}

extension NightProblems {
    /// True where something could not be read at all, rather than made no sense.
    var isMistyped: Bool {
        list.contains { _, problem in
            switch problem {
            case .notADate, .notAClockTime, .notANumber, .outOfRange: true
            default: false
            }
        }
    }

    /// Every problem with the name of its item and what was typed there.
    func sentence(of draft: NightDraft, _ name: (NightField) -> String) -> String {
        list.map { field, problem in
            let typed = draft[field].isEmpty ? "" : " " + CleanText(draft[field]).fitted(to: 40)
            return "\(name(field))\(typed): \(problem.plainWords)"
        }.joined(separator: "; ")
    }
}
