"""The search box: reports what is typed, and remembers the last searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType

LONGEST_QUERY = 500
MOST_REMEMBERED = 50
SEARCH_HINT = 'Search: words, "a phrase", author:name, topic:3d, is:unread'
FILTER_HINT = "Filter this view: words and fields, as in a search"


class SearchBar(Input):
    """One line at the foot of the screen, there only while one searches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "recall(1)", show=False),
        Binding("down", "recall(-1)", show=False),
        Binding("tab", "take", show=False),
    ]
    DEFAULT_CSS = """
    SearchBar { border: none; height: 1; padding: 0 1; background: $surface; display: none; }
    SearchBar:focus { border: none; background: $surface-lighten-1; }
    SearchBar.-shown { display: block; }
    """

    # A letter more is no reason to lay out everything again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    class Left(Message):
        """The search was given up."""

    def __init__(
        self,
        *,
        complete: Callable[[str], str | None] = lambda _query: None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            id=id,
            max_length=LONGEST_QUERY,
            select_on_focus=False,
        )
        self.cursor_blink = False  # nothing is painted while nothing happens
        self.history: list[str] = []
        self.suggestion: str | None = None
        self.complete = complete
        self._recalled = -1
        self._typed = ""

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-shown")

    def open(self, query: str, *, is_filter: bool = False) -> None:
        """Show the box with this query, selected: typing replaces it, an arrow key changes it."""
        self.placeholder = FILTER_HINT if is_filter else SEARCH_HINT
        self.add_class("-shown")
        with self.prevent(Input.Changed):
            self.value = query
        self.action_select_all()
        self._recalled = -1
        self.focus()

    def close(self) -> bool:
        """Hide the box; False when it was hidden."""
        was_open = self.is_open
        self.remove_class("-shown")
        return was_open

    def remember(self, query: str) -> None:
        """Put a query first in the history."""
        others = [old for old in self.history if old != query]
        self.history = [query, *others][:MOST_REMEMBERED]

    def take_suggestion(self) -> None:
        """Search for what was probably meant."""
        if self.suggestion:
            self._set(self.suggestion)

    def _set(self, query: str) -> None:
        self.value = query[:LONGEST_QUERY]
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """All lines of what is pasted, as far as there is room."""
        event.stop()
        event.prevent_default()
        room = LONGEST_QUERY - len(self.value) + len(self.selected_text)
        text = " ".join(event.text[: 4 * LONGEST_QUERY].split())
        self.replace(text[:room], *self.selection)

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())

    async def action_take(self) -> None:
        """Tab: what was meant, or the rest of what is typed, else into the results."""
        is_at_end = self.cursor_position == len(self.value)
        if self.suggestion:
            self.take_suggestion()
        elif is_at_end and (whole := self.complete(self.value)):
            self._set(whole)
        else:
            await self.action_submit()

    def action_recall(self, step: int) -> None:
        """The search before or after, as in a shell; last what was being typed."""
        place = self._recalled + step
        if self._recalled < 0:
            self._typed = self.value
        if -1 <= place < len(self.history):
            self._recalled = place
            self._set(self.history[place] if place >= 0 else self._typed)
