// A questionnaire as numbers: its items and their ranges, how they add up, and what a total is taken to say.

/// What a file of seeds/instruments holds. The wording of a questionnaire is its owner's and is never part of
/// it: an item has a place-holder of one word, by which a person finds the line on the paper form.
package struct Instrument: Equatable, Sendable {
    /// The name of the file, `phq9`: what a check-in record says.
    package var name: String
    /// What its authors call it: `PHQ-9`.
    package var title: String
    /// What it is about, in a word or two: `depression`.
    package var about: String
    /// Who fills it in.
    package var scribe: Scribe
    /// In the order of the form; the first is item 1.
    package var items: [Item]
    package var total: TotalRule
    package var subscales: [Subscale]
    /// Without gap and overlap over the whole range of the total; empty where none are published.
    package var bands: [Band]
    /// What answers mean where they do not add up: the gravest first. Empty for most.
    package var levels: [Level]
    /// Totals from which something is said to begin.
    package var cuts: [Cut]
    package var better: Direction
    /// How large a change has to be to count, by the name of each threshold.
    package var changes: [ChangeThreshold]
    /// Points for the worse over the baseline that a clinic is told of; nil where none are agreed.
    package var worse: Double?
    package var response: ResponseRule?
    /// A total below this is a remission; nil where none is defined.
    package var remissionBelow: Int?
    package var prorating: Prorating?
    /// Answers that need someone, whatever the total.
    package var concerns: [Concern]
    package var timing: Timing
    /// The conditions that it follows, in small letters; `any` for everyone, empty where it is asked for by
    /// name alone.
    package var conditions: [String]
    package var licence: String
    /// Where the official form is had.
    package var form: String
    package var provenance: Provenance

    package enum Scribe: String, CaseIterable, Sendable { case person, clinician }
    package enum Direction: String, CaseIterable, Sendable { case lower, higher }

    /// How the total is made.
    package enum TotalRule: Equatable, Sendable {
        /// The sum of these items, times a whole number.
        case items(numbers: [Int], times: Int)
        case subscales
        /// Answers that never become a number.
        case none
    }

    package struct Band: Equatable, Sendable {
        package var range: ClosedRange<Int>
        package var word: String

        package init(range: ClosedRange<Int>, word: String) {
            self.range = range
            self.word = word
        }
    }

    /// Holds where any of its items was answered with 1 or more; without items, where no other level does.
    package struct Level: Equatable, Sendable {
        package var word: String
        package var items: [Int]

        package init(word: String, items: [Int]) {
            self.word = word
            self.items = items
        }
    }

    package struct Cut: Equatable, Sendable {
        package var word: String
        package var from: Int
        /// True where it counts only if the total is above the baseline as well.
        package var needsRise: Bool

        package init(word: String, from: Int, needsRise: Bool = false) {
            self.word = word
            self.from = from
            self.needsRise = needsRise
        }
    }

    package struct ChangeThreshold: Equatable, Sendable {
        /// `meaningful`, `reliable`.
        package var name: String
        /// At least so many points for the better.
        package var points: Double
        /// False for one that is worked out and never claimed.
        package var isShown: Bool

        package init(name: String, points: Double, isShown: Bool = true) {
            self.name = name
            self.points = points
            self.isShown = isShown
        }
    }

    package enum ResponseRule: Equatable, Sendable {
        /// At least so many hundredths of the baseline gone.
        case percent(Double)
        /// At least so many points for the better.
        case points(Double)
    }

    /// How blanks are filled with the mean of the answers that were given.
    package struct Prorating: Equatable, Sendable {
        package var mostBlanks: Int
        /// Items whose blank leaves the total unknown.
        package var never: [Int]

        package init(mostBlanks: Int, never: [Int]) {
            self.mostBlanks = mostBlanks
            self.never = never
        }
    }

    package struct Concern: Equatable, Sendable {
        package var items: [Int]
        /// The lowest answer that counts.
        package var from: Int
        package var urgency: Urgency

        package init(items: [Int], from: Int, urgency: Urgency) {
            self.items = items
            self.from = from
            self.urgency = urgency
        }
    }

    package enum Urgency: String, CaseIterable, Comparable, Sendable {
        case sameDay, now

        package static func < (a: Urgency, b: Urgency) -> Bool { a == .sameDay && b == .now }
    }

    package struct Timing: Equatable, Sendable {
        /// Days that the questions look back over; 0 for a moment.
        package var recallDays: Int
        /// Days from one to the next; nil where it is not asked for in turn.
        package var everyDays: Int?
        /// Asked at the ends of a course as well, or instead.
        package var atEnds: [CourseEnd]
        /// How many weeks after the last session it is still asked for.
        package var weeksAfter: Int

        package enum CourseEnd: String, CaseIterable, Sendable { case start, end }

        package init(
            recallDays: Int, everyDays: Int? = nil, atEnds: [CourseEnd] = [], weeksAfter: Int = 0
        ) {
            self.recallDays = recallDays
            self.everyDays = everyDays
            self.atEnds = atEnds
            self.weeksAfter = weeksAfter
        }

        /// The fewest days between two: half of what the questions look back over, rounded up, so that two
        /// answers do not speak of the same days. Lull's own.
        package var fewestDays: Int { max(1, (recallDays + 1) / 2) }
    }

    /// Where each key of the file comes from.
    package struct Provenance: Equatable, Sendable {
        package var sources: [String: String]
        /// Keys that are Lull's own.
        package var ours: Set<String>
        /// Keys that no source at hand has confirmed.
        package var unconfirmed: Set<String>

        package init(
            sources: [String: String] = [:], ours: Set<String> = [], unconfirmed: Set<String> = []
        ) {
            self.sources = sources
            self.ours = ours
            self.unconfirmed = unconfirmed
        }
    }

    package init(
        name: String, title: String, about: String, scribe: Scribe, items: [Item], total: TotalRule,
        timing: Timing, licence: String, form: String
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.scribe = scribe
        self.items = items
        self.total = total
        self.timing = timing
        self.licence = licence
        self.form = form
        subscales = []
        bands = []
        levels = []
        cuts = []
        better = .lower
        changes = []
        concerns = []
        conditions = []
        provenance = Provenance()
    }
}

extension Instrument {
    /// A band as a person reads it: one that no source has confirmed says so. A level of answers that need
    /// someone is never softened by that.
    package func words(ofBand band: String) -> String {
        levels.isEmpty && provenance.unconfirmed.contains("bands") ? "\(band) (not confirmed)" : band
    }

    /// An item by its number on the form, from 1; nil where there is none.
    package func item(_ number: Int) -> Item? {
        items.indices.contains(number - 1) ? items[number - 1] : nil
    }

    /// From the lowest total to the highest; nil where there is no total.
    package var totalRange: ClosedRange<Int>? {
        switch total {
        case .items(let numbers, let times):
            let ranges = numbers.compactMap { item($0)?.answers }
            let low = ranges.reduce(0) { $0 + $1.lowerBound } * times
            return low...max(low, ranges.reduce(0) { $0 + $1.upperBound } * times)
        case .subscales: return 0...subscales.reduce(0) { $0 + (range(of: $1)?.upperBound ?? 0) }
        case .none: return nil
        }
    }

    /// The highest and the lowest value of a subscale; nil where it is a share without steps.
    package func range(of subscale: Subscale) -> ClosedRange<Int>? {
        if let steps = subscale.steps { return 0...steps.count }
        var (low, high) = (0, 0)
        for part in subscale.parts {
            if let steps = part.steps {
                high += steps.count
            } else if case .items(let numbers) = part.source {
                let ranges = numbers.compactMap { item($0)?.answers }
                low += ranges.reduce(0) { $0 + $1.lowerBound }
                high += ranges.reduce(0) { $0 + $1.upperBound }
            } else {
                return nil
            }
        }
        return low...max(low, high)
    }
}
