// The definitions of all figures, as data: a row a figure.

enum FigureNotes {
    private static let diary = "Consensus Sleep Diary, Carney et al. 2012, Sleep 35:287"
    private static let stages = "stages as the device scored them; terms of the AASM scoring manual"
    private static let own = "Lull's own"

    static let measures: [Measure: FigureNote] = Dictionary(
        uniqueKeysWithValues: (times + shares + ratings + sleepStages).map { row in
            (row.0, FigureNote(row.0.rawValue, row.1, row.2, row.3))
        })

    static let figures: [Figure: FigureNote] = Dictionary(
        uniqueKeysWithValues: (summaries + clock + sessions + clinic + habits).map { row in
            (row.0, FigureNote(row.0.rawValue, row.1, row.2, row.3))
        })

    private static let times: [(Measure, String, String, String)] = [
        (
            .sleepOnsetLatencyMinutes, "To fall asleep",
            "Minutes from trying to sleep to falling asleep, as you estimate them or as a device guessed.",
            diary
        ),
        (.awakenings, "Times awake", "How often you woke, the last waking not counted.", diary),
        (
            .wakeAfterSleepOnsetMinutes, "Awake in the night",
            "Minutes awake between falling asleep and the last waking, none where you never woke.", diary
        ),
        (
            .tryingMinutes, "Trying to sleep on",
            "Minutes in bed trying to sleep on after the last waking.", diary
        ),
        (
            .earlyWakeMinutes, "Earlier than planned",
            "Minutes by which the last waking came before you had planned.", diary
        ),
        (.timeInBedMinutes, "In bed", "From going to bed to getting up for the day.", diary),
        (
            .opportunityMinutes, "From trying to getting up",
            "From trying to sleep to getting up for the day, so that reading in bed is not in it.", own
        ),
        (.sleepPeriodMinutes, "Sleep period", "From falling asleep to the last waking.", diary),
        (
            .totalSleepMinutes, "Asleep",
            "The sleep period less the minutes awake in it, or the sum of a device's stretches of sleep; "
                + "a diary reads some 40 minutes over a sleep laboratory.",
            diary + "; Dietch et al. 2021, PMC8314633"
        ),
        (
            .terminalWakeMinutes, "Awake before getting up",
            "From the last waking to getting up for the day.", diary
        ),
        (
            .totalWakeMinutes, "Awake in all",
            "Minutes to fall asleep, awake in the night and awake before getting up together.", diary
        ),
        (
            .ownSleepMinutes, "Own estimate of sleep",
            "How long you think you slept, kept apart from what the times come to.", diary
        ),
    ]

    private static let shares: [(Measure, String, String, String)] = [
        (
            .efficiencyPercent, "Efficiency",
            "The time asleep as a share of the time from trying to sleep to getting up.", own
        ),
        (
            .efficiencyInBedPercent, "Efficiency in bed",
            "The time asleep as a share of the time from going to bed to getting up.", diary
        ),
        (
            .efficiencyDiaryPercent, "Efficiency of the sleep episode",
            "The time asleep as a share of itself, the time to fall asleep, awake in the night and trying "
                + "to sleep on.",
            "Reed and Sacco 2016, PMC4751425"
        ),
        (
            .maintenancePercent, "Unbroken sleep",
            "The time asleep as a share of the sleep period, which says how unbroken it was.", diary
        ),
    ]

    private static let ratings: [(Measure, String, String, String)] = [
        (.quality, "Quality, 1 to 5", "How good the sleep was, from 1, very poor, to 5, very good.", diary),
        (.refreshed, "Refreshed, 1 to 5", "How rested you felt on getting up, from 1 to 5.", diary),
        (.nightmares, "Nightmares", "How many nightmares the night had.", own),
        (.distress, "Distress, 0 to 10", "How much the nightmares troubled you, from 0 to 10.", own),
    ]

    private static let sleepStages: [(Measure, String, String, String)] = [
        (.remMinutes, "REM, as a device guessed it", "Minutes of REM sleep by a device's guess.", stages),
        (
            .lightMinutes, "Light sleep, as a device guessed it", "Minutes of light sleep by its guess.",
            stages
        ),
        (.deepMinutes, "Deep sleep, as a device guessed it", "Minutes of deep sleep by its guess.", stages),
        (.awakeMinutes, "Awake, as a device guessed it", "Minutes awake in the whole recording.", stages),
        (
            .unscoredMinutes, "Not scored",
            "Minutes of the recording of which the device says nothing, neither sleep nor wake.", stages
        ),
        (
            .remLatencyMinutes, "To the first REM sleep",
            "From falling asleep to the first REM sleep, which some programs count from bed instead.", stages
        ),
        (.remPercent, "Share of REM", "REM sleep as a share of the time asleep.", stages),
        (.lightPercent, "Share of light sleep", "Light sleep as a share of the time asleep.", stages),
        (.deepPercent, "Share of deep sleep", "Deep sleep as a share of the time asleep.", stages),
        (
            .awakePercent, "Share awake",
            "Minutes awake as a share of all that the device scored.", stages
        ),
    ]

    private static let summaries: [(Figure, String, String, String)] = [
        (.nightsLogged, "Nights logged", "Nights of which anything is known, one a date.", own),
        (
            .pooledEfficiencyPercent, "Efficiency, pooled",
            "All sleep of the nights over all time from trying to sleep to getting up, so that long nights "
                + "count for more.",
            own
        ),
        (
            .pooledEfficiencyInBedPercent, "Efficiency in bed, pooled",
            "All sleep of the nights over all time in bed.", own
        ),
        (
            .weeklyMean, "Mean by night",
            "The mean over the nights that know the figure, each counted once; a week under four has none.",
            own
        ),
        (.median, "Median", "The middle value: as many nights lie above it as below.", "common statistics"),
        (.sd, "Spread", "The standard deviation, with one taken from the count.", "common statistics"),
        (
            .baseline, "Before",
            "The same figures over the nights before the first session, or before the course while there is "
                + "none.",
            own
        ),
        (
            .adherencePercent, "Diary",
            "Nights logged as a share of the nights since the course began.", own
        ),
        (
            .stillLoggingPercent, "Still logging",
            "The share of those who began that goes on logging, by the weeks that each was seen; more than "
                + "seven days without a night count as having stopped.",
            "Kaplan and Meier 1958 (Journal of the American Statistical Association); the seven days are "
                + "Lull's own"
        ),
        (
            .efficiencyChangePoints, "Change of efficiency",
            "The pooled efficiency of the last seven dates less that of the baseline, in points.", own
        ),
        (
            .loggedHoursAfter, "Logged after",
            "Hours from getting up to writing the night down.", own
        ),
    ]

    private static let clock: [(Figure, String, String, String)] = [
        (
            .regularityIndex, "Regularity index",
            "How often you were asleep or awake alike at two moments 24 hours apart, from −100 over 0, "
                + "chance, to 100, always, timed naps included.",
            "Phillips et al. 2017, PMC5468315; over exact intervals and elapsed hours, which is Lull's choice"
        ),
        (
            .regularityMainSleepIndex, "Regularity index without naps",
            "The regularity index of the nights alone.", "Phillips et al. 2017, PMC5468315"
        ),
        (
            .regularityDays, "Days of pairs",
            "How much time the regularity index compares, in days; it needs five.",
            "sleepreg 1.3.5, Windred et al. 2024"
        ),
        (.midpoint, "Middle of sleep", "Half way from falling asleep to the last waking.", diary),
        (
            .midpointMean, "Middle of sleep, mean",
            "The mean of the nights' middles around the clock, so that midnight does no harm.",
            "circular mean, common statistics"
        ),
        (
            .midpointSpreadMinutes, "Spread of the middle",
            "The standard deviation of the middles laid out around their mean.",
            "Fischer et al. 2021, zsab103"
        ),
        (
            .midpointWorkDays, "Middle of sleep, work days",
            "The mean middle of nights that end on a work day.", "Munich Chronotype Questionnaire"
        ),
        (
            .midpointFreeDays, "Middle of sleep, free days",
            "The mean middle of nights that end on a day without work and without a session.",
            "Munich Chronotype Questionnaire; sessions left out, which is Lull's own"
        ),
        (
            .midpointCorrected, "Middle of sleep, corrected",
            "The free days' middle less half of what is slept longer on them than over the week.",
            "Munich Chronotype Questionnaire"
        ),
        (
            .socialJetlagMinutes, "Social jetlag",
            "How far the middle of sleep on free days lies from that on work days.",
            "Munich Chronotype Questionnaire, docs.ropensci.org/mctq"
        ),
        (
            .compositePhaseDeviationHours, "Composite phase deviation",
            "The mean over nights of how far the middle lies from the person's own time and from the night "
                + "before, taken together as two sides of a right angle.",
            "Fischer et al. 2016, doi:10.1038/srep38601"
        ),
    ]

    private static let sessions: [(Figure, String, String, String)] = [
        (
            .nightsSinceSession, "Nights since a session",
            "0 is the first night whose attempt to sleep came after a session, and a night not logged "
                + "counts.",
            own
        ),
        (
            .hoursSinceSession, "Hours from session to bed",
            "From the start of the last session to trying to sleep.", own
        ),
        (
            .description, "Session nights, described",
            "The middle value of the first nights after sessions, and that of all other nights since the "
                + "first session, each with its count and without a comparison.",
            own
        ),
        (
            .comparisons, "Session nights, compared",
            "The middle of all pairs of a session night and the later nights of the same gap, with its exact "
                + "interval.",
            "Hodges-Lehmann median and signed ranks, Hollander et al. 2014; the pairs are Lull's own"
        ),
        (
            .loggedPercent, "Logged share",
            "Session nights, or nights two to six nights after one, that know the figure, as a share of "
                + "those there were.",
            own
        ),
        (
            .cohortSessionNights, "Session nights, everyone",
            "The middle of the people's own differences, each person counted once.",
            "Hodges-Lehmann median and signed ranks, Hollander et al. 2014"
        ),
    ]

    private static let clinic: [(Figure, String, String, String)] = [
        (
            .sessionNightDifference, "These nights less the person's others",
            "A person's own median of the nights so many after a session less that of the other nights since "
                + "the first session, from three nights of each kind on.",
            own
        ),
        (
            .started, "Started",
            "Everyone whose course has begun, those who stopped, or never answered, counted as well.", own
        ),
        (
            .quartiles, "Quartiles",
            "A quarter of the people lie at or under the first and a quarter at or over the third, from five "
                + "people on.",
            "Hyndman & Fan 1996, Am Stat 50:361, type 7"
        ),
        (
            .response, "Response",
            "People whose total is better than before the first session by as much as the questionnaire "
                + "asks, of all who started and of those for whom both totals are known.",
            "the questionnaires' own files; the two wholes are Lull's own"
        ),
        (
            .remission, "Remission",
            "People whose total is under the questionnaire's own line, of all who started and of those "
                + "with a total.",
            "the questionnaires' own files; the two wholes are Lull's own"
        ),
        (
            .contacted, "Reached in a call",
            "People in their course who were reached in a call of the last 7 or 30 dates, today's included.",
            own
        ),
        (
            .adverseEvents, "Adverse events",
            "What was noted as unwanted in a session, in the month of that session, beside the sessions "
                + "held in it.",
            own
        ),
    ]

    private static let habits: [(Figure, String, String, String)] = [
        (.naps, "Naps", "Sleeps beside the night, in no figure of the night.", own),
        (
            .nightmareNights, "Nights with nightmares",
            "Nights with one nightmare or more, of those that say how many there were.", own
        ),
        (
            .withAndWithout, "With and without",
            "The middle values of nights with and without something, session nights left out, from eight on "
                + "each side; you choose the evenings yourself, so this does not show what caused it.",
            own
        ),
        (
            .adjustmentMark, "A change of what is done",
            "Weekly means on both sides of a change with their counts; after a bad week the next is usually "
                + "better whatever is done.",
            own
        ),
        (
            .caffeineLeft, "Caffeine left at bedtime",
            "Milligrams left after halving every 5 hours, beside those for 3 and 7 hours.",
            "first-order decay; hours before bed from Drake et al. 2013, PMC3805807"
        ),
        (
            .dayRating, "Rating of a day",
            "Mood, anxiety or clear-headedness from 0 to 10, beside the night that ended on that day or the "
                + "one that began on its evening.",
            own
        ),
        (
            .totalWithoutSleep, "Total without its sleep item",
            "The sum of the other items, so that sleep does not stand beside itself; unknown where one of "
                + "them is.",
            own
        ),
    ]
}
