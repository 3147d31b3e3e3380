// What the program needs of the command line to open a dashboard: its words for a store's problems, and its
// journals.

import JournalStore

/// The sentence and the exit status for what went wrong with a store.
package func storeFailure(
    _ problem: StoreProblem, files: any FileSystem
) -> (sentence: String, status: ExitStatus) {
    let failure = Failure(problem, files: files)
    return (failure.message ?? "", failure.status)
}

extension CommandEnvironment {
    /// What belongs to this user on this machine: writers, and drafts.
    package var stateFolder: String { Folders(self).state }

    /// The journals of this user on this machine.
    package var ownWriter: WriterName {
        .kept(user: loginName, host: hostName, stateFolder: Folders(self).state)
    }
}
