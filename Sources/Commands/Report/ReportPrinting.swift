// A report in each of its forms as text that is safe to print or to write, for the command and the dashboard.

import CareDomain
import CellCanvas
import Exchange
import JournalStore
import Presets

package enum ReportPrinting {
    static func text(of report: VisitReport, as form: ReportForm, ascii: Bool = false) -> OutputText {
        switch form {
        case .html: return .page(ReportHTML.text(report))
        case .markdown: return .page(ReportMarkdown.text(report))
        case .text:
            let lines = ReportText(report, ruler: .cells).lines.map(\.text)
            return .lines(ascii ? lines.map(CleanLines.ascii) : lines)
        }
    }

    static func text(of handOver: HandOver, as form: ReportForm, ascii: Bool = false) -> OutputText {
        switch form {
        case .html: return .page(ReportHTML.text(handOver))
        case .markdown: return .page(ReportMarkdown.text(handOver))
        case .text:
            let lines = ReportText(printing: handOver, ruler: .cells).lines.map(\.text)
            return .lines(ascii ? lines.map(CleanLines.ascii) : lines)
        }
    }

    /// With the titles of what ships.
    static func knowledge(rules: RuleSet, instruments: [Instrument]) -> ReportKnowledge {
        ReportKnowledge(
            instruments: instruments, rules: rules,
            protocolTitles: titles(Shipped.protocols.map { ($0.name, $0.title) }),
            programmeTitles: titles(Shipped.programmes.map { ($0.name, $0.title) }))
    }

    private static func titles(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Writes a report as a new file into the first of some folders that takes it; a number is added to its
    /// name where there is such a file.
    /// - Returns: the path, or the sentence that says why there is none.
    package static func save(
        _ report: VisitReport, as form: ReportForm, into folders: [String], files: any FileSystem
    ) -> Result<String, ReportRefusal> {
        let bytes = Array(text(of: report, as: form).string.utf8)
        var refusal = ReportRefusal(sentence: "There is no folder to write the report to.")
        for folder in folders {
            for number in 1...99 {
                let path = (folder == "/" ? "" : folder) + "/" + report.fileName(form, number: number)
                do throws(FileProblem) {
                    try files.writeFile(bytes, at: path, replacing: false)
                    return .success(path)
                } catch {
                    if error.errno == ErrorNumber.fileExists { continue }
                    let shown = CleanText(folder).fitted(to: 40)
                    refusal = ReportRefusal(
                        sentence: "No report was written to \(shown): \(files.text(errno: error.errno)).")
                    break
                }
            }
        }
        return .failure(refusal)
    }
}

/// Why a report is on no disk, in a sentence.
package struct ReportRefusal: Error, Equatable, Sendable {
    package let sentence: String
}

extension TextRuler {
    /// As a terminal counts columns.
    static let cells = TextRuler(
        width: { CleanText($0).width }, wrapped: { CleanText($0).wrapped(to: $1, keepsUnits: true) },
        fitted: { CleanText($0).fitted(to: $1) })
}
