// What must hold in every world, whatever happened.

import CareDomain
import JournalStore

extension StoreWorld {
    /// A program that reads finds everything that was acknowledged.
    mutating func checkReading(by number: Int) throws {
        var store: Store
        do throws(StoreProblem) { store = try openStore(number) } catch {
            throw broken("not opened: \(error)")
        }
        try checkAcknowledged(&store)
    }

    private func checkAcknowledged(_ store: inout Store) throws {
        var found: [Place: [RecordBody]] = [:]
        for person in people {
            for part in [StoreFolder.people, .hidden] {
                let journal: PersonJournal
                do throws(StoreProblem) {
                    journal = try store.read(person, in: part)
                } catch {
                    if case .noSuchPerson = error { continue }
                    throw broken("not read: \(error)")
                }
                for stored in journal.records {
                    let place = Place(person: person, part: part, id: stored.record.frame.id)
                    found[place, default: []].append(stored.record.body)
                }
            }
        }
        for (place, known) in acknowledged.sorted(by: { $0.key < $1.key }) {
            let bodies = found[place] ?? []
            let count = bodies.count { $0 == known.body }
            guard count == 1 else {
                throw broken("\(place.id) of \(place.person) was acknowledged, and is there \(count) times")
            }
            if bodies.count > 1, !known.hasKey { throw broken("\(place.id) says \(bodies.count) things") }
        }
    }

    /// After everything: what was acknowledged is there, and every other byte is accounted for.
    mutating func checkEverything() throws {
        var store: Store
        do throws(StoreProblem) { store = try openStore(0) } catch { throw broken("not opened: \(error)") }
        try checkAcknowledged(&store)
        let problems: [LineProblem]
        do throws(StoreProblem) { problems = try store.verify() } catch {
            throw broken("not verified: \(error)")
        }
        for problem in problems {
            switch problem.what {
            // Two programs can make one record of one key, and not the same.
            case .damaged, .missingAtEnd, .sameID: break
            // A page that the disk has lost takes whole records with it, none of them acknowledged.
            case .missing where hasLostPages(problem.file, problems): break
            default: throw broken("\(problem.file):\(problem.line ?? 0): \(problem.what)")
            }
        }
        try checkEveryByte(problems)
    }

    private func hasLostPages(_ file: String, _ problems: [LineProblem]) -> Bool {
        problems.contains { $0.file == file && $0.what == .damaged(.zeros) }
    }

    /// Each line is a record, blank, or named.
    private func checkEveryByte(_ problems: [LineProblem]) throws {
        let hand = MemoryFileSystem(disk)
        for part in ["people", "private"] {
            for person in hand.names(Self.path + "/" + part) {
                for name in hand.names("\(Self.path)/\(part)/\(person)") {
                    let relative = "\(part)/\(person)/\(name)"
                    let bytes = hand.bytes(Self.path + "/" + relative) ?? []
                    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                    for (index, line) in lines.enumerated() where !line.isEmpty {
                        let isNamed = problems.contains { $0.file == relative && $0.line == index + 1 }
                        let isLast = index == lines.count - 1
                        let isRecord = !isLast && Self.isRecord(Array(line))
                        if !isNamed, !isRecord {
                            throw broken("\(relative):\(index + 1) is no record, and nobody says so")
                        }
                    }
                }
            }
        }
    }

    private static func isRecord(_ line: [UInt8]) -> Bool {
        if case .record(_, isEdited: false) = RecordLine.read(line, zones: UniversalTime()) {
            true
        } else {
            false
        }
    }

    /// Repairing twice is repairing once, and it leaves every byte that was there.
    mutating func checkRepair() throws {
        let hand = MemoryFileSystem(disk)
        let before = journals(hand)
        var store: Store
        do throws(StoreProblem) {
            store = try openStore(1)
            _ = try store.repair(by: "last", now: stamp)
        } catch {
            throw broken("not repaired: \(error)")
        }
        let after = journals(hand)
        for (path, bytes) in before where !(after[path] ?? []).starts(with: bytes) {
            throw broken("repairing has changed \(path)")
        }
        do throws(StoreProblem) {
            let again = try store.repair(by: "last", now: stamp)
            if again.noted > 0 || !again.closed.isEmpty { throw StoreProblem.keepsChanging(path: "\(again)") }
        } catch {
            throw broken("repaired again: \(error)")
        }
        if journals(hand) != after { throw broken("a second repair has written something") }
        try checkAcknowledged(&store)
    }

    private func journals(_ hand: MemoryFileSystem) -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for part in ["people", "private"] {
            for person in hand.names(Self.path + "/" + part) {
                for name in hand.names("\(Self.path)/\(part)/\(person)") {
                    let path = "\(Self.path)/\(part)/\(person)/\(name)"
                    result[path] = hand.bytes(path)
                }
            }
        }
        return result
    }
}
