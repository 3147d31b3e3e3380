// Output that does not go to a terminal: no escape sequences, and no success where nothing arrived.

import Glibc
import Testing

@Suite struct PipeTests {
    @Test func listingsAreBareText() throws {
        let place = try Place.withAda()
        let logged = try place.run(
            "log", "night", "--bed", "22:30", "--try", "23:00", "--woke", "6:40", "--up", "7:00")
        #expect(logged.ending == .exited(0) && !logged.hasEscapes)
        let listings = [
            "", "status", "cohort", "nights", "naps", "sessions", "practices", "calendar", "summary", "paths",
            "--help",
        ]
        for listing in listings {
            let run = try place.run(command: [Place.program] + (listing.isEmpty ? [] : [listing]))
            #expect(run.ending == .exited(0), "\(listing): \(run.errors)")
            #expect(!run.hasEscapes && !run.output.contains(0x0d), "\(listing)")
        }
        let status = try place.run("status")
        #expect(status.text.contains("Ada"))
    }

    @Test func aDemoInAPipeIsBareTextAndLeavesNothingBehind() throws {
        let place = try Place()
        let demo = try place.run("demo")
        #expect(demo.ending == .exited(0) && !demo.hasEscapes)
        #expect(demo.text.contains("Ada Lovell"))
        #expect(place.temporaryFiles == [])
    }

    @Test func colourAskedForIsStillTextInAPipe() throws {
        let place = try Place.withAda()
        place.environment["CLICOLOR_FORCE"] = "1"
        for command in ["status", "cohort", "calendar"] {
            let run = try place.run(command)
            #expect(!run.hasEscapes, "\(command)")
        }
    }

    @Test func aFullDiskIsNoSuccess() throws {
        let place = try Place.withAda()
        for command in ["status", "cohort", "nights --json", "paths", "--help"] {
            let run = try place.run(
                command: ["/bin/sh", "-c", place.shellCommand(command) + " > /dev/full"])
            #expect(run.ending == .exited(74), "\(command)")
            #expect(run.errors.hasPrefix("lull: cannot write the output"), "\(command): \(run.errors)")
        }
    }

    @Test func aClosedOutputIsNoSuccess() throws {
        let place = try Place.withAda()
        let run = try place.run(command: ["/bin/sh", "-c", place.shellCommand("status") + " >&-"])
        #expect(run.ending == .exited(74))
    }

    @Test func aReaderThatHasGoneEndsItQuietly() throws {
        let place = try Place.withAda()
        let fifo = "'\(place.folder.path)/fifo'"
        // The last reader closes its end before anything is written.
        let run = try place.run(command: [
            "/bin/sh", "-c",
            "mkfifo \(fifo); exec 3<>\(fifo) 4>\(fifo) 3<&-; exec \(place.shellCommand("status")) >&4",
        ])
        #expect(run.ending == .signalled(SIGPIPE) || run.ending == .exited(74))
        #expect(run.errors == "")
    }
}
