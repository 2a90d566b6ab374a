"""Garbage is sorted out while nobody types: a full collection takes a tenth of a second."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

LOOK_S = 2.0  # from one look at what was allocated to the next
FEW = 300  # objects that come and go meanwhile though nobody does anything
ENOUGH = 30  # passes over young objects that are worth a full collection
MANY = 20_000  # young objects: what a key needs for a paint comes and goes within it
NEVER = 100_000


@dataclass(slots=True)
class Collector:
    """Young objects are looked through between two keys; all of them when it is quiet.

    Python would do it ten times within a paint, and find nothing.
    """

    seen: tuple[int, int, int] = (0, 0, 0)
    is_warm: bool = False

    @classmethod
    def begin(cls, app: App[object]) -> None:
        """What was made for the first paint stays: it is never looked through again."""
        gc.freeze()
        gc.set_threshold(MANY, 1, NEVER)
        gc.enable()
        app.set_interval(LOOK_S, cls().look)

    def look(self) -> None:
        """Look through what is new; through all when that was enough, and nothing is new.

        The first time it only sets aside what is there: modules and the index, hardly garbage.
        """
        now = gc.get_count()
        is_quiet = now[1:] == self.seen[1:] and abs(now[0] - self.seen[0]) < FEW
        if not is_quiet:
            gc.collect(1)
        elif now[2] >= ENOUGH:
            if self.is_warm:
                gc.collect()
            self.is_warm = True
            gc.freeze()
        self.seen = gc.get_count()
