// Words and claims that no screen, report or message has, and the few places that may have one, with why.

/// A claim that no text makes.
struct ForbiddenClaim: Sendable {
    /// Words that follow one another: `N` is a number or what is put into a text, `|` parts words of which
    /// any one will do.
    let words: String
    let why: String
    /// What makes it right where it stands within forty words; nil where nothing does.
    let unless: String?
    /// One set of words for each place, any of which will do.
    let places: [Set<String>]

    init(_ words: String, _ why: String, unless: String? = nil) {
        self.words = words
        self.why = why
        self.unless = unless
        places = words.split(separator: " ").map { Set($0.split(separator: "|").map(String.init)) }
    }

    static let all: [ForbiddenClaim] = causes + verdicts + blame + promises + advice + diagnoses

    private static let causes = [
        ForbiddenClaim("because", "nothing here shows what caused a thing; say what went with it"),
        ForbiddenClaim("thanks to", "says what caused a thing"),
        ForbiddenClaim("due to", "says what caused a thing"),
        ForbiddenClaim("caused|causes", "says what caused a thing"),
        ForbiddenClaim("effect|effects of", "says what caused a thing"),
        ForbiddenClaim("led to", "says what caused a thing"),
        ForbiddenClaim(
            "ketamine|esketamine improved|improves|worsened|worsens|helped|fixed|cured|restored",
            "says what the medicine did to a person"),
        ForbiddenClaim("fewer|less nightmares with|after|from|on ketamine|esketamine", "is unproven"),
        ForbiddenClaim("more deep sleep", "is disputed", unless: "not in a crossover of 36"),
    ]

    private static let verdicts = [
        ForbiddenClaim("no difference", "too few nights tell nothing; say that these nights do not tell"),
        ForbiddenClaim("normal|abnormal|normally|abnormally", "nobody is measured against others"),
        ForbiddenClaim("safe|safely", "no figure is a promise, and a zero is no proof"),
        ForbiddenClaim("you are|are you well|fine|healthy|cured|okay|ok", "no figure says that"),
        ForbiddenClaim("percentile|percentiles", "nobody is ranked among others"),
        ForbiddenClaim("mortality|life expectancy", "frightens, and is not about this person"),
        ForbiddenClaim("good|bad|poor|great sleeper|sleepers", "judges a person"),
        ForbiddenClaim("proven|proof that", "single studies prove little"),
    ]

    private static let blame = [
        ForbiddenClaim("missed|misses", "sounds like blame; say that it was not held, or not logged"),
        ForbiddenClaim("failed|fails|failure", "sounds like blame; say what is not so and what to do"),
        ForbiddenClaim("only|just N of|out N", "counts what is lacking"),
        ForbiddenClaim("streak|streaks", "a gap would be a loss"),
        ForbiddenClaim("you forgot|neglected|skipped|failed|missed", "blames"),
        ForbiddenClaim("well|nicely done", "praise for a figure is blame for its absence"),
        ForbiddenClaim("keep it up", "praise for a figure is blame for its absence"),
        ForbiddenClaim("noncompliant|compliant|compliance|nonadherent|adherent", "judges a person"),
        ForbiddenClaim("try harder", "blames"),
    ]

    private static let promises = [
        ForbiddenClaim("your clinic has been told", "the program tells nobody"),
        ForbiddenClaim("clinic|team|nurse|doctor has been informed|notified|alerted|told", "it tells nobody"),
        ForbiddenClaim("we will|'ll contact|call|reach", "it cannot"),
        ForbiddenClaim("we'll contact|call|reach", "it cannot"),
        ForbiddenClaim("you will sleep|feel|improve|recover|respond|be", "predicts"),
        ForbiddenClaim("will get|be better|worse", "predicts"),
        ForbiddenClaim("guaranteed|guarantees", "promises"),
    ]

    private static let advice = [
        ForbiddenClaim("not discharged", "is for the people who look after someone"),
        ForbiddenClaim("do not|don't dose|discharge", "is for the people who look after someone"),
        ForbiddenClaim(
            "you should|must take|increase|reduce|raise|lower|change|stop|skip|double", "advises on a dose"),
        ForbiddenClaim(
            "increase|reduce|raise|lower|double|halve|skip the|your|this dose|doses|dosage",
            "advises on a dose"),
        ForbiddenClaim("recommended|recommend dose", "advises on a dose"),
    ]

    private static let diagnoses = [
        ForbiddenClaim("diagnosis|diagnosed|diagnose", "is for a clinician"),
        ForbiddenClaim(
            "you|you're have|has|suffer|suffering insomnia|depression|ptsd|apnoea|mania|from",
            "is a diagnosis"),
        ForbiddenClaim("you are depressed|manic|bipolar|psychotic|suicidal|insomniac", "is a diagnosis"),
    ]
}

/// A place that may have what a claim forbids.
struct AllowedWords: Sendable {
    /// The claim's words as they stand above.
    let claim: String
    /// How the path begins.
    let path: String
    /// What the text has in it.
    let with: String
    let why: String

    init(_ claim: String, in path: String, with: String, _ why: String) {
        self.claim = claim
        self.path = path
        self.with = with
        self.why = why
    }

    private static let missed = "missed|misses"

    static let all: [AllowedWords] = [
        AllowedWords(
            missed, in: "Sources/Commands/Store/Amending/SessionAmendment.swift",
            with: "planned, done, missed",
            "the statuses that an option takes, as journals have them"),
        AllowedWords(
            missed, in: "Sources/Dashboard/Forms/Kinds/SessionForms.swift", with: "missed",
            "the status that the form writes; what it shows stands beside it"),
        AllowedWords(
            missed, in: "seeds/demo/cohort.yaml", with: "status: missed",
            "a status, and the key of its reasons and shares: data of made-up people"),
        AllowedWords(
            missed, in: "seeds/rules/R18.yaml", with: "missed doses", "the title of a source"),
        AllowedWords(
            missed, in: "Tests/CommandsTests/Transcripts/", with: "\"status\": \"missed\"",
            "the status as JSON has it"),
        AllowedWords(
            missed, in: "Tests/CommandsTests/Transcripts/", with: "\"status\":\"missed\"",
            "the status as a journal has it"),
        AllowedWords(
            "caused|causes", in: "Tests/DashboardTests/Goldens/", with: "what caused",
            "the same sentence on the screen"),
        AllowedWords(
            "caused|causes", in: "Sources/CareDomain/Measures/", with: "does not show what caused it",
            "the very sentence that says that nothing was shown to cause it"),
    ]
}
