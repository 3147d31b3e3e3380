// A strip calendar a person, as text and JSON.

import CareDomain
import CellCanvas
import PlainJSON

extension Invocation {
    func putStrips(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        let members = CohortMember.byUrgency(members)
        switch global.form {
        case .csv: throw Failure.usage("strips are no table, so they have no CSV; take --json")
        case .json: try put(.json(.array(members.map { .object(StripText.object($0)) }), pretty: true))
        case .jsonLines: try put(.jsonLines(members.map(StripText.object)))
        case .text:
            guard !members.isEmpty else { return try put(lines: ["Nobody fits the filter."]) }
            let text = StripText(tier: global.ascii ? .ascii : .braille)
            let parts = members.map { isPlain ? text.plain($0) : text.lines($0) }
            let lines = Array(parts.joined(separator: isPlain ? [] : [""]))
            try put(lines: isPlain ? lines : lines + ["", text.key])
        }
    }
}

extension CohortMember {
    /// The order of the table.
    static func byUrgency(_ members: [CohortMember]) -> [CohortMember] {
        let known = Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return CohortRow.byUrgency(members.map(\.row)).compactMap { known[$0.id] }
    }
}

struct StripText {
    let tier: ChartTier
    private static let columns = 78
    private static let labelColumns = 11

    // MARK: JSON

    static func object(_ member: CohortMember) -> JSONObject {
        let strip = member.strip
        return [
            "patient": .string(member.id.text), "name": .string(member.row.name),
            "from": .optional(strip.first), "courseStart": .optional(strip.start),
            "courseEnd": .optional(strip.lastDay), "today": .optional(strip.today),
            "days": .array(strip.days.map { .object(day($0, strip)) }),
        ]
    }

    private static func day(_ day: PersonStrip.Day, _ strip: PersonStrip) -> JSONObject {
        var quality: Int?
        var logged: Bool?
        switch day.night {
        case .logged(let known): (quality, logged) = (known, true)
        case .notLogged: logged = false
        case .notAsked, .notDue: break
        }
        return [
            "date": .optional(day.date), "week": .optional(strip.week(of: day.date)),
            "logged": logged.map { .bool($0) } ?? .null, "quality": .optional(quality),
            "session": .optional(day.session?.rawValue), "checkIn": .bool(day.hasCheckIn),
            "flag": .bool(day.hasFlag),
        ]
    }

    // MARK: Text

    /// A line of words, and below it the sessions and the nights, seven days a group.
    func lines(_ member: CohortMember) -> [String] {
        let words = CleanText(member.stripWords.joined(separator: " "))
            .wrapped(to: Self.columns - 2, keepsUnits: true).map { "  " + $0 }
        return [member.row.name] + words + rows(member.strip)
    }

    /// In sentences alone.
    func plain(_ member: CohortMember) -> [String] {
        let sentences = "\(member.row.name): " + member.stripWords.joined(separator: " ")
        return PlainLine.lines(sentences)
    }

    /// What the signs mean.
    var key: String {
        let bars = String((1...5).map(bar))
        let words =
            "● held  ○ planned  ✕ not held  \(bars) quality 1–5  \(tier.missing) not logged  "
            + "\(tier.notDue) tonight"
        return tier == .ascii ? Self.ascii(words) : words
    }

    private func rows(_ strip: PersonStrip) -> [String] {
        var groups: [(sessions: String, nights: String)] = []
        let start = strip.start ?? strip.first
        let first = start.days(until: strip.first).floorDivided(by: 7)
        let last = start.days(until: strip.last).floorDivided(by: 7)
        for week in first...last {
            var group = (sessions: "", nights: "")
            for number in 0..<7 {
                let day = strip.day(start.adding(days: week * 7 + number))
                group.sessions.append(day.map(mark) ?? " ")
                group.nights.append(day.map(night) ?? " ")
            }
            groups.append(group)
        }
        // The newest weeks, as many as a line holds.
        let shown = groups.suffix((Self.columns - Self.labelColumns) / 8)
        let hasSessions = shown.contains { $0.sessions.contains { $0 != " " } }
        return (hasSessions ? [Self.line("  sessions", shown.map(\.sessions))] : [])
            + [Self.line("  nights", shown.map(\.nights))]
    }

    private static func line(_ label: String, _ groups: [String]) -> String {
        let space = String(repeating: " ", count: labelColumns - label.count)
        var line = label + space + groups.joined(separator: " ")
        while line.last == " " { line.removeLast() }
        return line
    }

    private func mark(_ day: PersonStrip.Day) -> Character {
        let sign: Character =
            switch day.session {
            case .done: "●"
            case .planned, .moved: "○"
            case .missed, .cancelled: "✕"
            case nil: " "
            }
        return tier == .ascii ? ASCIIGlyphs.plain(sign) : sign
    }

    private func night(_ day: PersonStrip.Day) -> Character {
        switch day.night {
        case .notAsked: " "
        case .notDue: tier.notDue
        case .notLogged: tier.missing
        case .logged(let quality): quality.map(bar) ?? tier.dot
        }
    }

    private func bar(_ quality: Int) -> Character { Sparkline.bar(Double(quality) / 7, tier) }

    private static func ascii(_ text: String) -> String { String(text.map(ASCIIGlyphs.plain)) }
}
