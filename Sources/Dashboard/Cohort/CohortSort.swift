// The order of the cohort's table: by level and age unless another is asked for, and quick for ten thousand.

import CareDomain

enum CohortSort: Equatable, Sendable {
    /// The most urgent first, of one level the oldest.
    case urgency
    case name
    case column(CohortColumn)

    var title: String {
        switch self {
        case .urgency: "most urgent first"
        case .name: "by name"
        case .column(let column): "by " + column.title.prefix(1).lowercased() + column.title.dropFirst()
        }
    }
}

extension CohortSort {
    /// What a row stands by: small ones first. Figures are compared as figures, words by their first letters,
    /// and only where those are the same by the whole.
    fileprivate struct Place {
        var figure: Double
        var letters: UInt64 = 0
        var text = ""
        var index: Int
    }

    /// What is unknown stands last either way, but for the last night and the last record, of which nothing
    /// is what to see first. People of one place stay in the order of their ids.
    /// - Parameters:
    ///   - members: by id.
    ///   - name: how somebody is named on the screen.
    func sorted(
        _ members: [CohortMember], isDescending: Bool, name: (CohortRow) -> String
    ) -> [CohortMember] {
        let places = members.enumerated().map { place($0.element.row, $0.offset, isDescending, name) }
        return places.sorted { a, b in
            if a.figure != b.figure { return a.figure < b.figure }
            if a.letters != b.letters { return (a.letters < b.letters) != isDescending }
            if a.text != b.text { return (a.text < b.text) != isDescending }
            return a.index < b.index
        }.map { members[$0.index] }
    }

    private func place(
        _ row: CohortRow, _ index: Int, _ isDescending: Bool, _ name: (CohortRow) -> String
    ) -> Place {
        func number(_ value: Double?) -> Place {
            Place(figure: value.map { isDescending ? -$0 : $0 } ?? .infinity, index: index)
        }
        func text(_ value: String?) -> Place {
            guard let value else { return Place(figure: .infinity, index: index) }
            return Place(figure: 0, letters: Self.letters(of: value), text: value, index: index)
        }
        switch self {
        case .urgency: return number(Self.urgency(row))
        case .name:
            let shown = name(row)
            return text(shown == row.name ? row.foldedName : shown.lowercased())
        case .column(let column):
            switch column {
            case .reason: return text(row.reason)
            case .week: return number(row.isOver ? 1000 : row.week.map(Double.init))
            case .sessions: return number(Double(row.sessionsDone))
            case .diary: return number(Double(row.nightsLogged7))
            case .quality: return number(Self.meanQuality(row))
            case .asleep: return number(row.totalSleep7?.value)
            case .efficiency: return number(row.efficiency7?.value)
            case .change: return number(row.efficiencyChangePoints)
            case .regularity: return number(row.regularityIndex)
            case .lastNight: return number(row.lastNight.map { Double($0.days) } ?? -1e9)
            case .received: return number(row.lastReceived.map { Double($0.instant.milliseconds) } ?? -1e18)
            case .contact: return number(row.lastContact.map { Double($0.instant.milliseconds) } ?? -1e18)
            case .next: return number(row.nextSession.map { Double($0.at.instant.milliseconds) })
            case .score(let instrument): return number(row.scores[instrument].map(Double.init))
            }
        }
    }

    private static func urgency(_ row: CohortRow) -> Double? {
        row.flags.first.map { Double($0.since.days) - Double($0.level.rank) * 1e7 }
    }

    private static func meanQuality(_ row: CohortRow) -> Double? {
        let known = row.qualities.suffix(7).compactMap { $0 }
        return known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count)
    }

    /// The first eight bytes as a number in their order.
    private static func letters(of text: String) -> UInt64 {
        var number: UInt64 = 0
        var count = 0
        for byte in text.utf8.prefix(8) {
            number = number << 8 | UInt64(byte)
            count += 1
        }
        return count == 0 ? 0 : number << UInt64(8 * (8 - count))
    }
}
