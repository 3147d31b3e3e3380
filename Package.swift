// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestKit"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "lull",
    products: [.executable(name: "lull", targets: ["lull"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The screen's C side: ncurses as it is installed, and the guard that gives the terminal back after a
        // crash.
        .systemLibrary(name: "CNcurses", path: "Sources/CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CTermGuard"),
        // What the program asks of the system in C: no core files, a sync of everything, and signals that can be
        // waited for.
        .target(name: "CProcess"),

        // What a night, a session and a course are; and a JSON text that keeps order, numbers and line
        // numbers.
        library("CareDomain"),
        library("PlainJSON"),

        // Plain files in and out.
        library("JournalStore", ["CareDomain", "PlainJSON", "CProcess"]),
        library("Exchange", ["CareDomain", "PlainJSON"]),
        library("Presets", ["CareDomain", "CellCanvas", yams], plugins: ["EmbedResources"]),

        // The screen.
        library("CellCanvas"),
        library("Dashboard", ["CareDomain", "CellCanvas"]),
        library("CursesTerminal", ["CellCanvas", "CNcurses", "CTermGuard"]),
        library("DashboardRuntime", ["Dashboard", "CellCanvas", "CareDomain", "JournalStore"]),

        // The command line, and the program.
        library("Commands", ["CareDomain", "PlainJSON", "JournalStore", "Exchange", "Presets", "CellCanvas", argumentParser]),
        .executableTarget(
            name: "lull",
            dependencies: [
                "CareDomain", "CellCanvas", "JournalStore", "Presets", "Dashboard", "DashboardRuntime",
                "CursesTerminal", "Commands", "CProcess",
            ],
            swiftSettings: strict),

        // Tests, and what they share: a file system in memory that fails on request, worlds of the store, goldens.
        .target(
            name: "StoreSimulation", dependencies: ["CareDomain", "JournalStore"],
            path: "Tests/StoreSimulation", swiftSettings: strict),
        .target(
            name: "TestKit",
            dependencies: ["StoreSimulation", "CareDomain", "CellCanvas", "JournalStore", "PlainJSON", "Dashboard", "DashboardRuntime"],
            path: "Tests/TestKit", swiftSettings: strict),
        // A hundred thousand worlds of the store, for `make simulate`.
        .executableTarget(
            name: "simulate-store", dependencies: ["StoreSimulation"], path: "Tests/SimulateStore",
            swiftSettings: strict),
        tests("PlainJSONTests", ["PlainJSON"]),
        tests("CareDomainTests", ["CareDomain", "JournalStore", "PlainJSON", "Presets"]),
        tests("CellCanvasTests", ["CellCanvas"], exclude: ["Goldens"]),
        tests(
            "DashboardTests",
            ["Dashboard", "DashboardRuntime", "CellCanvas", "CareDomain", "JournalStore", "Presets"],
            exclude: ["Goldens"]),
        tests("JournalStoreTests", ["JournalStore", "CareDomain", "PlainJSON"]),
        tests(
            "CommandsTests",
            ["Commands", "JournalStore", "CareDomain", "PlainJSON", "Presets", "CellCanvas"],
            exclude: ["Transcripts", "Fixtures"]),
        tests("PresetsTests", ["Presets", "CareDomain", "CellCanvas", "JournalStore"]),
        tests("ExchangeTests", ["Exchange", "CareDomain", "PlainJSON"]),
        tests("CursesTerminalTests", ["CursesTerminal", "CellCanvas"]),
        // The program as it was built, on a terminal without a window.
        tests("ProgramTests", ["lull", "CellCanvas"]),
        .testTarget(name: "TidyTests", swiftSettings: strict),

        // Themes/ and seeds/ travel inside the program as one generated Swift file.
        .executableTarget(name: "embed-resources", swiftSettings: strict),
        .plugin(name: "EmbedResources", capability: .buildTool(), dependencies: ["embed-resources"]),

    ],
)

// A fuzzer brings its own main and its own flags, so its targets are there only when it is asked for: see
// `make fuzz`.
if Context.environment["LULL_FUZZ"] != nil {
    package.targets += [
        .target(
            name: "FuzzEntry", dependencies: ["StoreSimulation", "JournalStore", "CareDomain"],
            path: "Tests/Fuzz/Entry", swiftSettings: strict),
        .executableTarget(name: "fuzz-journal", dependencies: ["FuzzEntry"], path: "Tests/Fuzz/Runner"),
    ]
}
