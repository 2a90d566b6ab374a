"""daily-table: `## Papers for 2024-12-05` over a table of title, authors and summary.

Cells may hold `|`, rows may wrap over lines, a column of links may follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.blocks import cells_of, raw_cells
from paperreader.digests.collector import Collector
from paperreader.digests.labels import AUTHORS, VOTES, harmonised, section
from paperreader.digests.links import is_only_links, links_in, without_links
from paperreader.digests.model import Digest, Family, Section
from paperreader.digests.people import authors_of, votes_of
from paperreader.digests.summary import summary_sections
from paperreader.digests.text import has_words, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER = re.compile(
    r"[ ]*+\|?(?:[^|\n]{1,30}+\|){0,2}?[ ]*+(?:paper[ ])?(?:title|paper)s?[ ]*+\|"
    r".*\bsummar(?:y|ies)\b.*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[ :|-]++")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ ]+(.+)")
_READ_MORE = re.compile(r"\bread more\b", re.IGNORECASE)
_SAID = frozenset(("read", "more", "on", "or", "and"))
_DEFAULT = ("title", "authors", "summary")
_TITLES = ("title", "titles", "paper", "papers", "paper title")
_LINKS = ("link", "links", "url", "paper link")


def recognise(text: str) -> bool:
    """Whether a line is the header of such a table."""
    return any("|" in line and _HEADER.fullmatch(line) for line in text.split("\n"))


def read(text: str, name: str) -> Digest:
    """The digest; each row of its tables is an entry."""
    collector = Collector(name, Family.DAILY_TABLE)
    columns: tuple[str, ...] = _DEFAULT
    for line, row in _rows(text.split("\n")):
        heading = _HEADING.fullmatch(row)
        if heading:
            collector.open(heading[2], is_topic=len(heading[1]) > 1)
        elif _HEADER.fullmatch(row):
            columns = tuple(cell.lower() for cell in cells_of(row))
        elif not row.lstrip().startswith("|"):
            collector.aside(row)
        elif not _RULE.fullmatch(row):
            _add(collector, _named(raw_cells(row), columns), line, row)
    return collector.digest()


@dataclass(slots=True)
class _Row:
    """A row while its lines are gathered."""

    line: int
    lines: list[str] = field(default_factory=list)
    pipes: int = 0

    def take(self, line: str) -> None:
        self.lines.append(line)
        self.pipes += len(_PIPE.findall(line))

    def is_whole(self, columns: int) -> bool:
        return self.pipes > columns and self.lines[-1].rstrip().endswith("|")


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The table rows, wrapped ones as one, and the other lines, with their number (1-based)."""
    columns, row = len(_DEFAULT), None
    for number, line in enumerate(lines, 1):
        is_start = line.lstrip().startswith("|")
        if row and (is_start or _HEADING.fullmatch(line)):
            yield row.line, "\n".join(row.lines)
            row = None
        if row is None and not is_start:
            yield number, line
            continue
        row = row or _Row(number)
        row.take(line)
        if _HEADER.fullmatch(line):
            columns = row.pipes - 1
        if row.is_whole(columns) or _RULE.fullmatch(line):
            yield row.line, "\n".join(row.lines)
            row = None
    if row:
        yield row.line, "\n".join(row.lines)


def _named(cells: list[str], columns: Sequence[str]) -> dict[str, str]:
    """The cells by the name of their column; the cells that hold `|` are put together again."""
    extra = len(cells) - len(columns)
    if extra > 0:
        cells = _rejoined(cells, columns, extra)
    stripped = [cell.strip() for cell in cells] + [""] * -extra
    return dict(zip(columns, stripped, strict=False))


def _rejoined(cells: list[str], columns: Sequence[str], extra: int) -> list[str]:
    """The title ends where its links do; else it is the summary that holds the `|`."""
    title = next((i for i, column in enumerate(columns) if column in _TITLES), 0)
    ends = (i for i in range(title, title + extra + 1) if _READ_MORE.search(cells[i]))
    end = next(ends, title) if columns[-1] not in _LINKS else title
    cells = [*cells[:title], "|".join(cells[title : end + 1]), *cells[end + 1 :]]
    extra -= end - title
    at = next((i for i, column in enumerate(columns) if column.startswith("summar")), 1)
    return [*cells[:at], "|".join(cells[at : at + extra + 1]), *cells[at + extra + 1 :]]


def _add(collector: Collector, cells: dict[str, str], line: int, row: str) -> None:
    head = next((cells.pop(name) for name in _TITLES if name in cells), "")
    title, tail = _title(head)
    if not title:
        collector.problem(line, "a row without a title: its text is kept with the next paper")
        collector.aside(row)
        return
    authors, votes, sections = "", None, list[Section]()
    for column, cell in cells.items():
        if harmonised(column) == AUTHORS:
            authors = cell
        elif harmonised(column) == VOTES and votes_of(cell) is not None:
            votes = votes_of(cell)
        elif column.startswith("summar"):
            sections[:0] = summary_sections(cell)
        elif _says_something(column, cell):
            sections.append(section(column.capitalize(), cell))
    sections += tail
    collector.add(
        title,
        line,
        sections=tuple(sections),
        identifier=_identifier(head, cells),
        authors=authors_of(authors),
        votes=votes,
        links=links_in(row),
    )


def _says_something(column: str, cell: str) -> bool:
    """Whether a cell is more than links, or the number of its row."""
    is_number = not has_words(column) and cell.isdigit()
    return has_words(cell) and not is_number and not is_only_links(cell)


def _identifier(head: str, cells: dict[str, str]) -> str | None:
    places = (head, *(cells[name] for name in _LINKS if name in cells))
    return next(filter(None, map(bare_arxiv_id, places)), None)


def _title(cell: str) -> tuple[str, list[Section]]:
    """The title without its links, and what else stood in the cell."""
    marks = [match.start() for match in _READ_MORE.finditer(cell)]
    if not marks or "http" not in cell[marks[-1] :]:
        return plain(cell), []
    head, tail = cell[: marks[-1]].rstrip().rstrip("-–—([").rstrip(), cell[marks[-1] :]
    rest = one_line(without_links(tail))
    words = rest.lower().replace("(", " ").replace(")", " ").replace(",", " ").split()
    said = _SAID.issuperset(words) or not has_words(rest)
    return plain(head), [] if said else [Section("", "", rest)]
