// The forms for a day: habits, mood, and a nap.

import CareDomain

extension FormKind {
    // MARK: Habits

    static let habitFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("caffeine", "Coffee, tea, cola: time and mg", .drinks, heading: "Through the day"),
        FormField("exercise", "Exercise", .tick),
        FormField("light", "Bright light by day", .tick),
        FormField("mealLast", "Last large meal", .clock),
        FormField("nicotineLast", "Last nicotine", .clock),
        FormField("stimulants", "Other stimulants", .tick),
        FormField("alcoholDrinks", "Alcoholic drinks", .number(0...100)),
        FormField("alcoholLast", "The last of them", .clock),
        FormField("screensLast", "Screens put away", .clock, heading: "The evening"),
        FormField("windDown", "Wound down before bed", .answer),
        FormField("worryTime", "Time set aside for worries", .tick),
        FormField("dark", "Room: dark", .answer, heading: "The night's room"),
        FormField("quiet", "Room: quiet", .answer),
        FormField("cool", "Room: cool", .answer),
        FormField("calm", "Room: calm", .answer),
        FormField("comfortable", "Room: comfortable", .answer),
        FormField("freeDay", "A day off, unlike the usual ones", .answer),
    ]

    static func habits(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let day = reader.pastDay("day")
        reader.day = day
        let habits = Habits(
            day: day, freeDay: reader.answer("freeDay"), caffeine: reader.drinks("caffeine"),
            nicotineLast: reader.moment("nicotineLast"),
            alcoholDrinks: reader.number("alcoholDrinks", 0...100), alcoholLast: reader.moment("alcoholLast"),
            screensLast: reader.moment("screensLast"), exercise: reader.tick("exercise"),
            mealLast: reader.moment("mealLast"), light: reader.tick("light"),
            stimulants: reader.tick("stimulants"),
            room: Habits.Room(
                dark: reader.answer("dark"), quiet: reader.answer("quiet"), cool: reader.answer("cool"),
                calm: reader.answer("calm"), comfortable: reader.answer("comfortable")),
            windDown: reader.answer("windDown"), worryTime: reader.tick("worryTime"))
        if habits == Habits(day: day) { reader.refuse("caffeine", "nothing is given yet") }
        return .habits(habits)
    }

    static func texts(of habits: Habits) -> [String: String] {
        var texts = ["day": habits.day.description]
        texts["caffeine"] = habits.caffeine
            .map { "\($0.at.civil.clock) \(NumberWords.decimal($0.milligrams, digits: 2))" }
            .joined(separator: "; ")
        texts["exercise"] = habits.exercise?.typed
        texts["light"] = habits.light?.typed
        texts["mealLast"] = habits.mealLast?.clockText
        texts["nicotineLast"] = habits.nicotineLast?.clockText
        texts["stimulants"] = habits.stimulants?.typed
        texts["alcoholDrinks"] = habits.alcoholDrinks.map { NumberWords.decimal($0, digits: 2) }
        texts["alcoholLast"] = habits.alcoholLast?.clockText
        texts["screensLast"] = habits.screensLast?.clockText
        texts["windDown"] = habits.windDown?.typed
        texts["worryTime"] = habits.worryTime?.typed
        texts["dark"] = habits.room.dark?.typed
        texts["quiet"] = habits.room.quiet?.typed
        texts["cool"] = habits.room.cool?.typed
        texts["calm"] = habits.room.calm?.typed
        texts["comfortable"] = habits.room.comfortable?.typed
        texts["freeDay"] = habits.freeDay?.typed
        return texts
    }

    // MARK: Mood

    static let moodFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("mood", "Mood", .scale(0...10), hint: "0 low … 10 good"),
        FormField("anxiety", "Anxious", .scale(0...10), hint: "0 not at all … 10"),
        FormField("calm", "Calm", .scale(0...10), hint: "0 not at all … 10"),
        FormField("clear", "Clear-headed", .scale(0...10), hint: "0 not at all … 10"),
        FormField("pain", "Pain", .scale(0...10), hint: "0 none … 10"),
    ]

    static func mood(_ reader: inout FormReader) -> RecordBody? {
        let day = reader.pastDay("day")
        let mood = Mood(
            day: day, mood: reader.whole("mood", 0...10), anxiety: reader.whole("anxiety", 0...10),
            calm: reader.whole("calm", 0...10), clear: reader.whole("clear", 0...10),
            pain: reader.whole("pain", 0...10))
        if mood == Mood(day: day) { reader.refuse("mood", "nothing is given yet") }
        return .mood(mood)
    }

    static func texts(of mood: Mood) -> [String: String] {
        var texts = ["day": mood.day.description]
        texts["mood"] = mood.mood.map(String.init)
        texts["anxiety"] = mood.anxiety.map(String.init)
        texts["calm"] = mood.calm.map(String.init)
        texts["clear"] = mood.clear.map(String.init)
        texts["pain"] = mood.pain.map(String.init)
        return texts
    }

    // MARK: A nap

    static let napFields: [FormField] = [
        FormField("day", "Day", .date),
        FormField("start", "Began at", .clock, isNeeded: true),
        FormField("end", "Ended at", .clock),
        FormField("minutes", "Or how many minutes", .number(1...1440)),
    ]

    static func nap(_ reader: inout FormReader) -> RecordBody? {
        let day = reader.pastDay("day")
        _ = reader.needed("start")
        guard let start = reader.moment("start", on: day) else { return nil }
        var end = reader.moment("end", on: day)
        if let same = end, same.instant <= start.instant {
            end = reader.moment("end", on: day.adding(days: 1))
        }
        let minutes = reader.number("minutes", 1...1440)
        if start.instant > reader.now.instant { reader.refuse("start", "has not come yet") }
        if end == nil, minutes == nil { reader.refuse("minutes", "an end or a length is needed") }
        if let end, end.instant.since(start.instant) > Minutes(720) {
            reader.refuse("end", "more than twelve hours after it began")
        }
        return .nap(
            Nap(start: start, end: end, givenMinutes: minutes.map { Minutes($0) }, zone: reader.zone.name))
    }
}

extension Bool {
    /// As a line of a form has it.
    var typed: String { self ? "yes" : "no" }
}

extension OffsetInstant {
    /// The reading of its clock, as a line of a form has it.
    var clockText: String { civil.clock.description }
}

extension Habits.Tick {
    var typed: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .at(let instant): instant.clockText
        }
    }
}
