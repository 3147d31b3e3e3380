// The keys of what a day held: habits and practices.

import CareDomain
import PlainJSON

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
