// The person's configuration file as a run of a command finds it.

import CareDomain
import JournalStore
import Presets

struct OwnConfiguration {
    /// The whole path, as messages name it.
    let path: String
    private(set) var isThere = false
    private(set) var configuration = Configuration()
    /// What is wrong with the file, a sentence each, with its place.
    private(set) var problems: [String] = []

    /// A file that cannot be read counts as one that says nothing.
    init(_ folders: Folders, _ environment: CommandEnvironment) {
        path = folders.config + "/config.yaml"
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try environment.files.contents(
                of: path, in: nil, for: .readingThroughLinks, limit: 1 << 20)
        } catch {
            let isAbsent = [ErrorNumber.noSuchFile, ErrorNumber.notAFolder].contains(error.errno)
            if !isAbsent {
                isThere = true
                problems = ["\(path): \(environment.files.text(errno: error.errno)); it was left out"]
            }
            return
        }
        isThere = true
        guard let text = String(validating: bytes, as: UTF8.self) else {
            problems = ["\(path): it is not UTF-8 text; it was left out"]
            return
        }
        let read = ConfigurationReader.configuration(in: text, file: path)
        configuration = read.configuration
        let own = read.problems.map { ($0.line ?? 0, Self.sentence($0, path: path)) }
        let keys = environment.keyTable.changed(by: configuration.keys).problems
            .map { ($0.line ?? 0, Self.sentence($0, path: path, environment.keyTable)) }
        problems = (own + keys).sorted { $0.0 < $1.0 }.map { $0.1 }
    }

    private static func sentence(_ problem: PresetProblem, path: String) -> String {
        switch problem.what {
        case .refused(let words) where words.hasPrefix("there is no setting"): "\(problem); it was left out"
        case .wrong: "\(problem); what holds without it is used"
        default: "\(problem); the file was left out"
        }
    }
}

extension Invocation {
    /// Says what is wrong with the configuration beside the output: the first thing, and how to see the rest.
    func noteConfiguration(isWhole: Bool) {
        let problems = environment.namesConfiguration ? ownConfiguration.problems : []
        for problem in isWhole ? problems : Array(problems.prefix(1)) { note(problem) }
        guard !isWhole, problems.count > 1 else { return }
        let more = problems.count - 1
        note("\(NumberWords.count(more, "more thing")) in that file; 'lull keys check' lists all")
    }
}
