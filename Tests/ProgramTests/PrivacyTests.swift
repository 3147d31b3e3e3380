// What others may see of a person: no file, no core, whatever the shell allows.

import Foundation
import Testing

@Suite struct PrivacyTests {
    @Test func whateverTheShellAllowsFilesAreTheOwnersAlone() throws {
        let place = try Place()
        let steps = [
            "init --id ada --name 'Ada Lovell'", "log note hello", "log note hidden --to self",
            "plant --patients 1 --store '\(place.folder.path)/ward'", "log mood --mood 4",
        ]
        for step in steps {
            let run = try place.run(command: ["/bin/sh", "-c", "umask 000; " + place.shellCommand(step)])
            #expect(run.ending == .exited(0), "\(step): \(run.errors)")
        }
        for folder in ["data", "state", "ward"] {
            let root = place.folder.appendingPathComponent(folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            #expect(!names.isEmpty)
            for name in names {
                let path = root.appendingPathComponent(name).path
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode.map { $0 & 0o077 } == 0, "\(folder)/\(name)")
            }
        }
    }

    /// A group's store hands its group on, and keeps each file to its owner.
    @Test func aGroupsStoreIsItsGroups() throws {
        let place = try Place()
        let names = try place.run(command: ["/usr/bin/id", "-gn"])
        let group = names.text.split(separator: "\n").first.map(String.init) ?? ""
        let store = place.folder.path + "/ward"
        for arguments in ["init --group '\(group)' --id ada --name Ada", "log note hello", "verify"] {
            let run = try place.run(
                command: ["/bin/sh", "-c", place.shellCommand(arguments + " --store '\(store)'")])
            #expect(run.ending == .exited(0), "\(arguments): \(run.errors)\(run.text)")
        }
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: store + path)[.posixPermissions] as? Int
        }
        for folder in ["", "/people", "/people/ada", "/private", "/clinic", "/audit"] {
            #expect(try mode(folder) == 0o3770, "\(folder)")
        }
        let journals = try FileManager.default.contentsOfDirectory(atPath: store + "/people/ada")
        for journal in journals { #expect(try mode("/people/ada/" + journal) == 0o660) }
        #expect(!journals.isEmpty)
    }

    /// What was looked at is on the disk when the command has ended, the owner's alone, and checked.
    @Test func whatAClinicLooksAtIsNoted() throws {
        let place = try Place.withAda()
        let zoe = try place.run("patient", "add", "zoe", "--name", "Zoe")
        #expect(zoe.ending == .exited(0), "\(zoe.errors)")
        let nights = try place.run("nights", "--patient", "zoe")
        #expect(nights.ending == .exited(0) && nights.errors.isEmpty, "\(nights.errors)")
        let audit = try place.run("audit", "--csv")
        #expect(audit.text.contains(",viewed,zoe,nights"), "\(audit.text)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: place.folder.path)
        let journal = try #require(files.first { $0.contains("/audit/") && $0.hasSuffix(".jsonl") })
        let path = place.folder.appendingPathComponent(journal).path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try place.run("verify").ending == .exited(0))
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text = text.replacing("\"nights\"", with: "\"nothing\"")
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let verified = try place.run("verify")
        #expect(verified.ending == .exited(1))
        #expect(verified.text.hasPrefix("audit/") && verified.text.contains(":1: changed after"))
    }

    @Test func noCoreIsLeft() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        let limits = String(
            decoding: place.bytes(of: "/proc/\(terminal.child.process)/limits"), as: UTF8.self)
        let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(core?.split(separator: " ").filter { $0 == "0" }.count == 2, "\(core ?? "")")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    /// A file that may not grow is an error of the write, and what was there stays.
    @Test func aFileThatMayNotGrowIsAnError() throws {
        let place = try Place.withAda()
        let note = String(repeating: "x", count: 3000)
        let command = "ulimit -f 1; " + place.shellCommand("log note \(note)")
        let run = try place.run(command: ["/bin/bash", "-c", command])
        #expect(run.ending == .exited(74), "\(run.errors)")
        #expect(run.errors.hasPrefix("lull: cannot write"), "\(run.errors)")
        let verified = try place.run("verify")
        #expect(verified.ending == .exited(0) && verified.output.isEmpty, "\(verified.text)")
    }
}
