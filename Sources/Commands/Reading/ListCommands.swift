// The commands that list what is stored: nights, naps, sessions, habits and practices.

import ArgumentParser
import CareDomain
import PlainJSON

/// What the lists have in common: everyone's rows, or one person's, in a window of dates.
protocol ListCommand: LullCommand {
    associatedtype Item
    var window: DateWindow { get }
    static var keys: [String] { get }
    static var columns: [TextTable.Column] { get }
    static var whenEmpty: String { get }
    func items(of subject: Subject) -> [Item]
    static func object(_ item: Item, of subject: Subject) -> JSONObject
    static func cells(_ item: Item) -> [String?]
}

extension ListCommand {
    func perform(in invocation: inout Invocation) throws {
        let subjects = try invocation.subjects()
        // With several people each line says whose it is.
        let showsWho = subjects.count > 1
        let columns = (showsWho ? [TextTable.Column.left("Person", limit: 20)] : []) + Self.columns
        var listing = Listing(
            keys: Self.keys, columns: columns,
            whenEmpty: window.from ?? window.to == nil ? Self.whenEmpty : "There are none in those dates.")
        for subject in subjects {
            for item in items(of: subject) {
                let who: [String?] = showsWho ? [subject.history.displayName] : []
                listing.add(Self.object(item, of: subject), cells: who + Self.cells(item))
            }
        }
        try invocation.put(listing)
    }
}

struct NightsCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "nights",
        abstract: "The nights that are stored, with their measures.",
        discussion: """
            A row a night and source, oldest first. Efficiency (SE) is total sleep
            over the time from trying to sleep to getting up.

              lull nights --last 7
              lull nights --from 2026-11-01 --json
            """)
    static let keys = NightRow.keys
    static let columns = NightRow.columns
    static let whenEmpty = "No nights yet. Log one with 'lull log night'."

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func items(of subject: Subject) -> [LoggedNight] { window.narrow(subject.history.nights, date: \.date) }
    static func object(_ item: LoggedNight, of subject: Subject) -> JSONObject {
        NightRow.object(item, of: subject.id)
    }
    static func cells(_ item: LoggedNight) -> [String?] { NightRow.cells(item) }
}

struct NapsCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "naps", abstract: "The naps that are stored.", discussion: "  lull naps --last 5")
    static let keys = NapRow.keys
    static let columns = NapRow.columns
    static let whenEmpty = "No naps yet."

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func items(of subject: Subject) -> [Entry<Nap>] {
        window.narrowItems(subject.history.naps) { $0.value.start.civil.date }
    }
    static func object(_ item: Entry<Nap>, of subject: Subject) -> JSONObject {
        NapRow.object(item, of: subject)
    }
    static func cells(_ item: Entry<Nap>) -> [String?] { NapRow.cells(item) }
}

struct SessionsCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "The sessions, planned and held, by time.",
        discussion: "  lull sessions --csv")
    static let keys = SessionRow.keys
    static let columns = SessionRow.columns
    static let whenEmpty = "No sessions yet. Plan a course with 'lull course start'."

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func items(of subject: Subject) -> [TreatmentSession] {
        window.narrowItems(subject.history.sessions, date: \.date)
    }
    static func object(_ item: TreatmentSession, of subject: Subject) -> JSONObject {
        SessionRow.object(item, of: subject.id)
    }
    static func cells(_ item: TreatmentSession) -> [String?] { SessionRow.cells(item) }
}

struct HabitsCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "habits",
        abstract: "What the days held that bears on the nights.",
        discussion: "  lull habits --last 7")
    static let keys = HabitsRow.keys
    static let columns = HabitsRow.columns
    static let whenEmpty = "No habits yet. Log a day's with 'lull log habits'."

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func items(of subject: Subject) -> [Entry<Habits>] {
        window.narrow(subject.history.habits) { $0.value.day }
    }
    static func object(_ item: Entry<Habits>, of subject: Subject) -> JSONObject {
        HabitsRow.object(item, of: subject.id)
    }
    static func cells(_ item: Entry<Habits>) -> [String?] { HabitsRow.cells(item) }
}

struct PracticesCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "practices",
        abstract: "The relaxation that was practised.",
        discussion: "  lull practices --from 2026-11-01")
    static let keys = PracticeRow.keys
    static let columns = PracticeRow.columns
    static let whenEmpty = "No practices yet. Begin one with 'lull relax'."

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func items(of subject: Subject) -> [Entry<Practice>] {
        window.narrowItems(subject.history.practices) { $0.value.start.civil.date }
    }
    static func object(_ item: Entry<Practice>, of subject: Subject) -> JSONObject {
        PracticeRow.object(item, of: subject.id)
    }
    static func cells(_ item: Entry<Practice>) -> [String?] { PracticeRow.cells(item) }
}
