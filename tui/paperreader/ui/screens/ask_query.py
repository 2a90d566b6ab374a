"""A box that asks for a query and says how many papers it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from paperreader.ui.screens.over import OverScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class AskQueryScreen(OverScreen["str | None"]):
    """Gives the query, None when it was left; `count` runs in a thread.

    A query of which `remarks` says something, what was not understood of it, is not taken: it is
    about other papers than the reader means.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    AskQueryScreen > Vertical {
        width: 60; height: auto;
        background: $surface; border: round $primary; padding: 0 1;
    }
    AskQueryScreen Input, AskQueryScreen Input:focus {
        border: none; height: 1; padding: 0; background: $panel;
    }
    """

    class Counted(Message):
        """So many papers fit a query."""

        def __init__(self, query: str, papers: int) -> None:
            self.query, self.papers = query, papers
            super().__init__()

    def __init__(
        self, title: str, count: Callable[[str], int], remarks: Callable[[str], Sequence[str]]
    ) -> None:
        super().__init__()
        self._title, self._count, self._remarks = title, count, remarks

    def compose(self) -> ComposeResult:
        """The box over the number."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            box.border_subtitle = self.foot("Enter marks", "Esc closes")
            yield Input(placeholder="topic:3d votes:<5 date:..2024-11", select_on_focus=False)
            yield Static("Nothing asked yet.", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Count anew."""
        event.stop()
        query = event.value.strip()
        if query:
            self.query_one(Static).update("Counting...")
            self.run_worker(
                lambda: self._tell(query), thread=True, group="count", exclusive=True,
                exit_on_error=False,
            )  # fmt: skip
        else:
            self.query_one(Static).update("Nothing asked yet.")

    def _tell(self, query: str) -> None:
        self.post_message(self.Counted(query, self._count(query)))

    def on_ask_query_screen_counted(self, event: Counted) -> None:
        """Say the number, unless something else was typed meanwhile."""
        event.stop()
        if event.query == self.query_one(Input).value.strip() and not self._is_refused(event.query):
            papers = "1 unread paper" if event.papers == 1 else f"{event.papers:,} unread papers"
            self.query_one(Static).update(papers)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the query, or say why not."""
        event.stop()
        query = event.value.strip()
        if not self._is_refused(query):
            self.dismiss(query or None)

    def _is_refused(self, query: str) -> bool:
        """Whether a part of it is not understood, which is said."""
        remarks = self._remarks(query)
        if remarks:
            self.query_one(Static).update("\n".join((*remarks, "Nothing will be marked.")))
        return bool(remarks)

    def action_leave(self) -> None:
        """Ask nothing."""
        self.dismiss(None)
