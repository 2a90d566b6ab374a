"""Markdown as a tree of headings, list items, table rows and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import arxiv_ids
from paperreader.digests.outline import parts_of
from paperreader.digests.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.digests.outline import Part

_ITEM = re.compile(
    r"([ ]*+)(?:(?:[-*+•]|\d{1,4}[.)])[ ]++|<li(?:\s[^<>]{0,200}+)?>)(.*)", re.IGNORECASE
)
_HTML_ROW = re.compile(r"[ ]*+<tr(?:\s[^<>]{0,200}+)?>", re.IGNORECASE)
_HTML_CELL = re.compile(r"<(/?)t([dh])(?:\s[^<>]{0,300}+)?>", re.IGNORECASE)
_RULE = re.compile(r"[ ]*+\|?[ :|-]++")
_FRONT = re.compile(r"[\w-]{1,40}:(?:\s|$)|\s|-\s|#|$")
_FRONT_TITLE = re.compile(r"^title:.*\w", re.IGNORECASE | re.MULTILINE)
_LONGEST_FRONT = 80
_PIPE = re.compile(r"(?<!\\)\|")


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


@dataclass(slots=True)
class Block:
    """A block of Markdown: its first line (1-based) and its source.

    `depth` is a heading's level and the column of the others, `parent` the place of the block that
    it is inside (-1: none), `head` the first line without marks, `cells` a row's with the names of
    their columns (none: it is the head of the table) or the fields of front matter, `table` the
    line where a row's table starts (0: no row).
    """

    kind: Kind
    line: int
    depth: int
    lines: list[str]
    head: str
    parent: int = -1
    cells: tuple[tuple[str, str], ...] = ()
    table: int = 0

    @property
    def text(self) -> str:
        """The source without the marks that make it a block."""
        return "\n".join([self.head, *self.lines[1:]])


def blocks_of(lines: Sequence[str]) -> list[Block]:
    """The blocks of a document in order; a parent comes before what is inside it."""
    tree = _Tree()
    front = front_matter(lines)
    if front:
        tree.open_front(front)
        lines = [*[""] * len(front), *lines[len(front) :]]
    for part in parts_of(lines):
        if part.level:
            tree.open_heading(part)
        last = len(part.body) - 1
        for number, line in enumerate(part.body):
            following = part.body[number + 1] if number < last else ""
            tree.read_line(part.body_line + number, line, following)
    return tree.blocks


@dataclass(slots=True)
class _Tree:
    """The blocks so far; `headings` and `items` are the places of those that are open."""

    blocks: list[Block] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    table: int = 0
    is_apart: bool = True
    fence: str = ""
    is_in_row: bool = False

    def open_front(self, lines: Sequence[str]) -> None:
        """Front matter that is about a paper is a heading over all."""
        fields = _fields(lines[1:-1])
        title = fields.pop("title", "").strip("\"' ")
        block = Block(Kind.HEADING, 1, 0, list(lines), title, cells=tuple(fields.items()))
        self.headings.append(len(self.blocks))
        self.blocks.append(block)

    def open_heading(self, part: Part) -> None:
        self.close(self.headings, part.level)
        self.items.clear()
        parent = self.headings[-1] if self.headings else -1
        self.headings.append(len(self.blocks))
        mark = "#" * part.level
        head = part.heading
        self.blocks.append(
            Block(Kind.HEADING, part.line, part.level, [f"{mark} {head}"], head, parent)
        )
        self.is_apart, self.columns, self.fence, self.is_in_row = True, (), "", False

    def close(self, places: list[int], depth: int) -> None:
        while places and self.blocks[places[-1]].depth >= depth:
            places.pop()

    def inside(self) -> int:
        return (self.items or self.headings or [-1])[-1]

    def read_line(self, number: int, line: str, following: str) -> None:
        if self.fence or line.lstrip()[:3] in {"```", "~~~"}:
            self.in_fence(number, line)
        elif self.is_in_row or _HTML_ROW.match(line):
            self.in_html_row(number, line)
        elif not line.strip():
            self.is_apart, self.columns = True, ()
            if self.blocks:
                self.blocks[-1].lines.append("")
        elif item := _ITEM.fullmatch(line):
            self.open_item(number, line, item)
        elif "|" in line and (self.columns or _is_rule(following) or line.lstrip()[0] == "|"):
            self.in_table(number, line, following)
        else:
            self.in_text(number, line)

    def in_fence(self, number: int, line: str) -> None:
        mark = line.lstrip()[:3]
        if self.fence == mark:
            self.fence = ""
        elif not self.fence:
            self.fence = mark
        self.in_text(number, line)

    def open_item(self, number: int, line: str, item: re.Match[str]) -> None:
        self.close(self.items, len(item[1]))
        block = Block(Kind.ITEM, number, len(item[1]), [line], item[2], self.inside())
        self.items.append(len(self.blocks))
        self.blocks.append(block)
        self.is_apart, self.columns = False, ()

    def in_table(self, number: int, line: str, following: str) -> None:
        cells = cells_of(line)
        parent = self.headings[-1] if self.headings else -1
        if not self.columns and _is_rule(following):
            self.columns = tuple(plain(cell).lower() for cell in cells)
            self.table = number
            head = Block(Kind.ROW, number, 0, [line, following], "", parent, table=number)
            self.blocks.append(head)
        elif not _is_rule(line):
            names = (*self.columns, *[""] * (len(cells) - len(self.columns)))
            row = Block(Kind.ROW, number, 0, [line], line, parent, table=self.table or number)
            row.cells = tuple(zip(names, cells, strict=False))
            self.blocks.append(row)
        self.items.clear()
        self.is_apart = True

    def in_html_row(self, number: int, line: str) -> None:
        """A row of an HTML table, up to its end or an empty line."""
        if not self.is_in_row:
            parent = self.headings[-1] if self.headings else -1
            self.blocks.append(Block(Kind.ROW, number, 0, [], "", parent))
            self.is_in_row = True
        row = self.blocks[-1]
        row.lines.append(line)
        if "</tr>" not in line.lower() and line.strip():
            return
        source = "\n".join(row.lines)
        is_head, cells = _html_cells(source)
        if is_head or not self.columns:
            self.table = row.line
        row.table, self.is_in_row, self.is_apart = self.table, False, True
        if is_head:
            self.columns = tuple(plain(cell).lower() for cell in cells)
            return
        names = (*self.columns, *[""] * (len(cells) - len(self.columns)))
        row.head, row.cells = source, tuple(zip(names, cells, strict=False))

    def in_text(self, number: int, line: str) -> None:
        if not self.is_apart and self.blocks:
            self.blocks[-1].lines.append(line)
            return
        indent = len(line) - len(line.lstrip(" "))
        self.close(self.items, indent)
        text = line.strip()
        self.blocks.append(Block(Kind.TEXT, number, indent, [line], text, self.inside()))
        self.is_apart = False


def front_matter(lines: Sequence[str]) -> Sequence[str]:
    """The lines of YAML between rules at the start of a document that is about one paper."""
    if not lines or lines[0].rstrip() != "---":
        return ()
    numbers = range(1, min(len(lines), _LONGEST_FRONT))
    end = next((number for number in numbers if lines[number].rstrip() == "---"), 0)
    front = lines[: end + 1]
    text = "\n".join(front)
    is_yaml = all(_FRONT.match(line) for line in front[1:-1])
    return front if is_yaml and arxiv_ids(text) and _FRONT_TITLE.search(text) else ()


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of YAML by name, lists with commas; what is deeper is text of its field."""
    fields: dict[str, str] = {}
    name = ""
    for line in lines:
        key, colon, value = line.partition(":")
        if colon and not line.startswith((" ", "-", "#")):
            name = plain(key).lower()
            fields[name] = value.strip().strip("\"'")
        elif line.strip():
            item = line.strip().removeprefix("- ")
            fields[name] = ", ".join(filter(None, (fields.get(name, ""), item)))
    return fields


def _is_rule(line: str) -> bool:
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def _html_cells(source: str) -> tuple[bool, list[str]]:
    """The cells of an HTML row, and whether it is a head."""
    cells: list[str] = []
    start, is_head = -1, False
    for tag in _HTML_CELL.finditer(source):
        if start >= 0:
            cells.append(source[start : tag.start()].strip())
        start = -1 if tag[1] else tag.end()
        is_head = is_head or tag[2] in "hH"
    return is_head, cells


def cells_of(line: str) -> list[str]:
    """The cells of a table row."""
    return [cell.strip() for cell in raw_cells(line)]


def raw_cells(line: str) -> list[str]:
    """The cells of a table row with the spaces around them."""
    cells = _PIPE.split(line.strip().removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.replace("\\|", "|") for cell in cells]
