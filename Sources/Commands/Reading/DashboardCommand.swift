// No command at all: the dashboard, the same in lines where those are asked for, or the status elsewhere.

import ArgumentParser
import CareDomain

struct DashboardCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Opens the dashboard: what 'lull' alone does.",
        shouldDisplay: false)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        guard invocation.canAsk, global.form == .text else { return try StatusCommand.put(in: &invocation) }
        invocation.conversation.hasMenu = invocation.isPlain
        if try !invocation.isStoreThere() { try offerStore(&invocation) }
        if invocation.isPlain { return try LineSession.run(in: &invocation) }
        invocation.dashboard = invocation.dashboardRequest()
    }

    /// The first time: a store is made only where the person says so.
    private func offerStore(_ invocation: inout Invocation) throws {
        try invocation.put("There is no store at \(invocation.storePath) yet.\n")
        let answer = try invocation.ask("Make one now, yes or no? [yes]").lowercased()
        guard ["", "y", "yes"].contains(answer) else {
            throw Failure(.notFound, "no store was made; 'lull demo' shows what Lull looks like")
        }
        var command = try InitCommand.parse([])
        command.global = global
        try command.perform(in: &invocation)
    }
}

extension Invocation {
    /// The dashboard wants keys and a screen, and was not asked to keep to lines.
    var canOpenDashboard: Bool { canAsk && !isPlain && global.form == .text }

    /// - Parameter programmes: those at hand; nil has them read.
    func dashboardRequest(programmes: [RelaxationProgramme]? = nil) -> DashboardRequest {
        let own = ownConfiguration.configuration
        return DashboardRequest(
            storePath: openedStore?.path ?? storePath, patient: global.patient, author: author,
            now: global.now, zone: global.zone,
            theme: global.theme, configuredTheme: own.themes.flatMap(ThemeWish.init),
            color: global.color ?? own[.color].flatMap(ColorChoice.init) ?? .auto,
            motion: global.motion ?? own[.motion].flatMap(MotionChoice.init),
            ascii: global.ascii || own.drawsASCII,
            readonly: global.readonly, programme: nil, programmes: programmes ?? programmeShelf().programmes,
            voice: own[.speech], guidePages: guidePages(), configuration: own,
            configurationProblems: ownConfiguration.problems, isDemo: false)
    }
}
