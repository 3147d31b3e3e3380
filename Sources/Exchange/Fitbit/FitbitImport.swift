// The sleep logs of a Fitbit export (Google Takeout): a JSON array of nights and naps, without a time zone.

import CareDomain
import PlainJSON

struct FitbitImport {
    let options: ImportOptions

    /// - Throws: `ImportProblem` where the bytes are no JSON array from beginning to end.
    func read(
        _ bytes: [UInt8], into collector: inout ImportCollector, progress: (Int, Int) -> Void
    ) throws(ImportProblem) {
        let text = bytes.starts(with: CSVReader.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
        var notes = FitbitNotes()
        do {
            var elements = try JSONElements(text)
            var told = 0
            while let (value, line) = try elements.next() {
                take(value, line: line, into: &collector, notes: &notes)
                if elements.bytesRead - told >= 1 << 18 {
                    told = elements.bytesRead
                    progress(told, bytes.count)
                }
            }
        } catch {
            throw ImportProblem(error, length: text.count)
        }
        for warning in notes.warnings { collector.warn(warning) }
    }

    private func take(
        _ value: JSONValue, line: Int, into collector: inout ImportCollector, notes: inout FitbitNotes
    ) {
        do throws(RowRefused) {
            let log = try FitbitLog(value)
            if log.dateOfSleep > options.today.adding(days: 1) {
                throw RowRefused("\(log.dateOfSleep) has not come yet")
            }
            let stages = FitbitStages(log)
            let span = try FitbitSpan(log, stages: stages, zone: options.zone)
            let isNew = collector.take(
                log.isMainSleep ? .night(night(log, stages, span)) : .nap(nap(span)), key: log.id,
                date: log.dateOfSleep, instant: span.start, line: line, repeats: .dropEqual)
            if isNew { notes.look(at: log, stages, span, line: line) }
        } catch {
            collector.skip(line: line, error.why)
        }
    }

    private func night(_ log: FitbitLog, _ stages: FitbitStages, _ span: FitbitSpan) -> Night {
        var night = Night(date: log.dateOfSleep, zone: options.zone)
        night.vendor = "Fitbit"
        night.marks = span.marks
        if stages.runs.isEmpty {
            night.intoBed = span.start
            night.trySleep = span.start
            night.outOfBed = span.end
        } else {
            night.recording = StageRecording(start: span.start, runs: stages.runs)
        }
        return night
    }

    private func nap(_ span: FitbitSpan) -> Nap {
        Nap(
            start: OffsetInstant(span.start, in: options.zone),
            end: OffsetInstant(span.end, in: options.zone),
            zone: options.zone.name)
    }
}

extension ImportProblem {
    fileprivate init(_ problem: JSONProblem, length: Int) {
        if problem.reason == .notAnArray {
            self = .wrongShape(line: problem.line, why: "the file is no list of sleep logs")
        } else if problem.reason == .endsTooEarly || problem.offset >= length {
            self = .truncated(line: problem.line)
        } else if problem.reason == .badUTF8 {
            self = .notText(line: problem.line)
        } else {
            self = .wrongShape(line: problem.line, why: "\(problem.reason)")
        }
    }
}
