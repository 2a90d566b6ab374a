"""The process of a Follower: `python -m paperreader.search LIBRARY INDEX`."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

from paperreader.library import Library
from paperreader.search import Finder

# A step is worth its commit from so many papers on.
_STEP = 1000
_LOOK_EVERY_S = 0.2
# So long another process may hold the index before this one leaves it to that.
_PATIENCE_S = 10.0


def main(library: str, directory: str) -> bool:
    """Follow a library until a line comes in; end when the input does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    finishing = threading.Event()
    threading.Thread(target=_listen, args=(finishing,), daemon=True).start()
    with Library.open(Path(library)) as opened:
        finder = Finder(opened, Path(directory))
        while not finishing.wait(_LOOK_EVERY_S):
            if finder.behind() >= _STEP:
                finder.update(_tell)
        return _catch_up(finder)


def _listen(finishing: threading.Event) -> None:
    """Wait for a line; when the other end is gone, so is the reason to go on."""
    while os.read(0, 64):
        finishing.set()
    os._exit(1)


def _catch_up(finder: Finder) -> bool:
    """Index the rest, waiting a while for another process that is at it."""
    deadline = time.monotonic() + _PATIENCE_S
    while not finder.is_current():
        if finder.update(_tell):
            deadline = time.monotonic() + _PATIENCE_S
        elif time.monotonic() > deadline:
            return False
        else:
            time.sleep(_LOOK_EVERY_S)
    return True


def _tell(done: int, total: int) -> None:
    sys.stdout.write(f"{done} {total}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:3]) else 1)
