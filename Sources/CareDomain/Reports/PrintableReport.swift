// What text, HTML and Markdown are printed from, whatever it is about.

package protocol PrintableReport {
    var title: String { get }
    /// What it is, and of when.
    var subtitle: String { get }
    /// What is printed, in its order.
    var sections: [ReportSection] { get }
    /// What pictures are drawn from; nil for a report without any.
    var charts: VisitReport? { get }
}

extension VisitReport: PrintableReport {
    package var charts: VisitReport? { self }
}
