// The forms for what is noticed: after a session, and once a month.

import CareDomain

extension FormKind {
    static let effectFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("detached", "Floaty or far away", .scale(0...10), hint: "0 not at all … 10"),
        FormField("effectsGoneAt", "The effects were gone at", .clock),
        FormField("dizzy", "Dizzy", .answer),
        FormField("nausea", "Nausea", .answer),
        FormField("headache", "Headache", .answer),
        FormField("other", "Anything else", .words),
    ]

    static let bladderFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("urgency", "Having to go suddenly or often", .answer),
        FormField("pain", "Pain on passing water", .answer),
        FormField("bloodInUrine", "Blood in it", .answer),
        FormField("other", "Anything else", .words),
    ]

    static let daytimeFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("gasping", "Snoring with gasps", .answer),
        FormField("legUrge", "An urge to move the legs at rest", .answer),
        FormField("actingOut", "Acting out dreams", .answer),
        FormField("fearOfSleep", "Afraid of going to sleep", .answer),
        FormField("dozedDriving", "Dozed at the wheel", .answer),
        FormField("other", "Anything else", .words),
    ]

    static func symptoms(_ reader: inout FormReader) -> RecordBody? {
        let day = reader.pastDay("day")
        reader.day = day
        let symptoms = Symptoms(
            day: day, detached: reader.whole("detached", 0...10),
            effectsGoneAt: reader.moment("effectsGoneAt"), dizzy: reader.answer("dizzy"),
            nausea: reader.answer("nausea"), headache: reader.answer("headache"),
            urgency: reader.answer("urgency"), pain: reader.answer("pain"),
            bloodInUrine: reader.answer("bloodInUrine"), gasping: reader.answer("gasping"),
            legUrge: reader.answer("legUrge"), actingOut: reader.answer("actingOut"),
            fearOfSleep: reader.answer("fearOfSleep"), dozedDriving: reader.answer("dozedDriving"),
            other: reader.text("other"))
        if let gone = symptoms.effectsGoneAt, gone.instant > reader.now.instant {
            reader.refuse("effectsGoneAt", "has not come yet")
        }
        if symptoms == Symptoms(day: day) { reader.refuse("other", "nothing is given yet") }
        return .symptoms(symptoms)
    }

    static func texts(of symptoms: Symptoms) -> [String: String] {
        var texts = ["day": symptoms.day.description]
        texts["detached"] = symptoms.detached.map(String.init)
        texts["effectsGoneAt"] = symptoms.effectsGoneAt?.clockText
        texts["other"] = symptoms.other
        let answers: [(String, Bool?)] = [
            ("dizzy", symptoms.dizzy), ("nausea", symptoms.nausea), ("headache", symptoms.headache),
            ("urgency", symptoms.urgency), ("pain", symptoms.pain), ("bloodInUrine", symptoms.bloodInUrine),
            ("gasping", symptoms.gasping), ("legUrge", symptoms.legUrge), ("actingOut", symptoms.actingOut),
            ("fearOfSleep", symptoms.fearOfSleep), ("dozedDriving", symptoms.dozedDriving),
        ]
        for (key, answer) in answers { texts[key] = answer?.typed }
        return texts
    }
}
