"""An independent reader of journals: it shares nothing with the program but what a line is.

It reads whole lines only, checks the CRC-32C at the end of each and that the numbers go up by
one, and reads on from where it was.
"""

import json
import os
import re


def _table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


_TABLE = _table()
_TAIL = re.compile(rb',"sum":"([0-9a-f]{8})"}$')
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}$")


def crc32c(data):
    table, value = _TABLE, 0xFFFFFFFF
    for byte in data:
        value = table[(value ^ byte) & 0xFF] ^ value >> 8
    return value ^ 0xFFFFFFFF


def read_line(line):
    """A line without its line break as (record, None), or (None, why it does not count as one)."""
    tail = _TAIL.search(line)
    if not tail:
        return None, "does not end in a sum"
    if crc32c(line[:tail.start()]) != int(tail.group(1), 16):
        return None, "has another sum"
    try:
        record = json.loads(line.decode("utf-8"))
    except ValueError as error:
        return None, f"is not JSON: {error}"
    if not isinstance(record, dict) or record.get("v") != 1 or not isinstance(record.get("seq"), int):
        return None, "has no frame"
    if not _ULID.match(str(record.get("id"))):
        return None, "has no id"
    return record, None


class Journal:
    """One file, read as far as its last line break."""

    def __init__(self, path):
        self.path = path
        self.offset = 0
        self.lines = 0
        self.sequence = 0
        self.inode = None
        self.open_end = b""
        self.ids = []
        # (line, why) of whole lines that are no records, and of numbers that do not follow.
        self.damaged = []
        self.out_of_order = []

    def read_on(self):
        """The records on lines that are new. A file that was replaced or cut is read from its start."""
        with open(self.path, "rb") as file:
            status = os.fstat(file.fileno())
            if self.inode not in (None, status.st_ino) or status.st_size < self.offset:
                self.__init__(self.path)
            self.inode = status.st_ino
            file.seek(self.offset)
            data = file.read()
        whole, line_break, self.open_end = data.rpartition(b"\n")
        if not line_break:
            return []
        self.offset += len(whole) + 1
        records = []
        for line in whole.split(b"\n"):
            self.lines += 1
            record, why = read_line(line)
            if record is None:
                self.damaged.append((self.lines, why))
                continue
            if record["seq"] != self.sequence + 1:
                self.out_of_order.append((self.lines, f"{record['seq']} stands after {self.sequence}"))
            self.sequence = record["seq"]
            records.append(record)
            self.ids.append(record["id"])
        return records


class Person:
    """All journals of one person: what both sides read, and the person's own."""

    def __init__(self, store, person):
        self.store = store
        self.folders = [os.path.join(part, person) for part in ("people", "private")]
        # By the path in the store.
        self.journals = {}
        # By id: the text of a note (else the whole record), and how often the id was read.
        self.found = {}
        self.times = {}
        # The ids that were read last.
        self.fresh = []

    def read_on(self):
        self.fresh = []
        for path in self.paths():
            journal = self.journals.get(path)
            if journal is None:
                journal = self.journals[path] = Journal(os.path.join(self.store, path))
            for record in journal.read_on():
                key = record["id"]
                self.found[key] = record["text"] if record["kind"] == "note" else record
                self.times[key] = self.times.get(key, 0) + 1
                self.fresh.append(key)
        return self

    def paths(self):
        found = []
        for folder in self.folders:
            try:
                names = sorted(os.listdir(os.path.join(self.store, folder)))
            except FileNotFoundError:
                continue
            found += [
                os.path.join(folder, name) for name in names
                if name.endswith(".jsonl") and not name.startswith(".")]
        return found

    @property
    def twice(self):
        return [key for key, times in self.times.items() if times > 1]

    @property
    def damaged(self):
        return [(path, *what) for path, journal in self.journals.items() for what in journal.damaged]

    @property
    def out_of_order(self):
        return [(path, *what) for path, journal in self.journals.items() for what in journal.out_of_order]

    @property
    def open_ends(self):
        return [journal for journal in self.journals.values() if journal.open_end]

    def contents(self):
        """The bytes of each journal as they are now."""
        return {path: contents(os.path.join(self.store, path)) for path in self.paths()}


def contents(path):
    with open(path, "rb") as file:
        return file.read()
