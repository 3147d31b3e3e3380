// A breath of one's own on the command line: in, hold, out, hold.

import ArgumentParser
import CareDomain

struct RatioOptions: ParsableArguments {
    @Option(name: .customLong("in"), help: seconds("Breathing in"), transform: Parse.amount)
    var breatheIn: Double?

    @Option(name: .customLong("hold"), help: seconds("Holding after it"), transform: hold)
    var holdIn: Double?

    @Option(name: .customLong("out"), help: seconds("Breathing out"), transform: Parse.amount)
    var breatheOut: Double?

    @Option(name: .customLong("hold-out"), help: seconds("Holding after that"), transform: hold)
    var holdOut: Double?

    private static func seconds(_ what: String) -> ArgumentHelp {
        ArgumentHelp("\(what), in seconds.", valueName: "n")
    }

    /// No hold is one of no seconds.
    private static func hold(_ text: String) throws -> Double {
        guard let value = Double(text), OwnRatio.holdSeconds.contains(value) else {
            throw ValidationError("give a number from 0 to 15")
        }
        return value
    }

    var isGiven: Bool { [breatheIn, holdIn, breatheOut, holdOut].contains { $0 != nil } }

    /// The breath as a programme.
    /// - Throws: `Failure` where a number is out of range, or one way of the breath is not given.
    func programme() throws -> RelaxationProgramme {
        guard let breatheIn, let breatheOut else {
            throw Failure.usage("a breath of your own needs --in and --out, such as --in 4 --out 6")
        }
        let ratio = OwnRatio(
            breatheIn: breatheIn, holdIn: holdIn ?? 0, breatheOut: breatheOut, holdOut: holdOut ?? 0)
        guard let ratio else { throw Self.outOfRange }
        return ratio.programme
    }

    static let outOfRange = Failure.usage(
        "a breath takes 1 to 20 seconds each way, a hold none to 15, such as 4-2-6-0")
}
