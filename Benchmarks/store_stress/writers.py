"""Many writers and readers at once: nothing is lost, mixed, there twice, or called damaged meanwhile."""

import json
import multiprocessing
import os
import queue
import subprocess
import sys
import threading
import time

from sandbox import Sandbox, acknowledged
from tally import Tally, check_records

# Seconds to the next line of progress on a terminal.
PROGRESS = 5
# Seconds between two looks of a reader that reads on: it is not to take the processor from the writers.
PAUSE = 0.005
# Processes of each loop, at most, that appends one record a process.
SHORT = 30


def run(program, folder, writers, records, readers):
    """A writer for each process, one that all share, and one that many short processes share."""
    good = [
        run_one(program, os.path.join(folder, "own"), writers, records, readers, shared=False),
        run_one(program, os.path.join(folder, "shared"), writers, records, readers, shared=True),
        run_short(program, os.path.join(folder, "short"), writers, min(records, SHORT)),
    ]
    return all(good)


def run_short(program, folder, loops, records):
    """Loops that start a process for each record, all of them one writer."""
    sandbox = Sandbox(program, folder).make()
    tally, expected = Tally(), {}

    def loop(number):
        for place in range(records):
            text = text_of(number, place)
            done = sandbox.run("log", "note", text)
            acks = done.stdout.decode().split()
            if done.returncode != 0 or len(acks) != 1:
                said = done.stderr.decode(errors="replace").strip()[:200]
                tally.problem("gave up", f"an append ended with {done.returncode}: {said}")
            expected.update(dict.fromkeys(acks, text))

    threads = [threading.Thread(target=loop, args=(number,)) for number in range(loops)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    person = sandbox.person()
    check_records(tally, person, expected, "in the end")
    tally.count("journals", len(person.journals))
    expect_one_writer(tally)
    return tally.tell(
        f"writers: {loops} loops of {records} processes each, one writer: {len(expected)} acknowledged, "
        f"{tally['lost']} lost, {tally['mixed']} mixed, {tally['twice']} twice, "
        f"{tally['out of order']} out of order, {tally['gave up']} gave up; journals: {tally['journals']}")


def expect_one_writer(tally):
    if tally["journals"] > 1:
        words = f"nothing was wrong with the one writer, and it became {tally['journals']}"
        tally.problem("new writers", words)


def run_one(program, folder, writers, records, readers, shared):
    sandbox = Sandbox(program, folder).make()
    tally = Tally()
    states = ["state" if shared else f"state{number}" for number in range(writers)]
    texts = [[text_of(writer, number) for number in range(records)] for writer in range(writers)]
    printed = [sandbox.path(f"printed{number}") for number in range(writers)]
    for number, path in enumerate(printed):
        open(path, "wb").close()
        with open(sandbox.path(f"lines{number}"), "w") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in texts[number])

    stop, results = multiprocessing.Event(), multiprocessing.Queue()
    crew = [
        multiprocessing.Process(
            target=read_until, args=(sandbox, printed, kind_of(program, number), stop, results), daemon=True)
        for number in range(readers)]
    for reader in crew:
        reader.start()
    begun = time.monotonic()
    processes = [start(sandbox, number, states[number], printed[number]) for number in range(writers)]
    try:
        watch(processes, printed, writers * records)
        duration = time.monotonic() - begun
        stop.set()
        gather(tally, crew, results)
    finally:
        for process in [*processes, *crew]:
            process.kill()
    check_end(tally, sandbox, processes, printed, texts, records)
    if shared:
        expect_one_writer(tally)
    rate = tally["acknowledged"] / duration
    whose = "one writer" if shared else "a writer each"
    return tally.tell(
        f"writers: {writers} processes, {whose}, {records} records each, "
        f"{readers} readers: {tally['acknowledged']} acknowledged in {duration:.1f} s ({rate:.0f} a second), "
        f"{tally['lost']} lost, {tally['mixed']} mixed, {tally['twice']} twice, "
        f"{tally['out of order']} out of order, {tally['gave up']} writers gave up; "
        f"journals: {tally['journals']}; "
        f"{tally['reads']} reads by the reader here and {tally['looks']} by lull: "
        f"{tally['missing']} missed a record, {tally['seen twice']} saw one twice, "
        f"{tally['false damage']} saw damage, "
        f"{tally['open ends']} met a line being written")


def text_of(writer, number):
    """Of many lengths, so that lines cross the borders of pages everywhere."""
    return f"{writer}/{number} " + "x" * (number * 37 % 600)


def start(sandbox, number, state, printed):
    with open(sandbox.path(f"lines{number}"), "rb") as source, open(printed, "wb") as output, \
            open(sandbox.path(f"said{number}"), "wb") as errors:
        return subprocess.Popen(
            sandbox.command("log", "note", "--stdin"), stdin=source, stdout=output, stderr=errors,
            env=sandbox.environment(state))


def watch(processes, printed, total):
    """Waits for the writers, and says how far they are where someone looks."""
    shown = time.monotonic()
    while any(process.poll() is None for process in processes):
        time.sleep(0.05)
        if sys.stderr.isatty() and time.monotonic() - shown > PROGRESS:
            shown = time.monotonic()
            done = sum(os.path.getsize(path) // 27 for path in printed)
            sys.stderr.write(f"\r{done} of {total} ")
            sys.stderr.flush()


def gather(tally, crew, results):
    for _ in crew:
        try:
            tally.add(results.get(timeout=600))
        except queue.Empty:
            tally.problem("missing", "a reader did not come to its end")


def check_end(tally, sandbox, processes, printed, texts, records):
    """In the end everything that was acknowledged is there once, and nothing else but the first record."""
    person = sandbox.person()
    expected = {}
    for number, process in enumerate(processes):
        acks = acknowledged(printed[number])
        expected |= dict(zip(acks, texts[number]))
        tally.count("acknowledged", len(acks))
        if process.returncode != 0 or len(acks) != records:
            with open(sandbox.path(f"said{number}"), errors="replace") as said:
                words = (f"writer {number} ended with {process.returncode} after {len(acks)} of {records} "
                         f"records: {said.read().strip()[:200]}")
            tally.problem("gave up", words)
    check_records(tally, person, expected, "in the end")
    for path, line, why in person.damaged:
        tally.problem("mixed", f"in the end: {path}:{line} {why}")
    for journal in person.open_ends:
        tally.problem("mixed", f"in the end: {journal.path} ends in the middle of a line")
    extra = len(person.found) - len(expected) - 1
    if extra:
        tally.problem("extra", f"in the end: {extra} records that nobody acknowledged")
    tally.count("journals", len(person.journals))
    if sandbox.program.has("records"):
        listed = json.loads(sandbox.must("records", "--json", timeout=600))
        if sorted(record["id"] for record in listed) != sorted(person.found):
            tally.problem("lost", "in the end: 'lull records' lists other records than stand in the journals")


# MARK: Readers

def kind_of(program, number):
    """Half of the readers are the one here; the others are lull's."""
    if number % 2 == 0:
        return "tail"
    return "records" if program.has("records") and number % 4 == 1 else "status"


class Acknowledged:
    """The ids that writers have printed, read on."""

    def __init__(self, paths):
        self.paths = paths
        self.offsets = [0] * len(paths)

    def read_on(self):
        ids = []
        for number, path in enumerate(self.paths):
            with open(path, "rb") as file:
                file.seek(self.offsets[number])
                whole, line_break, _ = file.read().rpartition(b"\n")
            self.offsets[number] += len(whole) + len(line_break)
            ids += whole.decode().split()
        return ids


def read_until(sandbox, printed, kind, stop, results):
    """Reads again and again, once more after the writers have ended."""
    tally = Tally()
    try:
        acknowledged_so_far = Acknowledged(printed)
        look = {"tail": Tail, "records": Records, "status": Status}[kind](sandbox).look
        ended = False
        while not ended:
            ended = stop.is_set()
            look(tally, acknowledged_so_far.read_on())
    except Exception as error:
        tally.problem("missing", f"the {kind} reader ended early: {type(error).__name__}: {error}")
    results.put(tally)


class Tail:
    """The reader here, which goes on where it was."""

    def __init__(self, sandbox):
        self.person = sandbox.person()

    def look(self, tally, acks):
        """`acks` are the ids acknowledged since the last look, and before this one."""
        person = self.person
        before = len(person.damaged), len(person.out_of_order)
        person.read_on()
        tally.count("reads")
        tally.count("open ends", bool(person.open_ends))
        for key in acks:
            if key not in person.found:
                tally.problem("missing", f"{key} was acknowledged before a read, and was not seen")
        for key in person.fresh:
            if person.times[key] > 1:
                tally.problem("seen twice", f"{key} was read {person.times[key]} times")
        for path, line, why in person.damaged[before[0]:] + person.out_of_order[before[1]:]:
            tally.problem("false damage", f"{path}:{line} {why}, while it was written")
        time.sleep(PAUSE)


class Records:
    """'lull records', which reads everything each time."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.acks = set()

    def look(self, tally, acks):
        self.acks |= set(acks)
        done = self.sandbox.run("records", "--jsonl", timeout=600)
        tally.count("looks")
        note_end(tally, done, "records")
        ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
        for key in self.acks.difference(ids):
            tally.problem("missing", f"{key} was acknowledged before 'lull records', and is not in it")
        if len(set(ids)) != len(ids):
            tally.problem("seen twice", "'lull records' lists an id twice")


class Status:
    """'lull status', which says what it could not read."""

    def __init__(self, sandbox):
        self.sandbox = sandbox

    def look(self, tally, acks):
        done = self.sandbox.run("status", "--json", timeout=600)
        tally.count("looks")
        note_end(tally, done, "status")
        json.loads(done.stdout)


def note_end(tally, done, command):
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode != 0 or said:
        words = f"'lull {command}' ended with {done.returncode} while writers wrote: {said[:200]}"
        tally.problem("false damage", words)
