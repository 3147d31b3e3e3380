// How a running session stands: when the next reading is due by route, and when it is over.

import CareDomain
import Testing

@Suite struct SessionWatchTests {
    private let start = Instant(seconds: 1_790_000_000)
    private let nasal = DoseRoute(
        route: .nasal, title: "nose", ranges: [],
        watch: DoseRoute.Watch(minutes: [0, 40, 120], again: 30, stay: 120, source: "label"))
    private let vein = DoseRoute(
        route: .intravenous, title: "vein", ranges: [],
        watch: DoseRoute.Watch(minutes: [0, 15, 30, 45, 60, 90], again: 30, source: "study"))

    private func session(
        _ route: Route, _ readings: [(Int, Int?)], left: Int? = nil, ready: Int? = nil,
        status: Session.Status = .done
    ) throws -> TreatmentSession {
        let at = OffsetInstant(start, offsetSeconds: 0)
        func moment(_ minutes: Int?) -> OffsetInstant? {
            minutes.map { OffsetInstant(start.adding(Minutes($0)), offsetSeconds: 0) }
        }
        let body = Session(
            status: status, start: at, route: route,
            observations: readings.map { Session.Observation(minute: $0.0, systolic: $0.1) },
            readyAt: moment(ready), leftAt: moment(left))
        let id = try #require(RecordID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        let frame = RecordFrame(id: id, sequence: 1, at: at, author: "x")
        return TreatmentSession(
            planned: nil, status: status, at: at, record: Entry(frame: frame, value: body), route: route)
    }

    private func watch(_ session: TreatmentSession, _ minute: Int) -> SessionWatch {
        SessionWatch(
            session: session, route: session.route == .nasal ? nasal : vein,
            now: start.adding(Minutes(minute)))
    }

    @Test(
        arguments: [
            ([], 40), ([(0, 128)], 40), ([(0, 128), (34, 140)], 40), ([(0, 128), (35, 140)], 120),
            ([(0, 128), (40, 151), (60, 149)], 120), ([(0, 128), (40, 151), (118, 140)], nil),
            // Neither lower than the one before it, nor down at where it began.
            ([(0, 128), (40, 141), (120, 141)], 150), ([(0, 128), (40, 141), (120, 152), (150, 144)], nil),
            ([(0, 128), (40, 127), (120, 128)], nil), ([(0, 128), (40, 151), (120, nil)], 150),
        ] as [([(Int, Int?)], Int?)])
    func nasalReadings(readings: [(Int, Int?)], due: Int?) throws {
        let watch = watch(try session(.nasal, readings), 47)
        #expect(watch.nextMinute == due)
        #expect(watch.nextDue == due.map { start.adding(Minutes($0)) })
        #expect(watch.isRunning)
        #expect(watch.minutesSinceDose == 47)
        #expect(watch.lastReading?.minute == readings.last?.0)
    }

    @Test(
        arguments: [
            ([(0, 120)], 15), ([(0, 120), (15, 130)], 30), ([(0, 120), (31, 130)], 45),
            ([(0, 120), (55, 130)], 90), ([(0, 120), (60, 130), (90, 131)], 120),
        ] as [([(Int, Int?)], Int?)])
    func readingsIntoAVein(readings: [(Int, Int?)], due: Int?) throws {
        #expect(watch(try session(.intravenous, readings), 20).nextMinute == due)
    }

    /// The order in which they were written down does not matter.
    @Test func readingsStandByMinute() throws {
        let watch = watch(try session(.nasal, [(40, 150), (0, 128)]), 50)
        #expect(watch.readings.map(\.minute) == [0, 40])
        #expect(watch.nextMinute == 120)
    }

    @Test func whenItIsOver() throws {
        let left = try session(.nasal, [(0, 128)], left: 130)
        #expect(watch(left, 129).isRunning)
        #expect(!watch(left, 130).isRunning)
        #expect(watch(left, 130).nextDue == nil)
        #expect(!watch(try session(.nasal, []), -1).isRunning)
        #expect(watch(try session(.nasal, []), 12 * 60 - 1).isRunning)
        #expect(!watch(try session(.nasal, []), 12 * 60).isRunning)
        #expect(!watch(try session(.nasal, [], status: .planned), 10).isRunning)
    }

    /// Judged ready is not yet gone; at home nobody goes.
    @Test func readyIsNotLeft() throws {
        #expect(watch(try session(.nasal, [], ready: 120), 125).isRunning)
        #expect(!watch(try session(.oral, [], ready: 120), 125).isRunning)
    }

    @Test func nothingIsDueWhereNothingIsLaidDown() throws {
        let watch = SessionWatch(
            session: try session(.oral, []), route: nil, now: start.adding(Minutes(10)))
        #expect(watch.isRunning)
        #expect(watch.nextDue == nil)
    }
}
