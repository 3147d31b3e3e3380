// What a person's questionnaires come to, by the name of each: the `scores` of `summary`.

import CareDomain
import PlainJSON

enum ScoresObject {
    /// Only questionnaires that were answered; each key is null where it is not known.
    static func object(_ subject: Subject, _ shelf: InstrumentShelf, now: Instant) -> JSONObject {
        let rows = subject.history.scoredCheckIns(in: subject.zone, until: now) { shelf.instrument($0) }
        let start = subject.history.treatmentStart
        let pairs = Set(rows.map(\.instrument)).sorted().map { name -> (String, JSONValue) in
            let own = rows.filter { $0.instrument == name }
            let known = shelf.instrument(name)
            let series = ScoreSeries(
                instrument: known ?? .undescribed(name), rows: own, start: start)
            return (name, .object(object(series, isDescribed: known != nil)))
        }
        return JSONObject(pairs)
    }

    private static func object(_ series: ScoreSeries, isDescribed: Bool) -> JSONObject {
        let change = series.change
        return [
            "baseline": .optional(series.baseline?.total), "last": .optional(series.last?.total),
            // Which end is the good one is part of the description.
            "best": isDescribed ? .optional(series.best?.total) : .null,
            "change": .optional(change?.points), "changePercent": .optional(change?.percent),
            "band": .optional((series.last ?? series.rows.last)?.score.band),
            "response": .optional(change?.isResponse),
            "remission": .optional(series.last?.total.flatMap(series.instrument.isRemission)),
            "lastDate": .optional((series.last ?? series.rows.last)?.date),
        ]
    }
}
