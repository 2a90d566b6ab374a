"""The pieces of a query as typed: words, quoted phrases, fields, OR and parentheses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Kind(StrEnum):
    """The sorts of piece."""

    WORD = "word"
    PHRASE = "phrase"
    OR = "or"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query; `is_negative` where a minus stands before it."""

    kind: Kind
    text: str = ""
    field: str = ""
    is_negative: bool = False


_FIELD = re.compile(r"([^\W\d_]{1,12}):(?=[^\s)])(?!//)")


_FIELD_VALUE = re.compile(_FIELD.pattern + r"([\w-]*)")


def rename_fields(
    query: str,
    better_name: Callable[[str], str | None],
    better_value: Callable[[str, str], str | None],
) -> str:
    """The query with other names and values for the fields for which these know one."""

    def better(found: re.Match[str]) -> str:
        name = better_name(found[1].lower()) or found[1]
        return f"{name}:{better_value(name.lower(), found[2]) or found[2]}"

    return _FIELD_VALUE.sub(better, query)


def pieces(query: str) -> Iterator[Piece]:
    """The pieces of a query; a quote that is not closed is passed over."""
    at = 0
    while at < len(query):
        if query[at].isspace():
            at += 1
            continue
        piece, at = _piece_at(query, at)
        if piece:
            yield piece


def _piece_at(query: str, at: int) -> tuple[Piece | None, int]:
    is_negative = query[at] == "-" and at + 1 < len(query) and not query[at + 1].isspace()
    at += is_negative
    if query[at] == "(":
        return Piece(Kind.OPEN, is_negative=is_negative), at + 1
    if query[at] == ")":
        return Piece(Kind.CLOSE), at + 1
    field = ""
    if match := _FIELD.match(query, at):
        field, at = match[1].lower(), match.end()
    if query[at] == '"':
        return _phrase_at(query, at, field, is_negative=is_negative)
    return _word_at(query, at, field, is_negative=is_negative)


def _phrase_at(query: str, at: int, field: str, *, is_negative: bool) -> tuple[Piece | None, int]:
    end = query.find('"', at + 1)
    if end < 0:
        if field and at + 1 < len(query) and not query[at + 1].isspace():
            return _word_at(query, at + 1, field, is_negative=is_negative)
        return None, at + 1
    return Piece(Kind.PHRASE, query[at + 1 : end], field, is_negative), end + 1


def _word_at(query: str, at: int, field: str, *, is_negative: bool) -> tuple[Piece | None, int]:
    end = _word_end(query, at)
    text = query[at:end]
    if not field and not is_negative and text in ("OR", "|", "||"):
        return Piece(Kind.OR), end
    return Piece(Kind.WORD, text, field, is_negative), max(end, at + 1)


def _word_end(query: str, at: int) -> int:
    """Where a word ends: at a space, a quote, or a parenthesis that it doesn't open itself."""
    depth = 0
    for index in range(at, len(query)):
        char = query[index]
        depth += char == "("
        if char.isspace() or char == '"' or (char == ")" and not depth):
            return index
        depth -= char == ")"
    return len(query)
