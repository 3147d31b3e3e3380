// Makes one person's history of records in any order: corrections applied, retracted ones left
// out, conflicts kept.

extension PersonHistory {
    /// The order in which the records come does not matter, nor does a record that comes twice.
    /// - Parameter now: what happened after it is left out, whenever it was written down; nil keeps
    ///   everything.
    package init(id: PersonID, records: [Record], now: Instant? = nil) {
        self.init(id: id)
        var sessionRecords: [Entry<Session>] = []
        var nightRecords: [Entry<Night>] = []
        let standing = RecordStanding(records)
        conflicts = standing.conflicts
        let aside = Self.sessionsAside(conflicts, records)
        for record in standing.current where now.map({ !record.happened(after: $0) }) ?? true {
            let frame = record.frame
            if lastReceived.map({ $0.instant < frame.at.instant }) ?? true { lastReceived = frame.at }
            switch record.body {
            case .session(let value):
                let whole = value.joined(with: aside[frame.id] ?? [])
                sessionRecords.append(Entry(frame: frame, value: whole))
            case .night(let value): nightRecords.append(Entry(frame: frame, value: value))
            default: take(record.body, frame)
            }
        }
        courses.order { $0.start }
        sessions = TreatmentSession.resolve(course: course, records: sessionRecords)
        for index in sessions.indices {
            sessions[index].firstRecord = sessions[index].record.map { standing.first(of: $0.id) }
        }
        conflicts +=
            RecordConflict.among(sessions: sessionRecords) + RecordConflict.among(nights: nightRecords)
        nights = LoggedNight.resolve(nightRecords, sessions: doneSessions)
        sortDays()
        sortTreatments()
    }

    /// By the record that shows, what those say of its session that were written beside it without knowing of
    /// it: two who note readings at once.
    private static func sessionsAside(
        _ conflicts: [RecordConflict], _ records: [Record]
    ) -> [RecordID: [Session]] {
        var aside: [RecordID: [Session]] = [:]
        for conflict in conflicts where conflict.kind == .twoCorrections {
            guard let shown = conflict.ids.last else { continue }
            aside[shown] = records.compactMap { record in
                guard case .session(let session) = record.body, record.frame.id != shown else { return nil }
                return conflict.ids.contains(record.frame.id) ? session : nil
            }
        }
        return aside
    }

    /// Files what needs no other record to be understood.
    private mutating func take(_ body: RecordBody, _ frame: RecordFrame) {
        switch body {
        case .person(let value): details = value
        case .course(let value): courses.append(Entry(frame: frame, value: value))
        case .nap(let value): naps.append(Entry(frame: frame, value: value))
        case .habits(let value): habits.append(Entry(frame: frame, value: value))
        case .mood(let value): moods.append(Entry(frame: frame, value: value))
        case .symptoms(let value): symptoms.append(Entry(frame: frame, value: value))
        case .medication(let value): medications.append(Entry(frame: frame, value: value))
        case .practice(let value): practices.append(Entry(frame: frame, value: value))
        case .checkIn(let value): checkIns.append(Entry(frame: frame, value: value))
        case .note(let value): notes.append(Entry(frame: frame, value: value))
        case .contact(let value): contacts.append(Entry(frame: frame, value: value))
        case .clinic(let value): clinic = Entry(frame: frame, value: value)
        case .call(let value): calls.append(Entry(frame: frame, value: value))
        case .duty(let value): duties.append(Entry(frame: frame, value: value))
        case .referral(let value): referrals.append(Entry(frame: frame, value: value))
        case .therapy(let value): therapies.append(Entry(frame: frame, value: value))
        case .plan(let value): plan = Entry(frame: frame, value: value)
        case .adjustment(let value): adjustments.append(Entry(frame: frame, value: value))
        case .acknowledgement(let value): acknowledgements.append(Entry(frame: frame, value: value))
        // Retractions have been applied, and what was viewed is no part of a person's history.
        case .retraction, .damage, .viewed, .exported, .session, .night: break
        case .other: unknownKinds += 1
        }
    }

    private mutating func sortDays() {
        naps.order { $0.start.instant }
        practices.order { $0.start.instant }
        habits.order { $0.day }
        moods.order { $0.day }
        symptoms.order { $0.day }
    }

    /// What has no day goes first.
    private mutating func sortTreatments() {
        calls.order { $0.start.instant }
        medications.order { $0.start?.date.days ?? .min }
        therapies.order { $0.start?.date.days ?? .min }
        referrals.order { $0.sent?.date.days ?? .min }
        adjustments.order { $0.effective?.date.days ?? .min }
        duties.order { $0.due?.date.days ?? .min }
    }
}

extension Array {
    /// Sorts entries by a key of their values; of one key, the older id goes first.
    fileprivate mutating func order<Value, Key: Comparable>(by key: (Value) -> Key)
    where Element == Entry<Value> {
        sort { a, b in
            let (left, right) = (key(a.value), key(b.value))
            return left == right ? a.frame.id < b.frame.id : left < right
        }
    }
}

extension Record {
    /// True for something that had not happened yet; a plan is not such a thing.
    ///
    /// What is known by its day alone happens once that day has begun where it was written down.
    fileprivate func happened(after now: Instant) -> Bool {
        func isToCome(_ day: CivilDate) -> Bool {
            day > OffsetInstant(now, offsetSeconds: frame.at.offsetSeconds).civil.date
        }
        switch body {
        case .night(let night):
            if let last = night.measures.outOfBed ?? night.measures.finalAwake { return last > now }
            return night.date > night.zone.date(now)
        case .session(let session):
            return session.status == .done && session.start.map { $0.instant > now } ?? false
        case .nap(let nap): return nap.start.instant > now
        case .practice(let practice): return practice.start.instant > now
        case .habits(let habits): return isToCome(habits.day)
        case .mood(let mood): return isToCome(mood.day)
        case .symptoms(let symptoms): return isToCome(symptoms.day)
        case .call(let call): return call.start.instant > now
        default: return false
        }
    }
}

extension TreatmentSession {
    /// The plan's sessions and those outside it, each with the latest record that speaks of it.
    static func resolve(course: Course?, records: [Entry<Session>]) -> [TreatmentSession] {
        var byPlan: [String: Entry<Session>] = [:]
        var sessions: [TreatmentSession] = []
        let planned = Set(course?.plan.map(\.id) ?? [])
        for entry in records {
            if let id = entry.value.planned, planned.contains(id) {
                byPlan[id] = entry
            } else if let start = entry.value.start {
                sessions.append(
                    TreatmentSession(
                        planned: entry.value.planned,
                        status: entry.value.status == .moved ? .planned : entry.value.status,
                        at: start, record: entry, dose: entry.value.dose, route: entry.value.route))
            }
        }
        for item in course?.plan ?? [] {
            let entry = byPlan[item.id]
            let status = entry?.value.status ?? .planned
            sessions.append(
                TreatmentSession(
                    planned: item.id, status: status == .moved ? .planned : status,
                    at: entry?.value.start ?? item.at,
                    record: entry, dose: entry?.value.dose ?? item.dose,
                    route: entry?.value.route ?? item.route))
        }
        sessions.sort { $0.at.instant < $1.at.instant }
        var number = 0
        for index in sessions.indices where sessions[index].status != .cancelled {
            number += 1
            sessions[index].number = number
        }
        return sessions
    }
}

extension LoggedNight {
    static func resolve(_ records: [Entry<Night>], sessions: [TreatmentSession]) -> [LoggedNight] {
        var rows = records.map { entry in
            LoggedNight(frame: entry.frame, night: entry.value, measures: entry.value.measures, isMain: false)
        }
        rows.sort { ($0.date, $0.source, $0.frame.id) < ($1.date, $1.source, $1.frame.id) }
        chooseMain(&rows)
        let calendar = SessionNightCalendar(sessions: sessions, inOrder: rows.filter(\.isMain)[...])
        for index in rows.indices {
            let place = calendar.place(of: rows[index])
            rows[index].nightsSinceSession = place?.nights
            rows[index].hoursSinceSession = place?.hours
        }
        return rows
    }

    private static func chooseMain(_ rows: inout [LoggedNight]) {
        var best: [CivilDate: Int] = [:]
        for index in rows.indices {
            guard let other = best[rows[index].date] else {
                best[rows[index].date] = index
                continue
            }
            if rows[index].rank > rows[other].rank { best[rows[index].date] = index }
        }
        for index in best.values { rows[index].isMain = true }
    }

    /// A diary before any device, then the longer one.
    private var rank: (Int, Double) {
        (source == "diary" ? 1 : 0, measures.timeInBed?.value ?? measures.totalSleep?.value ?? 0)
    }
}
