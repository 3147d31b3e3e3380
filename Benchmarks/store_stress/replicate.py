"""Two clones of one store, written on both sides and carried to and fro: no loss, no conflict, one answer.

Git, rsync and a loop that copies each carry the journals, at rest and while they are written.
"""

import datetime
import json
import os
import shutil
import subprocess
import threading

from sandbox import PERSON, Sandbox, acknowledged
from tally import Tally, check_records

# What both sides have to agree on.
ANSWERS = ["summary", "nights", "practices", "records"]
TODAY = datetime.date.today()
# After everything that is written, and the same for both.
NOW = ["--now", f"{TODAY + datetime.timedelta(days=2)}T12:00:00Z"]


def run(program, folder, rounds, records):
    ways = {"git": Git, "rsync": Rsync, "copying": Copying}
    good = []
    for name, way in ways.items():
        if way.needs and not shutil.which(way.needs):
            print(f"replicate by {name}: not tried, as {way.needs} is not there")
            continue
        good.append(Clones(program, os.path.join(folder, name), way()).run(name, rounds, records))
    return all(good) and bool(good)


def day(ago):
    return str(TODAY - datetime.timedelta(days=ago))


class Side:
    """One clone: its store, its own writer, and what was acknowledged on it."""

    def __init__(self, program, folder, name):
        self.name = name
        self.sandbox = Sandbox(program, folder)
        self.expected = {}
        self.number = 0

    @property
    def store(self):
        return self.sandbox.store

    def write(self, tally):
        """A round's notes, two nights and a practice."""
        self.number += 1
        for place in range(3):
            text = f"{self.name} {self.number}/{place}"
            self.expected[self.sandbox.note(text)] = text
        own = 2 * self.number + (self.name == "b")
        self.log_night(10 + own, own)
        # Both sides log this one, before either knows of the other's, and not alike.
        self.log_night(40 + self.number, own)
        self.take("log", "practice", "--programme", "box", "--start", f"{day(self.number)}T21:00:00Z",
                  "--minutes", "10", "--tension-before", str(self.number % 11))
        tally.count("rounds")

    def log_night(self, days_ago, shift):
        self.take("log", "night", "--night", day(days_ago), "--bed", "22:30", "--try", f"23:{shift % 60:02}",
                  "--latency", "20", "--woke", "6:40", "--up", "7:00")

    def take(self, *arguments):
        self.expected |= dict.fromkeys(self.sandbox.must(*arguments).split())

    # MARK: Writing while the journals are carried

    def start(self, number):
        """A process with a writer of its own that appends the notes it is given."""
        printed = self.sandbox.path(f"printed{number}")
        with open(printed, "wb") as output:
            process = subprocess.Popen(
                self.sandbox.command("log", "note", "--stdin"), stdin=subprocess.PIPE, stdout=output,
                stderr=subprocess.PIPE, env=self.sandbox.environment(f"state{number}"))
        return Running(self, process, printed, f"{self.name} at once {number}")


class Running:
    def __init__(self, side, process, printed, name):
        self.side = side
        self.process = process
        self.printed = printed
        self.name = name
        self.texts = []

    def give(self, count):
        first = len(self.texts)
        new = [f"{self.name}/{place} " + "x" * (place * 37 % 600) for place in range(first, first + count)]
        self.texts += new
        self.process.stdin.write("".join(json.dumps({"text": text}) + "\n" for text in new).encode())
        self.process.stdin.flush()

    def finish(self, tally):
        _, said = self.process.communicate()
        acks = acknowledged(self.printed)
        self.side.expected |= dict(zip(acks, self.texts))
        if self.process.returncode != 0 or len(acks) != len(self.texts):
            said = said.decode(errors="replace").strip()[:300]
            tally.problem("refused", f"a writer ended with {self.process.returncode}: {said}")


class Clones:
    def __init__(self, program, folder, way):
        self.tally = Tally()
        self.way = way
        self.program = program
        self.sides = [Side(program, os.path.join(folder, name), name) for name in "ab"]

    def run(self, name, rounds, records):
        a, b = self.sides
        a.sandbox.make()
        a.sandbox.must("course", "start", "--protocol", "iv-six-3w", "--start", day(20))
        self.private = {a.sandbox.must("log", "note", "mine", "--to", "self").strip(): "mine"}
        self.way.clone(a.store, b.store)
        for _ in range(rounds):
            for side in self.sides:
                side.write(self.tally)
            self.carry()
            self.compare()
        self.carry_while_written(2 * rounds, records)
        for _ in range(2):
            self.carry()
        self.compare()
        tally = self.tally
        return tally.tell(
            f"replicate by {name}: {tally['rounds'] // 2} rounds at rest and {tally['carried']} while "
            f"{tally['writers']} processes wrote: {sum(len(side.expected) for side in self.sides)} "
            f"acknowledged, {tally['lost']} lost, {tally['twice']} twice, {tally['mixed']} mixed, "
            f"{tally['out of order']} out of order, {tally['conflict']} conflicts, "
            f"{tally['differ']} answers differ of {tally['compared']} ({', '.join(self.answers)})")

    @property
    def answers(self):
        return [command for command in ANSWERS if self.program.has(command)]

    def carry(self):
        said = self.way.carry(*(side.store for side in self.sides))
        if said:
            self.tally.problem("conflict", said[:300])

    def carry_while_written(self, rounds, records):
        """Two processes on each side write while the journals go to and fro."""
        running = [side.start(number) for side in self.sides for number in range(2)]
        self.tally.count("writers", len(running))
        try:
            for _ in range(rounds):
                for each in running:
                    each.give(max(1, records // rounds))
                self.carry()
                self.tally.count("carried")
        finally:
            for each in running:
                each.finish(self.tally)

    def compare(self):
        """Every acknowledged record on both sides, and one answer to each question."""
        expected = self.sides[0].expected | self.sides[1].expected
        for side in self.sides:
            where = f"on side {side.name}"
            person = side.sandbox.person()
            self.way.forget_copies(person)
            own = expected if side is self.sides[1] else expected | self.private
            check_records(self.tally, person, own, where)
            for path, line, why in person.damaged:
                self.tally.problem("mixed", f"{where}: {path}:{line} {why}")
            for journal in person.open_ends:
                self.tally.problem("mixed", f"{where}: {journal.path} ends in the middle of a line")
        if os.path.exists(os.path.join(self.sides[1].store, "private", PERSON)):
            self.tally.problem("conflict", "what is the person's own was carried too")
        for command in self.answers:
            one, other = (
                side.sandbox.run(command, "--patient", PERSON, "--json", *NOW) for side in self.sides)
            self.tally.count("compared")
            if one.stdout != other.stdout or one.stderr or other.stderr or one.returncode or other.returncode:
                said = (one.stderr + other.stderr).decode(errors="replace").strip()[:200]
                self.tally.problem("differ", f"'lull {command}' gives two answers: {said or 'see both'}")


# MARK: Ways

class Git:
    """Commits on both sides, then each pulls from the other."""

    needs = "git"

    def clone(self, one, other):
        self.git(one, "init", "--quiet", "--initial-branch", "main")
        self.commit(one)
        self.git(os.path.dirname(one), "clone", "--quiet", one, other)

    def git(self, folder, *arguments, check=True):
        done = subprocess.run(
            ["git", "-c", "user.name=lull", "-c", "user.email=lull@localhost", "-c", "pull.rebase=false",
             "-c", "gc.auto=0", "-C", folder, *arguments],
            capture_output=True, text=True,
            env={"PATH": os.environ["PATH"], "HOME": os.path.dirname(folder), "LANG": "C.UTF-8"})
        if check and done.returncode != 0:
            raise RuntimeError(f"git {arguments[0]}: {done.stderr.strip()}")
        return done

    def commit(self, folder):
        # A file that changes while it is added is added as it was.
        self.git(folder, "add", "--all")
        self.git(folder, "commit", "--quiet", "--allow-empty", "--message", "Take in what is new")

    def carry(self, *stores):
        for store, other in (stores, stores[::-1]):
            for each in stores:
                self.commit(each)
            done = self.git(store, "pull", "--quiet", "--no-edit", other, "main", check=False)
            if done.returncode != 0:
                self.git(store, "merge", "--abort", check=False)
                return f"git pull: {done.stderr.strip() or done.stdout.strip()}"
        return None

    def forget_copies(self, person):
        pass


class Rsync:
    """Both ways, only what has become longer: a journal that is longer here is newer here."""

    needs = "rsync"

    def clone(self, one, other):
        os.makedirs(other)
        self.sync(one, other)

    def sync(self, one, other):
        return subprocess.run(
            ["rsync", "--archive", "--append-verify", "--exclude", "/private/", one + "/", other + "/"],
            capture_output=True, text=True)

    def carry(self, *stores):
        for store, other in (stores, stores[::-1]):
            done = self.sync(store, other)
            if done.returncode not in (0, 24):
                return f"rsync: {done.stderr.strip()}"
        return None

    def forget_copies(self, person):
        pass


class Copying:
    """What a synchroniser does: the longer journal, under another name first, then renamed; and now and then
    it leaves a copy of a conflict behind."""

    needs = None

    def __init__(self):
        self.times = 0

    def clone(self, one, other):
        shutil.copytree(one, other, ignore=shutil.ignore_patterns("private"))

    def carry(self, *stores):
        self.times += 1
        threads = [threading.Thread(target=self.copy, args=pair) for pair in (stores, stores[::-1])]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return None

    def copy(self, source, target):
        folder = os.path.join("people", PERSON)
        for name in os.listdir(os.path.join(source, folder)):
            here, there = (os.path.join(store, folder, name) for store in (source, target))
            if not name.endswith(".jsonl") or name.startswith(".") or ".sync-conflict-" in name:
                continue
            old = os.path.getsize(there) if os.path.exists(there) else -1
            if os.path.getsize(here) <= old:
                continue
            if old > 0 and self.times % 5 == 0:
                when = f"20261122-18{self.times % 60:02}00"
                shutil.copyfile(there, there[:-6] + f".sync-conflict-{when}-AAAAAAA.jsonl")
            kept = os.path.join(target, folder, f".syncthing.{name}.tmp")
            shutil.copyfile(here, kept)
            os.rename(kept, there)

    def forget_copies(self, person):
        """A record in a copy of a conflict is no second record."""
        copies = [path for path in person.journals if ".sync-conflict-" in path]
        for path in copies:
            copy = person.journals.pop(path)
            for key in copy.ids:
                person.times[key] -= 1
