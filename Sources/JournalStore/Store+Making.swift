// Making a store: its folders, and the file that says what it is.

import CareDomain
import PlainJSON

extension Store {
    /// Makes an empty store in a folder that is not there, or is empty.
    /// - Parameters:
    ///   - id: what tells this store from all others.
    ///   - access: who may use it; in a group's store each member writes journals of its own.
    /// - Throws: `alreadyThere`, `cannotCreate`, `notPermitted`.
    package static func make(
        at path: String, id: RecordID, now: OffsetInstant, files: any FileSystem,
        for access: StoreAccess = .owner
    ) throws(StoreProblem) {
        let path = trimmed(path)
        do {
            try files.ensureFolders(path)
            let root = HeldDescriptor(try files.openFolder(path, in: nil), files)
            let names = try files.list(root.descriptor)
            guard !names.contains(settingsName) else { throw StoreProblem.alreadyThere(path: path) }
            // What an attempt that was cut short has left is taken over.
            let parts = StoreFolder.allCases.map(\.rawValue) + [auditName]
            let own = parts + [newSettingsName]
            guard names.allSatisfy({ own.contains($0) || $0.hasPrefix(".") }) else {
                throw StoreProblem.cannotCreate(path: path, errno: ErrorNumber.notEmpty)
            }
            try files.open(root.descriptor, to: access, mode: access.folderMode)
            // A folder that was there before may have been made for others to read.
            if access == .owner { try? files.setMode(access.folderMode, of: root.descriptor) }
            for name in parts {
                _ = try files.ensureFolder(name, in: root.descriptor)
                let folder = HeldDescriptor(try files.openFolder(name, in: root.descriptor), files)
                try files.open(folder.descriptor, to: access, mode: access.folderMode)
            }
            let hidden = StoreFolder.hidden.rawValue + "/\n"
            for name in [".gitignore", ".stignore"] where !names.contains(name) {
                try write(hidden, to: name, root, access, files)
            }
            let settings: JSONObject = [
                "format": "lull-store", "version": .integer(Int64(version)), "id": .string(id.text),
                "created": .string(now.text()),
            ]
            // Under its own name only once it is whole, so that a folder is a store or is none.
            try write(settings.text() + "\n", to: newSettingsName, root, access, files)
            try files.rename(newSettingsName, to: settingsName, in: root.descriptor)
            try files.syncFolder(root.descriptor)
            // An attempt that was cut short may have made folders whose names never reached the disk.
            files.syncNames(above: path)
        } catch let problem as StoreProblem {
            throw problem
        } catch let problem as FileProblem {
            throw .creating(problem, path)
        } catch {
            throw .cannotCreate(path: path, errno: ErrorNumber.inputOutput)
        }
    }

    static let auditName = "audit"
    private static let newSettingsName = settingsName + ".new"

    private static func write(
        _ text: String, to name: String, _ folder: HeldDescriptor, _ access: StoreAccess,
        _ files: any FileSystem
    ) throws(FileProblem) {
        let file = try files.openFile(name, in: folder.descriptor, for: .appending)
        defer { files.close(file) }
        try files.truncate(file, to: 0)
        try files.open(file, to: access, mode: access.fileMode)
        var written = 0
        try files.writeAll(Array(text.utf8), to: file, path: name, written: &written)
        try files.syncData(file)
    }
}
