"""The note of a paper: a page to write on that loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class NoteScreen(ModalScreen[None]):
    """Hands the text to `keep` when it is left, in whatever way, also when the reader ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+enter", "leave", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NoteScreen { align: center middle; }
    NoteScreen > TextArea, NoteScreen > TextArea:focus {
        width: 80; max-width: 96%; height: 70%; min-height: 8; max-height: 96%;
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    NoteScreen .text-area--cursor-line { background: $surface; }
    """

    def __init__(self, title: str, note: str, keep: Callable[[str], None], *, undo: str) -> None:
        super().__init__()
        self._title, self._note, self._keep, self._undo = title, note, keep, undo

    def compose(self) -> ComposeResult:
        """The page."""
        page = TextArea(self._note, show_line_numbers=False, placeholder="Markdown, for yourself")
        page.border_title = Content(self._title)
        page.border_subtitle = Content(f"Esc keeps it, {self._undo} then undoes")
        yield page

    def on_mount(self) -> None:
        """Write on at the end."""
        page = self.query_one(TextArea)
        page.move_cursor(page.document.end)

    def keep(self) -> None:
        """Hand over what is written so far."""
        text = self.query_one(TextArea).text.strip()
        if text != self._note.strip():
            self._note = text
            self._keep(text)

    def action_leave(self) -> None:
        """Keep it and close."""
        self.keep()
        self.dismiss()
