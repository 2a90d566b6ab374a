"""A tour of the reader: one line at a time, which goes on when its keys were used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.ui.keymap import Keymap

_COMMAND = re.compile(r"\{([a-z-]+)\}")
HOW_TO_END = ("  (Esc in the list ends the tour)", "  (Esc ends it)")


class Step(NamedTuple):
    """What is said, with the ids of commands for their keys, and what must be done.

    Of each group of commands one must have been run.
    """

    text: str
    groups: tuple[frozenset[str], ...]


def _step(text: str, *groups: str) -> Step:
    return Step(text, tuple(frozenset(group.split()) for group in groups))


STEPS = (
    _step("{down} and {up} go from paper to paper.", "down up half-down"),
    _step(
        "{open} opens the paper, {read-on} reads on, {back} comes back.",
        "open", "read-on", "back left list",
    ),
    _step("{next-unread} goes to the next unread one, over all dates.", "next-unread"),
    _step("{bookmark} keeps a paper for later, {undo} takes any mark back.", "bookmark", "undo"),
    _step("{search} searches everything as you type, {back} comes back.", "search"),
    _step(
        "{catch-up} shows what came by day, {triage} goes through it, one key a paper.",
        "catch-up triage",
    ),
    _step("{help} shows all keys, {palette} finds commands, {close} quits.", "help palette"),
)  # fmt: skip


class TourCard(Static):
    """A card at the foot; it takes no key, the screen tells it what was done."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    TourCard {
        display: none; height: auto; padding: 0 1; color: $foreground; background: $panel;
        border-left: outer $accent;
    }
    TourCard.-shown { display: block; }
    """

    class Advanced(Message):
        """The tour is at this step, counted from 0; at none when it is over."""

        def __init__(self, tour: TourCard, step: int | None) -> None:
            self.tour, self.step = tour, step
            super().__init__()

        @property
        def control(self) -> TourCard:
            """The card it comes from."""
            return self.tour

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._keymap: Keymap | None = None
        self._step = 0
        self._done: set[str] = set()  # the commands of this step that were run

    @property
    def is_on(self) -> bool:
        """Whether the tour is under way."""
        return self.has_class("-shown")

    def start(self, keymap: Keymap, step: int = 0) -> None:
        """Begin at a step, with these keys."""
        self._keymap = keymap
        self.add_class("-shown")
        self._go_to(min(step, len(STEPS) - 1))

    def end(self) -> None:
        """Leave the tour."""
        self.remove_class("-shown")
        self.post_message(self.Advanced(self, None))

    def command_done(self, command: str) -> None:
        """A command was run: perhaps one that is waited for."""
        if not self.is_on:
            return
        groups = STEPS[self._step].groups
        self._done |= {command for group in groups if command in group}
        if not all(group & self._done for group in groups):
            self._draw()
        elif self._step + 1 == len(STEPS):
            self.end()
        else:
            self._go_to(self._step + 1)

    def on_resize(self) -> None:
        """Another width has room for other words."""
        self._draw()

    def _go_to(self, step: int) -> None:
        self._step = step
        self._done.clear()
        self._draw()
        self.post_message(self.Advanced(self, step))

    def _draw(self) -> None:
        if self._keymap is None:
            return
        head = (f"Tour {self._step + 1}/{len(STEPS)}  ", "bold $accent")
        line = Content.assemble(head, *self._sentence(self._keymap))
        room = self.size.width - line.cell_length
        least = HOW_TO_END[-1] if self._step == 0 else ""
        end = next((each for each in HOW_TO_END if len(each) <= room), least)
        self.update(Content.assemble(line, (end, "$quiet")))

    def _sentence(self, keymap: Keymap) -> Iterator[str | tuple[str, str]]:
        """The keys that were used already stand back."""
        groups = STEPS[self._step].groups
        for at, part in enumerate(_COMMAND.split(STEPS[self._step].text)):
            if at % 2 == 0:
                yield part
            else:
                is_done = any(part in group and group & self._done for group in groups)
                yield keymap.key_of(part), "$quiet" if is_done else "bold"
