"""Search as you type, measured from outside: from a keystroke to the painted results.

`python tests/bench/keystrokes.py HOME` types forty queries, letter by letter, into the reader in a
terminal of its own, on the library in HOME, and prints milliseconds beyond the debounce until the
last of the screen was painted. The queries are words of titles and authors of that library.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

from paperreader.library import Library
from paperreader.ui.actions.searching import SEARCH_DEBOUNCE_S

QUERIES = 40
QUIET_S = 0.12  # so long nothing is painted: the results are there
COLUMNS, ROWS = 120, 36
START_S = 2.0  # and the index is warm
ESCAPE = b"\x1b"


class Terminal:
    """The reader in a pseudo-terminal."""

    def __init__(self, home: Path) -> None:
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.environ |= {"PAPERREADER_HOME": str(home), "TERM": "xterm-256color"}
            os.execv(sys.executable, [sys.executable, "-m", "paperreader"])
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def settle(self, quiet_s: float = QUIET_S) -> float:
        """Wait until nothing was painted for a while; when the last byte came."""
        last = time.perf_counter()
        while select.select([self.screen], [], [], quiet_s)[0]:
            os.read(self.screen, 1 << 16)
            last = time.perf_counter()
        return last

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last of what it painted."""
        start = time.perf_counter()
        os.write(self.screen, key)
        return self.settle() - start

    def close(self) -> None:
        """End the reader."""
        os.kill(self.pid, signal.SIGTERM)
        with suppress(OSError):  # its terminal is gone
            self.settle()
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
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    home = parser.parse_args().home
    typed = queries(home, random.Random(20241205))
    terminal = Terminal(home)
    terminal.settle(START_S)
    times = []
    for query in typed:
        terminal.press(b"/")
        times += [terminal.press(letter.encode()) for letter in query]
        terminal.press(ESCAPE)
    terminal.close()
    beyond = sorted((seconds - SEARCH_DEBOUNCE_S) * 1000 for seconds in times)
    p50, p95 = beyond[len(beyond) // 2], beyond[int(len(beyond) * 0.95)]
    print(f"{len(beyond)} keystrokes: p50 {p50:.0f} ms, p95 {p95:.0f} ms, most {beyond[-1]:.0f} ms")


if __name__ == "__main__":
    main()
