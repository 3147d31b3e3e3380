// The lines behind records, as they stand in their journals: unknown keys and all.

import CareDomain

extension Store {
    /// The lines of records as they are stored, without their line breaks; nil for one that is not there any
    /// more.
    /// - Throws: `readFailed`, `notPermitted`.
    package func lines(of records: [StoredRecord]) throws(StoreProblem) -> [[UInt8]?] {
        var result: [[UInt8]?] = Array(repeating: nil, count: records.count)
        let byFile = Dictionary(grouping: records.indices) { records[$0].file }
        for (path, places) in byFile {
            let parts = path.split(separator: "/")
            guard parts.count == 3, let part = StoreFolder(rawValue: String(parts[0])),
                let person = PersonID(String(parts[1])), let folder = try personFolder(person, in: part)
            else { continue }
            do throws(FileProblem) {
                let file = try files.openFile(String(parts[2]), in: folder.descriptor, for: .reading)
                defer { files.close(file) }
                for place in places {
                    let range = records[place].range
                    result[place] = try files.read(file, at: range.lowerBound, count: range.count)
                }
            } catch {
                throw .reading(error, self.path + "/" + path)
            }
        }
        return result
    }
}
