// Random records of what is noted beside nights and sessions: days, treatments, and what a clinic does.

import CareDomain

extension RandomRecords {
    /// - Parameter kind: 11..<24.
    mutating func care(_ kind: Int) -> RecordBody {
        switch kind {
        case 11: .mood(mood())
        case 12: .symptoms(symptoms())
        case 13: .medication(medication())
        case 14:
            .contact(
                Contact(
                    name: text(), phone: maybe { $0.text() }, role: maybe { $0.text() },
                    when: maybe { $0.text() }))
        case 15:
            .clinic(
                Clinic(
                    name: maybe { $0.text() }, phone: maybe { $0.text() }, hours: maybe { $0.text() },
                    crisis: maybe { $0.text() }))
        case 16:
            .call(
                Call(
                    start: placed(), reached: maybe { $0.random.pick(Call.Reached.allCases) },
                    about: some { $0.text() }, note: maybe { $0.text() }))
        case 17:
            .duty(
                Duty(
                    session: maybe { $0.text() }, what: text(), due: maybe { $0.moment() },
                    done: maybe { $0.moment() }))
        case 18: .referral(referral())
        case 19:
            .therapy(
                Therapy(
                    what: text(), start: maybe { $0.moment() }, end: maybe { $0.moment() },
                    outcome: maybe { $0.text() }))
        case 20: .plan(plan())
        case 21:
            .adjustment(
                Adjustment(
                    what: text(), from: maybe { $0.text() }, to: maybe { $0.text() },
                    why: maybe { $0.text() },
                    effective: maybe { $0.moment() }))
        case 22: .acknowledgement(acknowledgement())
        default: access()
        }
    }

    mutating func yesOrNo() -> Bool? { maybe { $0.random.once(in: 2) } }

    mutating func tick() -> Habits.Tick {
        random.once(in: 2) ? .at(placed()) : random.once(in: 2) ? .yes : .no
    }

    mutating func moment() -> DayOrTime { random.once(in: 2) ? .day(date()) : .time(placed()) }

    mutating func event() -> Session.AdverseEvent {
        Session.AdverseEvent(
            at: maybe { $0.placed() }, what: text(), severity: maybe { $0.text() }, serious: yesOrNo(),
            action: maybe { $0.text() }, resolvedAt: maybe { $0.placed() })
    }

    /// Settings nested to a depth, with numbers of both forms.
    mutating func open(depth: Int) -> OpenObject {
        var object = OpenObject()
        for _ in 0..<random.int(0...3) { object[text()] = openValue(depth: depth) }
        return object
    }

    private mutating func openValue(depth: Int) -> OpenValue {
        switch random.int(0...(depth > 0 ? 6 : 4)) {
        case 0: .null
        case 1: .bool(random.once(in: 2))
        case 2: .integer(Int64(random.int(-1_000_000...1_000_000)))
        case 3: .number(Double(random.int(-1000...1000)) + 0.25)
        case 4: .text(text())
        case 5: .list(some { $0.openValue(depth: depth - 1) })
        default: .object(open(depth: depth - 1))
        }
    }

    private mutating func score() -> Int? { maybe { $0.random.int(0...10) } }

    private mutating func mood() -> Mood {
        Mood(day: date(), mood: score(), anxiety: score(), calm: score(), clear: score(), pain: score())
    }

    private mutating func symptoms() -> Symptoms {
        Symptoms(
            day: date(), detached: score(), effectsGoneAt: maybe { $0.placed() }, dizzy: yesOrNo(),
            nausea: yesOrNo(), headache: yesOrNo(), urgency: yesOrNo(), pain: yesOrNo(),
            bloodInUrine: yesOrNo(), gasping: yesOrNo(), legUrge: yesOrNo(), actingOut: yesOrNo(),
            fearOfSleep: yesOrNo(), dozedDriving: yesOrNo(), other: maybe { $0.text() })
    }

    private mutating func medication() -> Medication {
        Medication(
            name: text(), drugClass: maybe { $0.random.pick(Medication.DrugClass.allCases) },
            dose: maybe { Medication.Amount(Double($0.random.int(1...1000)) / 4, $0.text()) },
            start: maybe { $0.moment() }, stop: maybe { $0.moment() })
    }

    private mutating func referral() -> Referral {
        Referral(
            to: text(), why: maybe { $0.text() }, sent: maybe { $0.moment() }, seen: maybe { $0.moment() },
            outcome: maybe { $0.text() })
    }

    private mutating func plan() -> CarePlan {
        CarePlan(
            goals: some {
                CarePlan.Goal(
                    what: $0.text(), measure: $0.maybe { $0.text() },
                    target: $0.maybe {
                        $0.random.once(in: 2) ? .text($0.text()) : .number(Double($0.random.int(0...500)) / 2)
                    }, by: $0.maybe { $0.moment() })
            },
            badHours: .init(
                signs: some { $0.text() }, helps: some { $0.text() }, people: some { $0.text() },
                places: some { $0.text() }, safer: some { $0.text() }), with: maybe { $0.text() })
    }

    private mutating func acknowledgement() -> Acknowledgement {
        Acknowledgement(
            flag: text(), state: random.pick(Acknowledgement.State.allCases), note: maybe { $0.text() },
            until: maybe { $0.date() }, assignee: maybe { $0.text() },
            seen: some { .init(name: $0.text(), sequence: $0.random.int(1...9999), sum: "9a3e01c4") },
            rules: maybe { $0.text() })
    }

    private mutating func access() -> RecordBody {
        let patient = PersonID(random.pick(["okafor-n", "a", "0-9", ""]))
        let access = RecordAccess(patient: patient, what: text())
        return random.once(in: 2) ? .viewed(access) : .exported(access)
    }
}
