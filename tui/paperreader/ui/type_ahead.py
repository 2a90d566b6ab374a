"""Keys one after another: each goes where the one before has led, however fast they come.

Over a slow line a burst such as `/word` arrives at once. Textual would give all of it to the
widget that had the keys when the burst came; here the word goes into the box that `/` opened, and
in one step: a box that is searched with at every change is not changed letter by letter.
"""

from __future__ import annotations

from collections import deque
from sys import maxsize
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widget import Widget

    Focus = tuple[Screen[Any], Widget | None]
    OfApp = App[None]
else:
    OfApp = object  # the app adds it: every class of Textual costs the start a millisecond

SETTLED_S = 0.1  # a key that comes later than this after another finds everything in place
STUCK_S = 1.0  # after it a key waits no longer for what became of the one before
BOXES = frozenset({"Input", "TextArea"})  # what takes letters; named, as a start loads neither


class TypeAhead(OfApp):
    """An app whose keys wait until the one before has been dealt with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._given_to: MessagePump = self
        self._given_at = 0.0
        self._is_following = False
        self._held: Timer | None = None  # while keys are held back

    def hold_keys(self) -> None:
        """Give no key until `release_keys`: what the last one asked for is not there yet."""
        if self._held is not None:
            self._held.stop()
        self._held = self.set_timer(STUCK_S, self.release_keys)

    def release_keys(self) -> None:
        """Go on with the keys that came meanwhile."""
        if self._held is None:
            return
        self._held.stop()
        self._held = None
        if self._typed and not self._is_following:
            self._follow(self._given_to, None)

    async def on_event(self, event: events.Event) -> None:
        """Give keys and what is pasted to the focused widget, one after another."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        since_s = monotonic() - self._given_at
        if since_s > (STUCK_S if self._is_following or self.focused is None else SETTLED_S):
            await self._give_next()
        elif not (self._is_following or self._held):
            self._follow(self._given_to, None)

    async def _give_next(self) -> None:
        self._is_following = False
        if not self._typed or self._exit or self._held:
            return
        self._given_to, self._given_at = self.focused or self.screen, monotonic()
        await super().on_event(self._next())
        if self._typed:
            self._follow(self._given_to, None)

    def _next(self) -> events.Key | events.Paste:
        """The next key; where it is a letter for a box, with the letters right behind it."""
        first = self._typed.popleft()
        letters = _letter(first)
        room = _room_for_letters(self.focused) if letters else 0
        while room and self._typed and (letter := _letter(self._typed[0])):
            self._typed.popleft()
            letters += letter
        return events.Key("letters", letters[:room]) if len(letters) > 1 else first

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


def _letter(event: events.Key | events.Paste) -> str:
    """The letter that a key puts into a box; empty for other keys."""
    if not isinstance(event, events.Key) or not event.is_printable or "+" in event.key:
        return ""
    return event.character or ""


def _room_for_letters(widget: Widget | None) -> int:
    """How many letters a box takes: given more at once, it would take none. Of others none."""
    if widget is None or BOXES.isdisjoint(each.__name__ for each in type(widget).__mro__):
        return 0
    most = getattr(widget, "max_length", None)
    return max(1, most - len(getattr(widget, "value", ""))) if most else maxsize
