"""How commands print: plain text without control characters, or one JSON document."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

from paperreader.digests import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperreader.library.model import Paper, PaperRow, StoredEntry


def say(text: str = "") -> None:
    """Print one or more lines for the user."""
    sys.stdout.write(plain(text) + "\n")


def note(text: str) -> None:
    """Print a remark of one line that is not part of the answer."""
    sys.stderr.write(f"paperreader: {one_line(text)}\n")


def say_json(document: Any) -> None:
    """Print a JSON document, in ASCII where the output can't take more."""
    is_unicode = (sys.stdout.encoding or "utf-8").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps(document, ensure_ascii=not is_unicode, indent=1) + "\n")


def plain(text: str) -> str:
    """Without the characters that could drive a terminal; line ends stay."""
    return clean(text)


def one_line(text: str) -> str:
    """Text on one line."""
    return plain(" ".join(text.split()))


def columns(rows: Iterable[Sequence[object]]) -> str:
    """Rows under each other, all columns but the last padded to the same width."""
    cells = [[str(each) for each in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    padded = (
        [each.ljust(width) for each, width in zip(row, widths, strict=False)] + row[-1:]
        for row in cells
    )
    return "\n".join("  ".join(row).rstrip() for row in padded)


ID, DATE, VOTES = 10, 10, 9  # columns; an id without a number of arXiv's is longer
TITLE = ID + 2 + DATE + 2 + VOTES + 2  # where it begins
NARROWEST = 24  # for a title


def paper_line(row: PaperRow) -> str:
    """One paper: id, date, votes, title, in columns.

    On a terminal an id that is too long for its column has a line of its own, and a title goes on
    in its column.
    """
    facts = f"{row.shown_date:<{DATE}}  {_votes(row.votes):<{VOTES}}"
    if not sys.stdout.isatty():
        return f"{row.id:<{ID}}  {facts}  {one_line(row.title)}"
    first = f"{row.id}\n{'':<{ID}}" if len(row.id) > ID else f"{row.id:<{ID}}"
    title = f"\n{'':<{TITLE}}".join(_wrapped(one_line(row.title), terminal_width() - TITLE))
    return f"{first}  {facts}  {title}"


def _wrapped(text: str, width: int) -> Iterable[str]:
    """Lines of whole words; one line, left to the terminal, where there is hardly any room."""
    from rich.cells import cell_len  # noqa: PLC0415 - in a pipe nothing is wrapped

    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width >= NARROWEST and cell_len(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _votes(number: int | None) -> str:
    """In words, for those who hear the line."""
    return "" if number is None else f"{number} votes" if number != 1 else "1 vote"


def terminal_width() -> int:
    """How many columns a line of text may take."""
    return max(shutil.get_terminal_size().columns, 40)


def paper_text(paper: Paper) -> str:
    """All that is known of a paper, for reading."""
    head = "\n".join(_head(paper))
    parts = [head, *("\n".join(_entry(each)) for each in paper.entries)]
    return "\n\n".join(parts)


def _head(paper: Paper) -> Iterable[str]:
    row, marks = paper.row, paper.row.marks
    yield one_line(row.title)
    yield "  ".join(fact for fact in (row.id, row.shown_date, _votes(row.votes)) if fact)
    facts = {
        "authors": ", ".join(row.authors),
        "topics": ", ".join(f"{each.topic} ({'; '.join(each.words)})" for each in paper.evidence),
        "keywords": ", ".join(paper.keywords),
        "marks": ", ".join(_marks(paper)),
        "tags": ", ".join(marks.tags),
    }
    yield from (f"{label}: {one_line(text)}" for label, text in facts.items() if text)
    if marks.note:
        yield "note: " + plain(marks.note).replace("\n", "\n  ")
    kinds = {one_line(each.url): each.kind.value for each in paper.links}
    yield from (f"{kind}: {url}" for url, kind in kinds.items())


def _marks(paper: Paper) -> Iterable[str]:
    marks = paper.row.marks
    yield "read" if marks.read else "unread"
    if marks.bookmarked:
        yield "bookmarked"
    if marks.queued is not None:
        yield "queued"


def _entry(entry: StoredEntry) -> Iterable[str]:
    facts = [entry.period.name, entry.source, entry.digest, entry.language, _votes(entry.votes)]
    yield "  ".join(fact for fact in facts if fact)
    if entry.heading:
        yield f"under: {one_line(entry.heading)}"
    for section in entry.sections:
        text = section.lead if section.is_aside else section.text
        yield f"{section.label}: {text}" if section.label else text
