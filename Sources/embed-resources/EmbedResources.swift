// Turns the text files below some folders into one Swift source: embed-resources ROOT OUTPUT FOLDER...

import Foundation

@main
struct EmbedResources {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 3, let root = arguments.first else {
            throw Failure(description: "usage: embed-resources ROOT OUTPUT FOLDER...")
        }
        let output = arguments[arguments.startIndex + 1]
        var source = "// Generated from Themes/ and seeds/. Do not edit.\n\n"
        source += "extension EmbeddedFile {\n    static let all: [EmbeddedFile] = [\n"
        for folder in arguments.dropFirst(2) {
            for path in try textFiles(below: folder, root: root) {
                let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
                source += "        EmbeddedFile(path: \(literal(path)), text: \(literal(text))),\n"
            }
        }
        source += "    ]\n}\n"
        try source.write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// Paths relative to the root, sorted; hidden files are left out.
    private static func textFiles(below folder: String, root: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
            .filter { !$0.split(separator: "/").contains { part in part.hasPrefix(".") } }
            .map { folder + "/" + $0 }
            .sorted()
    }

    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
