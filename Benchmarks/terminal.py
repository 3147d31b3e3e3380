#!/usr/bin/env python3
"""What the dashboard costs a terminal: start, keys, idleness, a breathing guide, memory.

    Benchmarks/terminal.py .build/release/lull --patients 12

Starts the program on a planted store in a pseudo-terminal of 80 x 24, beside a peer that is
installed, and prints each figure beside its budget. Needs Python 3 and nothing else.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

QUIET = 0.15
# The clock of the program starts at a full minute, so that no minute turns while it is idle.
CLOCK = ["--now", "2026-11-22T18:14:00+01:00", "--zone", "Europe/Oslo"]
BUDGETS = {
    "start bytes": 8 * 1024,
    "start ms": 150,
    "idle B/s": 0,
    "key bytes, most": 400,
    "key ms, p99": 30,
    "breathing B/s": 8 * 1024,
}


class Session:
    """A program on a pseudo-terminal, and the bytes that come from it with their times."""

    def __init__(self, command, environment):
        self.started = time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(command[0], command, environment)

    def collect(self, longest, quiet=None, least=1):
        """Reads for `longest` seconds, or until nothing has come for `quiet` after `least` bytes have.

        Returns the bytes and the time of the last of them.
        """
        begun, last, data = time.monotonic(), None, b""
        while True:
            now = time.monotonic()
            left = begun + longest - now
            if len(data) >= least and quiet is not None:
                left = min(left, last + quiet - now)
            if left <= 0:
                return data, last
            if not select.select([self.terminal], [], [], left)[0]:
                continue
            try:
                chunk = os.read(self.terminal, 1 << 16)
            except OSError:
                return data, last
            data, last = data + chunk, time.monotonic()

    def first_screen(self):
        # What only takes the terminal is less than a picture.
        data, last = self.collect(20, 0.5, least=500)
        return len(data), (last - self.started) * 1000 if last else float("nan")

    def press(self, key):
        begun = time.monotonic()
        os.write(self.terminal, key)
        data, last = self.collect(2, QUIET)
        return len(data), (last - begun) * 1000 if last else None

    def peak_kilobytes(self):
        with open(f"/proc/{self.process}/status") as status:
            return int(next(line for line in status if line.startswith("VmHWM")).split()[1])

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def measure_starts(command, environment, times):
    starts = []
    for _ in range(times):
        session = Session(command, environment)
        starts.append(session.first_screen())
        session.end()
    return {
        "start bytes": statistics.median(size for size, _ in starts),
        "start ms": statistics.median(duration for _, duration in starts),
    }


def measure_keys(session, down, up, times):
    """Presses a key down and up again by turns, so that there is always somewhere to go."""
    seen = [session.press(down if turn % 2 == 0 else up) for turn in range(times)]
    painted = [(size, duration) for size, duration in seen if duration is not None]
    if not painted:
        return {}
    return {
        "key bytes, median": statistics.median(size for size, _ in painted),
        "key bytes, most": max(size for size, _ in painted),
        "key ms, p50": percentile([duration for _, duration in painted], 0.5),
        "key ms, p99": percentile([duration for _, duration in painted], 0.99),
    }


def measure(command, environment, options, down, up, breathe=False):
    figures = measure_starts(command, environment, options.starts)
    session = Session(command, environment)
    session.first_screen()
    figures |= measure_keys(session, down, up, options.keys)
    idle, _ = session.collect(options.idle)
    figures["idle B/s"] = len(idle) / options.idle
    if breathe:
        for key in (b"\r", b"4", b"\r", b"\r", b"\r"):
            session.press(key)
        guide, _ = session.collect(options.breathe)
        figures["breathing B/s"] = len(guide) / options.breathe
    figures["peak KB"] = session.peak_kilobytes()
    session.end()
    return figures


def peer_command(folder):
    if shutil.which("htop"):
        return "htop", ["htop", "--delay", "20"]
    if shutil.which("less"):
        text = os.path.join(folder, "text")
        with open(text, "w") as lines:
            lines.writelines(f"{number:6} " + "lorem ipsum " * 5 + "\n" for number in range(5000))
        return "less", ["less", text]
    return None, None


def report(columns):
    names = []
    for figures in columns.values():
        names += [name for name in figures if name not in names]
    print(f"{'':20}{'budget':>10}" + "".join(f"{title:>14}" for title in columns))
    over = False
    for name in names:
        budget = BUDGETS.get(name)
        line = f"{name:20}{'' if budget is None else budget:>10}"
        for title, figures in columns.items():
            value = figures.get(name)
            line += f"{'' if value is None else format(value, '.1f'):>14}"
            if title == "lull" and budget is not None and value is not None and value > budget:
                line += " !"
                over = True
        print(line)
    return over


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--patients", type=int, default=12)
    parser.add_argument("--starts", type=int, default=5, help="how many starts the median is of")
    parser.add_argument("--keys", type=int, default=100, help="how many keys are pressed")
    parser.add_argument("--idle", type=float, default=10, help="seconds of doing nothing")
    parser.add_argument("--breathe", type=float, default=20, help="seconds of the breathing guide")
    options = parser.parse_args()
    program = os.path.abspath(options.program)

    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "HOME": folder, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "LULL_STORE": os.path.join(folder, "store"),
        }
        planted = subprocess.run(
            [program, "plant", "--patients", str(options.patients)] + CLOCK, env=environment,
            capture_output=True, text=True)
        if planted.returncode != 0:
            sys.exit(planted.stderr)
        columns = {"lull": measure([program] + CLOCK, environment, options, b"j", b"k", breathe=True)}
        title, peer = peer_command(folder)
        if peer:
            columns[title] = measure(peer, environment, options, b"j", b"k")
        print(f"80 x 24, {options.patients} people")
        over = report(columns)
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
