"""The search box: reports what is typed, and remembers the last searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.binding import BindingType

LONGEST_QUERY = 500


class SearchBar(Input):
    """One line at the foot of the screen, there only while one searches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "recall(1)", show=False),
        Binding("down", "recall(-1)", show=False),
    ]
    DEFAULT_CSS = """
    SearchBar { border: none; height: 1; padding: 0 1; background: $surface; display: none; }
    SearchBar:focus { border: none; background: $surface-lighten-1; }
    SearchBar.-shown { display: block; }
    """

    class Left(Message):
        """The search was given up."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id,
            placeholder='Search: words, "a phrase", author:name, topic:3d, is:unread',
            max_length=LONGEST_QUERY,
            select_on_focus=False,
        )
        self.history: list[str] = []
        self._recalled = -1

    def open(self, query: str) -> None:
        """Show the box with this query and put the cursor into it."""
        self.add_class("-shown")
        with self.prevent(Input.Changed):
            self.value = query
        self.cursor_position = len(query)
        self._recalled = -1
        self.focus()

    def close(self) -> None:
        """Hide the box."""
        self.remove_class("-shown")

    def remember(self, query: str) -> None:
        """Put a query first in the history."""
        self.history = [query, *(old for old in self.history if old != query)][:50]

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())

    def action_recall(self, step: int) -> None:
        """The search before or after, as in a shell."""
        place = self._recalled + step
        if 0 <= place < len(self.history):
            self._recalled = place
            self.value = self.history[place]
            self.cursor_position = len(self.value)
