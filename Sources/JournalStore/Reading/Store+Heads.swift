// How far each of a person's journals has grown: what someone who marks a flag has looked at.

import CareDomain

extension Store {
    /// The last record of each journal of a person with the sum of its line; a journal whose last line has
    /// none is left out.
    /// - Throws: `readFailed`, `notPermitted`.
    package func heads(of journal: PersonJournal) throws(StoreProblem) -> [Acknowledgement.JournalHead] {
        let byFile = Dictionary(grouping: journal.records) { $0.file }
        let last = byFile.keys.sorted().compactMap { file in
            byFile[file]?.max { $0.record.frame.sequence < $1.record.frame.sequence }
        }
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
