"""What the reader did to a paper, as the detail pane shows it: chips for marks, and the note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from paperreader.ui.text import symbols
from paperreader.ui.text.markdown import GAP, Block, Flow, clickable, markdown_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.library.model import Marks

_INTEREST = {1: "+ interesting", -1: "- not interesting"}

_LINE_END = re.compile(r"(?<=\S)[ \t]*\n")  # two blanks before it keep the line in Markdown


def own_blocks(marks: Marks) -> Iterator[Block | Flow]:
    """The marks in one line of chips, then the note; nothing for a paper without any."""
    if chips := tuple(_chips(marks)):
        yield Flow(chips, gap=1)
    if marks.note:
        yield GAP
        yield Block(Content.styled(f"{symbols.NOTE} Note", "bold $warning"))
        for content, indent, hang in markdown_blocks(_LINE_END.sub("  \n", marks.note)):
            yield Block(content, indent + 2, hang)


def _chips(marks: Marks) -> Iterator[Content]:
    if marks.bookmarked:
        yield _chip(f"{symbols.BOOKMARKED} bookmarked", "bookmark")
    if marks.queued is not None:
        yield _chip(f"{symbols.QUEUED} queued", "queue")
    if marks.interest:
        name = _INTEREST[marks.interest]
        yield _chip(name, "interesting" if marks.interest > 0 else "not-interesting")
    for tag in marks.tags:
        yield clickable(f" #{tag} ", "show_tag", tag, "$warning on $panel")


def _chip(text: str, command: str) -> Content:
    return clickable(f" {text} ", "run_command", command, "$warning on $panel")
