// A bar on standard error that shows how far long work has come, where that is a terminal.

struct ProgressBar {
    private let environment: CommandEnvironment
    private let title: String
    private var shown = -1

    init(_ title: String, _ environment: CommandEnvironment) {
        self.title = title
        self.environment = environment
    }

    private static let width = 30

    mutating func show(_ done: Int, of total: Int) {
        guard environment.terminals.contains(.error), total > 0 else { return }
        let filled = min(Self.width, max(0, Self.width * done / total))
        guard filled != shown else { return }
        shown = filled
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
        try? environment.write("\r\(title) [\(bar)]", .error)
    }

    /// Takes the bar away again.
    mutating func clear() {
        guard shown >= 0 else { return }
        shown = -1
        let blank = String(repeating: " ", count: title.count + Self.width + 3)
        try? environment.write("\r\(blank)\r", .error)
    }
}
