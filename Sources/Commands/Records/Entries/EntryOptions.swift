// The options of a kind of record, made from its table of keys.

import ArgumentParser
import CareDomain
import PlainJSON

/// Names the kind whose options these are.
protocol EntryTable: Sendable {
    static var kind: EntryKind { get }
}

/// Options that are not written out as properties: the parser finds them in the mirror, and they are decoded
/// by their names.
struct EntryOptions<Table: EntryTable>: ParsableArguments, CustomReflectable {
    private var values: [String: [JSONValue]] = [:]
    private var denied: Set<String> = []

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: OptionName.self)
        for key in Table.kind.keys {
            guard let option = key.option else { continue }
            let name = OptionName(option)
            if key.form.isList {
                let given = try container.decode(Option<[EntryValue]>.self, forKey: name).wrappedValue
                if !given.isEmpty { values[option] = given.map(\.json) }
            } else if case .argument = key.form {
                let given = try container.decode(Argument<EntryValue?>.self, forKey: name).wrappedValue
                values[option] = given.map { [$0.json] }
            } else {
                let given = try container.decode(Option<EntryValue?>.self, forKey: name).wrappedValue
                values[option] = given.map { [$0.json] }
            }
            if key.form.isAnswer,
                try container.decode(Flag<Bool>.self, forKey: OptionName("no-" + option)).wrappedValue
            {
                denied.insert(option)
            }
        }
    }

    func validate() throws {
        for option in denied.sorted() where values[option] != nil {
            throw ValidationError("choose one of --\(option) and --no-\(option)")
        }
    }

    var isEmpty: Bool { values.isEmpty && denied.isEmpty }

    /// What was given, in the form of a journal's line without the frame.
    var object: JSONObject {
        Table.kind.object(of: values.merging(denied.map { ($0, [false]) }) { $1 })
    }

    var customMirror: Mirror {
        Mirror(self, children: Table.kind.keys.flatMap(Self.definitions), displayStyle: .struct)
    }

    private static func definitions(_ key: EntryKey) -> [Mirror.Child] {
        guard let option = key.option else { return [] }
        let help = ArgumentHelp(stringLiteral: key.help).naming(key.form.valueName)
        let name = NameSpecification.customLong(option)
        let form = key.form
        let read: @Sendable (String) throws -> EntryValue = { EntryValue(try form.value(of: $0)) }
        if form.isList {
            let list = Option<[EntryValue]>(wrappedValue: [], name: name, help: help, transform: read)
            return [(option, list)]
        }
        if case .argument = form {
            return [(option, Argument<EntryValue?>(help: help, transform: read))]
        }
        guard form.isAnswer else {
            return [(option, Option<EntryValue?>(name: name, help: help, transform: read))]
        }
        let answer = Option<EntryValue?>(
            name: name, defaultAsFlag: EntryValue(true), help: help, transform: read)
        let denial = Flag(wrappedValue: false, name: .customLong("no-" + option), help: .hidden)
        return [(option, answer), ("no-" + option, denial)]
    }
}

extension ArgumentHelp {
    fileprivate func naming(_ valueName: String) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}

extension EntryKind {
    /// Values by the option that gave them, in the form of a journal's line without the frame.
    func object(of values: [String: [JSONValue]]) -> JSONObject {
        var object = JSONObject()
        for key in keys {
            guard let option = key.option, let given = values[option], let first = given.first else {
                continue
            }
            let value = key.form.isList ? JSONValue.array(given) : first
            guard let holder = key.holder else {
                // The first of two options for one key counts.
                if object[key.name] == nil { object[key.name] = value }
                continue
            }
            var held = object[holder]?.object ?? JSONObject()
            held[key.name] = value
            object[holder] = .object(held)
        }
        return object
    }
}

/// A value as it was read. It says nothing of itself in help.
private struct EntryValue: CustomStringConvertible, Sendable {
    let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    var description: String { "" }
}

private struct OptionName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
