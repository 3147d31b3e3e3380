"""One fault at a time: a store as it was, a command that meets the fault, and a look at what it left."""

import json
import os
import shutil
import subprocess
from collections import Counter

from sandbox import Sandbox
from tally import Tally, check_records

# What the program says beside what its command comes to: of a line or a journal that it could not read, and of
# a store that others can look into.
ASIDES = ("it was left out", "'chmod 700' keeps them out")


class Bench:
    def __init__(self, program, folder):
        self.tally = Tally()
        self.groups = Counter()
        self.untried = []
        self.folder = folder
        self.sandbox = Sandbox(program, os.path.join(folder, "now")).make()
        self.known = {self.sandbox.note(f"before {number}"): f"before {number}" for number in range(3)}
        [self.journal] = self.sandbox.person().journals
        self.kept = os.path.join(folder, "kept")
        shutil.copytree(self.sandbox.folder, self.kept)
        self.trace = os.path.join(folder, "trace")

    @property
    def journal_path(self):
        return os.path.join(self.sandbox.store, self.journal)

    def reset(self):
        shutil.rmtree(self.sandbox.folder)
        shutil.copytree(self.kept, self.sandbox.folder, symlinks=True)

    def log(self, texts, before=(), **options):
        """Appends notes, one as an argument and several as lines."""
        if len(texts) == 1:
            return self.sandbox.run("log", "note", texts[0], before=before, **options)
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
        return self.sandbox.run("log", "note", "--stdin", before=before, stdin=lines, **options)

    def injecting(self, call, error, when, paths):
        """What puts an error in place of calls that touch one of the paths."""
        named = [word for path in paths for word in ("-P", path, "-P", os.path.basename(path))]
        return ["strace", "-f", "-qq", "-o", self.trace, *named, "-e", f"trace={call}",
                "-e", f"inject={call}:error={error}:when={when}"]

    def traced(self):
        """The calls of the last run under strace."""
        with open(self.trace, errors="replace") as lines:
            return [line for line in lines if "(" in line]

    # MARK: Looking

    def expect(self, group, where, done, texts, statuses, known=None, sandbox=None):
        """What holds whatever the fault.

        The status is one of those; what is said is one sentence; an id is printed only where its record is;
        what stood in the journals before is untouched; and once the fault is over the next append is taken,
        and leaves nothing open.
        """
        sandbox = sandbox or self.sandbox
        known = self.known if known is None else known
        before = self.before if sandbox is self.sandbox else {}
        where = f"{group}: {where}"
        self.groups[group] += 1
        self.expect_status(where, done, statuses)
        acks = [] if done.stdout is None else done.stdout.rpartition(b"\n")[0].decode().split()
        self.tally.count("acknowledged", len(acks))
        if done.returncode == 0 and done.stdout is not None and len(acks) != len(texts):
            self.tally.problem("wrong status", f"{where}: status 0, and {len(acks)} of {len(texts)} ids")
        person = sandbox.person()
        for key, text in zip(acks, texts):
            if person.found.get(key) != text:
                self.tally.problem("false", f"{where}: {key} was printed, and its record is not there")
        after = person.contents()
        for path, content in before.items():
            if not after.get(path, b"").startswith(content):
                self.tally.problem("changed", f"{where}: what stood in {path} has changed")
        self.expect_next(where, sandbox, known | dict(zip(acks, texts)))

    def expect_next(self, where, sandbox, known):
        again = sandbox.run("log", "note", "after")
        ids = again.stdout.decode().split()
        if again.returncode != 0 or len(ids) != 1:
            said = again.stderr.decode(errors="replace").strip()
            self.tally.problem("refused", f"{where}: the next append ended with {again.returncode}: {said}")
        person = sandbox.person()
        check_records(self.tally, person, known | dict.fromkeys(ids, "after"), where)
        for journal in person.open_ends:
            self.tally.problem("open", f"{where}: {journal.path} still ends in the middle of a line")

    def expect_status(self, where, done, statuses):
        """The exit status, and that what is said is one sentence; where nothing failed, none."""
        said = (done.stderr or b"").decode(errors="replace")
        if done.returncode not in statuses:
            allowed = " or ".join(map(str, sorted(statuses)))
            words = f"{where}: status {done.returncode} in place of {allowed}: {said.strip()[:200]}"
            self.tally.problem("wrong status", words)
        if done.stderr is None or done.returncode < 0:
            return
        lines = said.splitlines()
        sentences = [line for line in lines if not line.endswith(ASIDES)]
        if len(sentences) != (done.returncode != 0) or not all(line.startswith("lull: ") for line in lines):
            self.tally.problem("not one sentence", f"{where}: status {done.returncode}, and it said {said!r}")

    @property
    def before(self):
        """The bytes of the journals before the fault."""
        if not hasattr(self, "kept_contents"):
            sandbox = Sandbox(self.sandbox.program, self.kept)
            self.kept_contents = sandbox.person().contents()
        return self.kept_contents


def is_there(*commands):
    return all(shutil.which(command) for command in commands)


def quietly(*command):
    """Whether a command of the system succeeded."""
    return subprocess.run(command, capture_output=True).returncode == 0
