"""A temporary folder with a store, and the program at work on it; and what the machine is like."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time

from journals import Person

PERSON = "ada"


class Program:
    """The built program, and which commands it has.

    A copy of it is what runs, so that it may be built anew meanwhile.
    """

    def __init__(self, path, folder):
        self.path = os.path.join(folder, "lull")
        shutil.copy(path, self.path)
        os.chmod(self.path, 0o755)
        self.version = self.ask("--version").strip()
        # Two spaces before a name, and more before what is said of it.
        self.commands = {
            line.split()[0] for line in self.ask("--help").splitlines()
            if line[:2] == "  " and line[2:3].isalpha()}

    def ask(self, option):
        return subprocess.run(
            [self.path, option], capture_output=True, text=True, env={"PATH": os.environ["PATH"]}).stdout

    def has(self, command):
        return command in self.commands


class Sandbox:
    """A store at `store` below a folder of its own, with a state folder for each writer."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.store = os.path.join(folder, "store")
        os.makedirs(folder, exist_ok=True)

    def environment(self, state="state", **more):
        """Nothing of the caller's but the path: no preloaded library may take the syncs away."""
        return {
            "PATH": os.environ["PATH"], "HOME": self.folder, "LANG": "C.UTF-8", "TZ": "UTC",
            "XDG_STATE_HOME": os.path.join(self.folder, state), "LULL_STORE": self.store,
        } | more

    def command(self, *arguments):
        return [self.program.path, *arguments]

    def run(self, *arguments, state="state", before=(), stdin=b"", **options):
        """Runs a command to its end. `before` is what runs it: strace and the like."""
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60} | options
        command = [*before, *self.command(*arguments)]
        try:
            return subprocess.run(command, input=stdin, env=self.environment(state), **options)
        except subprocess.TimeoutExpired as hung:
            raise Broken(f"{' '.join(command)[:300]} has not ended in {hung.timeout:.0f} s") from None

    def must(self, *arguments, **options):
        """Runs a command that has to succeed, and gives its output."""
        done = self.run(*arguments, **options)
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip()
            raise Broken(f"'lull {' '.join(arguments)[:80]}' ended with {done.returncode}: {said}")
        return done.stdout.decode()

    def make(self):
        """A new store with one person, over what was there."""
        for name in os.listdir(self.folder):
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
        self.must("init", "--id", PERSON, "--name", "Ada", "--zone", "Europe/Oslo")
        return self

    def note(self, text, **options):
        """Appends a note and gives its id."""
        return self.must("log", "note", text, **options).strip()

    def person(self):
        """What an independent reader makes of the person's journals now."""
        return Person(self.store, PERSON).read_on()

    @property
    def person_folder(self):
        return os.path.join(self.store, "people", PERSON)

    def path(self, name):
        return os.path.join(self.folder, name)


class Broken(Exception):
    """What should have worked did not, so that nothing more can be said."""


@contextlib.contextmanager
def scratch(folder=None):
    """A temporary folder that is removed in the end."""
    path = tempfile.mkdtemp(prefix="lull-stress-", dir=folder)
    try:
        yield path
    finally:
        # Without permission to enter, nothing could be removed.
        for root, names, _ in os.walk(path):
            for name in names:
                with contextlib.suppress(OSError):
                    os.chmod(os.path.join(root, name), 0o700, follow_symlinks=False)
        shutil.rmtree(path, ignore_errors=True)
        if os.path.exists(path):
            # Something that was left early has written once more.
            time.sleep(1)
            shutil.rmtree(path, ignore_errors=True)


def acknowledged(path):
    """The ids on the whole lines of what the program printed."""
    with open(path, "rb") as file:
        return file.read().rpartition(b"\n")[0].decode().split()


def file_system(path):
    """The type of the file system that a path is on, as the kernel names it."""
    best, kind = "", "unknown"
    path = os.path.realpath(path) + "/"
    with contextlib.suppress(OSError), open("/proc/self/mountinfo") as table:
        for line in table:
            left, _, right = line.partition(" - ")
            mount = left.split()[4].replace("\\040", " ")
            if path.startswith(mount.rstrip("/") + "/") and len(mount) >= len(best):
                best, kind = mount, right.split()[0]
    return kind


def can_trace():
    """Whether strace is there and may trace."""
    strace = shutil.which("strace")
    return bool(strace) and subprocess.run(
        [strace, "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0
