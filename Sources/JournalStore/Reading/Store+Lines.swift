// The lines behind records, as they stand in their journals: unknown keys and all.

import CareDomain
import PlainJSON

extension Store {
    /// The objects of records as they are stored; nil for one whose line is not there any more.
    /// - Throws: `readFailed`, `notPermitted`.
    package func objects(of records: [StoredRecord]) throws(StoreProblem) -> [JSONObject?] {
        var result: [JSONObject?] = Array(repeating: nil, count: records.count)
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
                    let bytes = try files.read(file, at: range.lowerBound, count: range.count)
                    result[place] = (try? JSONReader.value(bytes))?.object
                }
            } catch {
                throw .reading(error, self.path + "/" + path)
            }
        }
        return result
    }
}
