// Gathers what an importer finds, drops what the file repeats, and keeps the report's counts.

import CareDomain

struct ImportCollector {
    private(set) var result: ImportResult
    private let options: ImportOptions
    /// What was taken, by person and key.
    private var taken: [Name: (entry: Int, line: Int)] = [:]

    private struct Name: Hashable {
        var person: String?
        var key: String
    }

    init(format: ImportFormat, options: ImportOptions) {
        result = ImportResult(format: format)
        self.options = options
    }

    mutating func skip(line: Int, _ why: String) {
        result.read += 1
        result.skipped.append(ImportResult.Skipped(line: line, why: why))
    }

    /// Puts what was refused in the order of the file, where it was not found in that order.
    mutating func sortSkipped() { result.skipped.sort { $0.line < $1.line } }

    mutating func warn(_ text: String) { result.warnings.append(text) }

    /// Takes a record, under the format's name and its own key.
    /// - Parameters:
    ///   - person: as the file names them; nil where it names nobody.
    ///   - date: the day that the record belongs to.
    ///   - instant: the event's own time.
    ///   - repeats: what to do where the same key was taken before.
    /// - Returns: false where it was not taken, being there already.
    @discardableResult
    mutating func take(
        _ body: RecordBody, person: String? = nil, key: String, date: CivilDate, instant: Instant, line: Int,
        repeats: RepeatedKey
    ) -> Bool {
        let name = Name(person: person ?? options.person?.text, key: key)
        if let earlier = taken[name] {
            if repeats == .dropEqual, result.drafts[earlier.entry].draft.body == body { return false }
            skip(line: line, "\(key.quoted) was on line \(earlier.line) already; the first one is taken")
            return false
        }
        let origin = RecordDraft.Origin(source: result.format.rawValue, key: key, instant: instant)
        taken[name] = (result.drafts.count, line)
        result.drafts.append(
            ImportResult.Entry(person: name.person, draft: RecordDraft(body, origin: origin), line: line))
        result.read += 1
        switch body {
        case .night: result.nights += 1
        case .nap: result.naps += 1
        default: break
        }
        result.from = min(result.from ?? date, date)
        result.to = max(result.to ?? date, date)
        return true
    }
}

/// What a second record of one key is.
enum RepeatedKey {
    /// The same record again where it says the same: overlapping exports do that.
    case dropEqual
    /// A row too many.
    case refuse
}

extension String {
    /// In quotation marks, and short enough for a line of a report.
    var quoted: String {
        // By scalars, since one character can have any number of them.
        let short = String(unicodeScalars.prefix(40))
        return "\"" + short + (short.unicodeScalars.count == unicodeScalars.count ? "\"" : "...\"")
    }
}
