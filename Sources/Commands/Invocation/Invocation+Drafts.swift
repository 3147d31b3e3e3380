// What was given and could not be written is kept aside, so that it has not to be given again.

import CareDomain
import JournalStore
import PlainJSON

extension Invocation {
    /// The drafts of the store that is open.
    mutating func draftShelf() throws -> DraftShelf {
        DraftShelf(of: try store(), stateFolder: folders.state, random: environment.random)
    }

    /// The failure of a write, with the place where what was to be written is kept, where it can be kept.
    func keepingAside(_ draft: RecordDraft, _ failure: Failure) -> Failure {
        guard let message = failure.message, keepsAside,
            [.inputOutput, .busy, .notAllowed, .cannotCreate].contains(failure.status),
            let kind = draft.body.loggedKind, let path = try? writeAside(draft.body.fields, kind)
        else { return failure }
        return Failure(
            failure.status, message + "; what you gave is kept: 'lull log \(kind) --stdin < \(path)' takes it"
        )
    }

    private func writeAside(_ fields: JSONObject, _ kind: String) throws(FileProblem) -> String {
        let files = environment.files
        let folder = folders.state + "/drafts"
        try files.ensureFolders(folder, synced: false)
        let opened = try files.openFolder(folder, in: nil)
        defer { files.close(opened) }
        let name = "\(kind)-\(now.milliseconds).json"
        let file = try files.openFile(name, in: opened, for: .creating)
        defer { files.close(file) }
        var written = 0
        do {
            try files.writeAll(fields.bytes() + [0x0A], to: file, path: name, written: &written)
        } catch {
            // A part of it would only mislead.
            try? files.remove(name, in: opened)
            throw error
        }
        return folder + "/" + name
    }
}

extension RecordBody {
    /// The kind as 'lull log' names it; nil for one that it does not take.
    fileprivate var loggedKind: String? {
        kind == "night" || EntryKind(rawValue: kind) != nil ? kind : nil
    }
}
