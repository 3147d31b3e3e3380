// The commands of the payload tests as tables, so that a new one is one more line. `¤` is the payload.

enum PayloadCommands {
    /// Commands that print what is stored.
    static let reading = [
        "--plain", "status", "calendar --ascii", "patient list", "patient show", "course show", "nights",
        "naps", "sessions", "habits", "practices", "summary", "cohort", "cohort --page outcomes",
        "cohort --page sessions", "calendar", "records", "verify",
        "audit",
        "scores", "check-in list", "chart list", "chart sleep", "chart trend", "chart session-nights",
        "chart helps", "chart caffeine", "chart scores", "chart adjustments", "chart window", "flags",
        "flags --load", "cohort --page strips", "cohort --page diaries", "guide",
        "guide stimulants --own", "report", "report --for clinic",
        "cohort --page today", "cohort --report",
    ]

    /// How each of them can be asked.
    static let forms = ["", "--json", "--jsonl", "--csv"]

    /// Those that show a note, a name or a reason whole, so that both doses must be in what they print.
    static let whole = [
        "patient show", "patient list --json", "nights --csv", "nights --jsonl", "sessions --csv",
        "sessions --json", "course show --json", "status --json", "practices --csv", "records --jsonl",
        "records --csv", "scores --json",
    ]

    /// Commands that are given the payload; `@` is the id of a note.
    static let arguments = general + people + records + files

    private static let general = [
        // Names of nothing.
        "¤", "-¤", "--¤", "--¤ status", "status ¤", "status --¤", "status --nights=¤", "help ¤", "patient ¤",
        "--generate-completion-script ¤", "--generate-completion-script=¤",
        // Global options.
        "--store ¤ status", "--store /¤ status", "status --store=./¤", "status --patient ¤",
        "status --patient=¤", "--zone ¤ status", "--now ¤ status", "--color ¤ status", "--motion ¤ status",
        "--theme ¤ status", "theme show ¤", "theme check ¤", "--by ¤ log note hello", "--by ¤ patient list",
        // Windows and orders.
        "nights --from ¤", "nights --to ¤", "nights --last ¤", "cohort --sort ¤", "cohort --sort name:¤",
        "cohort --page ¤", "cohort --filter ¤", "cohort --report --filter ¤", "cohort --report --hours ¤",
        "cohort --report --format ¤", "cohort --report --format html", "cohort --report --format markdown",
        "cohort --report --to ¤", "cohort --report --to /nowhere/¤", "records --history ¤",
        "records --kind ¤", "scores --from ¤",
        "habits --last ¤", "summary --last ¤", "watch --patient ¤", "audit --patient ¤", "audit --last ¤",
        "verify ¤", "verify --repair",
        "flags --level ¤", "flags --as-of ¤", "flag show ¤", "flag seen ¤ --note ¤",
        "flag ack ¤ --note x --assign ¤",
        "flag close ¤ --note ¤ --until ¤", "chart ¤", "chart trend ¤", "chart scores ¤",
        "chart session-nights ¤", "chart helps --from ¤", "report --format html", "report --format ¤",
        "report --format markdown --for clinic", "report --to ¤", "report --to /nowhere/¤", "report --for ¤",
        "report --leave-out ¤",
        // Settings and keys.
        "config show --by ¤ --theme ¤", "config default", "config ¤", "keys list --json", "keys check",
        "keys ¤",
    ]

    private static let people = [
        "patient add ¤", "patient add kim --name ¤ --condition ¤ --caution ¤", "patient set --name ¤",
        "patient add kim --born-year ¤", "patient set --bed ¤ --rise ¤", "patient set --setting ¤",
        "patient set --setting ¤=¤", "patient set --work-days ¤",
        // Courses and sessions.
        "course start --protocol ¤", "course start --protocol ¤ --start 2026-03-04",
        "course start --protocol iv-six-2w --start ¤", "course end --why ¤",
        "course start --protocol iv-six-2w --start 2026-06-04 --sessions ¤", "session done ¤",
        "session done --at ¤", "session done ¤ --event ¤ --observer ¤ --note ¤", "session done --route ¤",
        "session done --dose ¤ --unit ¤", "session done --event ¤;severity=¤;at=¤",
        "session done --event x;¤=¤",
        "session done --site ¤ --lot ¤ --escort ¤ --check ¤ --weight-kg ¤", "session done --ready-at ¤",
        "session reading ¤ --pulse 70", "session reading --minute ¤ --pulse 70", "session event --what ¤",
        "session event ¤ --what ¤ --severity ¤ --action ¤", "session event --what x --at ¤ --resolved ¤",
        "session left ¤ --escort ¤", "session left --ready ¤", "session left --left ¤ --escort ¤",
        "course adjust --what ¤ --from 2026-03-05 --why ¤",
        "course adjust --what time --at ¤ --from 2026-03-05 --why ¤",
        "course adjust --what time --at 11:00 --from 2026-03-05 --why ¤",
        "course adjust --what spacing --every ¤ --from ¤ --why ¤",
        "course adjust --what dose --dose ¤ --unit ¤ --from 2026-03-05 --why ¤",
        "session miss ¤ --why ¤", "session miss 2026-03-04 --why ¤", "session cancel ¤2 --why ¤",
        "session move 2026-03-04 --to ¤", "session plan --at ¤",
        "session plan --at 2026-03-20T10:00 --note ¤",
    ]

    private static let records = [
        "log ¤", "log note ¤", "log note x --about ¤", "log note x --to ¤", "log nap --start ¤",
        "log nap --start 7:00 --end ¤", "log nap --start 7:00 --minutes ¤", "log night --bed ¤ --up 7:00",
        "log night --night ¤", "log night --bed 22:00 --up 7:00 --note ¤ --medication ¤",
        "log night --quality ¤ --wakes ¤ --own-sleep ¤", "log habits --caffeine ¤",
        "log habits --screens-last ¤", "log habits --day ¤", "log practice --programme ¤ --start 7:00",
        "log practice --programme box --start ¤", "log mood --mood ¤", "log mood --day ¤",
        "log symptoms --other ¤ --effects-gone-at ¤", "log symptoms --dizzy ¤",
        "log medication --name ¤ --class ¤", "log medication --name ¤ --unit ¤ --dose 1",
        "log contact --name ¤ --phone ¤ --role ¤ --when ¤", "log clinic --name ¤ --hours ¤ --crisis ¤",
        "log call --note ¤ --about ¤", "log call --reached ¤", "log duty --session ¤ --what ¤ --due ¤",
        "log referral --to ¤ --why ¤ --outcome ¤", "log therapy --what ¤ --outcome ¤ --start ¤",
        "log plan --goals ¤ --signs ¤ --people ¤ --with ¤", "log plan --goals x;¤=¤",
        "log adjustment --what ¤ --from ¤ --to ¤ --why ¤",
        // Questionnaires.
        "check-in ¤", "check-in phq9 --answers ¤", "check-in phq9 --total ¤",
        "check-in phq9 --at ¤ --total 4",
        "check-in phq9 --date ¤ --total 4", "check-in phq9 --answers 1,1,1,1,1,1,1,1,3",
        // What is stored already.
        "retract ¤ --why ¤", "retract @ --why ¤", "amend ¤", "amend @ --¤", "amend @ --clear ¤",
        "amend @ --text ¤", "amend @ ¤ --about ¤", "amend @ --to ¤ --by ¤", "amend @ --patient ¤",
    ]

    private static let files = [
        "relax ¤", "relax box --cycles ¤", "relax box --plain --minutes ¤", "guide ¤", "guide ¤ --own",
        "import ¤", "import /none/¤",
        "import /diary.csv --format ¤", "import /diary.csv ¤", "init --store /new/¤ --name ¤",
        "init --store /new/2 --id ¤", "init --store /new/3 --zone ¤", "init --store /new/4 --group ¤",
        "plant --patients ¤ --store /p", "plant --patients 1 --weeks 1 --store /planted/¤",
    ]

    /// Commands that print nothing of a person's, so that no table has them.
    static let impersonal: Set = ["demo", "theme list", "dashboard"]

    /// Variables that say where things are, and what is asked then.
    static let variables = [
        "LULL_STORE", "HOME", "PWD", "TZ", "TZDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
    ]
    static let afterVariables = ["status", "paths", "log note hello", "init --id kim", "scores"]

    /// Lines for commands that take them from standard input.
    static let lines: [(command: String, line: String)] = [
        ("log night --stdin", #"{"night":"¤"}"#), ("log night --stdin", #"{"¤":1}"#),
        ("log night --stdin", #"{"kind":"¤"}"#), ("log night --stdin", #"{"bed":"22:00","zone":"¤"}"#),
        ("log night --stdin", #"{"intoBed":"22:00","outOfBed":"7:00","comment":"¤","medication":"¤"}"#),
        ("log night --stdin", #"{"a":1,"¤":1,"¤":2}"#), ("log night --stdin", "¤"),
        ("log nap --stdin", #"{"start":"¤"}"#), ("log nap --stdin", #"{"start":"7:00","minutes":"¤"}"#),
        ("log note --stdin", #"{"text":"¤","to":"clinic"}"#), ("log note --stdin", #"{"text":"x","to":"¤"}"#),
        ("log note --stdin", #"{"¤":"x"}"#), ("log practice --stdin", #"{"programme":"¤","start":"¤"}"#),
        ("log habits --stdin", #"{"day":"¤"}"#), ("log mood --stdin", #"{"mood":"¤"}"#),
        ("log plan --stdin", #"{"goals":[{"what":"¤","¤":1}]}"#), ("log call --stdin", #"{"reached":"¤"}"#),
        ("log contact --stdin", #"{"name":"¤","role":"¤"}"#),
        ("log medication --stdin", #"{"name":"¤","class":"¤"}"#),
    ]

    /// What is typed at questions; the last answer is not the last question.
    static let talks: [(command: String, answers: [String])] = [
        ("--store /¤", ["yes", "¤", "", "22:00", "6:30", "iv-six-2w", "¤", "2026-03-04", "¤", ""]),
        ("--store /¤", ["no"]), ("--store /¤", ["¤"]), ("init --store /¤", ["¤", "¤", "", "¤", "", ""]),
        ("init --store /¤", ["Ada", "¤"]), ("init --store /¤ --id kim", []), ("¤", []), ("--theme ¤", []),
        ("log night --patient ada", ["¤"]),
        ("log night", ["22:00", "¤", "", "", "", "", "7:00", "¤", "", "¤", "22:10", "3"]),
        ("relax box --plain --cycles 1", ["¤", "3", "¤", "2"]), ("check-in phq9", ["¤", "1", "-", "¤"]),
        ("check-in phq9", ["1", "1", "1", "1", "1", "1", "1", "1", "3", "yes"]), ("check-in list", []),
        ("--plain", ["¤", "1", "¤", "note", "¤", "¤", "", "q"]),
        (
            "--plain --patient ada",
            ["name", "¤", "note", "¤", "self", "plan", "¤", "", "¤", ".", "call", "¤"]
        ),
        ("--plain --patient ada", ["medicine", "¤", "¤", ".", "b", "habits", "¤", "", "¤", "b", "b", "b"]),
        ("--plain --patient ada", ["session", "¤", "1", "not", "¤", "undo", "chart ¤", "contact", "¤", "."]),
        ("log mood", ["¤", "", "¤"]), ("log contact", ["¤", "¤", ".", "¤"]),
        ("session done --dose 84 --unit mg --route iv --at 7:00", ["¤", "¤"]), ("status", []),
    ]

    /// Files to import: the name's end, and the content.
    static let imports: [(name: String, content: String)] = [
        ("diary.csv", "date,intoBed,outOfBed,medication,comment,¤\n2026-02-20,22:00,7:00,¤,¤,¤\n"),
        ("diary.csv", "date,intoBed,¤,¤\n¤,22:00,x,y\n2026-02-21,¤,x,y\n2026-02-22,22:00,¤,y,¤\n"),
        ("diary.csv", "date,intoBed,patient,tz\n2026-02-20,22:00,¤,\n2026-02-21,22:00,ada,¤\n"),
        ("diary.csv", "date,intoBed,patient\n2026-02-20,22:00,kim\n2026-02-20,\"¤\n"),
        ("scores.csv", "date,instrument,total,item1,¤\n2026-02-20,¤,4,,¤\n2026-02-20,phq9,¤,,\n"),
        ("sessions.csv", "at,route,dose,unit,status,note,¤\n2026-02-20T10:00,iv,84,mg,done,¤,¤\n¤,,,,,,\n"),
        ("sessions.csv", "at,route,dose,unit,status\n2026-02-20T10:00,¤,,,\n2026-02-20T11:00,,¤,mg,\n"),
        ("sessions.csv", "at,route,dose,unit,status\n2026-02-20T10:00,,1,¤,\n2026-02-20T11:00,,,,¤\n"),
        ("sleep-1.json", #"[{"logId":"¤","dateOfSleep":"¤","startTime":"¤"}]"#),
        ("sleep-2.json", #"[{"logId":1,"dateOfSleep":"2026-02-20","¤":1,"¤":2,"startTime":"x"}]"#),
        ("anything.txt", "¤"), ("anything.csv", "¤,¤\n¤\n"), ("anything.json", "{\"¤\":¤}"),
    ]

    /// A person's own files beside the configuration: the name, and the content, in quotation marks of JSON.
    static let ownFiles: [(name: String, content: String)] = [
        (
            "config.yaml",
            "by: \"¤\"\n\"¤\": 1\nmotion: \"¤\"\nspeech: \"¤\"\n"
                + "keys: {\"¤\": [\"¤\"], log-night: [\"¤\", l], figures: l}\n"
        ),
        ("instruments/¤.yaml", "\"¤\": \"¤\"\n"), ("instruments/own.yml", "title: \"¤\"\n¤"),
        (
            "instruments/form.yaml",
            "title: \"¤\"\nabout: \"¤\"\nanswers: [0, 3]\nitems: [\"¤\", b]\nlicence: \"¤\"\n"
        ),
        ("instruments/wording/¤.yaml", "items: [\"¤\"]\n"),
        (
            "instruments/wording/phq9.yaml",
            "source: \"¤\"\nintro: \"¤\"\nanswers: [\"¤\", b, c, d]\n"
                + "items: [\"¤\", b, c, d, e, f, g, h, i]\n"
        ),
    ]
}
