// What a command prints that lists records, in each of the forms.

import CellCanvas
import PlainJSON

struct Listing {
    /// The keys of every object, in their order: they make the header of the CSV.
    let keys: [String]
    private(set) var objects: [JSONObject] = []
    var table: TextTable
    /// What is said where there is nothing to list.
    let whenEmpty: String
    /// False where an object is printed as it is, with keys of its own; the CSV has the keys alone.
    let completes: Bool

    init(keys: [String], columns: [TextTable.Column], whenEmpty: String, completes: Bool = true) {
        self.keys = keys
        self.completes = completes
        table = TextTable(columns)
        self.whenEmpty = whenEmpty
    }

    mutating func add(_ object: JSONObject, cells: [String?]) {
        objects.append(completes ? object.complete(keys) : object)
        table.add(cells)
    }

    func text(as form: OutputForm, plain: Bool = false) -> OutputText {
        switch form {
        case .json: .json(.array(objects.map { .object($0) }), pretty: true)
        case .jsonLines: .jsonLines(objects)
        case .csv: CSVText.text(keys: keys, objects)
        case .text:
            .lines(
                plain
                    ? (objects.isEmpty ? [whenEmpty] : table.facts).flatMap(PlainLine.lines)
                    : objects.isEmpty ? [whenEmpty] : table.lines)
        }
    }
}

extension Invocation {
    func put(_ listing: Listing) throws { try put(listing.text(as: global.form, plain: isPlain)) }

    /// Prints what is one thing and no list: an object, or the lines that say it in words.
    func put(_ value: JSONValue, lines: [String]) throws {
        switch global.form {
        case .json: try put(.json(value, pretty: true))
        case .jsonLines: try put(.json(value))
        case .csv: throw Failure.usage("this is no table, so it has no CSV; take --json")
        case .text: try put(lines: lines)
        }
    }
}

extension JSONObject {
    /// The object with exactly these keys first, unknown ones null, and what else it has behind them.
    func complete(_ keys: [String]) -> JSONObject {
        var result = JSONObject(keys.map { ($0, self[$0] ?? .null) })
        for pair in pairs where result[pair.key] == nil { result[pair.key] = pair.value }
        return result
    }
}
