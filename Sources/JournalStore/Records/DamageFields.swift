// The keys of a note about a damaged line.

import CareDomain
import PlainJSON

extension KnownDamage {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("file", file)
        fields.add("line", line)
        fields.add("why", why)
        fields.add("content", content)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            file: try fields.required("file", try fields.string("file")),
            line: try fields.required("line", try fields.int("line", 1...Int(Int32.max))),
            why: try fields.required("why", try fields.string("why")),
            content: try fields.string("content"))
    }
}
