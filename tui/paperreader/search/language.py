"""The query language: any text becomes a tree, and what was not understood becomes a remark."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from paperreader.library.views import Either, Every
from paperreader.search.analysis import phrase, tokens
from paperreader.search.fields import (
    KNOWN,
    TEXT_FIELDS,
    awaited_by,
    is_field,
    may_become_clear,
    near_field,
    near_value,
    read_field,
)
from paperreader.search.lexer import Kind, Piece, pieces, rename_fields
from paperreader.search.nodes import (
    All,
    AnyOf,
    Holds,
    Identifier,
    Phrase,
    Query,
    TextNode,
    Without,
    Word,
    positive,
)

if TYPE_CHECKING:
    from collections.abc import Container

NOTHING_ASKED = "there is nothing to search for in that: these are all papers"
LONGEST_QUERY = 1000
MOST_PIECES = 64
MOST_WORDS = 16
DEEPEST = 16

_IDENTIFIER = re.compile(
    r"""slug:\S+
      | (?:https?://)?(?:[\w-]+\.)*(?:arxiv\.org|alphaxiv\.org|huggingface\.co)/\S*\d{4}\.\d{4,5}\S*
      | (?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_EVERYTHING = Holds(Every())
_NOTHING = Holds(Either())


def parse(query: str) -> Query:
    """Understand a query; every text is one, and nothing is raised."""
    typed = unicodedata.normalize("NFC", query[:LONGEST_QUERY])
    read = list(islice(pieces(typed), MOST_PIECES + 1))
    reader = _Reader(read[:MOST_PIECES])
    if len(query) > LONGEST_QUERY or len(read) > MOST_PIECES:
        reader.remark("that is long: only its beginning is searched")
    tree = reader.read()
    if tree is None and typed.strip():
        reader.remark(NOTHING_ASKED)
    where, rest = _apart(tree)
    text = _growing(rest)
    found = positive(text) if text else ()
    words = dict.fromkeys(part for part in found if isinstance(part, Word))
    return Query(where, text, tuple(words), tuple(reader.notes), reader.is_clear)


def without_unfinished(query: str, tags: Container[str] = ()) -> str:
    """The query without a value at its end that is understood when it is typed further.

    `tags` are beginnings of those there are: a tag has to be written out.
    """
    last = re.search(r"\S*\Z", query)
    start = last.start() if last else len(query)
    is_unfinished = any(
        _has_no_value(each)
        or may_become_clear(each.field, each.text)
        or (each.field == "tag" and each.text in tags)
        for each in pieces(query[start:])
    )
    return query[:start] if is_unfinished else query


def awaited(unfinished: str) -> tuple[str, ...]:
    """Remarks for the end of a query that is not searched for yet."""
    names = (each.field or each.text.lower().rstrip(":") for each in pieces(unfinished))
    return tuple(f"{name}: waits for {awaited_by(name)}" for name in names if is_field(name))


def with_known_fields(query: str) -> str | None:
    """The query with the fields and values that were probably meant; None where all are known."""
    meant = rename_fields(query, near_field, near_value)
    return meant if meant != query else None


def _has_no_value(piece: Piece) -> bool:
    return not piece.field and piece.text[-1:] == ":" and is_field(piece.text[:-1].lower())


@dataclass
class _Reader:
    """Reads pieces by recursive descent: OR binds weaker than standing side by side."""

    pieces: list[Piece]
    at: int = 0
    depth: int = 0
    is_negated: bool = False
    is_clear: bool = True
    notes: dict[str, None] = field(default_factory=dict)
    words: set[Word] = field(default_factory=set)

    def remark(self, note: str) -> None:
        self.notes[note] = None

    def read(self) -> TextNode | None:
        parts = []
        while self.at < len(self.pieces):
            parts.append(self._alternatives())
            self.at += 1  # a parenthesis that closes nothing
        return _all(parts)

    def _alternatives(self) -> TextNode | None:
        branches = [self._side_by_side()]
        while self._next_is(Kind.OR):
            self.at += 1
            branches.append(self._side_by_side())
        kept = tuple(branch for branch in branches if branch)
        return AnyOf(kept) if len(kept) > 1 else next(iter(kept), None)

    def _side_by_side(self) -> TextNode | None:
        parts = []
        while self.at < len(self.pieces) and not self._next_is(Kind.OR, Kind.CLOSE):
            piece = self.pieces[self.at]
            self.at += 1
            self.is_negated ^= piece.is_negative
            node = self._group() if piece.kind is Kind.OPEN else self._leaf(piece)
            self.is_negated ^= piece.is_negative
            parts.append(Without(node) if node and piece.is_negative else node)
        return _all(parts)

    def _group(self) -> TextNode | None:
        if self.depth >= DEEPEST:
            return None
        self.depth += 1
        inner = self._alternatives()
        self.depth -= 1
        if self._next_is(Kind.CLOSE):
            self.at += 1
        return inner

    def _next_is(self, *kinds: Kind) -> bool:
        return self.at < len(self.pieces) and self.pieces[self.at].kind in kinds

    def _leaf(self, piece: Piece) -> TextNode | None:
        if piece.kind is Kind.PHRASE:
            return self._field(piece) if piece.field else self._phrase(piece.text, "")
        whole = f"{piece.field}:{piece.text}" if piece.field else piece.text
        if _has_no_value(piece):
            self.remark(f"{piece.text} lacks what to look for: write it right after the colon")
            return None
        if _IDENTIFIER.fullmatch(whole):
            return Identifier(whole)
        return self._field(piece) if piece.field else self._word(piece, "")

    def _field(self, piece: Piece) -> TextNode | None:
        if name := TEXT_FIELDS.get(piece.field):
            is_phrase = piece.kind is Kind.PHRASE
            return self._phrase(piece.text, name) if is_phrase else self._word(piece, name)
        read = read_field(piece.field, piece.text.strip())
        if isinstance(read, str):
            self.remark(read)
            typed = f"{piece.field}:{piece.text}"
            return self._unclear(Phrase(typed), typed)
        if read is None:
            self.remark(f"{piece.field}: is no field, searched as words (fields: {KNOWN})")
            return self._word(replace(piece, text=f"{piece.field} {piece.text}"), "")
        return read

    def _unclear(self, words: TextNode | None, typed: str) -> TextNode | None:
        """What a filter that is not understood asks for: its words, so that it never widens."""
        self.is_clear = False
        if self.is_negated:
            return _EVERYTHING
        return words if phrase(typed) else _NOTHING

    def _phrase(self, text: str, name: str) -> TextNode | None:
        return Phrase(text, name) if any(tokens(text)) else None

    def _word(self, piece: Piece, name: str) -> TextNode | None:
        return _all([self._one_word(text, name, piece) for text in piece.text.split()])

    def _one_word(self, text: str, name: str, piece: Piece) -> TextNode | None:
        if not any(tokens(text)):
            return None  # signs: no paper is found by them
        word = Word(text, name)
        if piece.is_negative or word in self.words:
            return word
        if len(self.words) >= MOST_WORDS:
            self.remark(f"only the first {MOST_WORDS} words are searched")
            return None
        self.words.add(word)
        return word


def _all(parts: list[TextNode | None]) -> TextNode | None:
    flat: list[TextNode] = []
    for part in parts:
        if part:
            flat.extend(part.parts if isinstance(part, All) else (part,))
    kept = tuple(dict.fromkeys(flat))
    return All(kept) if len(kept) > 1 else next(iter(kept), None)


def _apart(tree: TextNode | None) -> tuple[Every | None, TextNode | None]:
    """The conditions that hold for the whole query, and the rest."""
    parts = tree.parts if isinstance(tree, All) else (tree,) if tree else ()
    conditions = tuple(part.condition for part in parts if isinstance(part, Holds))
    rest = _all([part for part in parts if not isinstance(part, Holds)])
    return Every(conditions) if conditions else None, rest


def _growing(tree: TextNode | None) -> TextNode | None:
    """The tree with its last word marked as one that may still be growing."""
    match tree:
        case Word():
            return replace(tree, is_last=True)
        case All(parts) | AnyOf(parts):
            last = _growing(parts[-1]) or parts[-1]
            return replace(tree, parts=(*parts[:-1], last))
        case _:
            return tree
