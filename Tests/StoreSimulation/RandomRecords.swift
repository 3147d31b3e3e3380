// Random records of every kind, for round trips.

import CareDomain

package struct RandomRecords {
    package var random: SeededGenerator
    let zone: Zone

    package init(seed: UInt64, zone: Zone = .utc) {
        random = SeededGenerator(seed: seed)
        self.zone = zone
    }

    package static let kinds = 24

    /// - Parameter kind: 0..<24.
    package mutating func body(_ kind: Int) -> RecordBody {
        switch kind {
        case 0: .person(person())
        case 1: .course(course())
        case 2: .session(session())
        case 3: .night(night())
        case 4: .night(recordedNight())
        case 5: .nap(Nap(start: placed(), end: maybe { $0.placed() }, givenMinutes: maybe { $0.minutes() }))
        case 6: .habits(habits())
        case 7: .practice(practice())
        case 8: .checkIn(checkIn())
        case 9: .retraction(of: id(), why: text())
        case 10:
            .note(
                Note(
                    text: text(), about: maybe { $0.text() },
                    to: maybe { $0.random.pick(["clinic", "self"]) }
                ))
        default: care(kind)
        }
    }

    package mutating func record(_ kind: Int) -> Record {
        let isImported = random.once(in: 2)
        let frame = RecordFrame(
            id: id(), sequence: random.int(1...1_000_000), at: placed(), author: text(),
            replaces: maybe { $0.id() },
            source: isImported ? "fitbit" : nil, key: isImported ? text() : nil)
        return Record(frame: frame, body: body(kind))
    }

    mutating func maybe<Value>(_ value: (inout RandomRecords) -> Value) -> Value? {
        random.once(in: 3) ? nil : value(&self)
    }

    mutating func some<Value>(_ value: (inout RandomRecords) -> Value) -> [Value] {
        (0..<random.int(0...4)).map { _ in value(&self) }
    }

    mutating func id() -> RecordID {
        RecordID(
            milliseconds: Int64(random.int(0...2_000_000_000_000)),
            randomness: (UInt16(truncatingIfNeeded: random.next()), random.next()))
    }

    mutating func text() -> String {
        let scalars = Array("abc \"\\/\n\u{1B}é😀\u{202E}\u{200B}字".unicodeScalars)
        var view = String.UnicodeScalarView()
        for _ in 0..<random.int(1...10) { view.append(random.pick(scalars)) }
        return String(view)
    }

    mutating func instant() -> Instant {
        let seconds = Int64(random.int(0...4_000_000_000))
        return random.once(in: 4) ? Instant(milliseconds: seconds * 1000 + 7) : Instant(seconds: seconds)
    }

    mutating func placed() -> OffsetInstant {
        OffsetInstant(instant(), offsetSeconds: random.pick([0, 3600, -18_000, 20_700, 50_400]))
    }

    private mutating func minutes() -> Minutes {
        random.once(in: 3) ? Minutes(Double(random.int(0...10_000)) / 7) : Minutes(random.int(0...600))
    }

    mutating func date() -> CivilDate { CivilDate(days: random.int(0...40_000)) }

    private mutating func clock() -> ClockTime {
        ClockTime(minutesAfterMidnight: random.int(0...1439)) ?? .midnight
    }

    private mutating func dose() -> Dose {
        Dose(Double(random.int(1...1000)) / 10, random.pick(Dose.Unit.allCases))
    }

    private mutating func person() -> PersonDetails {
        PersonDetails(
            name: maybe { $0.text() }, zone: maybe { _ in "Europe/Oslo" },
            bornYear: maybe { $0.random.int(1900...2020) },
            conditions: some { $0.text() }, cautions: some { $0.text() },
            target: maybe { SleepTarget(bed: $0.clock(), rise: $0.clock()) },
            workDays: some { $0.random.pick(Weekday.allCases) }, settings: open(depth: 2))
    }

    private mutating func course() -> Course {
        let plan = some {
            Course.PlannedSession(
                id: $0.text(), at: $0.placed(), dose: $0.maybe { $0.dose() },
                route: $0.maybe { $0.random.pick(Route.allCases) })
        }
        return Course(
            protocolName: text(), start: date(), weeks: random.int(1...60), plan: plan,
            end: maybe { $0.date() },
            why: maybe { $0.text() })
    }

    private mutating func session() -> Session {
        Session(
            planned: maybe { $0.text() }, status: random.pick(Session.Status.allCases),
            start: maybe { $0.placed() },
            end: maybe { $0.placed() }, route: maybe { $0.random.pick(Route.allCases) },
            dose: maybe { $0.dose() },
            observations: some {
                Session.Observation(
                    minute: $0.random.int(-10...300), systolic: $0.maybe { $0.random.int(80...200) },
                    diastolic: $0.maybe { $0.random.int(40...120) },
                    pulse: $0.maybe { $0.random.int(40...180) },
                    saturation: $0.maybe { $0.random.int(80...100) },
                    sedation: $0.maybe { $0.random.int(-5...4) },
                    dissociation: $0.maybe { $0.random.int(0...10) })
            },
            events: some { $0.event() }, site: maybe { $0.text() }, lot: maybe { $0.text() },
            weight: maybe { Double($0.random.int(300...1500)) / 10 }, escort: maybe { $0.text() },
            checks: some { $0.text() }, readyAt: maybe { $0.placed() }, leftAt: maybe { $0.placed() },
            observer: maybe { $0.text() }, note: maybe { $0.text() })
    }

    private mutating func night() -> Night {
        var night = Night(date: date(), zone: zone)
        night.intoBed = maybe { $0.instant() }
        night.trySleep = maybe { $0.instant() }
        night.latency = maybe { $0.minutes() }
        night.awakenings = maybe { $0.random.int(0...20) }
        night.wakeAfterSleepOnset = maybe { $0.minutes() }
        night.finalAwake = maybe { $0.instant() }
        night.tryingAfterWaking = maybe { $0.minutes() }
        night.earlierThanPlanned = maybe { $0.minutes() }
        night.outOfBed = maybe { $0.instant() }
        night.quality = maybe { $0.random.int(1...5) }
        night.refreshed = maybe { $0.random.int(1...5) }
        night.nightmares = maybe { $0.random.int(0...9) }
        night.distress = maybe { $0.random.int(0...10) }
        night.ownSleep = maybe { $0.minutes() }
        night.medication = maybe { $0.text() }
        night.comment = maybe { $0.text() }
        night.marks = Set(NightMark.allCases.filter { _ in random.once(in: 2) })
        return night
    }

    private mutating func recordedNight() -> Night {
        var night = Night(date: date(), zone: zone)
        let runs = (0..<random.int(1...40)).map { _ in
            StageRecording.Run(
                seconds: random.int(1...200) * 30, stage: random.pick(StageRecording.Stage.allCases))
        }
        night.recording = StageRecording(start: instant(), runs: runs)
        night.vendor = maybe { $0.text() }
        return night
    }

    private mutating func habits() -> Habits {
        Habits(
            day: date(), freeDay: yesOrNo(),
            caffeine: some { Habits.Caffeine(at: $0.placed(), milligrams: Double($0.random.int(0...400))) },
            nicotineLast: maybe { $0.placed() }, alcoholDrinks: maybe { Double($0.random.int(0...20)) / 2 },
            alcoholLast: maybe { $0.placed() }, screensLast: maybe { $0.placed() },
            exercise: maybe { $0.tick() }, mealLast: maybe { $0.placed() }, light: maybe { $0.tick() },
            stimulants: maybe { $0.tick() },
            room: .init(
                dark: yesOrNo(), quiet: yesOrNo(), cool: yesOrNo(), calm: yesOrNo(), comfortable: yesOrNo()),
            windDown: yesOrNo(), worryTime: maybe { $0.tick() })
    }

    private mutating func practice() -> Practice {
        Practice(
            programme: text(), start: placed(), plannedSeconds: maybe { $0.random.int(0...7200) },
            seconds: random.int(0...7200), completed: random.once(in: 2),
            tensionBefore: maybe { $0.random.int(0...10) },
            tensionAfter: maybe { $0.random.int(0...10) })
    }

    private mutating func checkIn() -> CheckIn {
        CheckIn(
            instrument: text(), version: maybe { $0.text() },
            answers: some { $0.maybe { $0.random.int(0...4) } },
            givenTotal: maybe { $0.random.int(0...80) })
    }
}
