"""Where the words of a query stand in any text, and the passage that shows them best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from paperreader.search.analysis import STOP_WORDS, Token, phrase, runs, stem, tokens, units
from paperreader.search.nodes import Phrase, Word
from paperreader.search.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paperreader.library.model import Paper
    from paperreader.search.analysis import Sequence, Unit

Span = tuple[int, int]

# So many letters have to be there before a beginning is lit up in running text.
_LIT_PREFIX = 2


@dataclass(frozen=True, slots=True)
class Terms:
    """What a query looks for, to be found again in any text."""

    sequences: tuple[Sequence, ...] = ()
    beginnings: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()

    @classmethod
    def of(cls, parts: Iterable[Word | Phrase], alike: Iterable[str] = ()) -> Terms:
        """The terms of words and phrases, and those that the index has for misspelt ones."""
        sequences: dict[Sequence, None] = {}
        beginnings: dict[str, None] = {}
        for part in parts:
            if isinstance(part, Phrase):
                if whole := phrase(part.text):
                    sequences[_stemmed(whole)] = None
                continue
            for unit in _telling(part):
                sequences.update((_stemmed(form), None) for form in unit.forms)
                if part.is_last and (len(unit.letters) >= _LIT_PREFIX) is not unit.is_cjk:
                    beginnings[unit.letters] = None
        return cls(tuple(sequences), tuple(beginnings), frozenset(alike))

    def spans(self, text: str) -> list[Span]:
        """The characters that match, as ordered spans that don't overlap."""
        if not (self.sequences or self.beginnings or self.stems):
            return []
        starts = self._starts(text)
        if not starts:
            return []
        is_long = any(len(sequence.words) > 1 for sequence in self.sequences)
        near = tokens(text) if is_long else starts
        places: dict[tuple[str, int], Token] = {(t.term, t.position): t for t in near}
        spans = [span for token in starts for span in self._starting(token, places)]
        return _merged(spans)

    def _starts(self, text: str) -> list[Token]:
        """Where a match may begin; told from the runs, as most of them match nothing."""
        first = self.stems.union(sequence.words[0] for sequence in self.sequences)
        stems, beginnings = self.stems, self.beginnings
        return [
            Token(term, position + place, at + start, at + end, word)
            for at, position, run in runs(text)
            for term, place, start, end, word in run.tokens
            if term in first or word in stems or word.startswith(beginnings)
        ]

    def _starting(self, token: Token, places: dict[tuple[str, int], Token]) -> Iterator[Span]:
        for sequence in self.sequences:
            if sequence.words[0] != token.term:
                continue
            at = zip(sequence.words, sequence.offsets, strict=True)
            members = [places.get((word, token.position + offset)) for word, offset in at]
            if all(members):
                ends = [member.end for member in members if member]
                yield token.start, max(ends)
        if token.term in self.stems or token.word in self.stems:
            yield token.start, token.end
        for letters in self.beginnings:
            if token.word.startswith(letters) and token.word not in STOP_WORDS:
                is_plain = token.end - token.start == len(token.word)
                yield token.start, token.start + len(letters) if is_plain else token.end


def _telling(word: Word) -> list[Unit]:
    return [unit for unit in units(word.text) if not unit.is_stop]


def _stemmed(sequence: Sequence) -> Sequence:
    return sequence._replace(words=tuple(stem(word) for word in sequence.words))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


_MARKDOWN = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|<[^>]{1,200}>|[*`#>|~]+|__+|^\s*[-+]\s+", re.MULTILINE
)
_SPACE = re.compile(r"\s+")
_MOST_TEXT = 20_000  # characters of a section in which a passage is looked for
_CUT = "…"
_NOTED = "Note: "


# The papers seen first are often the same ones at the next letter.
@lru_cache(1 << 10)
def plain_text(markdown: str) -> str:
    """A text without the signs of Markdown, on one line."""
    bare = _MARKDOWN.sub(lambda match: match[1] or " ", markdown)
    return _SPACE.sub(" ", bare).strip()


def snippet(paper: Paper, terms: Terms, width: int) -> str:
    """The best passage of a paper, plain text of at most `width` characters; may be empty.

    What the reader wrote about it goes before what others did.
    """
    if noted := _from_note(paper.row.marks.note or "", terms, width):
        return noted
    best, best_count = "", 0
    for text in texts_of(paper):
        line = plain_text(text[:_MOST_TEXT])
        passage, count = _passage(line, terms.spans(line), width)
        if count > best_count or not best:
            best, best_count = passage, count
    return best


def _from_note(note: str, terms: Terms, width: int) -> str:
    """The passage of a note that has the words; empty where it has none."""
    line = plain_text(note[:_MOST_TEXT])
    passage, count = _passage(line, terms.spans(line), max(0, width - len(_NOTED)))
    return _NOTED + passage if count else ""


def _passage(line: str, spans: list[Span], width: int) -> tuple[str, int]:
    """The window with most different matches, opened at a word, and how many it shows."""
    if len(line) <= width or not spans:
        return _cut(line, 0, width), _variety(line, spans)
    windows = ((_variety(line, _within(spans, at, width)), -at) for at, _ in spans)
    count, negative_start = max(windows)
    return _cut(line, max(0, -negative_start - width // 5), width), count


def _within(spans: list[Span], start: int, width: int) -> list[Span]:
    room = width * 4 // 5
    return [span for span in spans if start <= span[0] and span[1] <= start + room]


def _variety(line: str, spans: list[Span]) -> int:
    return len({line[start:end].casefold() for start, end in spans})


def _cut(line: str, start: int, width: int) -> str:
    if start:
        space = line.find(" ", start - 1, start + 20)
        start = space + 1 if space >= 0 else start
    head = _CUT if start else ""
    rest = line[start:]
    if len(head) + len(rest) <= width:
        return head + rest
    kept = rest[: max(0, width - len(head) - len(_CUT))]
    words = kept.rsplit(" ", 1)[0] if " " in kept[len(kept) // 2 :] else kept
    return f"{head}{words}{_CUT}"[:width]
