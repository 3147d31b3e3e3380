// What a dashboard needs of the command line: its words for a store's problems, and whose journals it writes.

import JournalStore

/// The sentence and the exit status for what went wrong with a store.
package func storeFailure(
    _ problem: StoreProblem, files: any FileSystem
) -> (sentence: String, status: ExitStatus) {
    let failure = Failure(problem, files: files)
    return (failure.message ?? "", failure.status)
}

extension CommandEnvironment {
    /// The journals of this user on this machine.
    package var ownWriter: WriterName {
        .kept(user: loginName, host: hostName, stateFolder: Folders(self).state)
    }
}
