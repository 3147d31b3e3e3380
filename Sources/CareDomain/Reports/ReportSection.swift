// A report laid out in titles, facts, tables and pictures, which each form prints in its own way.

package struct ReportSection: Equatable, Sendable {
    package struct Fact: Equatable, Sendable {
        package let label: String
        package let text: String

        init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    package struct Table: Equatable, Sendable {
        package struct Column: Equatable, Sendable {
            package let title: String
            package let isRight: Bool

            static func left(_ title: String) -> Column { Column(title: title, isRight: false) }
            static func right(_ title: String) -> Column { Column(title: title, isRight: true) }
        }

        package let columns: [Column]
        /// A cell for each column; nil is unknown.
        package let rows: [[String?]]
    }

    /// A small chart; what it draws is told by the tables beside it too.
    package enum Picture: Equatable, Sendable {
        /// A row a night.
        case nights
        /// Efficiency, night by night.
        case efficiency
        /// Totals by date.
        case scores
    }

    package enum Block: Equatable, Sendable {
        case facts([Fact])
        case table(Table)
        /// A line of its own each, with a sign before it.
        case items([String])
        /// Whole sentences.
        case note(String)
        case picture(Picture)
    }

    /// Nil for what cannot be left out.
    package let part: VisitReport.Part?
    package let title: String
    package let blocks: [Block]

    init(_ part: VisitReport.Part?, _ title: String, _ blocks: [Block]) {
        self.part = part
        self.title = title
        self.blocks = blocks
    }
}

extension VisitReport {
    /// Who it is about: `Ada Lovell, born 1988`, or the id where no year is known.
    package var title: String {
        let who = name ?? person.text
        if let bornYear { return "\(who), born \(bornYear)" }
        return name == nil ? who : "\(who), \(person)"
    }

    /// What it is, and of when.
    package var subtitle: String {
        let clock = at.civil.clock
        return "Report for a visit, \(today.longWords) \(today.year), \(clock)"
    }

    /// Everything, in the order of the page; what is left out is still in it.
    package var allSections: [ReportSection] {
        [
            courseSection, firstSection, sessionNightsSection, sevenNightsSection, weeksSection, clockSection,
            checkInsSection, effectsSection, medicinesSection, practiceSection, questionsSection,
            goalsSection, changesSection, sourcesSection,
        ]
    }

    /// What is printed.
    package var sections: [ReportSection] {
        allSections.filter { section in section.part.map { !leftOut.contains($0) } ?? true }
    }
}
