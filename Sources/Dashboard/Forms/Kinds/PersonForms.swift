// The forms for the person's own settings, and for a course of treatment.

import CareDomain

extension FormKind {
    // MARK: The person

    static let personFields: [FormField] = [
        FormField("name", "Name", .words),
        FormField("bornYear", "Born in", .whole(1900...2100), hint: "a year"),
        FormField("bed", "Bedtime", .clock, heading: "Your plan"),
        FormField("rise", "Rising time", .clock),
        FormField("workDays", "Work days", .list, hint: "mon; tue; wed; thu; fri"),
        FormField("conditions", "What the course is for", .list, hint: "depression; ptsd", heading: "Health"),
        FormField("cautions", "What to be careful with", .list, hint: "heart; epilepsy; injury; trauma"),
    ]

    static func person(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        var details = subject.history.details
        details.name = reader.text("name")
        details.bornYear = reader.whole("bornYear", 1900...subject.today.year)
        let (bed, rise) = (reader.clock("bed"), reader.clock("rise"))
        if (bed == nil) != (rise == nil) {
            reader.refuse(bed == nil ? "bed" : "rise", "both make a plan, or neither")
        }
        if let bed, bed == rise { reader.refuse("rise", "the same as the bedtime") }
        details.target = bed.flatMap { bed in rise.map { SleepTarget(bed: bed, rise: $0) } }
        details.workDays = reader.list("workDays").compactMap { word in
            let day = Weekday(word: String(word.lowercased().prefix(3)))
            if day == nil { reader.refuse("workDays", "days such as mon; tue") }
            return day
        }
        details.conditions = reader.list("conditions")
        details.cautions = reader.list("cautions")
        return .person(details)
    }

    static func texts(of details: PersonDetails) -> [String: String] {
        var texts: [String: String] = [:]
        texts["name"] = details.name
        texts["bornYear"] = details.bornYear.map(String.init)
        texts["bed"] = details.target?.bed.description
        texts["rise"] = details.target?.rise.description
        texts["workDays"] = details.workDays.map(\.word).joined(separator: "; ")
        texts["conditions"] = details.conditions.joined(separator: "; ")
        texts["cautions"] = details.cautions.joined(separator: "; ")
        return texts
    }

    // MARK: A course

    static func courseFields(_ protocols: [CourseProtocol]) -> [FormField] {
        [
            FormField(
                "protocol", "Protocol",
                .choice(protocols.map { FormChoice(value: $0.name, label: $0.title) }), isNeeded: true),
            FormField("start", "First session on", .date, isNeeded: true),
            FormField("at", "At", .clock, isNeeded: true),
            FormField("weeks", "Weeks", .whole(1...52), hint: "as the protocol has it"),
        ]
    }

    static func course(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let choices = subject.protocols.map { FormChoice(value: $0.name, label: $0.title) }
        for key in ["protocol", "start", "at"] { _ = reader.needed(key) }
        let name = reader.choice("protocol", choices)
        let (start, clock) = (reader.date("start"), reader.clock("at"))
        let weeks = reader.whole("weeks", 1...52)
        guard let start, let clock, let plan = subject.protocols.first(where: { $0.name == name }) else {
            return nil
        }
        if let running = subject.history.course, running.end == nil, start <= running.lastDay,
            subject.today <= running.lastDay
        {
            reader.refuse("start", "the course that runs ends \(running.lastDay.words)")
        }
        return .course(plan.course(from: start, at: clock, in: subject.zone, weeks: weeks))
    }
}
