#!/usr/bin/env python3
"""What a clinic of thousands costs: planting it, reading it, and a dashboard over it.

    Benchmarks/cohort.py .build/release/lull --patients 10000
    Benchmarks/cohort.py .build/release/lull --patients 2000 --store DIR   (plants only where DIR is empty)

Plants the people, prints their table as CSV, and opens the dashboard on them in a pseudo-terminal of
100 x 30: from the start to the first picture, to the full table, and from a key to its paint while people
are still being read and afterwards. Prints each figure beside its budget, and ends with 1 where one is not
kept. Needs Python 3 and nothing else.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

CLOCK = ["--now", "2026-11-23T17:00:00+00:00", "--zone", "UTC"]
# Milliseconds a person may cost, whatever the size of the store; the first picture waits for no one.
BUDGETS = {
    "plant ms/person": 1.5,
    "plant peak MB": 100,
    "csv ms/person": 2.0,
    "csv peak MB": 150,
    "first picture ms": 150,
    "full table ms/person": 2.5,
    "loading key ms, p50": 16,
    "loading key ms, p99": 50,
    "key ms, p50": 16,
    "key ms, p99": 30,
    "dashboard peak MB": 400,
}
ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[A-Za-z]|[()][0AB]|[=>])")
# Shows the page on which everyone has a line.
TABLE = b"2"
DOWN, UP = b"\x1bOB", b"\x1bOA"
# Nothing follows an answer for so long, in seconds; a key is taken for unanswered after the longer time.
SILENCE, PATIENCE = 0.012, 0.5


def environment(folder):
    return {
        "HOME": folder, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "COLORTERM": "truecolor",
    }


def run(command, folder, output=subprocess.DEVNULL):
    """Seconds and peak megabytes of a command that ends by itself."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment(folder), stdout=output, stderr=subprocess.PIPE)
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: {said}")
    return time.monotonic() - begun, usage.ru_maxrss / 1024


class Dashboard:
    """The dashboard on a pseudo-terminal, and what it writes."""

    def __init__(self, command, folder):
        self.started = time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
            os.execvpe(command[0], command, environment(folder))
        self.seen = b""

    def read(self, longest, quiet=None):
        """Reads for so many seconds, or until nothing has come for a while after something has.

        Returns the bytes, and the times of the first and the last of them.
        """
        begun, first, last, data = time.monotonic(), None, None, b""
        while True:
            now = time.monotonic()
            left = begun + longest - now
            if last is not None and quiet is not None:
                left = min(left, last + quiet - now)
            if left <= 0:
                break
            if not select.select([self.terminal], [], [], left)[0]:
                continue
            try:
                chunk = os.read(self.terminal, 1 << 16)
            except OSError:
                break
            last = time.monotonic()
            first = first or last
            data += chunk
        self.seen = (self.seen + data)[-(1 << 20):]
        return data, first, last

    def first_picture(self):
        """Milliseconds to a picture: what only takes the terminal has fewer letters."""
        data, end = b"", time.monotonic() + 60
        while time.monotonic() < end:
            part, _, last = self.read(60, SILENCE)
            data += part
            if len(ESCAPES.sub(b"", data).split()) > 30:
                return (last - self.started) * 1000
        sys.exit(f"no picture within a minute: {data[-200:]!r}")

    def key(self, key):
        """Milliseconds from a key to the first byte of its answer; None where none came."""
        sent = time.monotonic()
        os.write(self.terminal, key)
        _, first, _ = self.read(PATIENCE, SILENCE)
        return (first - sent) * 1000 if first else None

    def processor_seconds(self):
        with open(f"/proc/{self.process}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def peak_megabytes(self):
        with open(f"/proc/{self.process}/status") as file:
            return int(next(line for line in file if line.startswith("VmHWM")).split()[1]) / 1024

    def is_still(self, seconds=0.5):
        """Whether it neither writes nor works any more."""
        before = self.processor_seconds()
        data, _, _ = self.read(seconds)
        return not data and self.processor_seconds() - before < 0.02 * seconds

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def rank(values, part):
    known = sorted(value for value in values if value is not None)
    return known[min(len(known) - 1, int(len(known) * part))] if known else float("nan")


def measure_store(program, store, patients, folder):
    figures = {}
    if not os.path.isdir(store) or not os.listdir(store):
        seconds, peak = run(
            [program, "--store", store, "plant", "--patients", str(patients), *CLOCK], folder)
        figures |= {"plant s": seconds, "plant ms/person": seconds * 1000 / patients, "plant peak MB": peak}
    with open(os.path.join(folder, "cohort.csv"), "wb") as table:
        seconds, peak = run([program, "--store", store, "cohort", "--csv", *CLOCK], folder, table)
    with open(os.path.join(folder, "cohort.csv"), "rb") as table:
        rows = sum(1 for _ in table) - 1
    if rows != patients:
        sys.exit(f"the table has {rows} people, {patients} are in the store")
    return figures | {"csv s": seconds, "csv ms/person": seconds * 1000 / patients, "csv peak MB": peak}


def measure_dashboard(program, store, patients, keys, folder):
    command = [program, "--store", store, *CLOCK]
    dashboard = Dashboard(command, folder)
    figures = {"first picture ms": dashboard.first_picture()}
    dashboard.key(TABLE)
    # Untouched to the end of reading; the wait that shows the end is not counted.
    still = 0.5
    while not dashboard.is_still(still):
        if time.monotonic() - dashboard.started > 300:
            sys.exit("the dashboard is still at work after five minutes")
    full = time.monotonic() - dashboard.started - still
    figures |= {"full table s": full, "full table ms/person": full * 1000 / patients}
    times = [dashboard.key(DOWN if turn // 20 % 2 == 0 else UP) for turn in range(keys)]
    figures |= {
        "key ms, p50": rank(times, 0.5), "key ms, p99": rank(times, 0.99), "keys unanswered": times.count(None),
        "dashboard peak MB": dashboard.peak_megabytes(),
    }
    dashboard.end()
    # Once more, with keys from the first picture on and as long as people are read.
    dashboard = Dashboard(command, folder)
    dashboard.first_picture()
    dashboard.key(TABLE)
    times, until = [], dashboard.started + full * 0.9
    while time.monotonic() < until and len(times) < keys:
        times.append(dashboard.key(DOWN if len(times) // 20 % 2 == 0 else UP))
    dashboard.end()
    if times:
        figures |= {
            "loading key ms, p50": rank(times, 0.5), "loading key ms, p99": rank(times, 0.99),
            "loading keys": len(times),
        }
    return figures


def report(figures):
    over = False
    print(f"{'':24}{'budget':>10}{'lull':>12}")
    for name, value in figures.items():
        budget = BUDGETS.get(name)
        is_over = budget is not None and not value <= budget
        over = over or is_over
        print(f"{name:24}{'' if budget is None else budget:>10}{value:>12.1f}{' !' if is_over else ''}")
    return over


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--patients", type=int, default=1000)
    parser.add_argument("--store", help="a folder that is kept; it is planted where it is empty or missing")
    parser.add_argument("--keys", type=int, default=200, help="how many keys are pressed")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.abspath(options.store) if options.store else os.path.join(folder, "store")
        figures = measure_store(program, store, options.patients, folder)
        figures |= measure_dashboard(program, store, options.patients, options.keys, folder)
        print(f"100 x 30, {options.patients} people")
        over = report(figures)
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
