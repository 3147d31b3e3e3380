// A measure as one diary or one device tells it: two of them measure two things.

/// The nights of the one source that knows a measure on the most nights.
struct SingleSource {
    /// The source that knows the measure on the most nights, the diary where several do; nil where none does.
    let source: String?
    /// One a date, by date.
    let rows: [(date: CivilDate, row: LoggedNight, value: Double)]
    /// Dates on which only other sources know the measure.
    let leftOut: Int

    init(_ rows: [LoggedNight], _ measure: Measure) {
        let one = MeasureSeries(rows, measure).oneSource()
        source = one.source
        self.rows = one.nights.map { ($0.date, rows[$0.place], $0.value) }
        leftOut = one.leftOut
    }
}

/// A measure by source and date, of which the one source can be taken as it was on any day.
struct MeasureSeries {
    struct Night {
        let date: CivilDate
        /// Of the row, among those that it was made from.
        let place: Int
        let value: Double
    }

    /// What the one source of a day knows.
    struct One {
        /// Nil where none knows the measure.
        var source: String?
        /// One a date, by date.
        var nights: ArraySlice<Night> = []
        /// Dates on which only other sources know the measure.
        var leftOut = 0

        func value(on date: CivilDate) -> Double? {
            let place = nights.place { $0.date < date }
            return place < nights.endIndex && nights[place].date == date ? nights[place].value : nil
        }
    }

    /// The nights of each source, by date.
    private var sources: [(name: String, nights: [Night])] = []

    init() {}

    init(_ rows: [LoggedNight], _ measure: Measure) {
        var bySource: [String: [CivilDate: Night]] = [:]
        for place in rows.indices {
            guard let value = measure.value(of: rows[place]) else { continue }
            let (source, date) = (rows[place].source, rows[place].date)
            if let other = bySource[source]?[date], rows[other.place].goesBefore(rows[place]) { continue }
            bySource[source, default: [:]][date] = Night(date: date, place: place, value: value)
        }
        sources = bySource.map { ($0.key, $0.value.values.sorted { $0.date < $1.date }) }
    }

    /// The source that knows the measure on the most nights, the diary where several do.
    /// - Parameter day: only nights up to it count; nil for all of them.
    func oneSource(to day: CivilDate? = nil) -> One {
        let known = sources.map { source in
            let end = day.map { day in source.nights.place { $0.date <= day } } ?? source.nights.count
            return (name: source.name, nights: source.nights[..<end])
        }.filter { !$0.nights.isEmpty }
        let chosen = known.min { a, b in
            if a.nights.count != b.nights.count { return a.nights.count > b.nights.count }
            return a.name == "diary" || (b.name != "diary" && a.name < b.name)
        }
        guard let chosen else { return One() }
        var one = One(source: chosen.name, nights: chosen.nights)
        if known.count > 1 {
            let dates = Set(known.flatMap { $0.nights.map(\.date) })
            one.leftOut = dates.count - chosen.nights.count
        }
        return one
    }
}

extension LoggedNight {
    /// The main one of two rows of one source and date, else the longer one, else the older.
    fileprivate func goesBefore(_ other: LoggedNight) -> Bool {
        if isMain != other.isMain { return isMain }
        let (a, b) = (measures.timeInBed ?? .zero, other.measures.timeInBed ?? .zero)
        return a == b ? frame.id < other.frame.id : a > b
    }
}
