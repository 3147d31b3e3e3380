// The forms that a report has as a file, and what such a file is called.

package enum ReportForm: String, CaseIterable, Sendable {
    case text, html, markdown

    /// Of a file's name.
    package var ending: String {
        switch self {
        case .text: "txt"
        case .html: "html"
        case .markdown: "md"
        }
    }

    /// The form that a file's name asks for; nil where it does not tell.
    package init?(fileName: String) {
        let name = fileName.lowercased()
        let form = ReportForm.allCases.first { name.hasSuffix("." + $0.ending) }
        guard let form = form ?? (name.hasSuffix(".htm") ? .html : nil) else { return nil }
        self = form
    }
}

extension VisitReport {
    /// `lull-lovell-a-2026-11-24.txt`.
    /// - Parameter number: from 2 on it stands behind the date, where there are such files already.
    package func fileName(_ form: ReportForm, number: Int = 1) -> String {
        "lull-\(person)-\(today)" + (number > 1 ? "-\(number)" : "") + "." + form.ending
    }
}
