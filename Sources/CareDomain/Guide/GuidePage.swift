// A page of the guide: what is known about one thing, in plain words, with what is not known and the sources.

package struct GuidePage: Equatable, Sendable {
    /// The heading under which a page is listed, in the order of the headings.
    package enum Part: String, CaseIterable, Sendable {
        case ketamine, days, care
        /// What a person or a clinic has added, unless it names another.
        case own

        package var title: String {
            switch self {
            case .ketamine: "Ketamine and sleep"
            case .days: "Days and evenings"
            case .care: "Treatment and help"
            case .own: "Added here"
            }
        }
    }

    /// A piece of a page; each list may be empty, one is not.
    package struct Section: Equatable, Sendable {
        package var heading: String?
        package var text: [String]
        /// Short lines that stand with a mark each.
        package var points: [String]
        /// Paragraphs below the points.
        package var after: [String]

        package init(
            heading: String? = nil, text: [String] = [], points: [String] = [], after: [String] = []
        ) {
            self.heading = heading
            self.text = text
            self.points = points
            self.after = after
        }
    }

    /// The name to use on the command line, `body-clock`.
    package var name: String
    /// What a person reads: `The body clock`.
    package var title: String
    /// The same for a narrow list, 20 letters or fewer; nil where the title itself is cut.
    package var short: String?
    package var part: Part
    /// One line on what the page is about.
    package var summary: String
    package var sections: [Section]
    package var unknown: [String]
    package var sources: [String]
    /// JSON keys of the figures that the page explains.
    package var figures: [String]
    /// Review rules whose words to a person lead here, `R04`.
    package var rules: [String]
    /// What the page can show of the person's own.
    package var own: [GuideTopic]

    package init(
        name: String, title: String, short: String? = nil, part: Part = .own, summary: String,
        sections: [Section], unknown: [String], sources: [String], figures: [String] = [],
        rules: [String] = [], own: [GuideTopic] = []
    ) {
        self.name = name
        self.title = title
        self.short = short
        self.part = part
        self.summary = summary
        self.sections = sections
        self.unknown = unknown
        self.sources = sources
        self.figures = figures
        self.rules = rules
        self.own = own
    }

    /// The words that a person reads, headings and sources left out.
    package var wordCount: Int {
        let paragraphs = sections.flatMap { $0.text + $0.points + $0.after } + unknown
        return paragraphs.reduce(0) { $0 + $1.split(separator: " ").count }
    }
}

extension Sequence<GuidePage> {
    /// The page that explains a figure; nil where none does.
    package func page(onFigure key: String) -> GuidePage? { first { $0.figures.contains(key) } }

    /// The page to which a review rule's words lead; nil where none does.
    package func page(onRule id: String) -> GuidePage? { first { $0.rules.contains(id) } }
}

/// What of a person's own a page can show.
package enum GuideTopic: String, CaseIterable, Sendable {
    /// Times of the plan.
    case plan, lastCoffee, screensOff, windDown
    /// What the last seven days hold.
    case coffees, nicotine, alcohol, screens, room, worry, practices
    case nights, middle, regularity, nightmares, sessions, symptoms, medicines

    package var isPlan: Bool {
        switch self {
        case .plan, .lastCoffee, .screensOff, .windDown: true
        default: false
        }
    }
}
