"""What the library keeps and answers, as plain immutable data.

Named tuples, not dataclasses: these are made a tenth as fast, and the start waits for them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from paperreader.digests.model import Precision

if TYPE_CHECKING:
    from datetime import date, datetime

    from paperreader.digests.model import Digest, Link, LinkKind, Period, Problem, Section
    from paperreader.topics import Evidence


class Document(NamedTuple):
    """A digest on its way into the library: where it came from, its text and what was read.

    `source` groups documents in the sidebar (a folder's name, a feed); `path` is for the user.
    """

    digest: Digest
    text: str
    path: str
    source: str


class ImportCount(NamedTuple):
    """What an import changed, in papers; `documents` counts those read, changed or not."""

    documents: int = 0
    entries: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0


class DocumentRow(NamedTuple):
    """A document that is in the library.

    `text_sha256` is that of its text, None when another version of the reader read it: it should
    be read again. `problems` are those that were found in it.
    """

    source: str
    name: str
    path: str
    family: str
    language: str
    entries: int
    added: datetime
    text_sha256: str | None
    problems: tuple[Problem, ...]


class Moment(NamedTuple):
    """A state of the library: what has a higher revision or number came later."""

    revision: int
    last_paper: int


class Changes(NamedTuple):
    """What the index has to catch up with: numbers of papers changed or new, and gone."""

    changed: tuple[int, ...]
    removed: tuple[int, ...]


class UnreadDays(NamedTuple):
    """How many unread papers there are of some days: their first, their last (inclusive).

    What is only known to be of a month is counted on its first day.
    """

    first: date
    last: date
    papers: int
    is_month: bool = False


class CatchUp(NamedTuple):
    """What there is to read after days away; a paper counts once, on its newest date.

    `days`, `weeks` (ISO, Monday to Sunday) and `months` are newest first and leave out those
    without unread papers; the months have what only digests of months told. `most_voted` has the
    numbers of the unread papers that others liked best.
    """

    days: tuple[UnreadDays, ...]
    weeks: tuple[UnreadDays, ...]
    months: tuple[UnreadDays, ...]
    most_voted: tuple[int, ...]


class Marks(NamedTuple):
    """What the reader did to a paper. `queued` is the place in the queue order, None when not."""

    read: bool = False
    bookmarked: bool = False
    queued: float | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    interest: int = 0


class PaperRow(NamedTuple):
    """One paper as the list shows it; `number` is its row in the library."""

    number: int
    id: str
    title: str
    authors: tuple[str, ...]
    first_date: date | None
    last_date: date | None
    votes: int | None
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    marks: Marks
    added: datetime
    last_precision: Precision = Precision.DAY

    @property
    def shown_date(self) -> str:
        """The last date as exact as its digest is: `2024-12-05`, of a month `2024-12`."""
        length = 7 if self.last_precision is Precision.MONTH else 10
        return self.last_date.isoformat()[:length] if self.last_date else ""


class StoredEntry(NamedTuple):
    """An entry together with the digest it stands in."""

    digest: str
    family: str
    language: str
    period: Period
    title: str
    authors: tuple[str, ...]
    votes: int | None
    heading: str | None
    links: tuple[Link, ...]
    sections: tuple[Section, ...]
    source: str
    path: str


class Paper(NamedTuple):
    """One work with all that its digests say, newest entry last."""

    row: PaperRow
    keywords: tuple[str, ...]
    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    entries: tuple[StoredEntry, ...]

    def link(self, kind: LinkKind) -> str | None:
        """The first address of this kind."""
        return next((link.url for link in self.links if link.kind is kind), None)


class Change(NamedTuple):
    """A change to the marks of a paper: field and new value.

    Fields: `read`, `bookmarked` (bool); `queued` (bool, or a place in the queue); `tag:NAME`
    (bool); `note` (str, or None to remove it); `interest` (-1, 0, 1).
    """

    field: str
    value: bool | float | int | str | None


class BatchKind(StrEnum):
    """What brought a batch about."""

    MARK = "mark"
    UNDO = "undo"
    REDO = "redo"
    MERGED = "merged"


class Batch(NamedTuple):
    """One action on the marks of one or many papers, as the history shows it.

    `what` is a short sentence such as `read: 34 papers`; of an undo or redo it is that of the
    action `of`. `size` papers were changed: by an undo those that were taken back, for a later
    mark of the same field stays. `papers` has their ids, in a history only the first of them.
    `is_undone` tells whether it was taken back later.
    """

    id: str
    at: datetime
    machine: str
    kind: BatchKind
    what: str
    size: int
    papers: tuple[str, ...]
    of: str | None = None
    is_undone: bool = False
