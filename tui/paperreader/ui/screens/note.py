"""The note of a paper: a page to write on that loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import TextArea

from paperreader.errors import PaperReaderError
from paperreader.ui.marks import DRAFT
from paperreader.ui.quiet import WhenQuiet
from paperreader.ui.screens.choose import Choice, ChooseScreen
from paperreader.ui.screens.over import PageScreen
from paperreader.ui.text.cells import fit
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from paperreader.library import Library, PaperRow

DRAFT_S = 1.0  # after so long a pause the unfinished note is safe
FIRST_WORDS = 40  # cells


class NoteScreen(PageScreen[None]):
    """Hands the text to `keep` when it is left, in whatever way, also when the reader ends.

    `text` is what stands there at first, where that is not the note. Whenever the typing pauses
    what is unfinished goes to the library as a draft: also a reader that is killed loses nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+enter", "leave", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NoteScreen > TextArea { width: 80; height: 70%; }
    NoteScreen > TextArea, NoteScreen > TextArea:focus {
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    NoteScreen .text-area--cursor-line { background: $surface; }
    """

    def __init__(
        self, library: Library, row: PaperRow, keep: Callable[[str], None], *, undo: str, text: str
    ) -> None:
        super().__init__()
        self._title, self._note = f"Note · {without_formulas(row.title)}", row.marks.note or ""
        self._library, self._draft_key = library, DRAFT + row.id
        self._keep, self._undo, self._text = keep, undo, text
        self._pause = WhenQuiet(self, DRAFT_S, self._keep_unfinished)

    def compose(self) -> ComposeResult:
        """The page."""
        page = TextArea(self._text, show_line_numbers=False, placeholder="Markdown, for yourself")
        page.border_title = Content(self._title)
        page.border_subtitle = self.foot(f"Esc keeps it, {self._undo} then undoes")
        yield page

    def on_mount(self) -> None:
        """Write on at the end."""
        page = self.query_one(TextArea)
        page.move_cursor(page.document.end)

    @property
    def written(self) -> str:
        """The note as it is now."""
        return self.query_one(TextArea).text.strip()

    def on_text_area_changed(self) -> None:
        """Something was typed."""
        self._pause.touch()

    def _keep_unfinished(self) -> None:
        try:
            self._keep_draft(waits=False)
        except PaperReaderError:  # somebody else writes just now
            self._pause.touch()

    def _keep_draft(self, *, waits: bool) -> None:
        draft = self.written if self.written != self._note.strip() else None
        if draft != self._library.recall(self._draft_key):
            self._library.remember(self._draft_key, draft, waits=waits)

    def keep(self) -> None:
        """Hand over what is written so far."""
        if (text := self.written) != self._note.strip():
            self._keep(text)
            self._note = text
        if self._library.recall(self._draft_key) is not None:
            self._library.remember(self._draft_key, None)

    def action_leave(self) -> None:
        """Keep it and close; stay where that can't be, as in a library that is gone."""
        try:
            self._keep_draft(waits=True)
        except PaperReaderError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.dismiss()
        self.keep()  # says so in the status line of the screen below


def write_note(
    app: App[Any], library: Library, row: PaperRow, keep: Callable[[str], None], undo: str
) -> None:
    """Write the note of a paper, on from what was left unfinished if that is wanted."""
    note: str = row.marks.note or ""
    draft: str | None = library.recall(DRAFT + row.id)

    def write(text: str | None) -> None:
        if text is not None:
            app.push_screen(NoteScreen(library, row, keep, undo=undo, text=text))

    if draft is None or draft == note.strip():
        write(note)
    else:
        start = "Start from what was kept" if note else "Start anew"
        choices = [
            Choice("Go on with it", _first_words(draft), draft),
            Choice(start, _first_words(note), note),
        ]
        app.push_screen(ChooseScreen("This note was left unfinished", choices), write)


def _first_words(text: str) -> str:
    return fit(" ".join(text.split()), FIRST_WORDS).rstrip()
