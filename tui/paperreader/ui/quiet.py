"""Something to be done when nothing has happened for a while, once for all that happened."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump


class WhenQuiet:
    """Calls `act` when `touch` was not called for so many seconds; at rest it costs nothing.

    There is one timer for a burst of touches, not one for each: keys come often.
    """

    def __init__(self, pump: MessagePump, quiet_s: float, act: Callable[[], None]) -> None:
        self._pump, self._quiet_s, self._act = pump, quiet_s, act
        self._touched_s = 0.0
        self._is_waiting = False

    def touch(self) -> None:
        """Something has happened."""
        self._touched_s = monotonic()
        if not self._is_waiting:
            self._is_waiting = True
            self._pump.set_timer(self._quiet_s, self._look)

    def _look(self) -> None:
        rest_s = self._touched_s + self._quiet_s - monotonic()
        if rest_s > 0.01:
            self._pump.set_timer(rest_s, self._look)
        else:
            self._is_waiting = False
            self._act()
