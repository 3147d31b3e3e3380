// No command at all: the dashboard, or what it would say where there is no terminal for it.

import ArgumentParser
import CareDomain

struct DashboardCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Opens the dashboard: what 'lull' alone does.",
        shouldDisplay: false)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        guard invocation.canOpenDashboard else { return try StatusCommand.put(in: &invocation) }
        invocation.dashboard = invocation.dashboardRequest()
    }
}

extension Invocation {
    /// The dashboard wants keys and a screen, and was not asked to keep to lines.
    var canOpenDashboard: Bool { canAsk && !global.plain && global.form == .text }

    func dashboardRequest() -> DashboardRequest {
        DashboardRequest(
            storePath: openedStore?.path ?? storePath, patient: global.patient, author: author,
            now: global.now,
            zone: global.zone, theme: global.theme, color: global.color, motion: global.motion,
            ascii: global.ascii,
            readonly: global.readonly, programme: nil, isDemo: false)
    }
}
