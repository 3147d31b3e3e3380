"""Kills: what was acknowledged is there, once, wherever the writer was killed."""

import json
import multiprocessing
import os
import random
import shutil
import signal
import statistics
import subprocess
import time
from collections import Counter
from dataclasses import dataclass

from sandbox import Sandbox, acknowledged, can_trace
from tally import Tally, check_records

# How the journal stands before the append that is killed, and what the append is.
SITUATIONS = ["grown journal", "first of a writer", "first to oneself", "torn end", "end without line break",
              "three lines"]
# Calls that reach the store or its writer's memory; a short run looks at these alone.
WRITING = {"fdatasync", "flock", "fsync", "ftruncate", "mkdirat", "write"}
SHORT = 2000
# Random kills to one store; after them it is read anew from its start.
CHUNK = 100
# Of a hundred random kills, how many hit what: one append; a loop of small ones; of large ones; and
# large ones just when the journal grows, which is when a line is torn.
FLAVOURS = {"single": 30, "loop": 40, "large": 15, "growing": 15}


def run(program, folder, runs, processes, seed):
    tally = Tally()
    traced = can_trace()
    # Left early, it ends its processes.
    with multiprocessing.Pool(processes, signal.signal, (signal.SIGTERM, signal.SIG_DFL)) as pool:
        jobs = []
        if traced:
            for number, situation in enumerate(SITUATIONS):
                for part in range(2):
                    place = os.path.join(folder, f"call{number}.{part}")
                    kinds = WRITING if runs < SHORT else None
                    jobs.append(pool.apply_async(at_calls, (program, place, situation, part, kinds)))
            # The random ones make up the number.
            for job in jobs:
                tally.add(job.get())
        at_call = tally["kills"]
        jobs = []
        left = max(0, runs - at_call)
        for number in range((left + CHUNK - 1) // CHUNK):
            size = min(CHUNK, left - number * CHUNK)
            place = os.path.join(folder, f"random{number}")
            jobs.append(pool.apply_async(at_random, (program, place, size, f"{seed}.{number}")))
        for job in jobs:
            tally.add(job.get())
    how = f"{at_call} at the n-th system call" if traced else "none at a system call, as strace is not there"
    ways = " and by 'lull records'" if program.has("records") else ""
    good = tally.tell(
        f"kills: {tally['kills']} ({how}, {tally['kills'] - at_call} at random, seed {seed}): "
        f"{tally['acknowledged']} acknowledged, {tally['lost']} lost, {tally['twice']} twice, "
        f"{tally['mixed']} mixed, {tally['out of order']} out of order; {tally['torn']} ends torn by a kill, "
        f"{tally['cut']} by hand, {tally['healed']} healed; read independently{ways}")
    return good and tally["kills"] > 0


# MARK: At the n-th system call

@dataclass
class Append:
    command: list
    stdin: bytes
    texts: list

    @staticmethod
    def of_lines(texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        return Append(["log", "note", "--stdin"], lines.encode(), texts)

    def run(self, sandbox, **options):
        """Returns how it ended, and the texts by the ids that it acknowledged."""
        done = sandbox.run(*self.command, stdin=self.stdin, **options)
        acks = done.stdout.rpartition(b"\n")[0].decode().split()
        return done, dict(zip(acks, self.texts))


def prepare(sandbox, situation):
    """Makes the store of a situation anew. Returns the append, and what was acknowledged before it."""
    sandbox.make()
    known = {sandbox.note(f"before {number}"): f"before {number}" for number in range(3)}
    append = Append(["log", "note", "hit"], b"", ["hit"])
    if situation == "first to oneself":
        append.command += ["--to", "self"]
    elif situation == "three lines":
        append = Append.of_lines(["hit 0", "hit 1", "hit 2"])
    elif situation == "first of a writer":
        shutil.rmtree(sandbox.path("state"))
    elif situation == "torn end":
        [journal] = sandbox.person().journals.values()
        with open(journal.path, "ab") as file:
            file.write(b'{"v":1,"id":"01M87')
    elif situation == "end without line break":
        # The last line was never acknowledged, and the writer was killed before it could remember it.
        memory = sandbox.path("state.before")
        shutil.copytree(sandbox.path("state"), memory)
        sandbox.note("never acknowledged")
        shutil.rmtree(sandbox.path("state"))
        os.rename(memory, sandbox.path("state"))
        [journal] = sandbox.person().journals.values()
        os.truncate(journal.path, os.path.getsize(journal.path) - 1)
    return append, known


def at_calls(program, folder, situation, part, kinds):
    """Kills the append before each of its calls in turn; a half of the kinds of calls is a part."""
    tally = Tally()
    sandbox = Sandbox(program, os.path.join(folder, "now"))
    append, known = prepare(sandbox, situation)
    before = sandbox.person().contents()
    kept = os.path.join(folder, "kept")
    shutil.copytree(sandbox.folder, kept)
    calls = calls_of(append, sandbox, os.path.join(folder, "trace"))
    for call in sorted(kinds & calls.keys() if kinds else calls)[part::2]:
        # A little more often than in the run that was watched, until one ends by itself.
        for number in range(1, calls[call] + 20):
            shutil.rmtree(sandbox.folder)
            shutil.copytree(kept, sandbox.folder)
            done, acks = append.run(sandbox, before=[
                "strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}",
                "-e", f"inject={call}:signal=SIGKILL:when={number}"])
            if done.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
                break
            tally.count("kills")
            tally.count("acknowledged", len(acks))
            where = f"{situation}, before call {number} of {call}"
            look_and_heal(tally, sandbox, append, before, known | acks, where)
    shutil.rmtree(folder)
    return tally


def calls_of(append, sandbox, trace):
    """How often an append that nobody kills makes each system call."""
    append.run(sandbox, before=["strace", "-f", "-qq", "-o", trace])
    with open(trace) as lines:
        return Counter(line.split("(")[0].split()[-1] for line in lines if "(" in line)


def look_and_heal(tally, sandbox, append, before, expected, where):
    """After a kill everything acknowledged is there, and the same append, made again, heals a torn end."""
    person = sandbox.person()
    cut = sum(not content.endswith(b"\n") for content in before.values())
    open_now = len(person.open_ends)
    tally.count("cut", cut)
    tally.count("torn", max(0, open_now - cut))
    # By the append that was killed.
    tally.count("healed", max(0, cut - open_now))
    for key in expected.keys() - person.found.keys():
        tally.problem("lost", f"{where}: {key} was acknowledged and is not there after the kill")
    killed = person.contents()
    for path, content in before.items():
        if not killed[path].startswith(content):
            tally.problem("changed", f"{where}: what stood in {path} has changed")
    done, acks = append.run(sandbox)
    check_done(tally, done, len(append.texts), len(acks), where)
    person = sandbox.person()
    check_records(tally, person, expected | acks, where)
    check_healing(tally, killed, person.contents(), person, where)


def check_done(tally, done, asked, acknowledged_now, where):
    """The append after a kill is taken whole."""
    tally.count("acknowledged", acknowledged_now)
    if done.returncode != 0 or acknowledged_now != asked:
        said = done.stderr.decode(errors="replace").strip()
        tally.problem("refused", f"{where}: the next append ended with {done.returncode}: {said}")


def check_healing(tally, before, after, person, where):
    """Nothing that stood in a journal has changed, and a torn end stands alone on its line."""
    for path, bytes_before in before.items():
        is_open = bool(bytes_before) and not bytes_before.endswith(b"\n")
        if not after.get(path, b"").startswith(bytes_before + (b"\n" if is_open else b"")):
            tally.problem("changed", f"{where}: {path} has changed, or its torn end is not closed")
        elif is_open:
            tally.count("healed")
    for journal in person.open_ends:
        tally.problem("open", f"{where}: {journal.path} still ends in the middle of a line")


# MARK: At random

class Target:
    """One store under random kills, read on after each."""

    def __init__(self, program, folder, seed):
        self.sandbox = Sandbox(program, folder).make()
        self.random = random.Random(seed)
        self.tally = Tally()
        self.expected = {self.sandbox.note("before"): "before"}
        self.person = self.sandbox.person()
        self.number = 0
        self.usual = {}

    def texts(self, flavour):
        """What a run writes: each text is told apart by its beginning and its length."""
        self.number += 1
        sizes = {"single": [0], "loop": [self.random.randrange(600) for _ in range(20)]}.get(flavour)
        if sizes is None:
            sizes = [self.random.randrange(20_000, 300_000) for _ in range(3)]
        return [f"{self.number}/{place} " + "x" * size for place, size in enumerate(sizes)]

    def start(self, flavour, texts):
        output = open(self.sandbox.path("printed"), "wb")
        if flavour == "single":
            command, source = ["log", "note", texts[0]], subprocess.DEVNULL
        else:
            with open(self.sandbox.path("lines"), "w") as file:
                file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
            command, source = ["log", "note", "--stdin"], open(self.sandbox.path("lines"), "rb")
        process = subprocess.Popen(
            self.sandbox.command(*command), stdin=source, stdout=output, stderr=subprocess.DEVNULL,
            env=self.sandbox.environment())
        output.close()
        if source != subprocess.DEVNULL:
            source.close()
        return process

    def take(self, texts):
        """Adds what was acknowledged to what is expected."""
        acks = acknowledged(self.sandbox.path("printed"))
        self.expected |= dict(zip(acks, texts))
        self.tally.count("acknowledged", len(acks))
        return acks

    def usual_time(self, flavour):
        """The median time of three runs that nobody kills."""
        if flavour not in self.usual:
            times = []
            for _ in range(3):
                texts, begun = self.texts(flavour), time.monotonic()
                self.start(flavour, texts).wait()
                times.append(time.monotonic() - begun)
                if len(self.take(texts)) != len(texts):
                    self.tally.problem("refused", f"run {self.number}: not everything was taken, unkilled")
            self.usual[flavour] = statistics.median(times)
        return self.usual[flavour]

    def kill(self, flavour):
        """Starts a run and kills it. False where it had ended before."""
        texts = self.texts(flavour)
        usual = self.usual_time("large" if flavour == "growing" else flavour)
        if flavour == "growing":
            process = self.start(flavour, texts)
            self.wait_for_growth(process, self.random.randrange(len(texts)))
        else:
            wait = self.random.uniform(0, usual)
            begun = time.monotonic()
            process = self.start(flavour, texts)
            time.sleep(max(0, begun + wait - time.monotonic()))
        process.kill()
        killed = process.wait() == -signal.SIGKILL
        acks = self.take(texts)
        where = f"run {self.number} ({flavour})"
        self.person.read_on()
        for key, text in zip(acks, texts):
            if self.person.found.get(key) != text:
                self.tally.problem("lost", f"{where}: {key} was acknowledged and is not there as it was sent")
        return killed

    def wait_for_growth(self, process, times):
        """Returns the moment that the journals have become longer once more than `times` times."""
        paths = [journal.path for journal in self.person.journals.values()]
        size = sum(os.stat(path).st_size for path in paths)
        until = time.monotonic() + 10
        while process.poll() is None and time.monotonic() < until:
            for _ in range(50):
                now = sum(os.stat(path).st_size for path in paths)
                if now != size:
                    if times == 0:
                        return
                    # Of one write several growths are seen: the next line is a while away.
                    times -= 1
                    time.sleep(0.0005)
                    size = sum(os.stat(path).st_size for path in paths)

    def heal(self):
        where = f"run {self.number}"
        self.tally.count("torn", len(self.person.open_ends))
        before = self.person.contents()
        self.number += 1
        text = f"{self.number} heals"
        done, acks = Append(["log", "note", text], b"", [text]).run(self.sandbox)
        check_done(self.tally, done, 1, len(acks), where)
        self.expected |= acks
        self.person.read_on()
        check_healing(self.tally, before, self.person.contents(), self.person, where)

    def finish(self):
        """Everything once more, from the start, by the reader here and by the program's own lists."""
        person = self.sandbox.person()
        check_records(self.tally, person, self.expected, "in the end")
        self.tally.count("journals", len(person.journals))
        if self.sandbox.program.has("records"):
            compare_with_records(self.tally, self.sandbox, self.expected)
        if self.sandbox.program.has("verify"):
            compare_with_verify(self.tally, self.sandbox, person)


def at_random(program, folder, kills, seed):
    target = Target(program, folder, seed)
    flavours = list(FLAVOURS)
    while target.tally["kills"] < kills:
        flavour = target.random.choices(flavours, [FLAVOURS[name] for name in flavours])[0]
        if target.kill(flavour):
            target.tally.count("kills")
        if target.person.open_ends:
            target.heal()
    target.finish()
    shutil.rmtree(folder)
    return target.tally


# MARK: The program's own lists

def compare_with_records(tally, sandbox, expected):
    """'lull records' shows each acknowledged record once."""
    times = Counter(record["id"] for record in json.loads(sandbox.must("records", "--json")))
    for key in expected:
        if times[key] != 1:
            name = "lost" if times[key] == 0 else "twice"
            tally.problem(name, f"'lull records' has {key} {times[key]} times")


def compare_with_verify(tally, sandbox, person):
    """'lull verify' names the damaged lines, and no others."""
    done = sandbox.run("verify", "--json")
    named = {(row["file"], row["line"]) for row in json.loads(done.stdout or b"[]")}
    there = {(path, line) for path, line, _ in person.damaged + person.out_of_order}
    for path, line in sorted(named ^ there):
        what = "does not name" if (path, line) in there else "wrongly names"
        tally.problem("verify", f"'lull verify' {what} {path}:{line}")
