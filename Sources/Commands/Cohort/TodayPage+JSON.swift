// The first page of the cohort as JSON: the same entries in the same order, with figures and instants.

import CareDomain
import PlainJSON

extension TodayPage {
    var object: JSONObject {
        [
            "flags": .array(list.flags.map { .object(object($0)) }),
            "sessions": .array(list.sessions.map { .object(object($0)) }),
            "silent": .array(list.silent.map { .object(object($0)) }),
            "duties": .array(list.duties.map { .object(object($0)) }),
        ]
    }

    func who(_ member: CohortMember, _ rest: JSONObject) -> JSONObject {
        let head: JSONObject = [
            "patient": .string(member.id.text), "name": .string(member.row.name),
            "phone": .optional(member.today.phone?.number),
            "phoneOf": .optional(member.today.phone.flatMap { $0.name ?? $0.role }),
        ]
        return JSONObject(head.pairs.map { ($0.key, $0.value) } + rest.pairs.map { ($0.key, $0.value) })
    }

    func object(_ flagged: CohortToday.Flagged) -> JSONObject {
        let flag = flagged.flag
        let raised = flagged.raisedAt
        return who(
            flagged.member,
            [
                "id": .string(flag.id), "rule": .string(flag.rule), "level": .string(flag.level.rawValue),
                "reason": .string(flag.reason), "message": .string(flag.message),
                "since": .optional(flag.since),
                "ageDays": .integer(flag.since.days(until: today(of: flagged.member))),
                "state": .string(flag.state.rawValue), "assignee": .optional(flag.assignee),
                "until": .optional(flag.until),
                "answered": .optional(raised.flatMap { $0.kind == .answered ? $0.at : nil }),
                "session": .optional(raised.flatMap { $0.kind == .session ? $0.at : nil }),
                "firstRead": .optional(firstRead[flag.id]),
                "lastAction": flagged.lastAction.map { .object(object($0)) } ?? .null,
            ])
    }

    private func object(_ action: TodayFacts.FlagAction) -> JSONObject {
        let what: String =
            switch action.kind {
            case .acknowledged(let state): state.rawValue
            case .called: "called"
            }
        let reached: String? = if case .called(let reached) = action.kind { reached?.rawValue } else { nil }
        return [
            "what": .string(what), "reached": .optional(reached), "at": .optional(action.at),
            "by": .string(action.by), "note": .optional(action.note),
        ]
    }

    func object(_ entry: CohortToday.InSession) -> JSONObject {
        let session = entry.session
        let phase = entry.phase(routes, now: now)
        let watch: SessionWatch? = if case .running(let watch) = phase { watch } else { nil }
        let reading = watch?.lastReading
        let due = watch?.nextDue.map { OffsetInstant($0, offsetSeconds: session.at.offsetSeconds) }
        let dose = session.dose
        return who(
            entry.member,
            [
                "id": .string(session.occasion), "at": .optional(session.at),
                "status": .string(session.shownStatus.rawValue), "phase": .string(phase.word),
                "number": .optional(session.number), "route": .optional(session.route?.rawValue),
                "dose": .optional(dose?.amount), "unit": .optional(dose?.unit.rawValue),
                "escort": .optional(session.record?.value.escort),
                "foodNoted": session.record == nil ? .null : .bool(entry.isFoodNoted),
                "before": before(entry),
                "openFlags": .array(entry.openFlags.map { .string($0.id) }),
                "sinceDoseMinutes": .optional(watch?.minutesSinceDose),
                "nextReadingMinute": .optional(watch?.nextMinute), "nextReadingDue": .optional(due),
                "lastReadingMinute": .optional(reading?.minute),
                "lastReadingSystolicMmHg": .optional(reading?.systolic),
                "lastReadingDiastolicMmHg": .optional(reading?.diastolic),
                "leftAt": .optional(session.record?.value.leftAt),
                "note": .optional(session.record?.value.note),
            ])
    }

    private func before(_ entry: CohortToday.InSession) -> JSONValue {
        guard let before = entry.before else { return .null }
        let changes = before.medicines.map { change -> JSONValue in
            .object([
                "name": .string(change.name), "stopped": .bool(change.hasStopped),
                "date": .optional(change.date),
            ])
        }
        return .object([
            "item9": .optional(before.itemNine?.answer), "item9Date": .optional(before.itemNine?.date),
            "systolicMmHg": .optional(before.pressure?.systolic),
            "diastolicMmHg": .optional(before.pressure?.diastolic),
            "pressureDate": .optional(before.pressure?.date),
            "asleepMinutes": .array(before.asleep.map { .optional($0) }), "medicines": .array(changes),
        ])
    }

    private func object(_ silent: CohortToday.Silent) -> JSONObject {
        let silence = silent.silence
        return who(
            silent.member,
            [
                "what": .string(silence.kind.rawValue), "since": .optional(silence.since),
                "days": .integer(silence.days(on: today(of: silent.member))),
                "lastNight": .optional(silence.lastNight), "lastReceived": .optional(silence.lastReceived),
                "lastContact": .optional(silent.member.row.lastContact),
            ])
    }

    func object(_ due: CohortToday.Due) -> JSONObject {
        let moment: JSONValue =
            switch due.duty.due {
            case .day(let date)?: .optional(date)
            case .time(let time)?: .optional(time)
            case nil: .null
            }
        return who(
            due.member,
            [
                "id": .string(due.duty.id), "what": .string(due.words), "due": moment,
                "overdue": .bool(due.isOverdue(today: today(of: due.member), now: now)),
            ])
    }
}

extension CohortToday.InSession.Phase {
    fileprivate var word: String {
        switch self {
        case .ahead: "ahead"
        case .waiting: "nothingNoted"
        case .running: "running"
        case .over: "over"
        case .notHeld: "notHeld"
        }
    }
}
