// A key of a kind of record, with the option that gives it.

struct EntryKey: Sendable {
    /// The key in a journal.
    let name: String
    /// The key of the object that holds it; nil for the record itself.
    let holder: String?
    /// Without its hyphens; nil for a key that standard input alone takes.
    let option: String?
    let form: EntryForm
    let help: String

    /// - Parameter option: where it is not the key with hyphens before its capitals.
    init(_ name: String, in holder: String? = nil, option: String? = nil, _ form: EntryForm, _ help: String) {
        self.name = name
        self.holder = holder
        self.option = option ?? Self.hyphenated(name)
        self.form = form
        self.help = help
    }

    /// A key without an option.
    init(inputOnly name: String, _ form: EntryForm) {
        self.name = name
        holder = nil
        option = nil
        self.form = form
        help = ""
    }

    /// `tension-before` of `tensionBefore`.
    static func hyphenated(_ name: String) -> String {
        name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// `effects gone at`, as a problem names it to whoever was asked.
    var plainName: String {
        Self.hyphenated(name).split(separator: "-").joined(separator: " ")
    }

    /// The key in the record itself.
    var outermost: String { holder ?? name }
    /// `room.dark`, as a problem names it.
    var path: String { holder.map { $0 + "." + name } ?? name }
}

/// What the value of a key looks like.
enum EntryForm: Sendable {
    case text
    /// Text that is given without an option's name.
    case argument
    /// Texts; the option is given once for each.
    case texts
    case whole, number
    case yesOrNo
    /// One of these.
    case word([String])
    case date
    /// A date, or an instant where the time is known.
    case dayOrTime
    case time(TimePlace)
    /// Yes, no, or the time of the day.
    case tick
    /// Whether someone was reached, or a message left.
    case reached
    /// Caffeine, once for each: a time and milligrams.
    case drinks
    /// Goals, once for each, with details behind semicolons.
    case goals
    /// Minutes, which a record keeps as seconds.
    case secondsOfMinutes
}

/// Which moment a time alone stands for.
enum TimePlace: Sendable {
    /// The last such reading that has passed.
    case lastPassed
    /// The first such reading behind the record's start.
    case afterStart
    /// On the record's day; a reading before four in the morning belongs to the evening before.
    case onDay
}
