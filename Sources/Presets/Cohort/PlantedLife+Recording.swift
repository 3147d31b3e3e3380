// What a wristband would have made of a made-up night: runs of stages, beside the diary.

import CareDomain

extension PlantedLife {
    /// A device's record of the night: it sees a shorter latency than the person does and breaks sleep up
    /// more.
    ///
    /// Deep sleep stands mostly early in the night and REM late. Nothing in it depends on a session.
    func recording(of times: NightTimes, date: CivilDate, random: inout SeededGenerator) -> Night? {
        guard random.chance(0.94) else { return nil }
        let from = instant(date.adding(days: -1), minutes: times.trySleep + Int(random.between(-4, 4)))
        let until = instant(date.adding(days: -1), minutes: times.finalAwake + Int(random.between(1, 6)))
        let length = Int(until.since(from).value * 2)
        guard length > 240 else { return nil }
        var halves: [StageRecording.Stage] = []
        let latency = Int(Double(times.latency) * random.between(0.9, 1.6))
        halves += Array(repeating: .awake, count: min(latency, length / 3))
        var wakeLeft = Int(Double(times.wake) * random.between(1.2, 2))
        while halves.count < length {
            let share = Double(halves.count) / Double(length)
            add(.light, random.between(20, 45), to: &halves)
            add(.deep, max(0, random.between(30, 75) * (1 - 1.35 * share)), to: &halves)
            add(.light, random.between(15, 40), to: &halves)
            let wake = min(wakeLeft, Int(random.between(1, 40)))
            wakeLeft -= wake
            add(.awake, Double(wake), to: &halves)
            add(.light, random.between(5, 25), to: &halves)
            add(.rem, random.between(14, 28) * (0.6 + 1.6 * share), to: &halves)
        }
        let runs = halves.prefix(length).map { StageRecording.Run(seconds: 30, stage: $0) }
        var night = Night(date: date, zone: zone)
        night.recording = StageRecording(start: from, runs: runs + [.init(seconds: 60, stage: .awake)])
        night.vendor = "Fitbit"
        return night
    }

    /// - Parameter count: half minutes.
    private func add(_ stage: StageRecording.Stage, _ count: Double, to halves: inout [StageRecording.Stage])
    {
        halves += Array(repeating: stage, count: Int(count))
    }
}
