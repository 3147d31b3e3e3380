// Leads through a programme line by line, each at its own moment of the steady clock.

import CareDomain
import PlainJSON

struct RelaxGuide {
    private let timeline: PracticeTimeline
    /// Whose practice it is; nil where it is not kept.
    private let subject: Subject?

    init(_ timeline: PracticeTimeline, for subject: Subject?) {
        self.timeline = timeline
        self.subject = subject
    }

    /// `  1:05  Breathe in`; with the tenth where there is one.
    static func line(_ step: PracticeTimeline.Step) -> String {
        let second = step.atMilliseconds / 1000
        let tenth = step.atMilliseconds % 1000 / 100
        let clock = "\(second / 60):" + (second % 60).padded(to: 2) + (tenth == 0 ? "" : ".\(tenth)")
        return String(repeating: " ", count: max(0, 6 - clock.count)) + clock + "  " + step.text
    }

    /// `5 m`; `16 s` for what takes less than a minute.
    static func length(seconds: Int) -> String {
        seconds < 60 ? "\(seconds) s" : Minutes(Double(seconds) / 60).words
    }

    /// Leads to the end, or until it is interrupted; keeps what was done where there is a store for it.
    func run(_ invocation: inout Invocation) throws {
        let asks = invocation.canAsk && subject != nil && invocation.global.form == .text
        let before = try asks ? askTension("Tension now, 0 to 10", &invocation) : nil
        let start = invocation.now
        let done = try lead(&invocation)
        if !done.isWhole { invocation.status = .interrupted }
        guard let subject else { return }
        var (after, left): (Int?, Unanswered?)
        if asks, done.isWhole {
            // What was practised is kept, whether this is answered or not.
            do { after = try askTension("And now, 0 to 10", &invocation) } catch let turn as Unanswered {
                left = turn
            }
        }
        let practice = Practice(
            programme: timeline.programme.name, start: OffsetInstant(start, in: subject.zone),
            plannedSeconds: timeline.totalMilliseconds / 1000, seconds: done.milliseconds / 1000,
            completed: done.isWhole,
            tensionBefore: before, tensionAfter: after)
        let id = try invocation.write(RecordDraft(.practice(practice)), to: subject)
        // The lines of the phases are read by machines as they come; they stay alone.
        if invocation.global.form == .text {
            try invocation.putKept(id)
        } else {
            invocation.note("kept as \(id)")
        }
        if let before, let after, after - before >= Practice.muchWorse {
            invocation.note(Practice.worseWords)
        }
        if left?.way == .leave, invocation.conversation.hasMenu { throw Unanswered(way: .leave, words: "") }
    }

    /// Each phase waits for its own time since the first one, so that no lateness is handed on.
    private func lead(_ invocation: inout Invocation) throws -> (isWhole: Bool, milliseconds: Int) {
        let environment = invocation.environment
        let start = environment.steadyClock()
        func elapsed() -> Int { Int((environment.steadyClock() - start) / 1_000_000) }
        for step in timeline.steps {
            guard environment.waitUntil(start + Int64(step.atMilliseconds) * 1_000_000) else {
                return (false, min(elapsed(), timeline.totalMilliseconds))
            }
            let now = Double(environment.steadyClock() - start) / 1e9
            if invocation.global.form == .text {
                let hides = timeline.programme.manner.hidesTime
                try invocation.put(lines: [hides ? "  " + step.text : Self.line(step)])
            } else {
                let object: JSONObject = [
                    "at": .seconds(step.atMilliseconds), "now": .number(now),
                    "phase": .string(step.phase.rawValue),
                    "text": .string(step.text),
                ]
                try invocation.put(.json(.object(object)))
            }
        }
        guard environment.waitUntil(start + Int64(timeline.totalMilliseconds) * 1_000_000) else {
            return (false, min(elapsed(), timeline.totalMilliseconds))
        }
        return (true, timeline.totalMilliseconds)
    }

    private func askTension(_ question: String, _ invocation: inout Invocation) throws -> Int? {
        let text = invocation.isPlain ? question : question + ", or Enter"
        return try invocation.ask(invocation.question(text), or: "A number from 0 to 10, or Enter alone.") {
            answer -> Int?? in
            if answer.isEmpty { return .some(nil) }
            return Int(answer).flatMap { (0...10).contains($0) ? .some($0) : nil }
        }
    }
}
