"""Which paper a row of a table names, and what its other cells say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import BARE, arxiv_ids, bare_arxiv_id
from paperreader.digests.dates import is_dated, no_such_day_in, period_in
from paperreader.digests.labels import AUTHORS, VOTES, harmonised, section
from paperreader.digests.links import is_only_links, links_in, without_links
from paperreader.digests.model import Section
from paperreader.digests.naming import Name, linked, told
from paperreader.digests.text import has_words, plain
from paperreader.digests.titles import NUMBER, is_title, title_of

if TYPE_CHECKING:
    from paperreader.digests.blocks import Block
    from paperreader.digests.model import Period

_TITLES = frozenset(
    (
        "title", "titles", "paper", "papers", "paper title", "title & authors", "paper name",
        "title and authors", "name", "work", "article", "제목", "논문", "논문 제목", "논문명",
        "标题", "题目", "论文", "论文标题", "论文题目", "论文名称", "標題", "論文", "論文標題",
        "論文タイトル", "タイトル",
    )
)  # fmt: skip
_DATES = (
    "date", "publish date", "published", "publication date", "day", "submitted", "updated", "날짜",
    "발행일", "日期", "时间", "发布时间", "发布日期", "更新时间", "公開日",
)  # fmt: skip
_ONLY = re.compile(BARE)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")


def name_of_row(row: Block) -> Name | None:
    """The paper that a row names; None for one without any arXiv identifier."""
    identifier = next(iter(arxiv_ids(row.head)), None) or _identifier_cell(row)
    if not identifier:
        return None
    title = _title_cell(row)
    named = (found for _, cell in row.cells if (found := linked(cell)))
    link = linked(title) or linked(title, identifier) or (None if title else next(named, None))
    if link:
        return Name(link.identifier, link.title, link.rest, leads=True)
    name = told(row.kind, title, identifier)
    if name.leads:
        return name
    cells = [title, *(cell for _, cell in row.cells)]
    titles = (title_of(without_links(cell)) for cell in cells if cell)
    words = next((each for each in titles if is_title(each) and not _is_count(each)), "")
    return Name(identifier, words or f"arXiv {identifier}", "", leads=True)


def name_beside(row: Block) -> Name | None:
    """The paper without identifier that a row names by its column, if it says more than that."""
    cell = _title_cell(row)
    if not cell or sum(has_words(each) for _, each in row.cells) < 2:
        return None
    link = linked(cell, any_address=True)
    name = link if link and link.leads else told(row.kind, cell, "")
    if name.leads:
        return Name(None, name.title, name.rest, leads=True)
    return Name(None, title_of(without_links(cell)), "", leads=True)


def _title_cell(row: Block) -> str:
    """The cell with a title under the name of a column of titles; empty where there is none."""
    cells = (cell for column, cell in row.cells if column in _TITLES)
    return next((cell for cell in cells if is_title(plain(cell))), "")


def _identifier_cell(row: Block) -> str | None:
    """The identifier that is all of a cell."""
    cells = (plain(cell).strip("[]() ") for _, cell in row.cells)
    return next((bare_arxiv_id(cell) for cell in cells if _ONLY.fullmatch(cell)), None)


def _is_count(words: str) -> bool:
    is_day = is_dated(words) and not _LETTER.search(words)
    return is_day or words.isdigit()


def day_of_row(row: Block) -> Period | None:
    """The day, week or month that a cell is about."""
    cells = [cell for column, cell in row.cells if _is_day(column, cell)]
    wrong = filter(None, map(no_such_day_in, cells))
    return next(filter(None, [*map(period_in, cells), *(each.month for each in wrong)]), None)


def _is_day(column: str, cell: str) -> bool:
    return column in _DATES or (not column and _is_count(plain(cell)) and not cell.isdigit())


def sections_of_row(row: Block, name: Name) -> list[Section]:
    """The cells that say more than the title, the authors, votes and day."""
    parts = []
    for column, cell in row.cells:
        is_field = harmonised(column) in {AUTHORS, VOTES} or _is_day(column, cell)
        is_number = cell.isdigit() and not has_words(column)
        is_link = bool(links_in(cell)) and is_only_links(cell)
        if has_words(cell) and not (is_field or is_number or is_link) and not _is_told(cell, name):
            parts.append(section(column.capitalize(), cell) if column else Section("", cell))
    return parts


def _is_told(cell: str, name: Name) -> bool:
    """Whether a cell has no words beside the title and the rest of its own cell."""
    said = plain(without_links(cell)) if links_in(cell) else plain(cell)
    words = Counter(_WORD.findall(NUMBER.sub("", said, count=1)))
    words.subtract(_WORD.findall(f"{name.title} {plain(name.rest)}"))
    return not +words
