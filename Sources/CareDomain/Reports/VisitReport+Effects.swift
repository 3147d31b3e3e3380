// Side effects as sessions and days have them, and how long the effects of sessions lasted.

extension VisitReport {
    package struct Effects: Equatable, Sendable {
        /// Something unwanted that was noted at sessions, and how often.
        package struct Event: Equatable, Sendable {
            package let what: String
            package let times: Int
            package let serious: Int
        }

        /// Something that was noted of days.
        package struct Symptom: Equatable, Sendable {
            package let word: String
            package let days: Int
            /// The days that say yes or no.
            package let asked: Int
        }

        package struct OwnWords: Equatable, Sendable {
            package let date: CivilDate
            package let text: String
        }

        package let sessions: Int
        /// From a session's start to the moment at which its effects were noted as gone.
        package let lasted: [Minutes]
        /// The highest dissociation of each session that has one, 0 to 10, by time.
        package let peaks: [Int]
        package let events: [Event]
        package let symptoms: [Symptom]
        /// Days with any of it noted.
        package let days: Int
        /// The newest ones.
        package let ownWords: [OwnWords]

        /// Effects that were noted as gone later than this belong to no session.
        private static let longest = Minutes(48 * 60)

        init(_ history: PersonHistory) {
            let start = history.course?.start
            let sessions = history.doneSessions.filter { session in
                start.map { session.date >= $0 } ?? true
            }
            let rows = history.symptoms.map(\.value).filter { row in start.map { row.day >= $0 } ?? true }
            self.sessions = sessions.count
            peaks = sessions.compactMap { $0.record?.value.peakDissociation }
            lasted = sessions.enumerated().compactMap { index, session in
                let next = sessions.indices.contains(index + 1) ? sessions[index + 1].at.instant : nil
                let gone = rows.compactMap { $0.effectsGoneAt?.instant }.last { gone in
                    gone >= session.at.instant && next.map { gone < $0 } ?? true
                }
                let length = gone?.since(session.at.instant)
                return length.flatMap { $0 <= Self.longest ? $0 : nil }
            }
            events = Self.events(sessions)
            symptoms = Self.kinds.compactMap { word, value in
                let answers = rows.compactMap(value)
                let days = answers.filter { $0 }.count
                return days > 0 ? Symptom(word: word, days: days, asked: answers.count) : nil
            }
            days = Set(rows.map(\.day)).count
            ownWords = rows.compactMap { row in row.other.map { OwnWords(date: row.day, text: $0) } }
                .suffix(3)
        }

        private static func events(_ sessions: [TreatmentSession]) -> [Event] {
            let all = sessions.flatMap { $0.record?.value.events ?? [] }
            let groups = Dictionary(grouping: all) { $0.what.lowercased() }
            return groups.values.compactMap { group in
                group.first.map {
                    Event(
                        what: $0.what, times: group.count,
                        serious: group.filter { $0.serious == true }.count)
                }
            }.sorted { ($1.serious, $1.times, $0.what) < ($0.serious, $0.times, $1.what) }
        }

        private static let kinds: [(String, @Sendable (Symptoms) -> Bool?)] = [
            ("dizzy", { $0.dizzy }), ("nausea", { $0.nausea }), ("headache", { $0.headache }),
            ("sudden need to pass water", { $0.urgency }), ("pain on passing water", { $0.pain }),
            ("blood in urine", { $0.bloodInUrine }), ("snoring with gasps", { $0.gasping }),
            ("urge to move the legs", { $0.legUrge }), ("acting out dreams", { $0.actingOut }),
            ("fear of going to sleep", { $0.fearOfSleep }), ("dozing at the wheel", { $0.dozedDriving }),
        ]
    }
}
