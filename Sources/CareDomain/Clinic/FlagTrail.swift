// What was done about a flag, as a course of steps: marks and calls, with who and when.

/// One step about a flag.
package struct FlagDeed: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        case mark(Acknowledgement)
        case call(Call)
    }

    package let what: What
    package let at: OffsetInstant
    package let author: String

    /// `seen`, `contacted`, `called and reached`.
    package var title: String {
        switch what {
        case .mark(let mark): mark.state.rawValue
        case .call(let call):
            switch call.reached {
            case .yes: "called, reached"
            case .no: "called, no answer"
            case .message: "called, left a message"
            case nil: "called"
            }
        }
    }

    /// What was written with it; nil for nothing.
    package var note: String? {
        switch what {
        case .mark(let mark): mark.note
        case .call(let call): call.note
        }
    }

    /// `contacted · owner kim · rests through 1 Dec · "called"`.
    package var words: String {
        var parts = [title]
        if case .mark(let mark) = what {
            if let assignee = mark.assignee { parts.append("owner \(assignee)") }
            if let until = mark.until { parts.append("rests through \(until.dayMonth)") }
        }
        if let note { parts.append(note) }
        return parts.joined(separator: " · ")
    }
}

extension PersonHistory {
    /// What was done about a flag, by time.
    package func deeds(about flag: String, in zone: Zone) -> [FlagDeed] {
        let marks = acknowledgements.filter { $0.value.flag == flag }.map { entry in
            FlagDeed(
                what: .mark(entry.value), at: entry.frame.eventTime(in: zone), author: entry.frame.author)
        }
        let calls = calls.filter { $0.value.about.contains(flag) }.map { entry in
            FlagDeed(what: .call(entry.value), at: entry.value.start, author: entry.frame.author)
        }
        return (marks + calls).sorted { $0.at.instant < $1.at.instant }
    }
}

extension ReviewFlag {
    /// `seen · kim, rests through 1 Dec`.
    package var stateWords: String {
        let who = assignee.map { " · \($0)" } ?? ""
        let rest = until.map { ", rests through \($0.dayMonth)" } ?? ""
        return state.rawValue + who + rest
    }
}
