#!/usr/bin/env python3
"""What a relaxation guide keeps and costs: its beat, its picture, its voice.

    Benchmarks/guide.py .build/release/lull beat --minutes 20
    Benchmarks/guide.py .build/release/lull picture
    Benchmarks/guide.py .build/release/lull voice

`beat` leads through breaths with `lull relax --jsonl` and measures how far each phase begins from its
planned moment, on this clock and on the program's own. `picture` counts bytes and processor time of a
breathing guide at 100 x 30, for each kind of motion. `voice` puts a stand-in for a speech program on PATH
and measures when it is started. Needs Python 3 and nothing else; ends with 1 where a budget is not kept.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time

BEAT_MS = 10
# Bytes a second, and percent of one core.
PICTURE = {"full": (8 * 1024, 2.0), "reduced": (1024, 1.0), "none": (1024, 1.0)}
VOICE_MS = 100
# By day, when a guide is neither dim nor spoken by itself.
CLOCK = ["--now", "2026-11-22T17:00:00+00:00", "--zone", "UTC"]
TICKS = os.sysconf("SC_CLK_TCK")


def environment(folder):
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {"HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8"}


def beat(options, folder):
    """The greatest distances of a phase from its moment, in milliseconds."""
    command = [options.program, "relax", options.programme, "--plain", "--jsonl"]
    if options.minutes:
        command += ["--minutes", str(options.minutes)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=environment(folder)
    )
    first, own, seen, count, last = None, 0.0, 0.0, 0, 0.0
    for line in process.stdout:
        now = time.monotonic()
        step = json.loads(line)
        first = now - step["now"] if first is None else first
        own = max(own, abs(step["now"] - step["at"]))
        seen = max(seen, abs(now - first - step["at"]))
        last, count = step["at"], count + 1
    print(f"{count} phases, the last at {last:g} s")
    print(f"by the program's clock  {own * 1000:6.2f} ms off at most   budget {BEAT_MS} ms")
    print(f"by this clock           {seen * 1000:6.2f} ms off at most")
    return process.wait() == 0 and own * 1000 < BEAT_MS


class Guide:
    """A guide on a pseudo-terminal."""

    def __init__(self, options, folder, arguments=(), variables=()):
        self.process, self.terminal = pty.fork()
        command = [options.program, "relax", options.programme, *CLOCK, *arguments]
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
            os.execvpe(command[0], command, environment(folder) | dict(variables))
        self.collect(1.5)

    def collect(self, seconds):
        end, data = time.monotonic() + seconds, b""
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.terminal], [], [], left)[0]:
                continue
            try:
                data += os.read(self.terminal, 1 << 16)
            except OSError:
                # The program has ended, and its side of the terminal is closed.
                break
        return data

    def press(self, keys, seconds=0.2):
        os.write(self.terminal, keys)
        return self.collect(seconds)

    def processor_seconds(self):
        with open(f"/proc/{self.process}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def children(self):
        with open(f"/proc/{self.process}/task/{self.process}/children") as file:
            return file.read().split()

    def end(self):
        os.write(self.terminal, b"Q")
        self.collect(0.5)
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def picture(options, folder):
    kept = True
    for motion, (most_bytes, most_percent) in PICTURE.items():
        guide = Guide(options, folder, ["--motion", motion])
        guide.press(b"\r")
        before = guide.processor_seconds()
        data = guide.collect(options.seconds)
        percent = (guide.processor_seconds() - before) / options.seconds * 100
        rate = len(data) / options.seconds
        guide.end()
        print(
            f"{motion:8} {rate:7.0f} B/s of {most_bytes}   {percent:5.2f} % of a core of {most_percent}"
        )
        kept = kept and rate <= most_bytes and percent <= most_percent
    return kept


STAND_IN = """#!/bin/sh
date +%s.%N >>"$LULL_CUES.times"
for last; do :; done
printf '%s\\n' "$last" >>"$LULL_CUES.words"
sleep 0.3
"""


def voice(options, folder):
    stand_in = os.path.join(folder, "bin", "spd-say")
    os.makedirs(os.path.dirname(stand_in))
    with open(stand_in, "w") as file:
        file.write(STAND_IN)
    os.chmod(stand_in, 0o755)
    cues = os.path.join(folder, "cues")
    path = os.path.dirname(stand_in) + ":" + os.environ.get("PATH", "")
    guide = Guide(options, folder, [], {"PATH": path, "LULL_CUES": cues})
    guide.press(b"\r", 0)
    begun = time.time()
    guide.press(b"v", 0)
    guide.collect(options.seconds)
    guide.press(b" ", 1.0)
    left = guide.children()
    guide.end()
    with open(cues + ".times") as file:
        times = [float(line) for line in file]
    with open(cues + ".words") as file:
        words = file.read().splitlines()
    # What was being said is cut short by a call of its own.
    said = [(at, word) for at, word in zip(times, words) if word != "--cancel"]
    times, words = [at for at, _ in said], [word for _, word in said]
    plan = json.loads(
        subprocess.run(
            [options.program, "relax", options.programme, "--dry-run", "--json"],
            env=environment(folder), capture_output=True, check=True,
        ).stdout
    )["steps"]
    # The first cue is spoken where the key was pressed, the others ahead of their phases.
    worst = 0.0
    for spoken, word, step in zip(times[1:], words[1:], plan[1:]):
        if word != step["text"]:
            print(f"said {word!r} where {step['text']!r} was due")
            return False
        worst = max(worst, abs(spoken + options.lead / 1000 - begun - step["at"]))
    print(f"{len(times)} cues, {worst * 1000:.0f} ms off at most   budget {VOICE_MS} ms")
    print(f"processes left after a pause: {len(left)}")
    return len(times) > 2 and worst * 1000 < VOICE_MS and not left


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("what", choices=["beat", "picture", "voice"])
    parser.add_argument("--programme", default="resonance")
    parser.add_argument("--minutes", type=float, help="how long to breathe; the programme's own if left out")
    parser.add_argument("--seconds", type=float, default=20, help="how long to look at a picture or listen")
    parser.add_argument("--lead", type=float, default=120, help="ms that spd-say is counted to take")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lull-guide-") as folder:
        kept = {"beat": beat, "picture": picture, "voice": voice}[options.what](options, folder)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
