// Who may use a store beside its owner, and the permissions that follow.

/// A store is its owner's alone, or a group's, where each member has journals of its own.
package enum StoreAccess: Equatable, Sendable {
    case owner
    /// Folders hand the group on, and only its owner can take a file out of one.
    case group(UInt32)
    /// Of a group's store the part where each member's journals are their own to read.
    case groupsPrivate(UInt32)

    /// A folder that its group may write to, and that hands its group on, is a group's.
    init(root: FileStatus) {
        self = root.mode & 0o2020 == 0o2020 ? .group(root.group) : .owner
    }

    package var folderMode: UInt32 {
        switch self {
        case .owner: 0o700
        case .group, .groupsPrivate: 0o3770
        }
    }

    package var fileMode: UInt32 {
        switch self {
        case .owner, .groupsPrivate: 0o600
        case .group: 0o660
        }
    }

    /// What holds in the people's folders of a part of the store.
    func inside(_ folder: StoreFolder) -> StoreAccess {
        if case .group(let group) = self, folder == .hidden { .groupsPrivate(group) } else { self }
    }
}

extension FileSystem {
    /// Gives a new folder or file the group and the permissions that it is to have.
    ///
    /// What is made with mode 0700 or 0600 is right for an owner already.
    func open(_ descriptor: Descriptor, to access: StoreAccess, mode: UInt32) throws(FileProblem) {
        switch access {
        case .owner: return
        case .group(let group), .groupsPrivate(let group):
            try setGroup(group, of: descriptor)
            try setMode(mode, of: descriptor)
        }
    }
}
