// Makes a record of the keys of the journal, where clock times stand for instants.

import CareDomain
import JournalStore
import PlainJSON

struct EntryReader {
    /// How a problem names a key.
    enum Naming { case options, keys, questions }

    let kind: EntryKind
    let subject: Subject
    let now: Instant
    let zones: ZoneDatabase
    var naming: Naming
    /// False for a record that is corrected: what was not given stays as it was.
    var completes = true

    /// - Throws: `Failure` for a key that the kind does not have, and for a value that cannot be kept.
    func draft(_ object: JSONObject) throws -> RecordDraft {
        let given = try known(object)
        var fields = try timed(given)
        if completes { complete(&fields) }
        do {
            let body = try RecordBody(kind: kind.rawValue, fields: fields, zones: zones)
            try refuseWhatIsLost(fields, body.fields)
            try EntrySense(subject: subject, now: now, label: label).check(body)
            return RecordDraft(body)
        } catch let problem as FieldProblem {
            let named = FieldProblem(label(problem.key), problem.reason)
            throw Failure(naming == .options ? .usage : .badData, "\(named)")
        }
    }

    /// What is wrong with the value of one key, whatever else is still to come; nil where it can stand.
    func problem(of key: EntryKey, in object: JSONObject) -> String? {
        do {
            let body = try RecordBody(kind: kind.rawValue, fields: timed(object), zones: zones)
            // What is not about a day needs the rest of it first.
            if kind.hasDay { try EntrySense(subject: subject, now: now, label: label).check(body) }
            return nil
        } catch let problem as FieldProblem {
            guard problem.key == key.path || problem.key.hasPrefix(key.path + "[") else { return nil }
            return "\(FieldProblem(label(problem.key), problem.reason))"
        } catch let failure as Failure {
            return failure.message
        } catch {
            return nil
        }
    }

    // MARK: Keys

    /// What was given, once it is known that there is something, and that the kind has each key.
    private func known(_ object: JSONObject) throws -> JSONObject {
        if let other = object["kind"], !other.isNull, other.string != kind.rawValue {
            let name = quoted(other.string ?? other.text())
            throw Failure.badData("the kind is \(name), and \(quoted(kind.rawValue)) is logged here")
        }
        let pairs = object.pairs.filter { !$0.value.isNull && $0.key != "kind" }
        let names = kind.outermostKeys
        for pair in pairs {
            guard names.contains(pair.key) else {
                throw Failure.badData(
                    "\(kind.having) no key \(quoted(pair.key)); there are "
                        + names.joined(separator: ", "))
            }
            if pair.value.string?.trimmingSpaces == "" {
                throw Failure.badData(kind == .note ? "the note is empty" : "\(label(pair.key)) is empty")
            }
            if case .word(let words)? = kind.keys.first(where: { $0.path == pair.key })?.form,
                let word = pair.value.string, !words.contains(word)
            {
                throw Failure.badData(
                    "\(label(pair.key)) cannot be \(quoted(word)); give one of "
                        + words.joined(separator: ", "))
            }
        }
        guard pairs.contains(where: { $0.key != "day" }) else {
            throw Failure(
                naming == .options ? .usage : .badData,
                kind.hasDay && naming != .options
                    ? "nothing is given beside the day"
                    : "nothing is given; 'lull log \(kind.rawValue) --help' says what can be")
        }
        return JSONObject(pairs.map { ($0.key, $0.value) })
    }

    /// What goes without saying.
    private func complete(_ fields: inout JSONObject) {
        switch kind {
        case .practice: if fields["completed"] == nil { fields["completed"] = true }
        case .call:
            if fields["start"] == nil { fields["start"] = .optional(OffsetInstant(now, in: subject.zone)) }
        case .adjustment:
            if fields["effective"] == nil { fields["effective"] = .optional(subject.today) }
        default: break
        }
    }

    /// A key within an object is not looked for by the journal's reader: what it did not take is named here.
    private func refuseWhatIsLost(_ given: JSONObject, _ kept: JSONObject) throws {
        if let zone = given["zone"]?.string, zones.zone(named: zone) == nil {
            throw Failure.unknownZone(zone)
        }
        if kind == .medication, (given["dose"] == nil) != (given["unit"] == nil) {
            throw Failure.badData("give \(label("dose")) and \(label("unit")) together, or neither")
        }
        if let path = Self.lost(.object(given), .object(kept), path: "") {
            throw Failure.badData("\(kind.having) no key \(quoted(path))")
        }
    }

    /// The path of the first key that was given and not kept; nil where there is none.
    private static func lost(_ given: JSONValue, _ kept: JSONValue?, path: String) -> String? {
        switch given {
        case .object(let object):
            for pair in object.pairs where !pair.value.isNull {
                let inner = path.isEmpty ? pair.key : path + "." + pair.key
                if let found = lost(pair.value, kept?[pair.key], path: inner) { return found }
            }
            return nil
        case .array(let values):
            for (index, value) in values.enumerated() {
                if let found = lost(value, kept?[index], path: "\(path)[\(index)]") { return found }
            }
            return nil
        default: return kept == nil ? path : nil
        }
    }

    /// A key of the journal as whoever gave it knows it: `room.dark` is `--room-dark`.
    private func label(_ path: String) -> String {
        guard naming != .keys else { return path }
        if let key = kind.keys.first(where: { $0.path == path }), let option = key.option {
            if naming == .questions { return key.plainName }
            if case .argument = key.form { return "the " + kind.rawValue }
            return "--" + option
        }
        // An item of a list.
        guard let end = path.firstIndex(where: { $0 == "[" || $0 == "." }) else { return path }
        let outer = label(String(path[..<end]))
        let inner = path[end...].split(separator: ".").dropFirst().joined(separator: ".")
        return inner.isEmpty ? outer : outer + ": " + inner
    }

    // MARK: Clock times

    /// The fields with instants in the place of clock times, and with their day.
    private func timed(_ given: JSONObject) throws -> JSONObject {
        let named = given["day"]?.string.flatMap { CivilDate($0) }
        var times = EntryTimes(subject: subject, now: now, day: named ?? subject.today, label: label)
        var fields = try times.placed(given, kind.keys)
        guard kind.hasDay, given["day"] == nil else { return fields }
        // In the morning a person looks back on the day before.
        if times.latest.map({ $0 > now }) ?? false {
            times = EntryTimes(
                subject: subject, now: now, day: subject.today.adding(days: -1), label: label)
            fields = try times.placed(given, kind.keys)
        }
        fields["day"] = .optional(times.day)
        return fields
    }
}
