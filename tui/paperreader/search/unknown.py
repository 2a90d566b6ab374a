"""What a query names that the library has under another name, or not at all."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from paperreader.library.filters import FromSource, InLanguage, Named, OnTopic, Tagged
from paperreader.library.views import Every, ViewKind
from paperreader.search.nodes import All, AnyOf, Holds, Without

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperreader.library import Library
    from paperreader.library.views import Condition
    from paperreader.search.nodes import Query, TextNode

_MOST = 6


def unknown_names(library: Library, asked: Query, *, as_you_type: bool = False) -> Iterator[str]:
    """A remark for each name that no paper has, with those there are.

    `as_you_type` leaves out names that may become known when more letters follow.
    """
    for condition in dict.fromkeys(_conditions(asked)):
        named = _named(library, condition)
        if named is None or library.count(condition).total:
            continue
        what, name, known, where = named
        if not (as_you_type and any(each.startswith(name.casefold()) for each in known)):
            yield f"no paper has the {what} {name!r}{_there_are(name, known, where)}"


def begun_tags(library: Library) -> set[str]:
    """The beginnings of the tags there are, without those that are tags themselves."""
    tags = _keys(library, ViewKind.TAG)
    return {tag[:length] for tag in tags for length in range(1, len(tag))}.difference(tags)


def _conditions(asked: Query) -> Iterator[Condition]:
    if isinstance(asked.where, Every):
        yield from asked.where.parts
    yield from _held(asked.text)


def _held(tree: TextNode | None) -> Iterator[Condition]:
    match tree:
        case Holds(condition):
            yield condition
        case Without(part):
            yield from _held(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _held(part)
        case _:
            return


def _named(library: Library, condition: Condition) -> tuple[str, str, Sequence[str], str] | None:
    """What is named, its name, the names there are and where they stand."""
    match condition:
        case OnTopic(name):
            return "topic", name, _keys(library, ViewKind.TOPIC), "the sidebar"
        case Tagged(name) if name:
            return "tag", name, _keys(library, ViewKind.TAG), "the sidebar"
        case Named(name):
            return "id", name, (), ""
        case FromSource(name):
            return "source", name, _keys(library, ViewKind.SOURCE), "the sidebar"
        case InLanguage(name):
            return "language", name, library.languages(), ""
        case _:
            return None


def _keys(library: Library, kind: ViewKind) -> list[str]:
    counts = library.counts()
    return sorted(view.key for view in counts if view.kind is kind and counts[view].total)


def _there_are(name: str, known: Sequence[str], where: str) -> str:
    if near := difflib.get_close_matches(name.casefold(), known, n=3):
        return f"; did you mean {' or '.join(near)}?"
    if not known:
        return ": there are none yet" if where else ""
    if len(known) <= _MOST:
        return f"; there are {', '.join(known)}"
    return f"; {where} has them all"
