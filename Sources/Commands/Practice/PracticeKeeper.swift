// Who practises on the command line, and what of a programme is changed or questioned for them today.

import CareDomain

struct PracticeKeeper {
    /// Nil where there is no store, or it is not clear who practises.
    let subject: Subject?

    init(_ invocation: inout Invocation) throws {
        subject = try Self.subject(&invocation)
    }

    /// A guide is needed most when nothing else works: a store that cannot be read takes nothing from it.
    private static func subject(_ invocation: inout Invocation) throws -> Subject? {
        guard !invocation.global.readonly else { return nil }
        do {
            guard try invocation.isStoreThere() else { return nil }
            if invocation.global.patient == nil, try invocation.people().count != 1 { return nil }
            return try invocation.theSubject()
        } catch let failure as Failure where failure.status != .usage {
            if let message = failure.message { invocation.note(message + "; this practice is not kept") }
            return nil
        }
    }

    func fit(_ programme: RelaxationProgramme, now: Instant) -> PracticeFit {
        guard let subject else {
            return PracticeFit(programme, for: PracticePerson(), on: PracticeDay.ofNobody(programme))
        }
        return PracticeFit(
            programme, for: PracticePerson(subject.history.details),
            on: subject.history.practiceDay(at: now, in: subject.zone))
    }

    /// Says what stands against it, with another way; someone at a terminal is asked whether to go on.
    func goesOn(
        with fit: PracticeFit, among programmes: [RelaxationProgramme], _ invocation: inout Invocation
    ) throws -> Bool {
        guard let barrier = fit.barrier, let subject else { return true }
        let other = PracticeFit.instead(
            of: fit.programme, among: programmes, for: PracticePerson(subject.history.details),
            on: subject.history.practiceDay(at: invocation.now, in: subject.zone))
        let offer = other.map { " Today rather: lull relax \($0.name)" } ?? ""
        invocation.note(barrier.words + offer)
        if barrier.isFirm { return false }
        guard invocation.canAsk, invocation.global.form == .text else { return true }
        return ["y", "yes"].contains(try invocation.ask("Begin it all the same? [no]").lowercased())
    }
}

extension PracticeDay {
    /// Of whom nothing is known, the first month is not known either.
    fileprivate static func ofNobody(_ programme: RelaxationProgramme) -> PracticeDay {
        var day = PracticeDay()
        day.monthOld = [programme.name]
        return day
    }
}
