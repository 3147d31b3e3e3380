// What happens in a world: writes of every kind, faults at any call, programs that step in between.

import CareDomain
import JournalStore

extension StoreWorld {
    private enum Action: CaseIterable {
        case append, appendMany, importAgain, addPerson, correct, takeBack, repair, kill, cutPower, wait, copy
    }

    mutating func act() throws {
        let number = random.int(0...2)
        switch random.pick(Action.allCases) {
        case .append: try write(by: number, drafts(1))
        case .appendMany: try write(by: number, drafts(random.int(2...12)))
        case .importAgain: try write(by: number, imported(), update: random.once(in: 2))
        case .addPerson: try addPerson(by: number)
        case .correct: try correct(by: number)
        case .takeBack: try takeBack(by: number)
        case .repair: try repair(by: number)
        case .kill: kill(number)
        case .cutPower: if random.once(in: 2) { cutPower() }
        case .wait: wait()
        case .copy: copyJournal()
        }
    }

    /// Clocks go on, and now and then are set back.
    private mutating func wait() {
        let seconds = random.once(in: 5) ? -random.int(1...400_000) : random.int(0...90_000)
        now = now.adding(seconds: Int64(seconds))
        tell("the clock says \(stamp.text())")
    }

    /// A synchroniser leaves a copy of a journal beside it.
    private mutating func copyJournal() {
        guard let person = people.first else { return }
        let folder = "\(Self.path)/people/\(person)"
        let hand = MemoryFileSystem(disk)
        guard let name = hand.names(folder).first(where: { !$0.contains("conflict") }),
            let bytes = hand.bytes(folder + "/" + name)
        else { return }
        tell("\(name) is copied")
        hand.put(bytes, at: folder + "/" + name.dropLast(6) + ".sync-conflict-\(step).jsonl")
    }

    // MARK: Drafts

    private mutating func drafts(_ count: Int) -> [RecordDraft] {
        (0..<count).map { _ in
            texts += 1
            let isLong = random.once(in: 8)
            let text = isLong ? String(repeating: "x", count: random.int(100...900)) : "note \(texts)"
            return RecordDraft(.note(Note(text: text, to: random.once(in: 6) ? "self" : nil)))
        }
    }

    /// Records with keys, of which some come again, and some say something else then.
    private mutating func imported() -> [RecordDraft] {
        (0..<random.int(1...6)).map { _ in
            let key = random.int(1...8)
            let content = random.once(in: 4) ? "another \(key)" : "first \(key)"
            let origin = RecordDraft.Origin(
                source: "fitbit", key: "\(key)", instant: Instant(seconds: 1_780_000_000 + Int64(key)))
            return RecordDraft(.note(Note(text: content)), origin: origin)
        }
    }

    private mutating func correct(by number: Int) throws {
        let targets = acknowledged.filter { place, known in
            if case .note = known.body { place.part == .people } else { false }
        }
        guard let place = targets.keys.sorted().shuffled(using: &random).first else { return }
        texts += 1
        let draft = RecordDraft(.note(Note(text: "corrected \(texts)")), replaces: place.id)
        try write(by: number, [draft], to: place.person)
    }

    private mutating func takeBack(by number: Int) throws {
        guard let place = acknowledged.keys.sorted().shuffled(using: &random).first else { return }
        let draft = RecordDraft(.retraction(of: place.id, why: "a mistake"))
        try write(by: number, [draft], to: place.person, in: place.part)
    }

    // MARK: Writing

    /// Writes drafts, with a fault or another program in the middle.
    private mutating func write(
        by number: Int, _ drafts: [RecordDraft], to person: PersonID? = nil, in part: StoreFolder? = nil,
        update: Bool = false
    ) throws {
        guard let person = person ?? people.shuffled(using: &random).first else { return }
        let before = greatest
        let fault = plantFault(number)
        let other = planIntruder(beside: number)
        let beside = other.map { ", beside \($0)" } ?? ""
        tell("program \(number) writes \(drafts.count) to \(person)\(fault)\(beside)")
        let outcomes: [AppendOutcome]
        do throws(StoreProblem) {
            outcomes = try withStore(number) { store, stamp throws(StoreProblem) in
                try store.append(drafts, to: person, by: "p\(number)", now: stamp, in: part, update: update)
            }
        } catch {
            count.refused += 1
            tell("refused: \(error)")
            settle(number, fault)
            return
        }
        settle(number, fault)
        for (draft, outcome) in zip(drafts, outcomes) {
            try acknowledge(draft, outcome, person, part, before, isSound: fault.isEmpty)
        }
    }

    /// - Parameter isSound: nothing failed, so that the writer has read what all others had written.
    private mutating func acknowledge(
        _ draft: RecordDraft, _ outcome: AppendOutcome, _ person: PersonID, _ part: StoreFolder?,
        _ before: [Shelf: RecordID], isSound: Bool
    ) throws {
        let isPrivate = if case .note(let note) = draft.body { note.to == "self" } else { false }
        let part = part ?? (isPrivate ? .hidden : .people)
        if case .changed = outcome { return }
        if case .alreadyThere = outcome, disk.hasLost { return }
        if draft.origin == nil, case .written(let id) = outcome {
            let shelf = Shelf(person: person, part: part)
            if isSound, let last = before[shelf], id <= last {
                throw broken("the id \(id) goes back behind \(last)")
            }
            greatest[shelf] = max(greatest[shelf] ?? id, id)
        }
        let known = Place(person: person, part: part, id: outcome.id)
        count.acknowledged += 1
        if acknowledged[known] == nil {
            acknowledged[known] = Acknowledged(body: draft.body, hasKey: draft.origin != nil)
        }
    }

    private mutating func addPerson(by number: Int) throws {
        guard people.count < 4, let id = PersonID("person-\(people.count)") else { return }
        let fault = plantFault(number)
        tell("program \(number) adds \(id)\(fault)")
        do throws(StoreProblem) {
            let record = try withStore(number) { store, stamp throws(StoreProblem) in
                try store.addPerson(id, PersonDetails(name: "P"), by: "p\(number)", now: stamp)
            }
            settle(number, fault)
            acknowledged[Place(person: id, part: .people, id: record)] = Acknowledged(
                body: .person(PersonDetails(name: "P")), hasKey: false)
            people.append(id)
        } catch {
            settle(number, fault)
            // Half made, the person can be there, and is the next one's to take over.
            if case .personExists = error { people.append(id) }
            tell("refused: \(error)")
        }
    }

    private mutating func repair(by number: Int) throws {
        let fault = plantFault(number)
        tell("program \(number) repairs\(fault)")
        do throws(StoreProblem) {
            _ = try withStore(number) { store, stamp throws(StoreProblem) in
                try store.repair(by: "p\(number)", now: stamp)
            }
        } catch {
            tell("refused: \(error)")
        }
        settle(number, fault)
    }

    // MARK: Faults

    private mutating func withStore<Value>(
        _ number: Int, _ body: (inout Store, OffsetInstant) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        var store: Store
        if let open = programs[number].store { store = open } else { store = try openStore(number) }
        programs[number].store = nil
        defer { programs[number].store = store }
        return try body(&store, stamp)
    }

    /// Lets a coming call of a program fail, half the time.
    private mutating func plantFault(_ number: Int) -> String {
        guard random.once(in: 2) else { return "" }
        let files = programs[number].files
        let errno = random.pick([5, 28, 122, 30, 13] as [Int32])
        let fault = random.pick([Fault.fail(errno: errno), .failFromHere(errno: errno), .short, .stop])
        let call = random.int(1...60)
        files.fault = (files.calls + call, fault)
        return " (\(fault) at call \(call))"
    }

    /// The fault goes by; a program that stopped is dead.
    private mutating func settle(_ number: Int, _ fault: String) {
        programs[number].files.beforeCall = nil
        programs[number].files.fault = nil
        if fault.contains("stop") { kill(number) }
    }

    /// Lets another program write in the middle of this one's work, now and then.
    /// - Returns: what it will do, for the story.
    private mutating func planIntruder(beside number: Int) -> String? {
        guard random.once(in: 3), let person = people.first else { return nil }
        let call = random.int(1...40)
        texts += 1
        let draft = RecordDraft(.note(Note(text: "between \(texts)")))
        let intruder = MemoryFileSystem(disk)
        let name = WriterName.kept(user: "zoe", host: "phone", stateFolder: "/home/zoe/state")
        let (stamp, seed) = (stamp, seed &+ UInt64(texts))
        let files = programs[number].files
        let first = files.calls + call
        files.beforeCall = { [weak files] _, _ in
            guard let files, files.calls + 1 == first else { return }
            files.beforeCall = nil
            // What it has written is nobody's promise; that it leaves the others whole is.
            var store = try? Store(
                opening: Self.path, files: intruder, zones: UniversalTime(), writer: name,
                random: SeededGenerator(seed: seed))
            _ = try? store?.append([draft], to: person, by: "zoe", now: stamp)
        }
        return "zoe at call \(call)"
    }
}
