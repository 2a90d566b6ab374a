"""An update of the index in a process of its own, which leaves the interface its time."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackgroundUpdate:
    """A running update."""

    process: subprocess.Popen[str]

    @classmethod
    def start(cls, library: Path, directory: Path) -> Self:
        """Start to bring the index of a library file up to date."""
        command = [sys.executable, "-m", "paperreader.search", str(library), str(directory)]
        return cls(
            subprocess.Popen(  # noqa: S603 - our own module
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )

    def progress(self) -> Iterator[tuple[int, int]]:
        """Papers done and in all, as it goes; ends with the update."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            done, total = line.split()
            yield int(done), int(total)

    @property
    def is_running(self) -> bool:
        """Whether it is still at it."""
        return self.process.poll() is None

    def wait(self) -> bool:
        """Wait for the end; whether it succeeded."""
        self.process.communicate()
        return self.process.returncode == 0

    def stop(self) -> None:
        """Give it up; the index stays as it was."""
        self.process.terminate()
        self.process.communicate()
