// Who may use a store beside its owner, and the permissions that follow.

/// A store is its owner's alone, or a group's, where each member has journals of its own.
package enum StoreAccess: Equatable, Sendable {
    case owner
    /// Folders hand the group on, and only its owner can take a file out of one.
    case group(UInt32)

    /// A folder that its group may write to, and that hands its group on, is a group's.
    init(root: FileStatus) {
        self = root.mode & 0o2020 == 0o2020 ? .group(root.group) : .owner
    }

    package var folderMode: UInt32 {
        switch self {
        case .owner: 0o700
        case .group: 0o3770
        }
    }

    package var fileMode: UInt32 {
        switch self {
        case .owner: 0o600
        case .group: 0o660
        }
    }

    /// What holds in a part of the store: what is private stays its writer's, also in a group's store.
    func inside(_ folder: StoreFolder) -> StoreAccess { folder == .hidden ? .owner : self }
}

extension FileSystem {
    /// Gives a new folder or file the group and the permissions that it is to have.
    ///
    /// What is made with mode 0700 or 0600 is right for an owner already.
    func open(_ descriptor: Descriptor, to access: StoreAccess, mode: UInt32) throws(FileProblem) {
        guard case .group(let group) = access else { return }
        try setGroup(group, of: descriptor)
        try setMode(mode, of: descriptor)
    }
}
