"""A tour of the reader: one line at a time, which goes on when its keys were used."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from paperreader.ui.keymap import Keymap


class Step(NamedTuple):
    """What is said, with the ids of commands for their keys, and the commands that fulfil it."""

    text: str
    fulfilled_by: tuple[str, ...]


STEPS = (
    Step("{down} and {up} go from paper to paper. Try {down}.", ("down", "up", "half-down")),
    Step("{open} opens the paper, {read-on} reads on, {back} comes back.", ("open", "read-on")),
    Step("{next-unread} goes to the next unread paper, over all dates.", ("next-unread",)),
    Step(
        "{bookmark} keeps a paper for later; {undo} takes any mark back.",
        ("bookmark", "undo"),
    ),
    Step("{search} searches everything as you type; Esc comes back.", ("search",)),
    Step("{help} shows all keys, {palette} finds any command, {close} quits.", ("help", "palette")),
)


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

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._keymap: Keymap | None = None
        self._step = 0

    @property
    def is_on(self) -> bool:
        """Whether the tour is under way."""
        return self.has_class("-shown")

    def start(self, keymap: Keymap) -> None:
        """Begin, with these keys."""
        self._keymap, self._step = keymap, 0
        self.add_class("-shown")
        self._draw()

    def end(self) -> None:
        """Leave the tour."""
        self.remove_class("-shown")

    def command_done(self, command: str) -> None:
        """A command was run: perhaps the one that is waited for."""
        if not self.is_on or command not in STEPS[self._step].fulfilled_by:
            return
        self._step += 1
        if self._step == len(STEPS):
            self.end()
        else:
            self._draw()

    def _draw(self) -> None:
        text = self._keymap.sentence(STEPS[self._step].text) if self._keymap else ""
        self.update(
            Content.assemble(
                (f"Tour {self._step + 1}/{len(STEPS)}  ", "bold $accent"), text,
                ("  (Esc in the list ends the tour)", "$quiet"),
            )
        )  # fmt: skip
