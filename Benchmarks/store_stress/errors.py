"""Errors: a disk that refuses, a lock that stays, a folder that is closed, an output that is full."""

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import stat
import subprocess
import time

from bench import Bench, is_there, quietly
from sandbox import Sandbox, can_trace

ERRORS = ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES"]
# Not allowed; whatever else fails is a write or a read that failed.
REFUSALS = {"EROFS", "EACCES", "EPERM"}
OK, CREATE, IO, BUSY, REFUSED = 0, 73, 74, 75, 77
NOBODY = 65534
CLONE_NEWNS = 0x00020000


def run(program, folder, offsets, errors=ERRORS):
    bench = Bench(program, folder)
    if can_trace():
        injected(bench, errors)
    else:
        bench.untried.append("errors of single calls (no strace, or it may not trace here)")
    file_size(bench)
    full_disk(bench, offsets)
    stopped_holder(bench)
    odd_files(bench)
    outputs(bench)
    descriptors(bench)
    closed_store(bench)
    read_only(bench)
    tally = bench.tally
    groups = ", ".join(f"{count} {group}" for group, count in bench.groups.items())
    return tally.tell(
        f"errors: {sum(bench.groups.values())} faults ({groups}): {tally['false']} false acknowledgements, "
        f"{tally['lost']} lost, {tally['changed']} journals changed, {tally['wrong status']} wrong statuses, "
        f"{tally['not one sentence']} without one sentence, {tally['retried']} syncs tried again, "
        f"{tally['open']} left open; not tried: {'; '.join(bench.untried) or 'nothing'}")


# MARK: Errors of single calls

def injected(bench, errors):
    for error in errors:
        refused = {REFUSED if error in REFUSALS else IO}
        for when in ["1", "2", "1+", "2+"]:
            inject(bench, "write", error, when, refused, [bench.journal_path])
            inject(bench, "fdatasync", error, when, refused | {IO}, [bench.journal_path])
            # Of the opens some are for reading: what cannot be read then is said, and read again.
            inject(bench, "openat", error, when, refused | {OK, IO}, [bench.journal_path])
        for when in ["3", "3+"]:
            inject(bench, "openat", error, when, refused | {OK, IO}, [bench.journal_path])
        for call in ["fdatasync", "fsync"]:
            journal = [] if call == "fdatasync" else [bench.sandbox.person_folder]
            inject(bench, call, error, "1", refused | {IO}, journal, new=True)
        # Without a name of its own kept outside the store a writer does not begin.
        unkept = {CREATE, REFUSED} if error in REFUSALS else {IO}
        inject(bench, "mkdirat,mkdir", error, "1", unkept, [], new=True)
        inject(bench, "flock", error, "1+", refused | {IO}, [bench.journal_path])
        inject(bench, "pread64", error, "1", {OK, IO, REFUSED}, [bench.journal_path])
        # The record is safe by then; only what outlives the program is not.
        inject(bench, "write", error, "1+", {OK}, [memory_path(bench)])
    for call in ["write", "openat", "flock", "pread64"]:
        inject(bench, call, "EINTR", "1", {OK}, [bench.journal_path])
    for call in ["newfstatat", "fstat"]:
        inject(bench, call, "EIO", "1+", {OK, IO}, [bench.journal_path])


def memory_path(bench):
    folder = bench.sandbox.path("state/lull/writers")
    return os.path.join(folder, os.listdir(folder)[0])


def inject(bench, call, error, when, statuses, paths, new=False):
    """One error in one place, on the way of three lines into the journal."""
    bench.reset()
    if new:
        shutil.rmtree(bench.sandbox.path("state"))
    texts = [f"hit {number}" for number in range(3)]
    done = bench.log(texts, before=bench.injecting(call, error, when, paths))
    calls = bench.traced()
    first = next((place for place, line in enumerate(calls) if "INJECTED" in line), None)
    if first is None:
        # So many calls were not made: nothing has failed.
        statuses = {OK}
    where = f"{error} at {call} {when}" + (" of a new journal" if new else "")
    if call in ("fdatasync", "fsync") and first is not None and len(calls) > first + 1:
        bench.tally.problem("retried", f"{where}: synced again after a sync had failed")
    bench.expect("at calls", where, done, texts, statuses)


# MARK: Writes cut short

def file_size(bench):
    """Lines cut short by a limit to the file's size, with the signal for it ignored or not, and where the
    rest cannot be cut off."""
    if not is_there("prlimit"):
        return bench.untried.append("a limit to the file's size (no prlimit)")
    bench.reset()
    size = os.path.getsize(bench.journal_path)
    for length in [200, 20_000]:
        for share in range(0, 8):
            limit = ["prlimit", f"--fsize={size + 1 + share * length // 8}"]
            for restore in [False, True]:
                bench.reset()
                text = "x" * length
                done = bench.log([text], before=limit, restore_signals=restore)
                signal_is = "acts" if restore else "is ignored"
                where = f"{share}/8 of {length} bytes, SIGXFSZ {signal_is}"
                bench.expect("short writes", where, done, [text], {IO})
            if can_trace():
                bench.reset()
                stuck = bench.injecting("ftruncate", "EPERM", "1+", [bench.journal_path])
                done = bench.log([text], before=[*stuck, *limit], restore_signals=False)
                where = f"{share}/8 of {length} bytes, which stay"
                bench.expect("short writes", where, done, [text], {IO})


def full_disk(bench, offsets):
    """A small disk that is full at each of many places, the writer's memory on it too."""
    place = os.path.join(bench.folder, "full")
    os.mkdir(place)
    if not own_mounts() or not quietly("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", place):
        return bench.untried.append("a full disk (a tmpfs needs root)")
    try:
        sandbox = Sandbox(bench.sandbox.program, place)
        filler = sandbox.path("filler")
        for number in range(offsets):
            sandbox.make()
            text = "x" * (1 + number * 4099 // 17 % 4096)
            known = {sandbox.note(text): text}
            fill(filler, free_pages=number % 7)
            texts = ["y" * (100 + number * 997 % 24_000) for _ in range(1 + number % 2)]
            before = sandbox.person().contents()
            lines = bench.sandbox
            bench.sandbox = sandbox
            try:
                done = bench.log(texts)
            finally:
                bench.sandbox = lines
            for path, content in before.items():
                if not sandbox.person().contents()[path].startswith(content):
                    bench.tally.problem("changed", f"full disk: {number}: what stood in {path} has changed")
            os.remove(filler)
            bench.expect("full disk", f"{number}", done, texts, {OK, IO}, known, sandbox)
    finally:
        quietly("umount", place)


def fill(path, free_pages):
    """Fills a disk but for some pages."""
    with open(path, "wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while True:
                file.write(b"z" * 4096)
        size = os.path.getsize(path)
        os.truncate(path, max(0, size - free_pages * 4096))


def own_mounts():
    """Mounts that are this process's own, and go when it ends; False where that is not allowed."""
    if os.geteuid() != 0 or not is_there("mount", "umount"):
        return False
    return ctypes.CDLL(None).unshare(CLONE_NEWNS) == 0 and quietly("mount", "--make-rprivate", "/")


# MARK: A lock that stays

def stopped_holder(bench):
    """A process that holds the lock is stopped: the writer gives up in time and names it, readers go on."""
    bench.reset()
    holder = os.fork()
    if holder == 0:
        file = os.open(bench.journal_path, os.O_RDONLY)
        fcntl.flock(file, fcntl.LOCK_EX)
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
    try:
        os.waitpid(holder, os.WUNTRACED)
        begun = time.monotonic()
        read = bench.sandbox.run("status", "--json")
        read_in = time.monotonic() - begun
        bench.expect_status("a held lock: status", read, {OK})
        begun = time.monotonic()
        done = bench.log(["waits"])
        waited = time.monotonic() - begun
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
    where = f"given up after {waited:.1f} s"
    if not 4.5 < waited < 7 or read_in > 2:
        words = f"the writer waited {waited:.1f} s, the reader {read_in:.1f} s"
        bench.tally.problem("slow", f"a held lock: {words}")
    if f"process {holder}" not in done.stderr.decode(errors="replace"):
        words = f"a held lock: {done.stderr!r} does not name process {holder}"
        bench.tally.problem("not one sentence", words)
    bench.expect("held lock", where, done, ["waits"], {BUSY})


# MARK: Other things in place of a journal

def odd_files(bench):
    def link(path, aside):
        os.symlink(aside, path)

    def pipe(path, _):
        os.mkfifo(path)

    def folder(path, _):
        os.mkdir(path)

    def second_name(path, aside):
        os.link(aside, path)

    def endpoint(path, _):
        # A socket's path may be short only.
        here = os.open(os.path.dirname(path), os.O_RDONLY)
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(f"/proc/self/fd/{here}/{os.path.basename(path)}")
        os.close(here)

    for place in [link, pipe, folder, second_name, endpoint]:
        bench.reset()
        aside = bench.sandbox.path("aside")
        os.rename(bench.journal_path, aside)
        place(bench.journal_path, aside)
        done = bench.log(["hit"])
        mode = os.lstat(bench.journal_path).st_mode
        os.rmdir(bench.journal_path) if stat.S_ISDIR(mode) else os.remove(bench.journal_path)
        os.rename(aside, bench.journal_path)
        bench.expect("odd files", place.__name__.replace("_", " "), done, ["hit"], {REFUSED})


# MARK: Outputs

def outputs(bench):
    """An output that cannot be written is no success, and takes nothing back."""
    for command in [["status"], ["nights"], ["summary", "--json"], ["--help"]]:
        with open("/dev/full", "wb") as full:
            done = bench.sandbox.run(*command, stdout=full)
        bench.groups["outputs"] += 1
        bench.expect_status(f"'lull {command[0]}' to a full disk", done, {IO})
    for texts in [["hit"], ["hit 0", "hit 1", "hit 2"]]:
        bench.reset()
        with open("/dev/full", "wb") as full:
            done = bench.log(texts, stdout=full)
        bench.expect("outputs", "standard output on a full disk", done, texts, {IO})
        bench.reset()
        with open("/dev/full", "wb") as full:
            done = bench.log(texts, stderr=full)
        bench.expect("outputs", "standard error on a full disk", done, texts, {OK})
        bench.reset()
        reader, writer = os.pipe()
        os.close(reader)
        done = bench.log(texts, stdout=writer)
        os.close(writer)
        # The signal ends it, as it does other programs, or it says nothing for itself.
        done.stderr = None
        bench.expect("outputs", "a reader that has left", done, texts, {IO, -signal.SIGPIPE})
    for closed in [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"]:
        bench.reset()
        done = bench.log(["hit"], before=["sh", "-c", f'exec "$@" {closed}', "sh"])
        done.stderr = None if "2>&-" in closed else done.stderr
        bench.expect("outputs", f"with {closed}", done, ["hit"], {IO} if ">&-" in closed.split() else {OK})


def descriptors(bench):
    """Too few descriptors."""
    if not is_there("prlimit"):
        return bench.untried.append("few descriptors (no prlimit)")
    for number in range(3, 13):
        bench.reset()
        done = bench.log(["hit"], before=["prlimit", f"--nofile={number}"])
        if done.returncode == 127:
            # The system could not even load the program.
            done.stderr = None
        bench.expect("few descriptors", f"{number}", done, ["hit"], {OK, IO, 127})


# MARK: Stores that are closed

def closed_store(bench):
    """A store of someone else: closed altogether, and open to read."""
    before = []
    if os.geteuid() == 0:
        before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        opened = [os.path.dirname(bench.folder), bench.folder]
        if not is_there("setpriv"):
            return bench.untried.append("a store of someone else (no setpriv)")
        for folder in opened:
            os.chmod(folder, 0o711)
        if not quietly(*before, bench.sandbox.program.path, "--version"):
            return bench.untried.append("a store of someone else (nobody cannot run the program)")
    for readable in [False, True]:
        bench.reset()
        state = bench.sandbox.path("other")
        os.mkdir(state)
        os.chmod(bench.sandbox.folder, 0o711)
        os.chmod(state, 0o777)
        folder_mode, file_mode = (0o555, 0o444) if readable else (0o000, 0o000)
        for root, folders, files in os.walk(bench.sandbox.store, topdown=False):
            for name in files:
                os.chmod(os.path.join(root, name), file_mode)
            os.chmod(root, folder_mode)
        looked = bench.sandbox.run("status", "--json", before=before, state="other")
        done = bench.sandbox.run("log", "note", "hit", before=before, state="other")
        subprocess.run(["chmod", "-R", "u+rwX", bench.sandbox.store], check=True)
        what = "open to read" if readable else "closed"
        bench.expect_status(f"a store of someone else, {what}: status", looked, {OK if readable else REFUSED})
        bench.expect("someone else's", what, done, ["hit"], {REFUSED})


def read_only(bench):
    """A store on a disk that is mounted to be read."""
    if not own_mounts():
        return bench.untried.append("a read-only mount (needs root)")
    bench.reset()
    store = bench.sandbox.store
    if not quietly("mount", "--bind", store, store):
        return bench.untried.append("a read-only mount (not allowed)")
    try:
        if not quietly("mount", "-o", "remount,bind,ro", store):
            return bench.untried.append("a read-only mount (not allowed)")
        looked = bench.sandbox.run("status", "--json")
        done = bench.log(["hit"])
        added = bench.sandbox.run("patient", "add", "bo", "--name", "Bo")
        made = bench.sandbox.run("init", "--store", os.path.join(store, "below"))
    finally:
        quietly("umount", store)
    bench.expect_status("a read-only mount: status", looked, {OK})
    bench.expect_status("a read-only mount: patient add", added, {REFUSED, CREATE})
    bench.expect_status("a read-only mount: init", made, {REFUSED, CREATE})
    bench.expect("read-only", "append", done, ["hit"], {REFUSED})
