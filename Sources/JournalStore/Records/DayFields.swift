// The keys of what a day held: habits, mood, symptoms, practices.

import CareDomain
import PlainJSON

extension Habits {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("day", day)
        fields.add("freeDay", freeDay)
        fields.add("caffeine", list: caffeine.map { .object($0.fields) })
        fields.add("nicotineLast", nicotineLast)
        fields.add("alcoholDrinks", alcoholDrinks)
        fields.add("alcoholLast", alcoholLast)
        fields.add("screensLast", screensLast)
        fields.add("exercise", exercise)
        fields.add("mealLast", mealLast)
        fields.add("light", light)
        fields.add("stimulants", stimulants)
        fields.add("room", object: room.fields)
        fields.add("windDown", windDown)
        fields.add("worryTime", worryTime)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let day = try fields.required("day", try fields.date("day"))
        self.init(day: day, freeDay: try fields.bool("freeDay"))
        for var drink in try fields.objects("caffeine") { caffeine.append(try Caffeine(from: &drink)) }
        nicotineLast = try fields.instant("nicotineLast")
        alcoholDrinks = try fields.double("alcoholDrinks", 0...100)
        alcoholLast = try fields.instant("alcoholLast")
        screensLast = try fields.instant("screensLast")
        exercise = try fields.tick("exercise")
        mealLast = try fields.instant("mealLast")
        light = try fields.tick("light")
        stimulants = try fields.tick("stimulants")
        if var room = try fields.object("room") { self.room = try Room(from: &room) }
        windDown = try fields.bool("windDown")
        worryTime = try fields.tick("worryTime")
    }
}

extension Habits.Caffeine {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("at", at)
        fields.add("mg", milligrams)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            at: try fields.required("at", try fields.instant("at")),
            milligrams: try fields.required("mg", try fields.double("mg", 0...10_000)))
    }
}

extension Habits.Room {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("dark", dark)
        fields.add("quiet", quiet)
        fields.add("cool", cool)
        fields.add("calm", calm)
        fields.add("comfortable", comfortable)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            dark: try fields.bool("dark"), quiet: try fields.bool("quiet"), cool: try fields.bool("cool"),
            calm: try fields.bool("calm"), comfortable: try fields.bool("comfortable"))
    }
}

extension Mood {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("day", day)
        fields.add("mood", mood)
        fields.add("anxiety", anxiety)
        fields.add("calm", calm)
        fields.add("clear", clear)
        fields.add("pain", pain)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            day: try fields.required("day", try fields.date("day")), mood: try fields.score("mood"),
            anxiety: try fields.score("anxiety"), calm: try fields.score("calm"),
            clear: try fields.score("clear"), pain: try fields.score("pain"))
    }
}

extension Symptoms {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("day", day)
        fields.add("detached", detached)
        fields.add("effectsGoneAt", effectsGoneAt)
        fields.add("dizzy", dizzy)
        fields.add("nausea", nausea)
        fields.add("headache", headache)
        fields.add("urgency", urgency)
        fields.add("pain", pain)
        fields.add("bloodInUrine", bloodInUrine)
        fields.add("gasping", gasping)
        fields.add("legUrge", legUrge)
        fields.add("actingOut", actingOut)
        fields.add("fearOfSleep", fearOfSleep)
        fields.add("dozedDriving", dozedDriving)
        fields.add("other", other)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            day: try fields.required("day", try fields.date("day")), detached: try fields.score("detached"),
            effectsGoneAt: try fields.instant("effectsGoneAt"))
        dizzy = try fields.bool("dizzy")
        nausea = try fields.bool("nausea")
        headache = try fields.bool("headache")
        urgency = try fields.bool("urgency")
        pain = try fields.bool("pain")
        bloodInUrine = try fields.bool("bloodInUrine")
        gasping = try fields.bool("gasping")
        legUrge = try fields.bool("legUrge")
        actingOut = try fields.bool("actingOut")
        fearOfSleep = try fields.bool("fearOfSleep")
        dozedDriving = try fields.bool("dozedDriving")
        other = try fields.string("other")
    }
}

extension Practice {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("programme", programme)
        fields.add("start", start)
        fields.add("plannedSeconds", plannedSeconds)
        fields.add("seconds", seconds)
        fields.add("completed", completed)
        fields.add("tensionBefore", tensionBefore)
        fields.add("tensionAfter", tensionAfter)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            programme: try fields.required("programme", try fields.string("programme")),
            start: try fields.required("start", try fields.instant("start")),
            plannedSeconds: try fields.int("plannedSeconds", 0...604_800),
            seconds: try fields.required("seconds", try fields.int("seconds", 0...604_800)),
            completed: try fields.required("completed", try fields.bool("completed")),
            tensionBefore: try fields.int("tensionBefore", 0...10),
            tensionAfter: try fields.int("tensionAfter", 0...10))
    }
}
