"""Cuts Markdown at its headings, which fenced code has none of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"[ ]{0,3}(?:(#{1,6})(?:[ ]+(.*))?|(#{2,6})([^#\s].*))")
_FENCE = re.compile(r"[ ]*+(`{3,}+|~{3,}+)([^`]*)")
_WRAPPED_LINES = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the lines under it up to the next one; level 0 is the text above the first.

    `line` and `body_line`, the line where its text starts, are 1-based.
    """

    level: int
    heading: str
    line: int
    body_line: int
    body: tuple[str, ...]


def parts_of(lines: Sequence[str]) -> Iterator[Part]:
    """The document as headings with their own text."""
    starts = _starts(lines)
    yield Part(0, "", 1, 1, tuple(lines[: starts[0][0]] if starts else lines))
    ends = [start for start, _, _ in starts[1:]] + [len(lines)]
    for (start, level, first), end in zip(starts, ends, strict=bool(starts)):
        heading, used = _whole(first, lines, start, end)
        body = tuple(lines[start + used : end])
        yield Part(level, heading, start + 1, start + used + 1, body)


def _starts(lines: Sequence[str]) -> list[tuple[int, int, str]]:
    fenced = _fenced(lines)
    found = []
    for number, line in enumerate(lines):
        if "#" in line[:10] and not fenced[number] and (match := _HEADING.fullmatch(line)):
            marks, text = match[1] or match[3], match[2] or match[4] or ""
            found.append((number, len(marks), _unclosed(text.strip())))
    return found


def _unclosed(heading: str) -> str:
    """A heading without the marks that may close it, as in `## Title ##`."""
    bare = heading.rstrip("#")
    return bare.rstrip() if not bare or bare.endswith(" ") else heading


def _fenced(lines: Sequence[str]) -> bytearray:
    """1 for each line in fenced code; a fence that is never closed is none."""
    inside = bytearray(len(lines))
    opened, mark = -1, ""
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if not match:
            continue
        if not mark:
            opened, mark = number, match[1]
        elif match[1].startswith(mark) and not match[2].strip():
            inside[opened : number + 1] = b"\x01" * (number + 1 - opened)
            mark = ""
    return inside


def _whole(heading: str, lines: Sequence[str], start: int, end: int) -> tuple[str, int]:
    """A heading that is a link may wrap over lines: all of it, and how many lines that are."""
    if not heading.startswith("[") or "](" in heading:
        return heading, 1
    joined = heading
    for used, line in enumerate(lines[start + 1 : min(end, start + _WRAPPED_LINES)], 2):
        if not line.strip():
            break
        joined = f"{joined} {line.strip()}"
        if "](" in joined:
            return joined, used
    return heading, 1
