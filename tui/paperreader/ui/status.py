"""The two lines at the foot of the screen: what is shown, and what the keys do here."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from paperreader.ui.commands import BY_ID, FOOTER, show_keys


class StatusLine(Static):
    """Says what is shown; for a while something else that happened."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)

    def say(self, left: str, right: str) -> None:
        """`left` at the left margin, `right` at the right one, which never gives way."""
        width = max(1, self.size.width - 2)
        end = Content.styled(right, "$text-muted")
        start = Content(left).truncate(max(1, width - end.cell_length - 1), ellipsis=True)
        gap = max(1, width - start.cell_length - end.cell_length)
        self.update(Content.assemble(start, " " * gap, end))


class Hints(Static):
    """The keys that matter most in the focused pane; each can be clicked."""

    DEFAULT_CSS = """
    Hints { height: 1; padding: 0 1; background: $surface; color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)

    def show(self, pane: str, width: int) -> None:
        """The hints for a pane, as many as fit."""
        parts: list[Content] = []
        room = width - 2
        for hint in (_hint(command_id) for command_id in FOOTER[pane]):
            room -= hint.cell_length + 2
            if room < -2:
                break
            parts.append(hint)
        self.update(Content("  ").join(parts))


def _hint(command_id: str) -> Content:
    command = BY_ID[command_id]
    click = Style.from_meta({"@click": f"screen.run_command({command_id!r})"})
    text = Content.assemble((show_keys(command.keys[0]), "bold $accent"), f" {command.label}")
    return text.stylize(click)
