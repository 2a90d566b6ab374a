"""The passage of a paper that shows best where the words of a query stand."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paperreader.library.model import Paper, StoredEntry
    from paperreader.search.highlight import Match, Terms

_MARKDOWN = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|<[^>]{1,200}>|[*`>|~]+|__+|^\s*(?:#{1,6}|[-+])\s+", re.MULTILINE
)
# Signs of two cells in a terminal; some rare ones are missing, which costs a blank.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
)
_MOST_TEXT = 20_000  # characters of a section in which a passage is looked for
_MOST_MATCHES = 200
_SHORT_WORD = 4
_CUT = "…"
_NOTED = "Note: "


class _Passage(NamedTuple):
    """A window of a text; of two, the one with more of what is asked, then the denser one."""

    asked: int
    gaps: int  # cells between the first and the last match that don't match, below zero
    line: str = ""
    first: int = 0
    last: int = 0

    def worth(self) -> tuple[int, int]:
        """What passages are compared by."""
        return self.asked, self.gaps


_NOTHING = _Passage(0, 0)


# The papers seen first are often the same ones at the next letter.
@lru_cache(1 << 10)
def plain_text(markdown: str) -> str:
    """A text without the signs of Markdown, on one line."""
    bare = _MARKDOWN.sub(lambda match: match[1] or " ", markdown)
    return " ".join(bare.split())


def snippet(paper: Paper, terms: Terms, width: int, language: str = "") -> str:
    """The best passage of a paper; of texts that have none of the words the beginning."""
    found = passage(paper, terms, width, language)
    texts = chain(_lines(paper.entries), _keywords(paper))
    return found or _shown(_Passage(0, 0, next(texts, "")), width)


def passage(paper: Paper, terms: Terms, width: int, language: str = "") -> str:
    """Where a paper has the words, plain text of at most `width` cells; empty where it has none.

    What the reader wrote about it goes before what others did, and texts in the language
    before those in others.
    """
    room = max(0, width - len(_NOTED))
    noted = _passage(plain_text((paper.row.marks.note or "")[:_MOST_TEXT]), terms, room)
    if noted.asked:
        return _NOTED + _shown(noted, room)
    read = [entry for entry in paper.entries if entry.language == language]
    best = _best(_lines(read), terms, width)
    if not best.asked:
        others = (entry for entry in paper.entries if entry.language != language)
        best = _best(chain(_lines(others), _keywords(paper)), terms, width)
    return _shown(best, width) if best.asked else ""


def _best(lines: Iterable[str], terms: Terms, width: int) -> _Passage:
    passages = (_passage(line, terms, width) for line in lines)
    if terms.things == 1:  # the first passage that has it is as good as any
        return next((each for each in passages if each.asked), _NOTHING)
    return max(passages, key=_Passage.worth, default=_NOTHING)


def _lines(entries: Iterable[StoredEntry]) -> Iterator[str]:
    """The texts of a paper on a line each; what a section is called stands in no passage."""
    for entry in entries:
        for section in entry.sections:
            yield plain_text((section.text or section.lead)[:_MOST_TEXT])


def _keywords(paper: Paper) -> Iterator[str]:
    if paper.keywords:
        yield ", ".join(paper.keywords)


def _passage(line: str, terms: Terms, width: int) -> _Passage:
    matches = sorted(terms.matches(line))[:_MOST_MATCHES]
    room = width - 2 * len(_CUT)
    windows = (_from(line, matches, at, room) for at in range(len(matches)))
    return max(windows, key=_Passage.worth, default=_Passage(0, 0, line))


def _from(line: str, matches: Sequence[Match], at: int, room: int) -> _Passage:
    """The window that begins with one of the matches."""
    start, end, asked = matches[at]
    seen, matching = {asked}, cells(line[start:end])
    for match in matches[at + 1 :]:
        if match.end - start > room:
            break
        if match.asked not in seen and cells(line[start : match.end]) <= room:
            seen.add(match.asked)
            matching += cells(line[max(match.start, end) : match.end])
            end = max(end, match.end)
    return _Passage(len(seen), matching - cells(line[start:end]), line, start, end)


def _shown(passage: _Passage, width: int) -> str:
    """The window with what is around it, opened at a word."""
    line, first, last = passage.line, passage.first, passage.last
    if len(line) <= width and cells(line) <= width:
        return line
    spare = width - 2 * len(_CUT) - cells(line[first:last])
    behind = cells(line[last : last + width])
    before = min(spare, max(width // 5, spare - behind))
    start = first - _fitting(line[max(0, first - width) : first][::-1], before)
    if start:
        start = _opened(line, start, first)
    head = _CUT if start else ""
    return head + _opening(line[start:], width - len(head), last - start)


def _opened(line: str, start: int, first: int) -> int:
    """The first beginning of a word from `start` on, at most where the window begins."""
    space = line.find(" ", start - 1, first)
    if space >= 0:
        return space + 1
    return next((at + 1 for at in range(start - 1, first) if not line[at].isalnum()), start)


def _opening(text: str, width: int, needed: int) -> str:
    """As much of a text as there is room for, whole words where that costs little."""
    if len(text) <= width and cells(text) <= width:
        return text
    end = _fitting(text, width - len(_CUT))
    space = text.rfind(" ", max(needed, end - max(_SHORT_WORD, width // 8)), end + 1)
    return text[: space if space >= 0 else end] + _CUT


def _fitting(text: str, width: int) -> int:
    """How many characters there is room for."""
    if text.isascii():
        return max(0, min(len(text), width))
    used = accumulate(map(cells, text[: max(0, width)]))
    return sum(1 for cell in used if cell <= width)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes, nearly."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
