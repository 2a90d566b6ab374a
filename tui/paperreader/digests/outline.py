"""Cuts Markdown at its headings, which fenced code has none of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from paperreader.digests.text import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"[ ]{0,3}(?:(#{1,6})(?:[ ]+(.*))?|(#{2,6})([^#\s].*))")
_HTML = re.compile(r"[ ]{0,3}<h([1-6])(?:\s[^<>]{0,300})?>(.*)</h[1-6]>\s*", re.IGNORECASE)
_RULED = re.compile(r"[ ]{0,3}(-{3,}+|={3,}+)[ ]++([^|\n]{1,300}?)[ ]++\1")
_PARAGRAPH = re.compile(r"[ ]{0,3}(?![-*+>|#`~<]|\d{1,4}[.)]\s)\S")
_UNDERLINES = {"===": 1, "---": 2}
_TITLE = re.compile(
    r"[*_]{0,2}(?:paper )?(?:title|标题|题目|제목)[*_]{0,2}[:：][*_]{0,2}", re.IGNORECASE
)
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
    yield Part(0, "", 1, 1, tuple(lines[: starts[0].line] if starts else lines))
    ends = [each.line for each in starts[1:]] + [len(lines)]
    for start, end in zip(starts, ends, strict=bool(starts)):
        heading, used = _whole(start, lines, end)
        body = tuple(lines[start.line + used : end])
        yield Part(start.level, heading, start.line + 1, start.line + used + 1, body)


class _Start(NamedTuple):
    """Where a heading starts (0-based), and how many lines it takes."""

    line: int
    level: int
    text: str
    lines: int = 1


def _starts(lines: Sequence[str]) -> list[_Start]:
    fenced = _fenced(lines)
    found = (_start(lines, number) for number in range(len(lines)) if not fenced[number])
    return [start for start in found if start]


def _start(lines: Sequence[str], number: int) -> _Start | None:
    line = lines[number]
    if "#" in line[:10] and (match := _HEADING.fullmatch(line)):
        marks, text = match[1] or match[3], match[2] or match[4] or ""
        return _Start(number, len(marks), _unclosed(text.strip()))
    if "<" in line[:4] and (match := _HTML.fullmatch(line)):
        return _Start(number, int(match[1]), match[2].strip())
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if line.lstrip()[:3] in _UNDERLINES and (ruled := _between_rules(line, following)):
        return _Start(number, 1, ruled, 1 + (ruled not in line))
    if following[:3] in _UNDERLINES and _is_underlined(lines, number):
        return _Start(number, _UNDERLINES[following[:3]], line.strip(), 2)
    return None


def _between_rules(line: str, following: str) -> str:
    """The words between two rules, as in `--- Title ---`, which may go on in the next line."""
    for text in (line, f"{line.rstrip()} {following.strip()}"):
        match = _RULED.fullmatch(text.rstrip())
        if match and has_words(match[2]):
            return match[2]
    return ""


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    """Whether a line alone in its paragraph is a heading by the next one, `===` or `---`."""
    is_first = number == 0 or not lines[number - 1].strip()
    has_rule = len(set(lines[number + 1].rstrip())) == 1
    return is_first and has_rule and _PARAGRAPH.match(lines[number]) is not None


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


def _whole(start: _Start, lines: Sequence[str], end: int) -> tuple[str, int]:
    """A heading that is a link may wrap over lines: all of it, and how many lines that are.

    One that is but the label of a title is over the title.
    """
    heading, used = start.text, start.lines
    if _TITLE.fullmatch(heading) and start.line + used < end:
        under = lines[start.line + used].strip()
        return (under, used + 1) if has_words(under) else (heading, used)
    if not heading.startswith("[") or heading.count("[") <= heading.count("]"):
        return heading, used
    joined = heading
    wrapped = lines[start.line + 1 : min(end, start.line + _WRAPPED_LINES)]
    for used, line in enumerate(wrapped, 2):
        if not line.strip():
            break
        joined = f"{joined} {line.strip()}"
        if "](" in joined:
            return joined, used
    return heading, start.lines
