// A dose that is far from the plan, or outside what its route takes, is said back and typed again.

import ArgumentParser
import CareDomain
import Presets

struct DoseConfirmation: ParsableArguments {
    @Option(
        help: ArgumentHelp("The dose once more, where it is far from the plan.", valueName: "number"),
        transform: Parse.amount)
    var confirmDose: Double?

    /// Asks for the number again on a terminal, and wants it as an option elsewhere.
    /// - Parameters:
    ///   - planned: what the plan says; nil where it says nothing.
    ///   - route: that of the plan, where none is given.
    ///   - weight: the newest that is known.
    /// - Throws: `Failure` where it does not come again as it was.
    func check(
        _ options: DoseOptions, against planned: Dose?, route: Route?, on date: CivilDate,
        weight: BodyWeight?, _ invocation: inout Invocation
    ) throws {
        guard let dose = options.dose else { return }
        if let confirmDose, confirmDose != dose.amount {
            throw Failure.badData("--confirm-dose does not repeat the dose of \(dose.words); check both")
        }
        let route = options.route ?? route
        let check = DoseCheck(
            dose, planned: planned, route: route.flatMap(Shipped.doseRoute), weight: weight, on: date)
        if let other = check.notCompared {
            invocation.note(
                "\(dose.words) cannot be compared with the planned \(other.words): no weight of the last "
                    + "\(DoseCheck.weightDays) days is known")
        }
        if planned == nil, !check.isCompared {
            invocation.note("there is nothing to compare \(dose.words) with; look at it once more")
        }
        guard !check.questions.isEmpty, confirmDose == nil else { return }
        let said = "\(dose.words)\(route.map { " \($0.label)" } ?? "")"
        let why = check.questions.map(\.words).joined(separator: "; ")
        guard invocation.canAsk else {
            throw Failure.badData(
                "\(said): \(why); if it is right, repeat the number with --confirm-dose")
        }
        try invocation.put(lines: ["\(said): \(why)."])
        let again = try invocation.ask("Type the number again to keep it:")
        guard let amount = Double(again), amount == dose.amount else {
            throw Failure.badData("\(quoted(again)) is not \(dose.words); nothing was kept")
        }
    }
}
