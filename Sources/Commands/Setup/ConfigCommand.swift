// The settings: a file to start from, and what holds now with the place that says so.

import ArgumentParser
import CellCanvas
import PlainJSON
import Presets

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "The settings: default, show.",
        discussion: """
            The settings stand in config.yaml, where 'lull paths' says. What is given
            on the command line comes before them.

              lull config default > ~/.config/lull/config.yaml
            """,
        subcommands: [ConfigDefault.self, ConfigShow.self])
}

struct ConfigDefault: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "default", abstract: "Prints a whole file of settings, all of them in comments.",
        discussion: "  lull config default > ~/.config/lull/config.yaml")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        try invocation.put(lines: Configuration.standardFile)
    }
}

struct ConfigShow: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows what holds, and where each value comes from.",
        discussion: "  lull config show --json")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let own = invocation.ownConfiguration
        var listing = Listing(
            keys: ["setting", "value", "from", "line"],
            columns: [.left("Setting"), .left("Value", limit: 60), .left("From", limit: 80)], whenEmpty: "")
        for setting in Setting.allCases {
            let held = invocation.held(setting)
            let place = held.line.map { "\(held.source):\($0)" } ?? held.source
            listing.add(
                [
                    "setting": .string(setting.rawValue), "value": .optional(held.value),
                    "from": .string(held.source), "line": .optional(held.line),
                ], cells: [setting.rawValue, held.value ?? setting.standard, place])
        }
        try invocation.put(listing)
        if !own.isThere { invocation.note("there is no \(own.path); 'lull config default' prints one") }
    }
}

extension Invocation {
    /// What holds for a setting.
    fileprivate struct Held {
        /// Nil where it is found out when it is needed, or nothing.
        var value: String?
        /// A file's path, an option, or a word.
        var source: String
        var line: Int?
    }

    fileprivate func held(_ setting: Setting) -> Held {
        if let (option, value) = given(setting) { return Held(value: value, source: option) }
        if let entry = ownConfiguration.configuration.entries[setting] {
            return Held(value: entry.text, source: ownConfiguration.path, line: entry.line)
        }
        if setting == .by { return Held(value: environment.loginName, source: "login name") }
        let standard = setting.standard
        return Held(value: standard.hasPrefix("(") ? nil : standard, source: "default")
    }

    /// What the command line says of a setting.
    private func given(_ setting: Setting) -> (option: String, value: String)? {
        switch setting {
        case .by: global.by.map { ("--by", $0) }
        case .theme: global.theme.map { ("--theme", $0) }
        case .color: global.color.map { ("--color", $0.rawValue) }
        case .motion: global.motion.map { ("--motion", $0.rawValue) }
        case .glyphs: global.ascii ? ("--ascii", "ascii") : nil
        case .weekStart, .showFiguresInTheEvening, .mouse, .speech, .idleMinutes, .lock, .lockCommand,
            .keys:
            nil
        }
    }
}
