"""Search as you type, measured from outside: from a keystroke to the painted results.

`python tests/bench/keystrokes.py HOME` types forty queries, letter by letter, into the reader in a
terminal of its own, on the library in HOME, and prints milliseconds beyond the debounce until the
last of the results was painted, and until the last of the paper beside them; and, where the system
tells it, how long a processor worked for a letter, which other programs at work change least. The
queries are words of titles and authors of that library.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

from paperreader.library import Library
from paperreader.ui.actions.searching import SEARCH_DEBOUNCE_S

sys.path.insert(0, str(Path(__file__).parents[1] / "pty"))
from terminal import ESCAPES, Terminal  # beside the tests that use it too

QUERIES = 40
QUIET_S = 0.2  # so long nothing is painted: all is there
COLUMNS, ROWS = 120, 36
FOOT = 4  # lines below the rows of the list: its border, the box with the echo, status, hints
MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")


class Painted(NamedTuple):
    """Seconds from a key to the last of the results and of everything."""

    results: float
    everything: float


def edge_of_list(terminal: Terminal) -> int:
    """The column in which the paper beside the list begins, once the first screen is there."""
    terminal.wait_for("papers")
    terminal.wait_until_still(2.0)  # and the index is warm
    first = bytes(terminal.output).partition(b"\x1b[1;1H")[2]
    return ESCAPES.sub(b"", first).decode(errors="replace").index(" Paper ") - 1


def press(terminal: Terminal, key: str, edge: int) -> Painted:
    """Press a key and wait for all that it paints; without new results its echo counts."""
    start, seen = time.perf_counter(), len(terminal.output)
    terminal.press(key)
    results = everything = start
    while terminal.pump(QUIET_S):
        everything = terminal.last_output_s
        if results == start or is_results(bytes(terminal.output[seen:]), edge):
            results = everything
        seen = len(terminal.output)
    return Painted(results - start, everything - start)


def is_results(data: bytes, edge: int) -> bool:
    """Whether rows of the list were painted, not only what is beside and below them."""
    places = (tuple(map(int, place)) for place in MOVE.findall(data))
    return any(row <= ROWS - FOOT and column < edge for row, column in places)


def worked_s(terminal: Terminal) -> float | None:
    """Seconds of a processor until now; None where there is no /proc."""
    stat = Path(f"/proc/{terminal.process.pid}/stat")
    if not stat.exists():
        return None
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def queries(home: Path, chance: random.Random) -> list[str]:
    """Parts of titles, some with an author."""
    with Library.open(home / "library.db") as library:
        rows = library.rows(chance.sample(library.select(), QUERIES))
    found = []
    for row in rows:
        words = row.title.split()
        start = chance.randrange(max(1, len(words) - 1))
        parts = words[start : start + 2] + [name.split()[-1] for name in row.authors[:1]]
        found.append(" ".join(parts).lower()[:14])
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    home = parser.parse_args().home
    typed = queries(home, random.Random(20241205))
    painted, worked = [], 0.0
    argv = [sys.executable, "-m", "paperreader", "--library", str(home)]
    with Terminal(argv, columns=COLUMNS, rows=ROWS) as terminal:
        edge = edge_of_list(terminal)
        for query in typed:
            press(terminal, "/", edge)
            before = worked_s(terminal)
            painted += [press(terminal, letter, edge) for letter in query]
            worked += (worked_s(terminal) or 0.0) - (before or 0.0)
            press(terminal, "\x1b", edge)
    print(f"{len(painted)} keystrokes, milliseconds beyond the debounce")
    print("the results:", _spread([each.results for each in painted]))
    print("and the paper beside them:", _spread([each.everything for each in painted]))
    if worked:
        print(f"processor time for a letter: {worked * 1000 / len(painted):.1f}")


def _spread(times: list[float]) -> str:
    beyond = sorted((seconds - SEARCH_DEBOUNCE_S) * 1000 for seconds in times)
    p50, p95 = beyond[len(beyond) // 2], beyond[int(len(beyond) * 0.95)]
    return f"p50 {p50:.0f}, p95 {p95:.0f}, most {beyond[-1]:.0f}"


if __name__ == "__main__":
    main()
