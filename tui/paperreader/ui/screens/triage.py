"""Triage: one paper after another fills the screen, and one key decides what becomes of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content

from paperreader.digests.model import LinkKind
from paperreader.errors import LibraryBusyError
from paperreader.library.model import Change
from paperreader.ui.actions.at_work import BRIEF_S
from paperreader.ui.actions.sharing import page_of
from paperreader.ui.screens.keyed import KeyedScreen
from paperreader.ui.screens.note import write_note
from paperreader.ui.screens.tags import TagsScreen
from paperreader.ui.text.blocks import BOTH, languages_of, paper_blocks
from paperreader.ui.text.latex import without_formulas
from paperreader.ui.text.markdown import GAP, Block
from paperreader.ui.widgets.detail import PaperDetail
from paperreader.ui.widgets.status import Hints, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from paperreader.library import Library, Paper
    from paperreader.ui.keymap import Keymap
    from paperreader.ui.text.blocks import Shown

SKIPPED = "skipped"
OTHERS_WRITE = "Another program imports just now: decide again in a moment."
THE_END = "{undo} takes the last decision back, {back} returns to the list."


class TriageScreen(KeyedScreen[None]):
    """Goes through papers by their numbers; tells each one it shows."""

    HINTS: ClassVar[str] = "triage"
    DEFAULT_CSS = """
    TriageScreen { layout: vertical; background: $background; }
    TriageScreen PaperDetail, TriageScreen PaperDetail:focus {
        height: 1fr; border: round $primary; border-title-color: $primary;
        border-title-style: bold; border-subtitle-color: $primary; background: $background;
    }
    """

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        numbers: Sequence[int],
        *,
        shown: Shown,
        topic_names: Mapping[str, str],
        tell: Callable[[int], None],
    ) -> None:
        super().__init__(keymap)
        self._library, self._numbers, self._tell = library, numbers, tell
        self._shown, self._topic_names = shown, topic_names
        self._at = 0
        self._steps: list[tuple[int, str, str | None]] = []  # where, what, the batch that did it
        self.paper: Paper | None = None

    def compose(self) -> ComposeResult:
        """The paper, and the lines at the foot."""
        with Vertical():
            yield PaperDetail(id="paper")
            yield StatusLine(id="status")
            yield Hints(id="hints")

    def on_mount(self) -> None:
        """Show the first paper."""
        self._page.border_title = Content("Triage")
        self._page.is_centred = True
        self._page.focus()

    def on_resize(self) -> None:
        """What fits."""
        self.call_after_refresh(self._show)

    # What is shown

    @property
    def _page(self) -> PaperDetail:
        return self.query_one(PaperDetail)

    def _show(self, said: str = "", *, keep_place: bool = False) -> None:
        is_over = self._at >= len(self._numbers)
        self.paper = None if is_over else self._library.paper(self._numbers[self._at])
        if self.paper is not None:
            self._tell(self.paper.row.number)
            blocks = paper_blocks(self.paper, self._shown, self._topic_names)
            self._page.show(blocks, None, keep_place=keep_place)
        else:
            self._page.show(self._summary(), None, keep_place=False)
        hints = f"{self.HINTS}-end" if is_over else self.HINTS
        self.query_one(Hints).show(hints, self.app.size.width, self.keymap.commands)
        progress = "" if is_over else f"{self._at + 1}/{len(self._numbers)}"
        self.query_one(StatusLine).say(said or self._progress(), progress)

    def _progress(self) -> str:
        return " · ".join(f"{number} {what}" for what, number in self._counts.items())

    @property
    def _counts(self) -> Counter[str]:
        return Counter(what for _, what, _ in self._steps)

    def _summary(self) -> list[Block]:
        return [
            Block(Content.styled("That was the last one.", "bold $primary")),
            GAP,
            *(Block(Content(f"{number:>4} {what}"), 0) for what, number in self._counts.items()),
            GAP,
            Block(Content(self.keymap.sentence(THE_END))),
        ]

    # Decisions

    def _decide(self, what: str, *changes: Change) -> None:
        if self.paper is None:
            return
        try:
            with self._library.hurried(BRIEF_S):
                batch = self._library.mark([self.paper.row.number], *changes) if changes else None
        except LibraryBusyError:
            self._show(OTHERS_WRITE, keep_place=True)
            return
        self._steps.append((self._at, what, batch.id if batch else None))
        self._at += 1
        self._show()

    def do_next_unread(self, count: int = 1) -> None:
        """Leave it as it is."""
        for _ in range(count):
            self._decide(SKIPPED)

    def do_read_on(self) -> None:
        """Page down; at the end leave it as it is."""
        if self.paper is not None and not self._page.is_at_end:
            self._page.move_pages(1)
        else:
            self.do_next_unread()

    def do_bookmark(self) -> None:
        """Keep it."""
        self._decide("bookmarked", Change("bookmarked", True))

    def do_queue(self) -> None:
        """Read it later."""
        self._decide("queued", Change("queued", True))

    def do_toggle_read(self) -> None:
        """Be done with it."""
        self._decide("read", Change("read", True))

    def do_interesting(self) -> None:
        """More like this."""
        self._decide("interesting", Change("interest", 1))

    def do_not_interesting(self) -> None:
        """Less like this."""
        self._decide("not interesting", Change("interest", -1))

    def do_tags(self) -> None:
        """Give it tags; the next one comes when some were given."""
        if self.paper is not None:
            row = self.paper.row
            screen = TagsScreen(
                f"Tags · {without_formulas(row.title)}", row.marks.tags, self._library.tags()
            )
            self.app.push_screen(screen, self._tagged)

    def _tagged(self, changes: Sequence[Change] | None) -> None:
        if changes:
            self._decide("tagged", *changes)

    def do_note(self) -> None:
        """Write a note, and stay."""
        if self.paper is not None:
            undo = self.keymap.key_of("undo")
            write_note(self.app, self._library, self.paper.row, self._keep, undo)

    def _keep(self, text: str) -> None:
        if self.paper is not None:
            batch = self._library.mark([self.paper.row.number], Change("note", text or None))
            self._steps.append((self._at, "noted", batch.id if batch else None))
            self._show(keep_place=True)

    def do_undo(self) -> None:
        """Take the last decision back, and return to its paper."""
        if not self._steps:
            self._show("Nothing was decided here yet.")
            return
        self._at, what, batch = self._steps.pop()
        if batch is not None:
            self._library.undo_batch(batch)
        self._show(f"Back: {what} no longer" if batch else "Back")

    def do_previous_unread(self, count: int = 1) -> None:
        """Look at the one before again."""
        self._at = max(0, self._at - count)
        self._show()

    # Reading

    def do_language(self) -> None:
        """Another language of the paper."""
        choices = [*languages_of(self.paper), BOTH] if self.paper else []
        if len(choices) > 2:
            now = self._shown.language
            at = choices.index(now) if now in choices else 0
            self._shown = self._shown._replace(language=choices[(at + 1) % len(choices)])
            self._show(keep_place=True)

    def do_down(self, count: int = 1) -> None:
        """Scroll."""
        self._page.move_by(count)

    def do_up(self, count: int = 1) -> None:
        """Scroll."""
        self._page.move_by(-count)

    def do_page_down(self, count: int = 1) -> None:
        """Scroll."""
        self._page.move_pages(count)

    def do_page_up(self, count: int = 1) -> None:
        """Scroll."""
        self._page.move_pages(-count)

    do_half_down, do_half_up = do_page_down, do_page_up

    def do_first(self, _line: int = 1) -> None:
        """Scroll to the top."""
        self._page.move_to_end(first=True)

    def do_last(self, _line: int = 0) -> None:
        """Scroll to the bottom."""
        self._page.move_to_end(first=False)

    def do_back(self) -> None:
        """Return to the list."""
        self.dismiss()

    do_close = do_triage = do_back

    # Looking further

    def do_open_page(self) -> None:
        """Open the abstract page in the browser, and stay."""
        self._open(page_of(self.paper) if self.paper else None)

    def do_open_pdf(self) -> None:
        """Open the PDF in the browser, and stay."""
        self._open(self.paper.link(LinkKind.PDF) if self.paper else None)

    def do_copy_url(self) -> None:
        """Copy the address of the paper."""
        if address := page_of(self.paper) if self.paper else None:
            self.app.copy_to_clipboard(address)
            self._show(f"Copied: {address}", keep_place=True)

    def _open(self, address: str | None) -> None:
        if address is None:
            self._show("This paper has no such link.", keep_place=True)
        else:
            self.action_open_address(address)

    def action_open_address(self, address: str) -> None:
        """Open a web address in the browser, and say it, for those who are far from theirs."""
        if address.startswith(("http://", "https://")):
            self.app.open_url(address)
        self._show(address, keep_place=True)
