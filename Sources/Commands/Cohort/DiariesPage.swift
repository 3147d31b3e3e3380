// Who logs, and when they stop, as text and JSON.

import CareDomain
import CellCanvas
import PlainJSON

extension Invocation {
    func putDiaries(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        let summary = CohortDiaries(members)
        let people = members.sorted(by: CohortMember.isSilentLonger)
        let object: JSONObject = [
            "people": .array(people.map { .object(DiariesText.object($0)) }),
            "weeks": .array(summary.weeks.map { .object(DiariesText.object($0)) }),
            "peopleCount": .integer(summary.people), "begun": .integer(summary.begun),
            "running": .integer(summary.running), "loggedInLast7": .integer(summary.logging),
            "stopped": .integer(summary.stopped),
        ]
        var lines = ["Nobody fits the filter."]
        if !people.isEmpty {
            lines = summary.words
            lines += [""] + DiariesText.weeks(summary).lines(plain: isPlain)
            lines += [""] + DiariesText.people(people).lines(plain: isPlain)
            if isPlain { lines = lines.filter { !$0.isEmpty }.flatMap(PlainLine.lines) }
        }
        try put(.object(object), lines: lines)
    }
}

enum DiariesText {
    static func object(_ member: CohortMember) -> JSONObject {
        let diary = member.diary
        return [
            "patient": .string(member.id.text), "name": .string(member.row.name),
            "nightsByWeek": .array(diary.weekly.map { .integer(Int($0)) }),
            "fullWeeks": .integer(diary.fullWeeks), "nightsLogged": .integer(diary.nightsLogged),
            "nightsDue": .integer(diary.nightsDue), "adherencePercent": .optional(diary.share),
            "lastNight": .optional(diary.lastNight), "silentDays": .optional(diary.silentDays),
            "lastFromPerson": .optional(diary.heard),
            "usuallyWrittenAt": .optional(diary.usualClock?.description),
            "stoppedWeek": .optional(diary.stoppedWeek),
        ]
    }

    static func object(_ week: CohortDiaries.Week) -> JSONObject {
        [
            "week": .integer(week.week), "people": .integer(week.people),
            "fiveNightsOrMore": .integer(week.often),
            "fiveNightsOrMorePercent": .optional(week.oftenShare), "seen": .integer(week.atRisk),
            "stopped": .integer(week.stopped), "stillLoggingPercent": .optional(week.stillLogging),
        ]
    }

    static func weeks(_ summary: CohortDiaries) -> TextTable {
        var table = TextTable([
            .left("Course"), .right("5 nights or more"), .right("Stopped"), .right("Still logging"),
        ])
        for week in summary.weeks {
            let share = week.oftenShare.map { ", \($0.words)" } ?? ""
            table.add([
                "week \(week.week)", "\(week.often) of \(week.people)\(share)",
                "\(week.stopped) of \(week.atRisk)", week.stillLogging?.words,
            ])
        }
        return table
    }

    static func people(_ members: [CohortMember]) -> TextTable {
        var table = TextTable([
            .left("Person", limit: 20), .left("Nights a week", limit: 28), .right("Logged"),
            .left("Last night"), .left("Last received"), .right("Written"),
        ])
        for member in members {
            let diary = member.diary
            table.add([
                member.row.name, diary.weekly.suffix(14).map { "\($0)" }.joined(separator: " "),
                diary.share?.words, diary.lastNight?.words(on: member.strip.today),
                diary.heard.map { $0.civil.date.words(on: member.strip.today) },
                diary.usualClock?.description,
            ])
        }
        return table
    }
}
