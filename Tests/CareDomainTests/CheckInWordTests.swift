// How a questionnaire and a change of its total are put in words: nothing below its own thresholds.

import CareDomain
import Presets
import Testing

@Suite struct CheckInWordTests {
    private func instrument(_ name: String) throws -> Instrument {
        try #require(Shipped.instrument(named: name))
    }

    @Test(arguments: [
        ("phq9", 18, 10, "8 points lower"), ("phq9", 12, 8, "under 5 points"),
        ("phq9", 10, 15, "5 points higher"),
        ("phq9", 10, 14, "under 5 points"), ("gad7", 12, 8, "4 points lower"),
        ("isi", 19, 14, "under 6 points"),
        // Five points are worked out for the PCL-5, and never claimed.
        ("pcl5", 50, 44, "under 10 points"), ("pcl5", 50, 40, "10 points lower"),
        ("pcl5", 40, 50, "10 points higher"), ("who5", 40, 52, "12 points higher"),
    ])
    func aChangeIsNamedFromTheThresholdOn(name: String, from: Int, to: Int, words: String) throws {
        let instrument = try instrument(name)
        let change = ScoreChange(from: from, to: to, of: instrument)
        #expect(instrument.words(of: change) == words)
    }

    @Test func whereNothingIsAgreedNothingIsSaid() throws {
        let instrument = try instrument("ddnsi")
        #expect(instrument.words(of: ScoreChange(from: 20, to: 5, of: instrument)) == nil)
        #expect(instrument.changeNote == nil)
    }

    @Test func whatIsAskedMoreOftenThanItLooksBackIsMonitoring() throws {
        #expect(try instrument("phq9").monitoringWords?.contains("monitoring") == true)
        #expect(try instrument("phq9").recallWords == "looks back over two weeks")
        #expect(try instrument("ddnsi").monitoringWords == nil)
    }

    @Test func aNoteNamesBandsOnlyWhereThereAreSome() throws {
        #expect(FigureNote(of: try instrument("pcl5")).definition.contains("No bands are published"))
        #expect(FigureNote(of: try instrument("phq9")).definition.contains("moderate from 10"))
        for instrument in Shipped.instruments { #expect(!FigureNote(of: instrument).source.isEmpty) }
    }
}
