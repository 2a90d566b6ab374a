"""The two lines at the foot of the screen: what is shown, and what the keys do here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from paperreader.ui.commands import FOOTER, IN_BOX, KEPT, LABELS
from paperreader.ui.key_names import show_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.timer import Timer

    from paperreader.ui.commands import Command

GAP = 2
MOST_LINES = 3


class StatusLine(Static):
    """Says what is shown; for a while what happened, where nothing else is covered by it."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self._left, self._right, self._typed = "", "", ""
        self._message = Content("")
        self._timer: Timer | None = None

    def say(self, left: str, right: str) -> None:
        """`left` at the left margin, in as many lines as it takes; `right` at the right one."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._draw()

    def tell(self, message: str, *, seconds: float, style: str = "bold $accent") -> None:
        """Say this in place of what is shown, which stands beside it where there is room."""
        if self._timer is not None:
            self._timer.stop()
        self._message = Content.styled(message, style)
        self._timer = self.set_timer(seconds, self.hush) if message else None
        self._draw()

    def hush(self, ending: str = "") -> None:
        """What happened is told no longer, if it ends so."""
        if self._message.plain.endswith(ending) and self._message.plain:
            self.tell("", seconds=0)

    def on_resize(self) -> None:
        """Another width has room for other words."""
        self._draw()

    def show_typed(self, sequence: str) -> None:
        """Show the keys of a command that is not complete yet."""
        if sequence != self._typed:
            self._typed = sequence
            self._draw()

    def _draw(self) -> None:
        if not self.size:
            return  # not laid out yet: `on_resize` comes
        width = max(1, self.size.width - 2)
        typed = f"{show_keys(self._typed)}…  " if self._typed else ""
        left, right = self._parts(width)
        end = Content.assemble((typed, "bold"), (right, "$quiet"))
        first, *more = left.wrap(max(1, width - end.cell_length - 1)) or [Content("")]
        gap = max(1, width - first.cell_length - end.cell_length)
        lines = [Content.assemble(first, " " * gap, end), *more][:MOST_LINES]
        if self.styles.height is None or self.styles.height.value != len(lines):
            self.styles.height = len(lines)
        self.update(Content("\n").join(lines), layout=False)

    def _parts(self, width: int) -> tuple[Content, str]:
        """What stands at the left margin, and what at the right one."""
        left, right = self._left, self._right
        if self._message.plain:
            choices = (f"{left}   {right}".strip(), right)
            room = width - self._message.cell_length - GAP
            return self._message, next((each for each in choices if cell_len(each) <= room), "")
        if cell_len(right) > width // 3 and cell_len(f"{left} {right}") > width:
            right = right.rpartition(" · ")[2]  # where the cursor is; the rest finds no room
        return Content(left), right


class Hints(Static):
    """The keys that matter most in the focused pane; each can be clicked."""

    DEFAULT_CSS = """
    Hints { height: 1; padding: 0 1; background: $surface; color: $quiet; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self._ends: list[tuple[int, str]] = []
        self._shown: object = None

    def show(self, pane: str, width: int, commands: Mapping[str, Command]) -> None:
        """The hints for a pane, as many as fit."""
        if (pane, width, commands) == self._shown:
            return
        self._shown = pane, width, commands
        named = [
            (name, _hint(key, LABELS.get((pane, name), commands[name].label)))
            for name in FOOTER[pane]
            if (key := IN_BOX[name] if pane in {"search", "nothing"} else commands[name].key)
        ]
        kept = KEPT.get(pane, ("help", "back"))
        room = {name: hint.cell_length + GAP for name, hint in named if name in kept}
        parts: list[Content] = []
        self._ends.clear()
        at = 1
        for name, hint in named:
            room.pop(name, None)
            if at + hint.cell_length + sum(room.values()) < width:
                at += hint.cell_length + GAP
                parts.append(hint)
                self._ends.append((at, name))
        self.update(Content(" " * GAP).join(parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """A click on a hint does what its key does."""
        for end, command_id in self._ends:
            if event.x < end:
                self.screen.action_run_command(command_id)  # type: ignore[attr-defined] # MainScreen
                return


def _hint(key: str, label: str) -> Content:
    return Content.assemble((key, "bold $accent"), f" {label}")
