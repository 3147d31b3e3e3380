// The commands that log a kind of record by its keys.

import ArgumentParser
import CareDomain

/// `log` and the name of a kind.
struct LogEntry<Table: EntryTable>: LullCommand {
    static var configuration: CommandConfiguration { Table.kind.configuration }

    @OptionGroup var options: EntryOptions<Table>

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        var reader = EntryReader(
            kind: Table.kind, subject: subject, now: invocation.now, zones: invocation.zones, naming: .options
        )
        guard stdin else {
            if options.isEmpty, invocation.canAsk {
                return try EntryQuestions(Table.kind).ask(subject, &invocation)
            }
            return try invocation.append(reader.draft(options.object), to: subject)
        }
        guard options.isEmpty else {
            throw Failure.usage("--stdin takes everything from standard input; leave the rest out")
        }
        reader.naming = .keys
        try invocation.logLines(to: subject, reader.draft)
    }
}

enum HabitsEntry: EntryTable { static let kind = EntryKind.habits }
enum MoodEntry: EntryTable { static let kind = EntryKind.mood }
enum NapEntry: EntryTable { static let kind = EntryKind.nap }
enum SymptomsEntry: EntryTable { static let kind = EntryKind.symptoms }
enum MedicationEntry: EntryTable { static let kind = EntryKind.medication }
enum NoteEntry: EntryTable { static let kind = EntryKind.note }
enum PracticeEntry: EntryTable { static let kind = EntryKind.practice }
enum ContactEntry: EntryTable { static let kind = EntryKind.contact }
enum ClinicEntry: EntryTable { static let kind = EntryKind.clinic }
enum PlanEntry: EntryTable { static let kind = EntryKind.plan }
enum CallEntry: EntryTable { static let kind = EntryKind.call }
enum DutyEntry: EntryTable { static let kind = EntryKind.duty }
enum ReferralEntry: EntryTable { static let kind = EntryKind.referral }
enum TherapyEntry: EntryTable { static let kind = EntryKind.therapy }
enum AdjustmentEntry: EntryTable { static let kind = EntryKind.adjustment }

extension EntryKind {
    fileprivate var configuration: CommandConfiguration {
        let (abstract, discussion) = words
        return CommandConfiguration(commandName: rawValue, abstract: abstract, discussion: discussion)
    }

    private var words: (abstract: String, discussion: String) {
        switch self {
        case .habits: Self.habitWords
        case .mood:
            ("Logs how a day felt.", "  lull log mood --mood 6 --anxiety 4 --calm 5 --clear 7 --pain 2")
        case .nap: ("Logs a nap.", "  lull log nap --start 14:10 --minutes 25")
        case .symptoms: Self.symptomWords
        case .medication: Self.medicationWords
        case .note: Self.noteWords
        case .practice:
            (
                "Logs a practice that was done without Lull.",
                "  lull log practice --programme pmr-7 --start 21:40 --minutes 14 --tension-before 7"
            )
        case .contact:
            (
                "Keeps someone whom the person can reach.",
                "  lull log contact --name \"Ruth\" --phone 555-0142 --role sister --when evenings"
            )
        case .clinic:
            (
                "Keeps how the person's own clinic is reached.",
                "  lull log clinic --name \"Ward 3\" --phone 555-0100 --hours \"Mon-Fri 8-17\""
            )
        case .plan: Self.planWords
        case .call: Self.callWords
        case .duty:
            (
                "Keeps something that the clinic has to do.",
                "  lull log duty --session s3 --what \(Duty.monitoringForm) --due 2026-11-10"
            )
        case .referral:
            (
                "Keeps a referral.",
                "  lull log referral --to \"sleep clinic\" --why gasping --sent 2026-11-05"
            )
        case .therapy:
            ("Keeps a therapy beside the sessions.", "  lull log therapy --what CBT-I --start 2026-10-12")
        case .adjustment:
            (
                "Keeps a change of the treatment.",
                "  lull log adjustment --what \"sleep window\" --from 7h --to 6h45 --why efficiency"
            )
        }
    }

    private static let habitWords = (
        "Logs what a day held that bears on the night.",
        """
        A coffee is its time and its milligrams of caffeine; give it once for
        each. A time that has not come yet today makes it yesterday's.

          lull log habits --caffeine 8:15=90 --caffeine 13:30=60 --alcohol-drinks 0
          lull log habits --exercise 17:30 --wind-down --no-light --room-dark
        """
    )

    private static let symptomWords = (
        "Logs what was noticed: what a session left behind, and signs the clinic asks for.",
        """
        What is not given stays unknown, which is not a no.

          lull log symptoms --detached 3 --effects-gone-at 18:30 --nausea
          lull log symptoms --day 2026-11-02 --headache no --other "a stiff neck"
        """
    )

    private static let medicationWords = (
        "Keeps a medicine that is taken, or was.",
        """
        Lull keeps it and never advises a dose.

          lull log medication --name zopiclone --class hypnotic --dose 7.5 --unit mg \\
            --start 2026-10-01
        """
    )

    private static let noteWords = (
        "Keeps a note.",
        """
        A note to 'self' is kept in the private part of the store; any other is
        read by both sides.

          lull log note "Slept at my sister's." --to clinic
        """
    )

    private static let planWords = (
        "Keeps goals, and the person's own plan for bad hours.",
        """
        The last plan is the one that counts, so give it whole. A goal can have a
        measure, a target and a date behind semicolons.

          lull log plan --goals "asleep sooner; target=30; by=2026-12-15" \\
            --signs "I stop answering" --helps "a walk" --people Ruth
        """
    )

    private static let callWords = (
        "Keeps a call to the person.",
        """
        The person can read it.

          lull log call --reached --note "Slept better, no questions."
          lull log call --start 14:10 --reached message --about okafor-n.R09.2026-11-17
        """
    )
}
