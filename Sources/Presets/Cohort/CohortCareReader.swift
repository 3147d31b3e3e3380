// Reads what surrounds the made-up people: rates, medicines, and the words for what happens.

import CareDomain

enum CohortCareReader {
    static func care(_ top: YAMLPlace) throws(PresetProblem) -> CohortCare {
        CohortCare(
            rates: try rates(top.required("rates")), checkIns: try cadences(top.required("checkInsEvery")),
            medications: try medications(top.required("medications")),
            adverseEvents: try adverseEvents(top.required("adverseEvents")),
            seriousEvent: try adverse(top.required("seriousEvent"), share: 1),
            clinic: try clinic(top.required("clinic")), staff: try top.required("staff").texts(),
            rooms: try top.required("rooms").texts(), checks: try top.required("checks").texts(),
            relatives: try top.required("relatives").texts(),
            others: try top.required("others").texts(), goals: try goals(top.required("goals")),
            badHours: try badHours(top.required("badHours")), reasons: try words(top.required("reasons")),
            calls: try words(top.required("calls")), questions: try questions(top.required("questions")),
            referrals: try referrals(top.required("referrals")),
            therapies: try therapies(top.required("therapies")))
    }

    /// Every one has to be there: a rate that is left out would be a thing that never happens.
    private static func rates(_ place: YAMLPlace) throws(PresetProblem) -> CohortCare.Rates {
        try place.refuseOthers(than: Set(CohortCare.Rate.allCases.map(\.rawValue)))
        var shares: [CohortCare.Rate: Double] = [:]
        for rate in CohortCare.Rate.allCases {
            shares[rate] = try place.required(rate.rawValue).number(0...1)
        }
        return CohortCare.Rates(shares)
    }

    private static func cadences(_ place: YAMLPlace) throws(PresetProblem) -> [CohortCare.Cadence] {
        var cadences: [CohortCare.Cadence] = []
        for name in place.names {
            guard Shipped.instrument(named: name) != nil else { throw place.wrong("names of instruments") }
            cadences.append(
                CohortCare.Cadence(instrument: name, days: try place.required(name).whole(1...365)))
        }
        return cadences
    }

    private static func share(_ place: YAMLPlace) throws(PresetProblem) -> CohortCare.Share {
        CohortCare.Share(
            share: try place.required("share").number(0...1), with: try place.optional("with")?.text(),
            without: try place.optional("without")?.text())
    }

    private static func medications(_ place: YAMLPlace) throws(PresetProblem) -> [CohortCare.MedicineGroup] {
        var groups: [CohortCare.MedicineGroup] = []
        for group in try place.list() {
            var medicines: [Medication] = []
            for item in try group.required("anyOf").list() {
                let amount = try item.required("dose").number(0...10_000)
                medicines.append(
                    Medication(
                        name: try item.required("name").text(), drugClass: try item.required("class").word(),
                        dose: Medication.Amount(amount, try item.required("unit").text())))
            }
            groups.append(CohortCare.MedicineGroup(people: try share(group), medicines: medicines))
        }
        return groups
    }

    private static func adverseEvents(_ place: YAMLPlace) throws(PresetProblem) -> [CohortCare.AdverseKind] {
        var kinds: [CohortCare.AdverseKind] = []
        for item in try place.list() {
            kinds.append(try adverse(item, share: item.required("share").number(0...1)))
        }
        return kinds
    }

    private static func adverse(
        _ place: YAMLPlace, share: Double
    ) throws(PresetProblem) -> CohortCare.AdverseKind {
        CohortCare.AdverseKind(
            what: try place.required("what").text(), share: share, action: try place.required("action").text()
        )
    }

    private static func clinic(_ place: YAMLPlace) throws(PresetProblem) -> Clinic {
        Clinic(
            name: try place.required("name").text(), phone: try place.required("phone").text(),
            hours: try place.required("hours").text(), crisis: try place.required("crisis").text())
    }

    private static func goals(_ place: YAMLPlace) throws(PresetProblem) -> [CarePlan.Goal] {
        var goals: [CarePlan.Goal] = []
        for item in try place.list() {
            let measure = item.optional("measure")
            if let measure, Measure(rawValue: try measure.text()) == nil { throw measure.wrong("a measure") }
            let target = try item.required("target")
            goals.append(
                CarePlan.Goal(
                    what: try item.required("what").text(), measure: try measure?.text(),
                    target: measure == nil
                        ? .text(try target.text()) : .number(try target.number(0...1440))))
        }
        return goals
    }

    private static func badHours(_ place: YAMLPlace) throws(PresetProblem) -> CarePlan.BadHours {
        CarePlan.BadHours(
            signs: try place.required("signs").texts(), helps: try place.required("helps").texts(),
            places: try place.required("places").texts(), safer: try place.required("safer").texts())
    }

    /// Texts by what they are for, at least one of each.
    private static func words<Key: RawRepresentable & CaseIterable & Hashable>(
        _ place: YAMLPlace
    ) throws(PresetProblem) -> [Key: [String]] where Key.RawValue == String {
        try place.refuseOthers(than: Set(Key.allCases.map(\.rawValue)))
        var words: [Key: [String]] = [:]
        for key in Key.allCases {
            let list = try place.required(key.rawValue)
            let texts = try list.texts()
            guard !texts.isEmpty else { throw list.wrong("a list of texts") }
            words[key] = texts
        }
        return words
    }

    private static func questions(_ place: YAMLPlace) throws(PresetProblem) -> [CohortCare.Question] {
        var questions: [CohortCare.Question] = []
        for item in try place.list() {
            questions.append(
                CohortCare.Question(
                    ask: try item.required("ask").text(), reply: try item.optional("reply")?.text()))
        }
        return questions
    }

    private static func referrals(_ place: YAMLPlace) throws(PresetProblem) -> [Referral] {
        var referrals: [Referral] = []
        for item in try place.list() {
            referrals.append(
                Referral(
                    to: try item.required("to").text(), why: try item.required("why").text(),
                    outcome: try item.optional("outcome")?.text()))
        }
        return referrals
    }

    private static func therapies(_ place: YAMLPlace) throws(PresetProblem) -> [CohortCare.TherapyKind] {
        var therapies: [CohortCare.TherapyKind] = []
        for item in try place.list() {
            therapies.append(
                CohortCare.TherapyKind(
                    people: try share(item), what: try item.required("what").text(),
                    weeks: try item.optional("weeks")?.whole(1...104),
                    outcome: try item.optional("outcome")?.text()))
        }
        return therapies
    }
}
