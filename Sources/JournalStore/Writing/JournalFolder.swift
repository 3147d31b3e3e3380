// A folder of journals that is open: a person's in one part of the store, or that of what was looked at.

import CareDomain

struct JournalFolder {
    /// The path in the store, without a slash at its end.
    let path: String
    let opened: HeldDescriptor
    /// Who may read the journals in it.
    let access: StoreAccess
    /// Whose it is; nil for the audit journals, which are about everyone.
    let owner: (person: PersonID, part: StoreFolder)?

    init(of person: PersonID, in part: StoreFolder, _ opened: HeldDescriptor, _ access: StoreAccess) {
        path = "\(part.rawValue)/\(person)"
        self.opened = opened
        self.access = access
        owner = (person, part)
    }

    init(audit opened: HeldDescriptor, _ access: StoreAccess) {
        path = Store.auditName
        self.opened = opened
        self.access = access
        owner = nil
    }
}

/// How a journal ends that is to be written to.
struct JournalEnd {
    /// The number of the last record in a whole line; 0 where there is none.
    var sequence = 0
    /// The same, also counting one that lacks nothing but its line break.
    var last = 0
    /// True where the file does not end in a line break.
    var isOpen = false
}
