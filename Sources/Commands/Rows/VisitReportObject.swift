// A report as JSON: its figures, unrounded, and null for what was left out.

import CareDomain
import PlainJSON

enum VisitReportObject {
    static func object(_ report: VisitReport, _ subject: Subject) -> JSONObject {
        var object: JSONObject = [
            "patient": .string(report.person.text), "name": .optional(report.name),
            "bornYear": .optional(report.bornYear), "at": .optional(report.at),
            "for": .string(report.audience.rawValue),
            "leftOut": .strings(VisitReport.Part.allCases.filter(report.leftOut.contains).map(\.rawValue)),
        ]
        func add(_ key: String, _ part: VisitReport.Part, _ value: @autoclosure () -> JSONValue) {
            object[key] = report.leftOut.contains(part) ? .null : value()
        }
        add("course", .course, course(report, subject))
        add("first", .first, .array(report.notices.map(notice)))
        add("sessionNights", .sessionNights, .object(SessionNightsObject.object(report.sessionNights)))
        add("sevenNights", .sevenNights, sevenNights(report.sevenNights))
        add("weeks", .weeks, .array(report.weeks.map(week)))
        add("clock", .clock, clock(report.times))
        add("checkIns", .checkIns, .array(report.checkIns.map { score($0, on: report.today) }))
        add("effects", .effects, effects(report.effects))
        add("medicines", .medicines, medicines(report.medicines))
        add("practice", .practice, practice(report.practice))
        add("questions", .questions, .array(report.questions.map(question)))
        add("goals", .goals, .array(report.goals.map(goal)))
        add("changes", .changes, .array(report.adjustments.map(change)))
        return object
    }

    private static func course(_ report: VisitReport, _ subject: Subject) -> JSONValue {
        let standing = report.course
        var object = CourseObject.standing(subject) ?? JSONObject()
        object["title"] = .optional(standing.title)
        object["sessionsDone"] = .integer(standing.sessionsDone)
        object["sessionsPlanned"] = .integer(standing.sessionsPlanned)
        object["notHeld"] = .array(
            standing.notHeld.map { session in
                [
                    "date": .optional(session.date), "status": .string(session.status.rawValue),
                    "why": .optional(session.why),
                ]
            })
        object["withoutRecord"] = .strings(standing.withoutRecord.map(\.description))
        object["lastSession"] = .optional(standing.last.map(held))
        object["nextSession"] = .optional(standing.next.map(planned))
        return .object(object)
    }

    /// As it was noted, never the plan's dose in its place.
    private static func held(_ session: TreatmentSession) -> JSONObject {
        let noted = session.record?.value
        return [
            "at": .optional(session.at), "dose": .optional(noted?.dose?.amount),
            "unit": .optional(noted?.dose?.unit.rawValue), "route": .optional(noted?.route?.rawValue),
        ]
    }

    private static func planned(_ session: TreatmentSession) -> JSONObject {
        [
            "at": .optional(session.at), "dose": .optional(session.dose?.amount),
            "unit": .optional(session.dose?.unit.rawValue), "route": .optional(session.route?.rawValue),
        ]
    }

    private static func notice(_ notice: VisitReport.Notice) -> JSONValue {
        guard case .flag(let flag) = notice.kind else {
            return ["id": nil, "level": nil, "since": nil, "text": .string(notice.text)]
        }
        return [
            "id": .string(flag.id), "level": .string(flag.level.rawValue), "since": .optional(flag.since),
            "text": .string(notice.text),
        ]
    }

    private static func sevenNights(_ seven: VisitReport.SevenNights) -> JSONValue {
        let rows = seven.rows.map { row -> JSONValue in
            [
                "measure": .string(row.measure.rawValue), "value": .optional(row.value),
                "count": .integer(row.count), "baseline": .optional(row.baseline),
                "baselineCount": .integer(row.baselineCount),
            ]
        }
        func nightmares(_ nights: NightsSummary.Nightmares) -> JSONValue {
            ["nights": .integer(nights.nights), "asked": .integer(nights.asked)]
        }
        return [
            "from": .optional(seven.from), "to": .optional(seven.to), "nightsLogged": .integer(seven.logged),
            "baselineNights": .integer(seven.baselineNights), "rows": .array(rows),
            "nightmares": nightmares(seven.nightmares),
            "baselineNightmares": nightmares(seven.baselineNightmares),
        ]
    }

    private static func week(_ week: VisitReport.Week) -> JSONValue {
        [
            "week": .integer(week.number), "from": .optional(week.from), "to": .optional(week.to),
            "sessionsDone": .integer(week.sessions), "nightsLogged": .integer(week.logged),
            "totalSleepMinutes": .optional(week.totalSleep),
            "pooledEfficiencyPercent": .optional(week.efficiency), "quality": .optional(week.quality),
        ]
    }

    private static func clock(_ times: VisitReport.SleepTimes) -> JSONValue {
        [
            "from": .optional(times.from), "nights": .integer(times.nights),
            "regularityIndex": .optional(times.regularity), "regularityDays": .number(times.regularityDays),
            "midpointMeanSecondOfDay": .optional(times.middle?.meanSecondOfDay),
            "midpointSpreadMinutes": .optional(times.middle?.spread),
            "midpointCount": .integer(times.middle?.count ?? 0),
            "socialJetlagMinutes": .optional(times.body.socialJetlag),
        ]
    }

    private static func score(_ score: VisitReport.ReportedScore, on today: CivilDate) -> JSONValue {
        let (series, change) = (score.series, score.series.change)
        let concerns = score.concerns.map { answer -> JSONValue in
            [
                "item": .integer(answer.item), "answer": .integer(answer.answer),
                "date": .optional(answer.date),
            ]
        }
        return [
            "instrument": .string(series.instrument.name), "last": .optional(score.last.total),
            "lastDate": .optional(score.last.date), "ageDays": .integer(score.last.date.days(until: today)),
            "band": .optional(score.last.score.band), "baseline": .optional(series.baseline?.total),
            "baselineDate": .optional(series.baseline?.date), "change": .optional(change?.points),
            "response": .optional(change?.isResponse), "remission": .optional(change?.isRemission),
            "items": .array(concerns),
        ]
    }

    private static func effects(_ effects: VisitReport.Effects) -> JSONValue {
        [
            "sessions": .integer(effects.sessions),
            "lastedMinutes": .array(effects.lasted.map { .number($0.value) }),
            "dissociation": .array(effects.peaks.map { .integer($0) }),
            "events": .array(
                effects.events.map { event in
                    [
                        "what": .string(event.what), "times": .integer(event.times),
                        "serious": .integer(event.serious),
                    ]
                }),
            "symptoms": .array(
                effects.symptoms.map { symptom in
                    [
                        "what": .string(symptom.word), "days": .integer(symptom.days),
                        "asked": .integer(symptom.asked),
                    ]
                }),
            "ownWords": .array(
                effects.ownWords.map { ["day": .optional($0.date), "text": .string($0.text)] }),
        ]
    }

    private static func medicines(_ medicines: VisitReport.Medicines) -> JSONValue {
        let rows = (medicines.current + medicines.stopped).map { medicine -> JSONValue in
            [
                "name": .string(medicine.name), "class": .optional(medicine.drugClass?.rawValue),
                "dose": .optional(medicine.dose?.value), "unit": .optional(medicine.dose?.unit),
                "start": .optional(medicine.start?.date), "stop": .optional(medicine.stop?.date),
                "newSinceChange": .bool(medicines.isNew(medicine)),
                "stoppedSinceChange": .bool(medicines.isStoppedSince(medicine)),
            ]
        }
        return ["since": .optional(medicines.since), "medicines": .array(rows)]
    }

    private static func practice(_ practice: VisitReport.PracticeTotals) -> JSONValue {
        let rows = practice.programmes.map { programme -> JSONValue in
            let pairs = zip(programme.before, programme.after).map { before, after -> JSONValue in
                ["before": .integer(before), "after": .integer(after)]
            }
            return [
                "programme": .string(programme.name), "times": .integer(programme.times),
                "minutes": .number(programme.length.value), "tension": .array(pairs),
            ]
        }
        return ["from": .optional(practice.from), "programmes": .array(rows)]
    }

    private static func question(_ thread: NoteThread) -> JSONValue {
        let answers = thread.answers.map { answer -> JSONValue in
            [
                "text": .string(answer.text), "at": .optional(answer.at), "by": .string(answer.author),
            ]
        }
        return [
            "id": .string(thread.note.id.text), "text": .string(thread.note.value.text),
            "at": .optional(thread.at), "readAt": .optional(thread.read?.at),
            "readBy": .optional(thread.read?.author), "answers": .array(answers),
            "open": .bool(thread.isOpen),
        ]
    }

    private static func goal(_ goal: VisitReport.ReportedGoal) -> JSONValue {
        var value = JSONValue.null
        var count = JSONValue.null
        switch goal.standing {
        case .nights(_, let mean, let nights)?: (value, count) = (.optional(mean), .integer(nights))
        case .score(_, let total, _)?: value = .integer(total)
        case nil: break
        }
        let target: JSONValue =
            switch goal.goal.target {
            case .number(let number)?: .number(number)
            case .text(let text)?: .string(text)
            case nil: .null
            }
        return [
            "what": .string(goal.goal.what), "measure": .optional(goal.goal.measure), "target": target,
            "by": .optional(goal.goal.by?.date), "stands": value, "nights": count,
        ]
    }

    private static func change(_ change: Adjustment) -> JSONValue {
        [
            "what": .string(change.what), "from": .optional(change.from), "to": .optional(change.to),
            "why": .optional(change.why), "effective": .optional(change.effective?.date),
        ]
    }
}
