// The keys of a person, and of what a person notes beside nights and sessions.

import CareDomain
import PlainJSON

extension Weekday {
    /// `mon`.
    fileprivate var word: String { shortName.lowercased() }

    fileprivate init?(word: String) {
        guard let day = Weekday.allCases.first(where: { $0.word == word }) else { return nil }
        self = day
    }
}

extension PersonDetails {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("zone", zone)
        fields.add("bornYear", bornYear)
        fields.add("conditions", list: conditions.map { .string($0) })
        fields.add("cautions", list: cautions.map { .string($0) })
        if let target {
            fields.add(
                "target", ["bed": .string(target.bed.description), "rise": .string(target.rise.description)])
        }
        fields.add("workDays", list: workDays.map { .string($0.word) })
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.string("name"), zone: try fields.string("zone"),
            bornYear: try fields.int("bornYear", 1850...9999), conditions: try fields.strings("conditions"),
            cautions: try fields.strings("cautions"))
        if var target = try fields.object("target") {
            self.target = SleepTarget(
                bed: try target.required("bed", try target.clock("bed")),
                rise: try target.required("rise", try target.clock("rise")))
        }
        for word in try fields.strings("workDays") {
            guard let day = Weekday(word: word) else {
                throw fields.problem("workDays", .unknown("the day " + fields.quoted(word)))
            }
            workDays.append(day)
        }
    }
}

extension Note {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("text", text)
        fields.add("about", about)
        fields.add("to", to)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            text: try fields.required("text", try fields.string("text")), about: try fields.string("about"),
            to: try fields.string("to"))
    }
}

extension Habits {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("day", day)
        fields.add("caffeine", list: caffeine.map { .object($0.fields) })
        fields.add("alcoholDrinks", alcoholDrinks)
        fields.add("screensLast", screensLast)
        fields.add("windDown", windDown)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let day = try fields.required("day", try fields.date("day"))
        var caffeine: [Caffeine] = []
        for var drink in try fields.objects("caffeine") { caffeine.append(try Caffeine(from: &drink)) }
        self.init(
            day: day, caffeine: caffeine, alcoholDrinks: try fields.double("alcoholDrinks", 0...100),
            screensLast: try fields.instant("screensLast"), windDown: try fields.bool("windDown"))
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

extension CheckIn {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("instrument", instrument)
        fields.add("answers", list: answers.map { .optional($0) })
        fields.add("total", givenTotal)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let instrument = try fields.required("instrument", try fields.string("instrument"))
        var answers: [Int?] = []
        for value in try fields.list("answers") {
            guard value.isNull || value.int != nil else {
                throw fields.problem("answers", .expected("a list of whole numbers and null"))
            }
            if let answer = value.int, !(0...10_000).contains(answer) {
                throw fields.problem("answers", .outside("0 to 10000"))
            }
            answers.append(value.int)
        }
        self.init(
            instrument: instrument, answers: answers, givenTotal: try fields.int("total", 0...1_000_000))
    }
}
