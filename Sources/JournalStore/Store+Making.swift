// Making a store: its folders, and the file that says what it is.

import CareDomain
import PlainJSON

extension Store {
    /// Makes an empty store in a folder that is not there, or is empty.
    /// - Parameter id: what tells this store from all others.
    /// - Throws: `alreadyThere`, `cannotCreate`, `notPermitted`.
    package static func make(
        at path: String, id: RecordID, now: OffsetInstant, files: any FileSystem
    ) throws(StoreProblem) {
        let path = trimmed(path)
        do {
            try files.ensureFolders(path)
            let root = OpenFolder(try files.openFolder(path, in: nil), files)
            let names = try files.list(root.descriptor)
            guard !names.contains(settingsName) else { throw StoreProblem.alreadyThere(path: path) }
            // What an attempt that was cut short has left is taken over.
            let own = StoreFolder.allCases.map(\.rawValue) + ["audit", newSettingsName]
            guard names.allSatisfy({ own.contains($0) || $0.hasPrefix(".") }) else {
                throw StoreProblem.cannotCreate(path: path, errno: ErrorNumber.notEmpty)
            }
            for folder in own.dropLast() { _ = try files.ensureFolder(folder, in: root.descriptor) }
            let hidden = StoreFolder.hidden.rawValue + "/\n"
            for name in [".gitignore", ".stignore"] where !names.contains(name) {
                try write(hidden, to: name, root, files)
            }
            let settings: JSONObject = [
                "format": "lull-store", "version": .integer(Int64(version)), "id": .string(id.text),
                "created": .string(now.text()),
            ]
            // Under its own name only once it is whole, so that a folder is a store or is none.
            try write(settings.text() + "\n", to: newSettingsName, root, files)
            try files.rename(newSettingsName, to: settingsName, in: root.descriptor)
            try files.syncFolder(root.descriptor)
        } catch let problem as StoreProblem {
            throw problem
        } catch let problem as FileProblem {
            throw .creating(problem, path)
        } catch {
            throw .cannotCreate(path: path, errno: ErrorNumber.inputOutput)
        }
    }

    private static let newSettingsName = settingsName + ".new"

    private static func write(
        _ text: String, to name: String, _ folder: OpenFolder, _ files: any FileSystem
    ) throws(FileProblem) {
        let file = try files.openFile(name, in: folder.descriptor, for: .appending)
        defer { files.close(file) }
        try files.truncate(file, to: 0)
        var written = 0
        try files.writeAll(Array(text.utf8), to: file, path: name, written: &written)
        try files.syncData(file)
    }
}
