// Where Lull keeps things when nothing else is said: the folders of the XDG base directory specification.

struct Folders {
    /// The store, where no other is named.
    let data: String
    /// A person's own themes, programmes and settings.
    let config: String
    /// What belongs to this machine: writers and drafts.
    let state: String

    init(_ environment: CommandEnvironment) {
        let home = environment.variable("HOME") ?? "/"
        func folder(_ name: String, _ fallback: String) -> String {
            // The specification has relative paths passed over.
            let base = environment.variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
            return (base ?? (home == "/" ? "" : home) + "/" + fallback) + "/lull"
        }
        data = folder("XDG_DATA_HOME", ".local/share")
        config = folder("XDG_CONFIG_HOME", ".config")
        state = folder("XDG_STATE_HOME", ".local/state")
    }
}
