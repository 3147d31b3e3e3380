// Who needs somebody today, as text and JSON.

import CareDomain
import PlainJSON
import Presets

extension Invocation {
    mutating func putToday(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        let page = TodayPage(
            list: CohortToday(members), firstRead: firstReadings().mapValues(\.at),
            routes: Shipped.doseRoutes, now: now)
        try put(.object(page.object), lines: page.lines)
    }
}

/// The first page of the cohort at a moment.
struct TodayPage {
    let list: CohortToday
    /// When a process of the clinic showed a flag first, by the flag's id.
    let firstRead: [String: OffsetInstant]
    let routes: [DoseRoute]
    let now: Instant

    func today(of member: CohortMember) -> CivilDate { member.zone.date(now) }

    var lines: [String] {
        let sections: [(title: String, empty: String, entries: [[String]])] = [
            ("Flags for now and today", "none is open", list.flags.map(lines)),
            ("Sessions today", "none", list.sessions.map(lines)),
            ("Nothing received, no diary", "nobody for three days or more", list.silent.map(lines)),
            ("Duties due", "none is open", list.duties.map(lines)),
        ]
        return sections.enumerated().flatMap { index, section -> [String] in
            let gap = index == 0 ? [] : [""]
            guard !section.entries.isEmpty else { return gap + ["\(section.title): \(section.empty)."] }
            return gap + ["\(section.title): \(section.entries.count)"] + section.entries.flatMap { $0 }
        }
    }

    // MARK: An entry's lines

    /// The first line says who and why, those below it stand back.
    private func entry(_ member: CohortMember, _ first: String, _ below: [String]) -> [String] {
        let who = member.row.name == member.id.text ? member.row.name : "\(member.row.name) (\(member.id))"
        return ["  \(who): \(first)"] + below.map { "    " + $0 }
    }

    private func lines(_ flagged: CohortToday.Flagged) -> [String] {
        let today = today(of: flagged.member)
        let flag = flagged.flag
        let since = flag.since == today ? "today" : "since \(flag.since.words)"
        var known = [
            flagged.ownerWords, flagged.member.phoneWords(), flagged.raisedWords(on: today),
            CohortToday.Flagged.readWords(firstRead[flag.id], on: today),
        ]
        if let action = flagged.lastAction { known.append(action.words(on: today)) }
        return entry(
            flagged.member, "\(flag.reason), \(flag.level.words), \(since), \(flagged.stateWords)",
            [flag.message, known.compactMap { $0 }.joined(separator: "; "), flag.id])
    }

    private func lines(_ entry: CohortToday.InSession) -> [String] {
        let today = today(of: entry.member)
        let plan = [entry.doseWords, entry.placeWords].compactMap { $0 }
        let head = (["\(entry.session.clock)"] + plan).joined(separator: ", ")
        let flags =
            entry.openFlags.isEmpty
            ? [] : ["open flags: " + entry.openFlags.map(\.reason).joined(separator: ", ")]
        let known = [entry.knownWords(on: today), entry.askedWords(on: today)].map {
            $0.joined(separator: "; ")
        }
        switch entry.phase(routes, now: now) {
        case .ahead:
            let wait = entry.waitWords(now: now).map { ", \($0)" } ?? ""
            return self.entry(entry.member, head + wait, known + flags)
        case .waiting: return self.entry(entry.member, head + ", nothing noted yet", known + flags)
        case .running(let watch):
            let since = CohortToday.InSession.sinceWords(watch)
            let next = CohortToday.InSession.nextWords(watch) ?? "no reading due"
            let reading = CohortToday.InSession.readingWords(watch) ?? "no reading noted yet"
            return self.entry(entry.member, "\(head), \(since); \(next)", [reading] + flags)
        case .over, .notHeld:
            return self.entry(entry.member, "\(head), \(entry.outcomeWords(on: today))", [])
        }
    }

    private func lines(_ silent: CohortToday.Silent) -> [String] {
        let today = today(of: silent.member)
        let words = [
            silent.words(on: today), silent.contactWords(on: today), silent.member.phoneWords(),
        ]
        return entry(silent.member, words.joined(separator: "; "), [])
    }

    private func lines(_ due: CohortToday.Due) -> [String] {
        entry(due.member, "\(due.words), \(due.dueWords(on: today(of: due.member)))", [])
    }
}
