"""Search as you type, measured from outside: from a keystroke to the painted results.

`python tests/bench/keystrokes.py HOME` types forty queries, letter by letter, into the reader in a
terminal of its own, on the library in HOME, and prints milliseconds beyond the debounce until the
last of the results was painted, and until the last of the paper beside them. The queries are words
of titles and authors of that library.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from paperreader.library import Library
from paperreader.ui.actions.searching import SEARCH_DEBOUNCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES = 40
QUIET_S = 0.2  # so long nothing is painted: all is there
COLUMNS, ROWS = 120, 36
FOOT = 4  # lines below the rows of the list: its border, the box with the echo, status, hints
START_S = 2.0  # and the index is warm
ESCAPE = b"\x1b"
SIGNS = re.compile(rb"\x1b\][^\x07]*\x07|\x1b\[[^A-Za-z]*[A-Za-z]")
MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")


class Painted(NamedTuple):
    """Seconds from a key to the last of the results and of everything."""

    results: float
    everything: float


class Terminal:
    """The reader in a pseudo-terminal."""

    def __init__(self, home: Path) -> None:
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.environ |= {"PAPERREADER_HOME": str(home), "TERM": "xterm-256color"}
            os.execv(sys.executable, [sys.executable, "-m", "paperreader"])
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def start(self) -> None:
        """Wait for the first screen, and learn where the paper beside the list begins."""
        first = b"".join(data for _, data in self._output(START_S))
        line = SIGNS.sub(b"", first.partition(b"\x1b[1;1H")[2]).decode(errors="replace")
        self.beside = line.index(" Paper ") - 1

    def _output(self, quiet_s: float = QUIET_S) -> Iterator[tuple[float, bytes]]:
        """What is painted until nothing was for a while, each piece with its time."""
        while select.select([self.screen], [], [], quiet_s)[0]:
            data = os.read(self.screen, 1 << 16)
            yield time.perf_counter(), data

    def press(self, key: bytes) -> Painted:
        """Press a key and wait for all that it paints; without new results its echo counts."""
        start = time.perf_counter()
        os.write(self.screen, key)
        painted = list(self._output())
        times = [at for at, _ in painted] or [start]
        results = [at for at, data in painted if self._is_results(data)]
        return Painted((results or times)[-1] - start, times[-1] - start)

    def _is_results(self, data: bytes) -> bool:
        places = (tuple(map(int, place)) for place in MOVE.findall(data))
        return any(row <= ROWS - FOOT and column < self.beside for row, column in places)

    def close(self) -> None:
        """End the reader."""
        os.kill(self.pid, signal.SIGTERM)
        with suppress(OSError):  # its terminal is gone
            list(self._output())
        os.waitpid(self.pid, 0)


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
    terminal = Terminal(home)
    terminal.start()
    painted = []
    for query in typed:
        terminal.press(b"/")
        painted += [terminal.press(letter.encode()) for letter in query]
        terminal.press(ESCAPE)
    terminal.close()
    print(f"{len(painted)} keystrokes, milliseconds beyond the debounce")
    print("the results:", _spread([each.results for each in painted]))
    print("and the paper beside them:", _spread([each.everything for each in painted]))


def _spread(times: list[float]) -> str:
    beyond = sorted((seconds - SEARCH_DEBOUNCE_S) * 1000 for seconds in times)
    p50, p95 = beyond[len(beyond) // 2], beyond[int(len(beyond) * 0.95)]
    return f"p50 {p50:.0f}, p95 {p95:.0f}, most {beyond[-1]:.0f}"


if __name__ == "__main__":
    main()
