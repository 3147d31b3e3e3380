// Where things are.

import ArgumentParser
import PlainJSON

struct PathsCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths", abstract: "Where things are.", discussion: "  lull paths --json")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let folders = invocation.folders
        let paths = [
            ("store", invocation.storePath), ("config", folders.config + "/config.yaml"),
            ("themes", folders.config + "/themes"), ("programmes", folders.config + "/programmes"),
            ("protocols", folders.config + "/protocols"), ("instruments", folders.config + "/instruments"),
            ("wording", folders.config + "/instruments/wording"), ("guide", folders.config + "/guide"),
            ("state", folders.state),
            ("writers", folders.state + "/writers"), ("drafts", folders.state + "/drafts"),
        ]
        var table = LabelledLines()
        for (name, path) in paths { table.add(name, path) }
        try invocation.put(
            .object(JSONObject(paths.map { ($0, .string($1)) })),
            lines: table.lines(plain: invocation.isPlain))
    }
}
