"""The tags of papers, in one line, completed from those that are in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from paperreader.library.model import Change
from paperreader.ui.screens.over import OverScreen
from paperreader.ui.text.tags import completed, read_tags, suggestions, unfinished, write_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

MOST_SUGGESTIONS = 8
FOOT = ("Tab completes", "Enter keeps", "Esc closes")


class TagsScreen(OverScreen["tuple[Change, ...]"]):
    """Gives the changes that make the tags of papers what the line says; none when it was left.

    `given` are the tags that all of the papers have, `used` all tags with their numbers of papers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False, priority=True),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]
    DEFAULT_CSS = """
    TagsScreen > Vertical {
        width: 60; height: auto;
        background: $surface; border: round $primary; padding: 0 1;
    }
    TagsScreen Input, TagsScreen Input:focus {
        border: none; height: 1; padding: 0; background: $panel;
    }
    TagsScreen Static { height: auto; max-height: 8; margin: 1 0 0 0; }
    """

    def __init__(self, title: str, given: Sequence[str], used: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._title, self._given, self._used = title, tuple(given), dict(used)
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """The line, and what it may become."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            box.border_subtitle = self.foot(*FOOT)
            line = write_tags(self._given)
            yield Input(line, placeholder="tags, with blanks between", select_on_focus=False)
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Show what is in use."""
        self._show_suggestions()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the suggestions."""
        event.stop()
        self._chosen = 0
        self._show_suggestions()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what the line says."""
        event.stop()
        wanted = read_tags(event.value)
        added = [Change(f"tag:{tag}", True) for tag in wanted if tag not in self._given]
        removed = [Change(f"tag:{tag}", False) for tag in self._given if tag not in wanted]
        self.dismiss((*added, *removed))

    def action_complete(self) -> None:
        """Make the end of the line into the chosen tag."""
        line = self.query_one(Input)
        if tags := self._suggestions():
            line.value = completed(line.value, tags[self._chosen])
            line.cursor_position = len(line.value)

    def action_choose(self, step: int) -> None:
        """Choose another suggestion."""
        self._chosen = max(0, min(len(self._suggestions()) - 1, self._chosen + step))
        self._show_suggestions()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(())

    def _suggestions(self) -> list[str]:
        return suggestions(self.query_one(Input).value, list(self._used), MOST_SUGGESTIONS)

    def _show_suggestions(self) -> None:
        lines = []
        for at, tag in enumerate(self._suggestions()):
            is_chosen = at == self._chosen
            lines.append(
                Content.assemble(
                    ("Tab  " if is_chosen else "     ", "bold $accent"),
                    (f"#{tag}", "bold" if is_chosen else ""),
                    (f"  {self._used[tag]}", "$quiet"),
                )
            )
        nothing = Content.styled(self._new(), "$quiet")
        self.query_one(Static).update(Content("\n").join(lines) if lines else nothing)

    def _new(self) -> str:
        line = self.query_one(Input).value
        new = sum(tag not in self._used for tag in read_tags(line)) if unfinished(line) else 0
        return {0: "Type a new tag.", 1: "A new tag."}.get(new, f"{new} new tags.")
