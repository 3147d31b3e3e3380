// The keys of a questionnaire as it was filled in.

import CareDomain
import PlainJSON

extension CheckIn {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("instrument", instrument)
        fields.add("version", version)
        fields.add("answers", list: answers.map { .optional($0) })
        fields.add("total", givenTotal)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let instrument = try fields.required("instrument", try fields.string("instrument"))
        let version = try fields.string("version")
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
            instrument: instrument, version: version, answers: answers,
            givenTotal: try fields.int("total", 0...1_000_000))
    }
}
