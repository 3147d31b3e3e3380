// Keys that this version does not know, handed on by a correction, also from within lists and objects.

import PlainJSON

extension JSONObject {
    /// The keys that stand in a stored object and not in what was read of it; and those of the new fields
    /// into whose value such keys go along, with that value.
    /// - Parameters:
    ///   - read: what this version has made of the stored object.
    ///   - fields: what is to be written in its place.
    func unknown(beside read: JSONObject, for fields: JSONObject) -> JSONObject {
        var result = JSONObject()
        for pair in pairs {
            guard let known = read[pair.key] else {
                if fields[pair.key] == nil { result.add(pair.key, pair.value) }
                continue
            }
            guard let new = fields[pair.key] else { continue }
            let whole = new.carrying(from: pair.value, read: known)
            if whole != new { result.add(pair.key, whole) }
        }
        return result
    }
}

extension JSONValue {
    /// The value with the unknown keys of the stored one. In a list the items that stayed as they were keep
    /// theirs.
    fileprivate func carrying(from stored: JSONValue, read: JSONValue) -> JSONValue {
        switch (self, stored, read) {
        case (.object(var new), .object(let old), .object(let known)):
            for pair in old.unknown(beside: known, for: new).pairs { new[pair.key] = pair.value }
            return .object(new)
        case (.array(let new), .array(let old), .array(let known)) where old.count == known.count:
            return .array(
                new.map { item in
                    guard let place = known.firstIndex(of: item) else { return item }
                    return item.carrying(from: old[place], read: known[place])
                })
        default: return self
        }
    }
}
