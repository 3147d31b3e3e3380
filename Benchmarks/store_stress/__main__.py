"""Whether the store keeps what it says: the built program under kills, crowds, errors and replication.

    python3 Benchmarks/store_stress all --quick          a smoke run of under a minute
    python3 Benchmarks/store_stress all                  everything, in a few minutes
    python3 Benchmarks/store_stress kills --runs 10000   SIGKILL before each system call, and at random
    python3 Benchmarks/store_stress writers --writers 16 --records 10000 --readers 8
    python3 Benchmarks/store_stress errors               full, failing, closed and read-only disks; held locks
    python3 Benchmarks/store_stress replicate            two clones, by git, by rsync and by copying

Each claim prints one line with its figures, and below it what was wrong; the exit status is 1 where
anything was. The program is `.build/release/lull` of this repository unless `--lull` names another. The work
is done in a temporary folder, which is removed, below `--folder` (else TMPDIR): give one on the file system
in question. Needs Python 3.9 and nothing else; with strace, git and rsync, and as root, it tries more, and it
says what it has not tried.
"""

import argparse
import os
import platform
import signal
import sys
import time

import errors
import kills
import replicate
import writers
from sandbox import Broken, Program, file_system, scratch

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".build", "release", "lull")


def arguments():
    parser = argparse.ArgumentParser(
        prog="store_stress", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lull", default=BUILT, help="the program (%(default)s)")
    common.add_argument("--folder", help="where the temporary folder is made")
    claims = parser.add_subparsers(dest="claim", required=True)

    claim = claims.add_parser("kills", parents=[common], help="nothing acknowledged is lost to a kill")
    claim.add_argument("--runs", type=int, default=10_000, help="kills in all (%(default)s)")
    claim.add_argument("--processes", type=int, default=2, help="at once (%(default)s)")
    claim.add_argument("--seed", type=int, default=1, help="of the random ones (%(default)s)")

    claim = claims.add_parser("writers", parents=[common], help="many writers and readers at once")
    claim.add_argument("--writers", type=int, default=16)
    claim.add_argument("--records", type=int, default=500, help="of each writer (%(default)s)")
    claim.add_argument("--readers", type=int, default=8)

    claim = claims.add_parser("errors", parents=[common], help="what fails is said, and nothing else")
    claim.add_argument("--offsets", type=int, default=200, help="places of a full disk (%(default)s)")

    claim = claims.add_parser("replicate", parents=[common], help="two clones come to one answer")
    claim.add_argument("--rounds", type=int, default=10, help="at rest (%(default)s)")
    claim.add_argument("--records", type=int, default=400, help="of each of four writers (%(default)s)")

    claim = claims.add_parser("all", parents=[common], help="everything")
    claim.add_argument("--quick", action="store_true", help="only to see that it works")
    return parser.parse_args()


def claims_of(options, program, folder):
    """What is to be run, each with a folder of its own."""
    def place(name):
        return os.path.join(folder, name)

    def all_claims(runs, crowd, offsets, rounds, some_errors=errors.ERRORS):
        return [
            lambda: kills.run(program, place("kills"), runs, 2, 1),
            lambda: writers.run(program, place("writers"), *crowd),
            lambda: errors.run(program, place("errors"), offsets, some_errors),
            lambda: replicate.run(program, place("replicate"), *rounds),
        ]

    if options.claim == "kills":
        return [lambda: kills.run(program, place("kills"), options.runs, options.processes, options.seed)]
    if options.claim == "writers":
        crowd = options.writers, options.records, options.readers
        return [lambda: writers.run(program, place("writers"), *crowd)]
    if options.claim == "errors":
        return [lambda: errors.run(program, place("errors"), options.offsets)]
    if options.claim == "replicate":
        return [lambda: replicate.run(program, place("replicate"), options.rounds, options.records)]
    if options.quick:
        return all_claims(150, (4, 25, 2), 10, (2, 50), ["ENOSPC", "EIO"])
    return all_claims(2_500, (16, 100, 8), 100, (5, 300))


def main():
    options = arguments()
    if not os.path.exists(options.lull):
        sys.exit(f"store_stress: there is no {options.lull}; build it with 'make release', or give --lull")
    # So that the folder is removed then too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    begun, good = time.monotonic(), True
    with scratch(options.folder) as folder:
        program = Program(options.lull, folder)
        kind = file_system(folder)
        volatile = ", which no power cut leaves: --folder names another" if kind in ("tmpfs", "ramfs") else ""
        print(f"lull {program.version} on {kind}{volatile}; {platform.system()} {platform.release()}, "
              f"{os.cpu_count()} processors", flush=True)
        for claim in claims_of(options, program, folder):
            try:
                good = claim() and good
            except Broken as broken:
                print(f"    given up: {broken}")
                good = False
    print(f"{'all held' if good else 'not all held'}, in {time.monotonic() - begun:.0f} s")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
