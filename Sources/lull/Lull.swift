// The program: the machine's ports, the command line over them, and the dashboard where it is asked for.

import CProcess
import Commands
import Glibc

@main
enum Program {
    static func main() {
        // Before anything is opened: nothing of a person is readable by others, nor left in a core file.
        umask(0o077)
        _ = keepProcessPrivate()
        // A file that may not grow is an error of the write, and no reason to die in the middle of it.
        signal(SIGXFSZ, SIG_IGN)
        let folders = TemporaryFolders()
        let environment = CommandEnvironment.ofThisProcess(folders)
        switch run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environment) {
        case .finished(let status):
            folders.removeAll()
            exit(status.rawValue)
        case .openDashboard(let request): exit(OpenedDashboard(request, environment, folders).run())
        }
    }
}
