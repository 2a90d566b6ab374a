"""Keys one after another: each goes where the one before has led, however fast they come.

Over a slow line a burst such as `/word` arrives at once. Textual would give all of it to the
widget that had the keys when the burst came; here the word goes into the box that `/` opened.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen
    from textual.widget import Widget

    Focus = tuple[Screen[Any], Widget | None]
    OfApp = App[None]
else:
    OfApp = object  # the app adds it: every class of Textual costs the start a millisecond

SETTLED_S = 0.1  # a key that comes later than this after another finds everything in place
STUCK_S = 1.0  # after it a key waits no longer for what became of the one before


class TypeAhead(OfApp):
    """An app whose keys wait until the one before has been dealt with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._given_to: MessagePump = self
        self._given_at = 0.0
        self._is_following = False

    async def on_event(self, event: events.Event) -> None:
        """Give keys and what is pasted to the focused widget, one after another."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        since_s = monotonic() - self._given_at
        if since_s > (STUCK_S if self._is_following or self.focused is None else SETTLED_S):
            await self._give_next()
        elif not self._is_following:
            self._follow(self._given_to, None)

    async def _give_next(self) -> None:
        self._is_following = False
        if not self._typed or self._exit:
            return
        self._given_to, self._given_at = self.focused or self.screen, monotonic()
        await super().on_event(self._typed.popleft())
        if self._typed:
            self._follow(self._given_to, None)

    def _follow(self, pump: MessagePump, seen: Focus | None) -> None:
        """Go the way of a key that nobody takes: from pump to pump, behind it, up to the app."""
        self._is_following = True
        if pump is self:
            self.call_later(self._settle, seen)
        elif not pump.call_later(self._follow, pump._parent or self, seen):
            self._follow(self, seen)

    async def _settle(self, seen: Focus | None) -> None:
        """The next key may go when the one before moves the focus no further."""
        focus = (self.screen, self.focused)
        if focus == seen:
            await self._give_next()
        else:
            self._follow(self.focused or self.screen, focus)
