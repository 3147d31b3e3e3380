// The questionnaires at hand: those that ship, a person's or a clinic's own over them, and their wordings.

import CareDomain
import Presets

struct InstrumentShelf {
    private(set) var instruments: [String: Instrument] = [:]
    private(set) var wordings: [String: Wording] = [:]

    /// By name.
    var all: [Instrument] { instruments.values.sorted { $0.name < $1.name } }

    func instrument(_ name: String) -> Instrument? { instruments[name] }

    init(_ shipped: [Instrument]) {
        for instrument in shipped { instruments[instrument.name] = instrument }
    }

    /// Puts a file in the place of the one that has its name. The answers that need someone are not lost by
    /// that: a file that names none keeps those of the form that it describes anew.
    mutating func add(_ file: OwnFile) throws(PresetProblem) {
        var instrument = try InstrumentReader.instrument(in: file.text, file: file.path)
        if let old = instruments[instrument.name], instrument.concerns.isEmpty,
            old.items.count == instrument.items.count
        {
            instrument.concerns = old.concerns
        }
        instruments[instrument.name] = instrument
    }

    /// Takes the wording of a questionnaire that is on the shelf.
    mutating func addWording(_ file: OwnFile) throws(PresetProblem) {
        let name = InstrumentShelf.name(of: file.path)
        guard let instrument = instruments[name] else {
            throw PresetProblem(
                file: file.path, what: .refused("there is no questionnaire \(quoted(name)) to word"))
        }
        wordings[name] = try WordingReader.wording(in: file.text, file: file.path, of: instrument)
    }

    private static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }
}

extension Invocation {
    /// Reads the person's own files; what is wrong with one is said in a sentence, and the rest goes on.
    func instrumentShelf() -> InstrumentShelf {
        var shelf = InstrumentShelf(Shipped.instruments)
        for file in ownFiles("instruments") {
            do throws(PresetProblem) { try shelf.add(file) } catch { note("\(error); it was left out") }
        }
        for file in ownFiles("instruments/wording") {
            do throws(PresetProblem) { try shelf.addWording(file) } catch {
                note("\(error); it was left out")
            }
        }
        return shelf
    }
}
