"""Views, orders and conditions: which papers, as data that the library turns into SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from typing import TypeAlias

    from paperreader.library.filters import (
        AddedSince,
        FromSource,
        HasNote,
        InLanguage,
        Interest,
        Named,
        OnTopic,
        Tagged,
        Votes,
    )


class Mark(StrEnum):
    """The marks that a paper either has or has not."""

    READ = "read"
    BOOKMARKED = "bookmarked"
    QUEUED = "queued"


class ViewKind(StrEnum):
    """The sorts of place in the sidebar."""

    ALL = "all"
    UNREAD = "unread"
    BOOKMARKS = "bookmarks"
    QUEUE = "queue"
    NOTES = "notes"
    DATE = "date"
    TOPIC = "topic"
    TAG = "tag"
    SOURCE = "source"
    SAVED = "saved"


class View(NamedTuple):
    """A named place: its kind and, where there are several, which.

    The key of a date is `2024`, `2024-12` or `2024-12-05`; of a topic its slug; of a saved
    search its name.
    """

    kind: ViewKind
    key: str = ""


class Count(NamedTuple):
    """How many papers a view holds and how many of them are unread."""

    total: int
    unread: int


class Sort(StrEnum):
    """The orders of a list; newest and most first, the queue as the reader put it."""

    DATE = "date"
    VOTES = "votes"
    TITLE = "title"
    RELEVANCE = "relevance"
    ADDED = "added"
    QUEUE = "queue"


# Conditions: a filter as data; the library turns one into SQL. `filters.py` has those of queries.


@dataclass(frozen=True, slots=True)
class Every:
    """Every one of these holds; with none, always true."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these holds; with none, never."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """This does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Numbers:
    """The paper is one of these rows (what a text search found)."""

    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class During:
    """An entry's period lies in these days, inclusive; an open end is None."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class InView:
    """The paper stands in this view (not for saved searches: those are queries)."""

    view: View


@dataclass(frozen=True, slots=True)
class Has:
    """The reader set this mark."""

    mark: Mark


if TYPE_CHECKING:
    Condition: TypeAlias = (
        Every | Either | Not | Numbers | During | InView | Votes | InLanguage | OnTopic | Tagged
        | FromSource | Has | HasNote | Interest | AddedSince | Named
    )  # fmt: skip
