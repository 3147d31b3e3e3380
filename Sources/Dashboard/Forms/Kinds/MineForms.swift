// The forms for what is the person's own to tell and to ask: notes, medicines, people, goals, bad hours.

import CareDomain

extension FormKind {
    // MARK: Notes

    static let noteFields: [FormField] = [
        FormField("text", "What you want to say or ask", .words, isNeeded: true)
    ]

    static let selfNoteFields: [FormField] = [
        FormField("text", "What goes round in your head", .words, isNeeded: true)
    ]

    static func note(_ reader: inout FormReader, to: String) -> RecordBody? {
        reader.needed("text").map { .note(Note(text: $0, to: to)) }
    }

    // MARK: Medicines

    static let medicationFields: [FormField] = [
        FormField("name", "What it is called", .words, isNeeded: true),
        FormField("class", "What it is", .choice(drugClasses)),
        FormField("dose", "How much", .number(0...1_000_000)),
        FormField("unit", "Of what", .words, hint: "mg, drops, tablets"),
        FormField("start", "Begun on", .date),
        FormField("stop", "Stopped on", .date, hint: "empty while you take it"),
    ]

    private static let drugClasses = [
        FormChoice(value: "benzodiazepine", label: "against anxiety (benzodiazepine)"),
        FormChoice(value: "hypnotic", label: "for sleep"), FormChoice(value: "stimulant", label: "stimulant"),
        FormChoice(value: "maoi", label: "MAO inhibitor"), FormChoice(value: "opioid", label: "opioid"),
        FormChoice(value: "other", label: "something else"),
    ]

    static func medication(_ reader: inout FormReader) -> RecordBody? {
        let name = reader.needed("name")
        let dose = reader.number("dose", 0...1_000_000)
        let unit = reader.text("unit")
        if (dose == nil) != (unit == nil) {
            reader.refuse(dose == nil ? "dose" : "unit", "how much and of what go together")
        }
        let (start, stop) = (reader.date("start"), reader.date("stop"))
        if let start, let stop, stop < start { reader.refuse("stop", "earlier than it was begun") }
        let drugClass = reader.choice("class", drugClasses).flatMap(Medication.DrugClass.init(rawValue:))
        guard let name else { return nil }
        return .medication(
            Medication(
                name: name, drugClass: drugClass,
                dose: dose.flatMap { amount in unit.map { Medication.Amount(amount, $0) } },
                start: start.map { .day($0) }, stop: stop.map { .day($0) }))
    }

    static func texts(of medicine: Medication) -> [String: String] {
        var texts = ["name": medicine.name]
        texts["class"] = medicine.drugClass.flatMap { known in
            drugClasses.first { $0.value == known.rawValue }?.label
        }
        texts["dose"] = medicine.dose.map { NumberWords.decimal($0.value, digits: 3) }
        texts["unit"] = medicine.dose?.unit
        texts["start"] = medicine.start?.date.description
        texts["stop"] = medicine.stop?.date.description
        return texts
    }

    // MARK: People

    static let contactFields: [FormField] = [
        FormField("name", "Who it is", .words, isNeeded: true),
        FormField("phone", "Number", .words),
        FormField("role", "What they are to you", .words, hint: "sister, friend, therapist"),
        FormField("when", "When they can be reached", .words, hint: "evenings, Mon-Fri 8-17"),
    ]

    static func contact(_ reader: inout FormReader) -> RecordBody? {
        reader.needed("name").map { name in
            .contact(
                Contact(
                    name: name, phone: reader.text("phone"), role: reader.text("role"),
                    when: reader.text("when")))
        }
    }

    static func texts(of contact: Contact) -> [String: String] {
        var texts = ["name": contact.name]
        texts["phone"] = contact.phone
        texts["role"] = contact.role
        texts["when"] = contact.when
        return texts
    }

    // MARK: Goals

    static let goalFields: [FormField] = [
        FormField("what", "What you would like", .words, isNeeded: true),
        FormField("measure", "How you would see it", .choice(goalMeasures)),
        FormField("target", "At what figure", .number(0...1440)),
        FormField("by", "By when", .date),
    ]

    private static let goalMeasures: [FormChoice] = [
        FormChoice(value: Measure.sleepOnsetLatencyMinutes.rawValue, label: "minutes to fall asleep"),
        FormChoice(value: Measure.totalSleepMinutes.rawValue, label: "minutes asleep"),
        FormChoice(value: Measure.wakeAfterSleepOnsetMinutes.rawValue, label: "minutes awake in the night"),
        FormChoice(value: Measure.efficiencyPercent.rawValue, label: "sleep efficiency, %"),
        FormChoice(value: Measure.quality.rawValue, label: "sleep quality, 1 to 5"),
        FormChoice(value: "mood", label: "mood, 0 to 10"),
        FormChoice(value: "anxiety", label: "anxious, 0 to 10"),
        FormChoice(value: "phq9", label: "PHQ-9"), FormChoice(value: "isi", label: "ISI"),
    ]

    /// A goal's measure in words; as it stands where it is none of ours.
    static func goalMeasureWords(_ measure: String) -> String {
        goalMeasures.first { $0.value == measure }?.label ?? measure
    }

    static func goal(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let what = reader.needed("what") else { return nil }
        var plan = subject.history.plan?.value ?? CarePlan()
        let old = subject.goal.flatMap { plan.goals.indices.contains($0) ? plan.goals[$0] : nil }
        let stood = old.map(texts(of:)) ?? [:]
        // What is not a choice or a figure of the form stays as it is until something else is typed.
        let keepsMeasure = old?.measure != nil && reader.text("measure") == stood["measure"]
        let keepsTarget = old?.target != nil && reader.text("target") == stood["target"]
        let goal = CarePlan.Goal(
            what: what, measure: keepsMeasure ? old?.measure : reader.choice("measure", goalMeasures),
            target: keepsTarget ? old?.target : reader.number("target", 0...1440).map { .number($0) },
            by: reader.day("by", insteadOf: old?.by))
        if let place = subject.goal, old != nil {
            plan.goals[place] = goal
        } else {
            plan.goals.append(goal)
        }
        return .plan(plan)
    }

    /// The goal that is changed as it stands; empty for a new one.
    static func texts(ofGoalOf subject: FormSubject) -> [String: String] {
        guard let place = subject.goal, let goals = subject.history.plan?.value.goals,
            goals.indices.contains(place)
        else { return [:] }
        return texts(of: goals[place])
    }

    private static func texts(of goal: CarePlan.Goal) -> [String: String] {
        var texts = ["what": goal.what]
        texts["measure"] = goal.measure.map(goalMeasureWords)
        switch goal.target {
        case .number(let number)?: texts["target"] = NumberWords.decimal(number, digits: 2)
        case .text(let text)?: texts["target"] = text
        case nil: break
        }
        texts["by"] = goal.by?.date.description
        return texts
    }

    // MARK: Bad hours

    static let badHoursFields: [FormField] = [
        FormField("signs", "How they begin", .list, hint: "I stop answering; I cannot sit"),
        FormField("helps", "What helps you alone", .list, hint: "a walk; cold water; music"),
        FormField("people", "Who to be with or call", .list),
        FormField("places", "Where to go", .list),
        FormField("safer", "What makes home safer", .list),
        FormField("with", "Made together with", .words),
    ]

    static func badHours(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let hours = CarePlan.BadHours(
            signs: reader.list("signs"), helps: reader.list("helps"), people: reader.list("people"),
            places: reader.list("places"), safer: reader.list("safer"))
        if hours == CarePlan.BadHours() { reader.refuse("signs", "nothing is given yet") }
        var plan = subject.history.plan?.value ?? CarePlan()
        plan.badHours = hours
        plan.with = reader.text("with") ?? plan.with
        return .plan(plan)
    }

    static func texts(of hours: CarePlan.BadHours) -> [String: String] {
        [
            "signs": hours.signs, "helps": hours.helps, "people": hours.people, "places": hours.places,
            "safer": hours.safer,
        ].mapValues { $0.joined(separator: "; ") }
    }
}
