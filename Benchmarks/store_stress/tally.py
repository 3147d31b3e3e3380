"""Counts that add up over processes, and what was found wrong, in words."""

from collections import Counter

# Of each sort of problem.
SHOWN = 4


class Tally:
    def __init__(self):
        self.counts = Counter()
        self.problems = {}

    def count(self, name, times=1):
        self.counts[name] += times

    def problem(self, name, words):
        """Something that no run may bring about: it is counted, and told in words."""
        self.counts[name] += 1
        self.problems.setdefault(name, []).append(words)

    def add(self, other):
        self.counts += other.counts
        for name, problems in other.problems.items():
            self.problems.setdefault(name, []).extend(problems)
        return self

    def __getitem__(self, name):
        return self.counts[name]

    def tell(self, line):
        """Prints the line with its figures, and below it what was wrong. True where nothing was."""
        print(line, flush=True)
        for problems in self.problems.values():
            for words in problems[:SHOWN]:
                print(f"    {words}")
            if len(problems) > SHOWN:
                print(f"    and {len(problems) - SHOWN} more like these")
        return not self.problems


def check_records(tally, person, expected, where):
    """Each acknowledged id is there once, with the text that was sent.

    `expected` has the text by id, None where any will do.
    """
    for key, text in expected.items():
        if key not in person.found:
            tally.problem("lost", f"{where}: {key} was acknowledged and is not there")
        elif text is not None and person.found[key] != text:
            tally.problem("mixed", f"{where}: {key} has another text than was sent")
    for key in person.twice:
        tally.problem("twice", f"{where}: {key} is there {person.times[key]} times")
    for path, line, why in person.out_of_order:
        tally.problem("out of order", f"{where}: {path}:{line}: number {why}")
