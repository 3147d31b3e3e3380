// Narrows a list to some dates.

import ArgumentParser
import CareDomain

struct DateWindow: ParsableArguments {
    @Option(help: ArgumentHelp("The first date.", valueName: "date"), transform: Parse.date)
    var from: CivilDate?

    @Option(help: ArgumentHelp("The last date.", valueName: "date"), transform: Parse.date)
    var to: CivilDate?

    @Option(
        help: ArgumentHelp("Only the newest ones, so many.", valueName: "n"),
        transform: Parse.whole(0...100_000))
    var last: Int?

    var isOpen: Bool { from == nil && to == nil && last == nil }

    /// What lies in the window, of items by date; those of one date count once for `--last`.
    func narrow<Item>(_ items: [Item], date: (Item) -> CivilDate) -> [Item] {
        let within = items.filter { item in
            (from.map { $0 <= date(item) } ?? true) && (to.map { date(item) <= $0 } ?? true)
        }
        guard let last else { return within }
        let newest = Set(Set(within.map(date)).sorted().suffix(last))
        return within.filter { newest.contains(date($0)) }
    }

    /// What lies in the window; each item counts for `--last`.
    func narrowItems<Item>(_ items: [Item], date: (Item) -> CivilDate) -> [Item] {
        var dates = self
        dates.last = nil
        let within = dates.narrow(items, date: date)
        return last.map { Array(within.suffix($0)) } ?? within
    }
}
