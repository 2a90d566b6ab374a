"""What a digest says, as plain immutable data."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How exactly a digest says when it is from."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Family(StrEnum):
    """The shapes of digest that are known; the value is the `family` of the JSON."""

    DAILY_TABLE = "daily-table"
    DAILY_SECTIONS = "daily-sections"
    WEEKLY_NOTES = "weekly-notes"
    HF_DAILY = "hf-daily"
    ANY_MARKDOWN = "any-markdown"


class LinkKind(StrEnum):
    """What a link of an entry leads to; the value is a key of `links` in the JSON."""

    ARXIV = "arxiv"
    PDF = "pdf"
    HUGGINGFACE = "huggingface"
    CODE = "code"
    PROJECT = "project"
    IMAGE = "image"
    VIDEO = "video"
    PAGE = "page"


class Period(NamedTuple):
    """A day, week or month: its first day and how exact that is."""

    first: date
    precision: Precision = Precision.DAY

    @property
    def name(self) -> str:
        """`2024-12-05`, `week of 2024-12-02` or `2024-12`."""
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.WEEK:
                return f"week of {self.first.isoformat()}"
            case Precision.MONTH:
                return self.first.isoformat()[:7]

    @property
    def last(self) -> date:
        """The last day of the period, inclusive."""
        match self.precision:
            case Precision.DAY:
                return self.first
            case Precision.WEEK:
                ordinal = min(self.first.toordinal() + 6, date.max.toordinal())
                return date.fromordinal(ordinal)
            case Precision.MONTH:
                days = calendar.monthrange(self.first.year, self.first.month)[1]
                return self.first.replace(day=1) + timedelta(days=days - 1)


class Link(NamedTuple):
    """An address that an entry gives; `label` is the text it stood under, often empty."""

    kind: LinkKind
    url: str
    label: str = ""


class Section(NamedTuple):
    """A part of a summary: Markdown `text` under a `label` (empty where the text has none).

    `lead` is what stood before the text and is folded away when it is shown: a machine's opening
    line, an enumerator, a label in the digest's own words where `label` is the harmonised one.
    `verbatim` is all of it. A section of a lead alone is an aside: it stood near the entry, and is
    about the digest rather than the paper.
    """

    label: str
    text: str
    lead: str = ""

    @property
    def is_aside(self) -> bool:
        """Whether it is about the digest rather than the paper."""
        return bool(self.lead) and not self.text

    @property
    def verbatim(self) -> str:
        """Lead and text together: everything that the digest said here."""
        return f"{self.lead} {self.text}".strip() if self.lead else self.text


class Entry(NamedTuple):
    """What one digest says of one paper.

    `identifier` is the bare arXiv id without version, `line` the 1-based line it starts on,
    `language` an ISO 639-1 code, `period` None where the text doesn't say.
    """

    title: str
    identifier: str | None = None
    authors: tuple[str, ...] = ()
    votes: int | None = None
    heading: str | None = None
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    language: str = "en"
    period: Period | None = None
    line: int = 1


class Problem(NamedTuple):
    """Trouble in a text: the 1-based line (0 for its name) and one sentence that says what."""

    line: int
    what: str


class Digest(NamedTuple):
    """One document, read. `period` is that of its first dated entry, None where nothing says."""

    name: str
    family: Family
    language: str = "en"
    period: Period | None = None
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
