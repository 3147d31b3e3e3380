// Logging: a night, and every other kind of record that is written by hand.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Logs a night, a mood, habits, a note, a call and more.",
        discussion: """
            Each command has its own help, and takes one JSON object a line with
            --stdin. Every record's id is printed once it is on the disk.
            """,
        subcommands: [
            LogNight.self, LogEntry<HabitsEntry>.self, LogEntry<MoodEntry>.self, LogEntry<NapEntry>.self,
            LogEntry<SymptomsEntry>.self, LogEntry<MedicationEntry>.self, LogEntry<NoteEntry>.self,
            LogEntry<PracticeEntry>.self, LogEntry<ContactEntry>.self, LogEntry<ClinicEntry>.self,
            LogEntry<PlanEntry>.self, LogEntry<CallEntry>.self, LogEntry<DutyEntry>.self,
            LogEntry<ReferralEntry>.self, LogEntry<TherapyEntry>.self, LogEntry<AdjustmentEntry>.self,
        ])
}

extension Invocation {
    /// Takes one JSON object a line, and prints an id a line as each record is safe. A line that cannot be
    /// taken is named, and the rest goes on.
    mutating func logLines(
        to subject: Subject, _ draft: (JSONObject) throws -> RecordDraft,
        written: (RecordDraft, RecordID) -> Void = { _, _ in }
    ) throws {
        var number = 0
        while let line = environment.readLine() {
            number += 1
            if line.trimmingSpaces.isEmpty { continue }
            do {
                if line.unicodeScalars.contains("\u{FFFD}") {
                    throw Failure.badData("it holds bytes that are no UTF-8")
                }
                let draft = try draft(Self.object(line))
                let id = try write(draft, to: subject)
                written(draft, id)
                try put("\(id)\n")
            } catch let failure as Failure where [.usage, .badData].contains(failure.status) {
                note("standard input:\(number): \(failure.message ?? "refused")")
                status = .badData
            } catch let failure as Failure {
                let message = failure.message.map {
                    "standard input:\(number): \($0); this line and those behind it were not taken"
                }
                throw Failure(failure.status, message)
            }
        }
    }

    private static func object(_ line: String) throws -> JSONObject {
        do {
            guard let object = try JSONReader.value(line).object else {
                throw Failure.badData("give one JSON object a line, in braces")
            }
            return object
        } catch let problem as JSONProblem {
            throw Failure.badData("not JSON at byte \(problem.offset + 1): \(problem.reason)")
        }
    }
}
