// A made-up machine on which everything that can be written down is a payload.

import TestKit

extension World {
    /// The id of a harmless note.
    static let note = "01JDA8XXXXXXXXXXXXXXXXXXXZ"
    static let store = "/home/ada/.local/share/lull"

    /// A world whose store has one person, everything of which is a payload; and what else may lie about.
    static func with(_ payload: Payload) -> World {
        let world = World()
        let people = store + "/people"
        world.files.put(
            #"{"format":"lull-store","version":1,"id":"01JDA8XXXXXXXXXXXXXXXXXXXX"}"#,
            at: store + "/lull-store.json")
        let frame = #""id":"01JDA8XXXXXXXXXXXXXXXXXXXY","seq":1,"at":"2026-01-01T08:00:00.000Z","by":"ada""#
        let second = frame.replacing("XXY", with: "XXZ").replacing("1,", with: "2,")
        world.files.put(
            "{\"v\":1,\(frame),\"kind\":\"person\"}\n"
                + "{\"v\":1,\(second),\"kind\":\"note\",\"text\":\"hello\"}\n",
            at: people + "/ada/ada-1.jsonl")
        world.files.put(PayloadRecords.journal(payload), at: people + "/ada/hostile-1.jsonl")
        // A slash would make two names of one.
        let name = String(payload.repaired.map { $0 == "/" ? "-" : $0 })
        world.files.put("neither\n", at: "\(people)/ada/\(name).jsonl")
        world.files.put("", at: "\(people)/\(name)/x.jsonl")
        for (file, content) in PayloadCommands.ownFiles {
            let path = "/home/ada/.config/lull/" + file.replacing(PayloadRecords.mark, with: name)
            world.files.put(PayloadRecords.filled(content, with: payload.inJSON), at: path)
        }
        return world
    }
}
