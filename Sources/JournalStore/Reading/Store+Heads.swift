// How far each of a person's journals has grown: what someone who marks a flag has looked at.

import CareDomain

extension PersonJournal {
    /// The last record of each file, by the files' names.
    package var tails: [StoredRecord] {
        let byFile = Dictionary(grouping: records) { $0.file }
        return byFile.keys.sorted().compactMap { file in
            byFile[file]?.max { $0.record.frame.sequence < $1.record.frame.sequence }
        }
    }
}

extension Store {
    /// The last record of each journal with the sum of its line; a journal whose last line has none is left
    /// out.
    /// - Throws: `readFailed`, `notPermitted`.
    package func heads(of last: [StoredRecord]) throws(StoreProblem) -> [Acknowledgement.JournalHead] {
        var heads: [Acknowledgement.JournalHead] = []
        for (stored, line) in zip(last, try lines(of: last)) {
            guard let line, let sum = RecordLine.sumDigits(of: line[...]) else { continue }
            let name = stored.file.split(separator: "/").last.map(String.init) ?? stored.file
            heads.append(
                Acknowledgement.JournalHead(name: name, sequence: stored.record.frame.sequence, sum: sum))
        }
        return heads
    }
}
