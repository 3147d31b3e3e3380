// Reads the made-up cohort's file.

import CareDomain

package enum CohortReader {
    /// Protocols and programmes are those that ship.
    package static func cohort(in text: String, file: String) throws(PresetProblem) -> Cohort {
        let top = try YAMLPlace(file: file, text: text)
        let comments = try top.required("comments")
        var people: [CohortProfile] = []
        let list = try top.required("people")
        for place in try list.list() { people.append(try profile(place)) }
        guard !people.isEmpty else { throw list.wrong("a list of people") }
        return Cohort(
            people: people,
            comments: Cohort.Comments(
                session: try comments.required("session").texts(),
                poor: try comments.required("poor").texts(),
                good: try comments.required("good").texts()),
            care: try CohortCareReader.care(top),
            givenNames: try top.required("givenNames").texts(),
            familyNames: try top.required("familyNames").texts())
    }

    private static func profile(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile {
        let idPlace = try place.required("id")
        guard let id = PersonID(try idPlace.text()) else { throw idPlace.wrong("an id of a-z, 0-9 and -") }
        return CohortProfile(
            id: id,
            name: try place.required("name").text(),
            bornYear: try place.required("bornYear").whole(1900...2020),
            zone: try place.required("zone").text(),
            conditions: try place.optional("conditions")?.texts() ?? [],
            cautions: try place.optional("cautions")?.texts() ?? [],
            workDays: try place.optional("workDays")?.weekdays() ?? [],
            target: SleepTarget(
                bed: try place.required("bed").clock(), rise: try place.required("rise").clock()),
            treatment: try treatment(place),
            sleep: try sleep(place.required("sleep")),
            improvement: try place.required("improvement").number(-2...1),
            sessionNight: try sessionNight(place.required("sessionNight")),
            diary: try diary(place),
            scores: try scores(place.required("scores")),
            scoresEvery: try place.optional("scoresEvery")?.whole(1...90) ?? 7,
            itemNine: try place.optional("itemNine")?.whole(0...3) ?? 0,
            hasPlan: try place.optional("plan")?.flag(),
            habits: try habits(place.required("habits")),
            practice: try practice(place.required("practice")),
            notes: try notes(place.optional("notes")))
    }

    private static func treatment(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.Treatment {
        let name = try place.required("protocol")
        let wanted = try name.text()
        guard let plan = Shipped.protocols.first(where: { $0.name == wanted }) else {
            throw name.wrong("the name of a protocol")
        }
        var doses: [Double] = []
        for dose in try place.optional("doses")?.list() ?? [] { doses.append(try dose.number(1...1000)) }
        var exceptions: [CohortProfile.SessionException] = []
        for item in try place.optional("exceptions")?.list() ?? [] {
            exceptions.append(
                CohortProfile.SessionException(
                    number: try item.required("session").whole(1...100),
                    status: try item.required("status").word(), why: try item.required("why").text()))
        }
        return CohortProfile.Treatment(
            plan: plan, week: try place.required("week").whole(1...52),
            startDay: try place.required("startDay").weekday(),
            sessionAt: try place.required("sessionAt").clock(), doses: doses, exceptions: exceptions,
            pressure: try pressure(place.required("pressure")))
    }

    private static func pressure(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.Pressure {
        let peak = try place.required("dissociation").pair(0...10)
        return CohortProfile.Pressure(
            systolic: try place.required("systolic").number(80...200),
            diastolic: try place.required("diastolic").number(40...130),
            rise: try place.required("rise").number(0...80), firstDissociation: peak.first,
            lastDissociation: peak.last)
    }

    private static func sleep(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.Sleep {
        CohortProfile.Sleep(
            latency: try place.required("latency").number(0...180),
            wake: try place.required("wake").number(0...180),
            early: try place.required("early").number(0...120),
            reading: try place.required("reading").number(0...120),
            memory: try place.required("memory").number(0...0.9),
            weekendShift: try place.required("weekendShift").number(0...240),
            nightmares: try place.required("nightmares").number(0...7))
    }

    private static func sessionNight(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.SessionNight {
        CohortProfile.SessionNight(
            latency: try place.required("latency").number(-60...120),
            wake: try place.required("wake").number(-60...120),
            fades: try place.required("fades").number(0...1))
    }

    private static func diary(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.Diary {
        CohortProfile.Diary(
            baselineNights: try place.required("baselineNights").whole(7...28),
            share: try place.required("diary").number(0...1),
            quietDays: try place.optional("quietDays")?.whole(0...365) ?? 0,
            shortNights: try place.optional("shortNights")?.whole(0...14) ?? 0,
            hasDevice: try place.optional("device")?.flag() ?? false)
    }

    private static func scores(_ place: YAMLPlace) throws(PresetProblem) -> [CohortProfile.Score] {
        var scores: [CohortProfile.Score] = []
        for name in place.names {
            guard let instrument = CohortProfile.Instrument(rawValue: name) else {
                throw place.wrong("a mapping of phq9, gad7, isi or pcl5")
            }
            let most = Double(instrument.items * instrument.most)
            let (first, last) = try place.required(name).pair(0...most)
            scores.append(CohortProfile.Score(instrument: instrument, first: first, last: last))
        }
        return scores
    }

    private static func habits(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.DailyHabits {
        CohortProfile.DailyHabits(
            coffees: try place.required("coffees").whole(0...10),
            lastCoffee: try place.required("lastCoffee").clock(),
            screensBeforeBed: try place.required("screensBeforeBed").number(0...300),
            drinksAWeek: try place.required("drinksAWeek").number(0...50),
            logged: try place.required("logged").number(0...1))
    }

    private static func practice(_ place: YAMLPlace) throws(PresetProblem) -> CohortProfile.PracticeHabit {
        var programmes: [RelaxationProgramme] = []
        for name in try place.required("programmes").list() {
            let wanted = try name.text()
            guard let programme = Shipped.programmes.first(where: { $0.name == wanted }) else {
                throw name.wrong("the name of a programme")
            }
            programmes.append(programme)
        }
        return CohortProfile.PracticeHabit(
            aWeek: try place.required("aWeek").number(0...14), programmes: programmes)
    }

    private static func notes(_ place: YAMLPlace?) throws(PresetProblem) -> [CohortProfile.PlannedNote] {
        var notes: [CohortProfile.PlannedNote] = []
        for item in try place?.list() ?? [] {
            notes.append(
                CohortProfile.PlannedNote(
                    daysAgo: try item.required("daysAgo").whole(0...365),
                    text: try item.required("text").text()))
        }
        return notes
    }
}

extension YAMLPlace {
    func texts() throws(PresetProblem) -> [String] {
        var texts: [String] = []
        for item in try list() { texts.append(try item.text()) }
        return texts
    }

    fileprivate func clock() throws(PresetProblem) -> ClockTime {
        guard let clock = scalar.flatMap({ ClockTime(typed: $0) }) else { throw wrong("a time like 22:45") }
        return clock
    }

    fileprivate func weekday() throws(PresetProblem) -> Weekday {
        guard let day = Weekday.allCases.first(where: { $0.shortName.lowercased() == scalar }) else {
            throw wrong("mon, tue, wed, thu, fri, sat or sun")
        }
        return day
    }

    fileprivate func weekdays() throws(PresetProblem) -> [Weekday] {
        var days: [Weekday] = []
        for item in try list() { days.append(try item.weekday()) }
        return days
    }

    /// A list of two numbers.
    fileprivate func pair(_ range: ClosedRange<Double>) throws(PresetProblem) -> (first: Double, last: Double)
    {
        let items = try list()
        guard items.count == 2 else { throw wrong("two numbers, the first and the last") }
        return (try items[0].number(range), try items[1].number(range))
    }
}
