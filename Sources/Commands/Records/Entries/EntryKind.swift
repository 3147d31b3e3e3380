// The kinds of records that are logged by their keys: which keys and options each has, and its help.

import CareDomain

enum EntryKind: String, CaseIterable, Sendable {
    case habits, mood, nap, symptoms, medication, note, practice, contact, clinic, plan, call, duty, referral
    case therapy, adjustment

    var keys: [EntryKey] {
        switch self {
        case .habits: Self.habitKeys
        case .mood: Self.moodKeys
        case .nap: Self.napKeys
        case .symptoms: Self.symptomKeys
        case .medication: Self.medicationKeys
        case .note: Self.noteKeys
        case .practice: Self.practiceKeys
        case .contact: Self.contactKeys
        case .clinic: Self.clinicKeys
        case .plan: Self.planKeys
        case .call: Self.callKeys
        case .duty: Self.dutyKeys
        case .referral: Self.referralKeys
        case .therapy: Self.therapyKeys
        case .adjustment: Self.adjustmentKeys
        }
    }

    /// The keys of the record itself, as a journal has them.
    var outermostKeys: [String] {
        var names: [String] = []
        for key in keys where !names.contains(key.outermost) {
            if case .secondsOfMinutes = key.form { continue }
            names.append(key.outermost)
        }
        return names
    }

    /// `a nap has`, `habits have`.
    var having: String {
        switch self {
        case .habits, .symptoms: rawValue + " have"
        case .adjustment: "an adjustment has"
        default: "a " + rawValue + " has"
        }
    }

    var hasDay: Bool { keys.contains { $0.name == "day" } }
}

// MARK: A day

extension EntryKind {
    private static let day = EntryKey("day", .date, "The day; else today.")

    private static let moodKeys = [
        day,
        EntryKey("mood", .whole, "How your mood was, 0 (low) to 10 (good)."),
        EntryKey("anxiety", .whole, "How anxious, 0 (not at all) to 10."),
        EntryKey("calm", .whole, "How calm, 0 (not at all) to 10."),
        EntryKey("clear", .whole, "How clear-headed, 0 (not at all) to 10."),
        EntryKey("pain", .whole, "Pain, 0 (none) to 10."),
    ]

    private static let symptomKeys = [
        day,
        EntryKey("detached", .whole, "How floaty or far away, 0 (not at all) to 10."),
        EntryKey("effectsGoneAt", .time(.onDay), "When a session's effects were gone."),
        EntryKey("dizzy", .yesOrNo, "Dizziness."),
        EntryKey("nausea", .yesOrNo, "Nausea."),
        EntryKey("headache", .yesOrNo, "Headache."),
        EntryKey("urgency", .yesOrNo, "A sudden or frequent need to pass water."),
        EntryKey("pain", .yesOrNo, "Pain on passing water."),
        EntryKey("bloodInUrine", .yesOrNo, "Blood in the urine."),
        EntryKey("gasping", .yesOrNo, "Snoring with gasps for breath."),
        EntryKey("legUrge", .yesOrNo, "An urge to move the legs at rest."),
        EntryKey("actingOut", .yesOrNo, "Acting out dreams."),
        EntryKey("fearOfSleep", .yesOrNo, "Fear of going to sleep."),
        EntryKey("dozedDriving", .yesOrNo, "Dozing at the wheel."),
        EntryKey("other", .text, "Anything else that was noticed."),
    ]

    private static let habitKeys = [
        day,
        EntryKey("freeDay", .yesOrNo, "A day off, where it differs from the usual ones."),
        EntryKey("caffeine", .drinks, "A drink with caffeine; once for each."),
        EntryKey("nicotineLast", .time(.onDay), "When nicotine was last taken."),
        EntryKey("alcoholDrinks", .number, "Alcoholic drinks."),
        EntryKey("alcoholLast", .time(.onDay), "When the last of them was."),
        EntryKey("screensLast", .time(.onDay), "When screens were put away."),
        EntryKey("exercise", .tick, "Exercise, or when it ended."),
        EntryKey("mealLast", .time(.onDay), "When the last large meal was."),
        EntryKey("light", .tick, "Bright light by day, or when."),
        EntryKey("stimulants", .tick, "Other stimulants, or when they were last taken."),
        EntryKey("dark", in: "room", option: "room-dark", .yesOrNo, "The bedroom was dark."),
        EntryKey("quiet", in: "room", option: "room-quiet", .yesOrNo, "It was quiet."),
        EntryKey("cool", in: "room", option: "room-cool", .yesOrNo, "It was cool."),
        EntryKey("calm", in: "room", option: "room-calm", .yesOrNo, "It was calm."),
        EntryKey("comfortable", in: "room", option: "room-comfortable", .yesOrNo, "It was comfortable."),
        EntryKey("windDown", .yesOrNo, "A wind-down before bed."),
        EntryKey("worryTime", .tick, "A time set aside for worries, or when."),
    ]

    private static let napKeys = [
        EntryKey("start", .time(.lastPassed), "When it began."),
        EntryKey("end", .time(.afterStart), "When it ended."),
        EntryKey("minutes", .number, "How long it was, where no end is known."),
        EntryKey(inputOnly: "zone", .text),
    ]

    private static let practiceKeys = [
        EntryKey("programme", .text, "The programme; 'lull relax list' has the names."),
        EntryKey("start", .time(.lastPassed), "When it began."),
        EntryKey("plannedSeconds", .whole, "How long it was to take."),
        EntryKey("seconds", .whole, "How long it took."),
        EntryKey("seconds", option: "minutes", .secondsOfMinutes, "The same in minutes."),
        EntryKey("completed", .yesOrNo, "Whether it was done to its end; else yes."),
        EntryKey("tensionBefore", .whole, "Tension before, 0 to 10."),
        EntryKey("tensionAfter", .whole, "Tension after, 0 to 10."),
    ]
}

// MARK: The person

extension EntryKind {
    private static let noteKeys = [
        EntryKey("text", .argument, "What it says."),
        EntryKey("about", .text, "The id of a night, a session or a flag, or of a note that it answers."),
        EntryKey("to", .word(["clinic", "self"]), "clinic or self; both read it where left out."),
    ]

    private static let contactKeys = [
        EntryKey("name", .text, "Who it is."),
        EntryKey("phone", .text, "The number."),
        EntryKey("role", .text, "What they are to the person, such as sister."),
        EntryKey("when", .text, "When they can be reached."),
    ]

    private static let clinicKeys = [
        EntryKey("name", .text, "What it is called."),
        EntryKey("phone", .text, "The number."),
        EntryKey("hours", .text, "When it can be reached."),
        EntryKey("crisis", .text, "Whom to call at other times, or in a crisis."),
    ]

    private static let medicationKeys = [
        EntryKey("name", .text, "What it is called."),
        EntryKey("class", .word(drugClasses), drugClasses.dropLast().joined(separator: ", ") + " or other."),
        EntryKey("dose", .number, "How much."),
        EntryKey("unit", .text, "The unit of that, such as mg."),
        EntryKey("start", .dayOrTime, "When it was begun."),
        EntryKey("stop", .dayOrTime, "When it was stopped."),
    ]

    private static let drugClasses = Medication.DrugClass.allCases.map(\.rawValue)

    private static let planKeys = [
        EntryKey("goals", .goals, "A goal; once for each."),
        EntryKey("signs", in: "badHours", .texts, "How bad hours begin; once for each sign."),
        EntryKey("helps", in: "badHours", .texts, "What helps alone; once for each."),
        EntryKey("people", in: "badHours", .texts, "Whom to be with or call; once for each."),
        EntryKey("places", in: "badHours", .texts, "Where to go; once for each."),
        EntryKey("safer", in: "badHours", .texts, "What makes home safer; once for each."),
        EntryKey("with", .text, "With whom the plan was made."),
    ]
}

// MARK: Care

extension EntryKind {
    private static let callKeys = [
        EntryKey("start", .time(.lastPassed), "When it was made; else now."),
        EntryKey("reached", .reached, "Whether someone was reached, or a message left."),
        EntryKey("about", .texts, "The id of a flag, night or session; once for each."),
        EntryKey("note", .text, "What was said."),
    ]

    private static let dutyKeys = [
        EntryKey("session", .text, "The session's id, where it is about one."),
        EntryKey("what", .text, "What is to be done, such as \(Duty.monitoringForm)."),
        EntryKey("due", .dayOrTime, "By when."),
        EntryKey("done", .dayOrTime, "When it was done."),
    ]

    private static let referralKeys = [
        EntryKey("to", .text, "To whom."),
        EntryKey("why", .text, "Why."),
        EntryKey("sent", .dayOrTime, "When it was sent."),
        EntryKey("seen", .dayOrTime, "When the person was seen there."),
        EntryKey("outcome", .text, "What came of it."),
    ]

    private static let therapyKeys = [
        EntryKey("what", .text, "Which therapy."),
        EntryKey("start", .dayOrTime, "When it began."),
        EntryKey("end", .dayOrTime, "When it ended."),
        EntryKey("outcome", .text, "What came of it."),
    ]

    private static let adjustmentKeys = [
        EntryKey("what", .text, "What was changed, such as the sleep window."),
        EntryKey("from", .text, "What it was."),
        EntryKey("to", .text, "What it is to be."),
        EntryKey("why", .text, "Why."),
        EntryKey("effective", .dayOrTime, "From when; else today."),
    ]
}
