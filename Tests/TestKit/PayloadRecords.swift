// Records in which every text is a payload: as a hostile person, program or synchroniser could leave them.

import CareDomain

/// The records as a table, so that a new kind or field is one more line of it. `¤` stands for the payload.
package enum PayloadRecords {
    package static let mark = "¤"

    /// What each line has beside the frame; `by` is a payload in all of them.
    package static let lines = [
        #""kind":"person","name":"¤","zone":"America/Chicago","conditions":["¤","¤"],"cautions":["¤"],"#
            + #""settings":{"¤":"¤"}"#,
        #""kind":"course","protocol":"¤","start":"2026-02-16","weeks":6,"why":"¤","plan":["#
            + #"{"id":"¤","at":"2026-02-23T10:00:00-06:00","dose":84,"unit":"mg","route":"iv"},"#
            + #"{"id":"¤2","at":"2026-03-09T10:00:00-05:00"}]"#,
        #""kind":"session","planned":"¤","status":"done","start":"2026-02-23T10:05:00-06:00","#
            + #""end":"2026-02-23T10:45:00-06:00","dose":84,"unit":"mg","route":"iv","#
            + #""events":[{"what":"¤","severity":"¤","action":"¤"}],"observer":"¤","note":"¤","#
            + #""site":"¤","lot":"¤","escort":"¤","checks":["¤"]"#,
        #""kind":"session","status":"planned","start":"2026-03-04T10:00:00-06:00","note":"¤""#,
        #""kind":"night","night":"2026-03-02","zone":"America/Chicago","#
            + #""intoBed":"2026-03-01T22:30:00-06:00","outOfBed":"2026-03-02T06:30:00-06:00","#
            + #""medication":"¤","comment":"¤","vendor":"¤","source":"¤","key":"¤""#,
        #""kind":"night","night":"2026-03-01","zone":"¤","intoBed":"2026-02-28T22:30:00-06:00","#
            + #""outOfBed":"2026-03-01T06:30:00-06:00","comment":"¤""#,
        #""kind":"nap","start":"2026-03-01T14:00:00-06:00","minutes":20,"zone":"¤","source":"¤","key":"¤""#,
        #""kind":"practice","programme":"¤","start":"2026-03-01T21:00:00-06:00","seconds":60,"#
            + #""completed":true"#,
        #""kind":"habits","day":"2026-03-01","alcoholDrinks":0"#,
        #""kind":"mood","day":"2026-03-01","mood":4"#,
        #""kind":"symptoms","day":"2026-03-01","other":"¤""#,
        #""kind":"medication","name":"¤","dose":84,"unit":"¤""#,
        #""kind":"contact","name":"¤","phone":"¤","role":"¤","when":"¤""#,
        #""kind":"clinic","name":"¤","phone":"¤","hours":"¤","crisis":"¤""#,
        #""kind":"call","start":"2026-03-01T21:00:00-06:00","about":["¤"],"note":"¤""#,
        #""kind":"duty","session":"¤","what":"¤""#,
        #""kind":"referral","to":"¤","why":"¤","outcome":"¤""#,
        #""kind":"therapy","what":"¤","outcome":"¤""#,
        #""kind":"plan","goals":[{"what":"¤","measure":"¤","target":"¤"}],"with":"¤","badHours":{"#
            + #""signs":["¤"],"helps":["¤"],"people":["¤"],"places":["¤"],"safer":["¤"]}"#,
        #""kind":"adjustment","what":"¤","from":"¤","to":"¤","why":"¤""#,
        #""kind":"acknowledgement","flag":"¤","state":"seen","note":"¤","assignee":"¤","rules":"¤","#
            + #""seen":[{"name":"¤","seq":1,"sum":"¤"}]"#,
        #""kind":"viewed","patient":"ada","what":"¤""#, #""kind":"exported","patient":"ada","what":"¤""#,
        #""kind":"damage","file":"¤","line":1,"why":"¤""#,
        #""kind":"checkIn","instrument":"¤","version":"¤","total":4"#,
        #""kind":"checkIn","instrument":"phq9","version":"¤","answers":[1,1,1,1,1,1,1,1,1]"#,
        #""kind":"note","text":"¤","about":"¤","to":"¤""#,
        #""kind":"retraction","of":"01JDA8XXXXXXXXXXXXXXXXXXXX","why":"¤""#,
        #""kind":"¤","¤":"¤""#,
        // What cannot be read is named with what it says.
        #""kind":"session","status":"¤""#, #""kind":"night","night":"¤","zone":"UTC""#,
        #""kind":"nap","start":"¤""#, #""kind":"person","workDays":["¤"]"#,
        #""kind":"note","text":"x","¤":1,"¤":2"#,
    ]

    /// The lines as a journal has them, with a payload in each place.
    /// - Parameter number: another one for each journal of a store.
    package static func journal(_ payload: Payload, number: UInt16 = 0) -> [UInt8] {
        lines.enumerated().flatMap { index, line in
            let id = RecordID(
                milliseconds: 1_772_000_000_000 + Int64(index), randomness: (number, UInt64(index)))
            let frame =
                #"{"v":1,"id":"\#(id)","seq":\#(index + 1),"at":"2026-03-02T08:00:00.000-06:00","by":"¤","#
            return filled(frame + line + "}\n", with: payload.inJSON)
        }
    }

    package static func filled(_ text: String, with bytes: [UInt8]) -> [UInt8] {
        let parts = text.split(separator: Character(mark), omittingEmptySubsequences: false)
        return Array(parts.map { Array($0.utf8) }.joined(separator: bytes))
    }
}
