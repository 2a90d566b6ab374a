"""The open paper: wrapped once for each paper and width, scrolled by slicing."""

from __future__ import annotations

from itertools import chain
from sys import maxsize
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from paperreader.ui.text.markdown import Block, Flow
from paperreader.ui.widgets.frame import FramesLines
from paperreader.ui.widgets.pointing import Pointable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    GetSpans = Callable[[str], list[tuple[int, int]]]

MEASURE = 88  # the longest line that reads well, in cells
MATCH_STYLE = "bold $warning underline"
MATCH = "match"  # what the style of a matching word knows its number by


class PaperDetail(Pointable, FramesLines, ScrollView, can_focus=True):
    """Shows blocks of styled text; knows nothing of papers."""

    DEFAULT_CSS = """
    PaperDetail { overflow: hidden; padding: 0 1; }
    """

    # No layout when the text is longer: there is no scrollbar that comes or goes.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.auto_links = False  # what can be clicked keeps its own colours
        self._blocks: list[Block | Flow] = []
        self._spans: GetSpans | None = None
        self._lines: list[Strip] = []
        self._rest: Iterator[Block | Flow] = iter(())  # what comes below the lines there are
        self._is_cut = False  # whether there may be more text than was wrapped
        self._width = 0
        self._matches: list[int] = []
        self._match: int | None = None
        self._said = ""
        self.is_centred = False

    def show(
        self, blocks: Iterable[Block | Flow], spans: GetSpans | None, *, keep_place: bool
    ) -> None:
        """Show this text from its beginning, or from where it is scrolled to.

        What is below the screen is asked for when what is on it is painted.
        """
        self._blocks, self._rest, self._spans = [], iter(blocks), spans
        if not keep_place:
            self._match = None
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self._layout()

    def append(self, blocks: Sequence[Block]) -> None:
        """Show more text below, without wrapping anew what is there."""
        at = len(self._all_lines) - self.scroll_offset.y
        self._rest = chain(self._rest, blocks)
        self._wrap_rest()
        if at < self.size.height:
            self.refresh(Region(0, at, *self.size))

    @property
    def is_at_end(self) -> bool:
        """Nothing is below the screen."""
        return self.scroll_offset.y + self.scrollable_content_region.height >= len(self._all_lines)

    @property
    def text(self) -> str:
        """All of the text as it is wrapped."""
        return "\n".join(line.text.rstrip() for line in self._all_lines)

    def move_by(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + lines)

    def move_pages(self, pages: float) -> None:
        """Scroll by pages, keeping a line in common."""
        height = max(2, self.scrollable_content_region.height)
        self._scroll(self.scroll_offset.y + int((height - 1) * pages))

    def move_to_end(self, *, first: bool) -> None:
        """Scroll to the beginning or the end."""
        self._scroll(0 if first else len(self._all_lines))

    def walk_matches(self, step: int) -> tuple[int, int] | None:
        """Go to the next or previous match, round and round; its number from 1 and how many."""
        self._wrap_rest()
        if not self._matches:
            return None
        if self._match is None:
            top = self.scroll_offset.y
            below = [n for n, y in enumerate(self._matches) if y >= top]
            first = below[0] if below else 0
            self._match = first if step > 0 else first - 1
        else:
            self._match += step
        self._match %= len(self._matches)
        self._scroll_into_view(self._matches[self._match])
        self.refresh()
        return self._match + 1, len(self._matches)

    def _scroll_into_view(self, line: int) -> None:
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if not top <= line < top + height:
            self._scroll(line - height // 3)

    def say(self, fact: str) -> None:
        """A fact about the text, shown in the border beside the place in it."""
        self._said = fact
        self._show_place()

    def _show_place(self) -> None:
        if self._is_cut and self.scroll_offset.y:
            return  # how far this is down the text is known when all of it is wrapped
        most = len(self._lines) - self.scrollable_content_region.height
        at = f"{min(100, round(100 * self.scroll_offset.y / most))}%" if most > 0 else ""
        self.say_in_border(below=" · ".join(filter(None, (self._said, at))))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The border tells how far one has read."""
        super().watch_scroll_y(old_value, new_value)
        self._show_place()

    def _scroll(self, y: int) -> None:
        most = max(0, len(self._all_lines) - self.scrollable_content_region.height)
        self.scroll_to(y=max(0, min(y, most)), animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Wrap anew when the width is another."""
        if self._text_width != self._width:
            self._layout()
        self._show_place()

    def look_changed(self) -> None:
        """The lines hold the colours of the theme."""
        self._layout()

    @property
    def _text_width(self) -> int:
        return min(MEASURE, self.scrollable_content_region.width)

    def _layout(self) -> None:
        """Wrap it anew, as far as it can be seen."""
        self._width = self._text_width
        self._rest = chain(self._blocks, self._rest)
        self._matches, self._lines, self._blocks = [], [], []
        self._is_cut = True
        self._wrap(self.scroll_offset.y + self.size.height + 1)
        self.after_paint(self._wrap_rest)
        self.refresh(Region(0, 0, *self.size))  # not the border

    @property
    def _all_lines(self) -> list[Strip]:
        """The lines, also those that nobody has seen yet."""
        self._wrap_rest()
        return self._lines

    def _wrap_rest(self) -> None:
        self._is_cut = False
        self._wrap(maxsize)

    def _wrap(self, lines: int) -> None:
        """Wrap on until there are so many lines."""
        while self._width > 0 and len(self._lines) < lines:
            part = next(self._rest, None)
            if part is None:
                break
            self._blocks.append(part)
            block = in_lines(part, self._width) if isinstance(part, Flow) else part
            if block.content.plain or (self._lines and self._lines[-1].text.strip()):
                self._lines += self._wrapped(block, len(self._lines))
        self.virtual_size = Size(1, len(self._lines))
        self._show_place()

    def _wrapped(self, block: Block, at: int) -> list[Strip]:
        content = block.content
        spans = self._spans(content.plain) if self._spans else []
        for number, (start, end) in enumerate(spans, len(self._matches)):
            content = content.stylize(MATCH_STYLE, start, end)
            content = content.stylize(Style.from_meta({MATCH: number}), start, end)
        indent, hang = block.indent, block.hang
        room = max(8, self._width - indent - hang)
        lines = [self._strip(line) for line in content[hang:].wrap(room)]
        if indent + hang:
            blank = Strip.blank(indent + hang, self.rich_style)
            bullet = self._strip(content[:hang]).adjust_cell_length(hang, self.rich_style)
            first = Strip.join([Strip.blank(indent, self.rich_style), bullet])
            lines = [Strip.join([blank if n else first, each]) for n, each in enumerate(lines)]
        if spans:
            self._note_matches(lines, at)
        return lines

    def _strip(self, line: Content) -> Strip:
        return Strip(line.render_segments(self.visual_style), line.cell_length)

    def _note_matches(self, lines: Sequence[Strip], at: int) -> None:
        """Remember on which line each match begins; `at` is the number of the first line."""
        for y, line in enumerate(lines, at):
            for segment in line:
                if _match_of(segment) == len(self._matches):
                    self._matches.append(y)

    def text_line(self, y: int) -> Strip:
        """A wrapped line; with the match that was gone to it differs from what is kept."""
        if y >= len(self._lines):
            return Strip([])
        line = self._lines[y]
        if self._match is not None:
            line = Strip([self._lit(segment) for segment in line], line.cell_length)
        return line

    @property
    def text_margin(self) -> int:
        """In zen the text stands in the middle."""
        return (self.columns - self._width) // 2 if self.is_centred else 0

    def _lit(self, segment: Segment) -> Segment:
        if _match_of(segment) != self._match:
            return segment
        return Segment(segment.text, (segment.style or RichStyle()) + RichStyle(reverse=True))

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        return self._lines[y].text.rstrip() if y < len(self._all_lines) else ""

    def on_focus(self) -> None:
        """The terminal's cursor is where the text begins."""
        self.place_cursor(0, 0)


def _match_of(segment: Segment) -> int | None:
    return segment.style.meta.get(MATCH) if segment.style else None


def in_lines(flow: Flow, width: int) -> Block:
    """The pieces of a flow in as few lines of this width as hold them."""
    parts: list[Content] = []
    at = 0
    for piece in flow.pieces:
        if at and at + flow.gap + piece.cell_length > width:
            parts.append(Content("\n"))
            at = 0
        elif at:
            parts.append(Content(" " * flow.gap))
            at += flow.gap
        parts.append(piece)
        at += piece.cell_length
    return Block(Content("").join(parts))
