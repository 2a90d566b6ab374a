"""A process of its own that keeps the index up with a growing library."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from paperreader.search.finder import Finder

_ROOT = Path(__file__).parents[2]
_LOOK_EVERY_S = 0.05
# So many papers are written before another process has started.
_FEW = 300

Progress = Callable[[int, int], None]


class Follower:
    """A running process that indexes what is committed to a library until it is told to finish.

    It ends with the process that started it, and no end harms the index.
    """

    def __init__(self, finder: Finder, library: Path, directory: Path) -> None:
        self._finder = finder
        self._process = _start(library, directory)
        self._told: tuple[int, int] | None = None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def finish(self, progress: Progress, should_stop: Callable[[], bool]) -> bool:
        """Wait until everything is indexed; False when it was stopped or another indexes.

        What is quick, and what is left of a process that has ended, is indexed in this one.
        """
        is_quick = self._told is None and self._finder.behind() < _FEW
        if not is_quick and self._ask_to_finish() and not self._wait(progress, should_stop):
            return False
        self.stop()
        self._finder.update(progress, should_stop)
        return self._finder.is_current()

    def _wait(self, progress: Progress, should_stop: Callable[[], bool]) -> bool:
        """Pass on progress until the process ends; False when it was stopped."""
        told = None
        while self._listener.is_alive():
            if should_stop():
                self.stop()
                return False
            self._listener.join(_LOOK_EVERY_S)
            if self._told and self._told != told:
                told = self._told
                progress(*told)
        return True

    def stop(self) -> None:
        """End it at once; what it has committed stays."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _ask_to_finish(self) -> bool:
        """Whether it could be asked."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"finish\n")
        except (OSError, ValueError):  # it has ended, or was stopped
            return False
        return True

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            done, total = line.split()
            self._told = int(done), int(total)


def _start(library: Path, directory: Path) -> subprocess.Popen[bytes]:
    # Nothing is imported from the folder that the user happens to be in (-P).
    command = [sys.executable, "-P", "-m", "paperreader.search", str(library), str(directory)]
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        bufsize=0,
    )
