"""Gathers the entries of a document, so that no text between them is lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.dates import no_such_day_in, period_in, period_of_name
from paperreader.digests.language import language_of
from paperreader.digests.model import (
    Digest,
    Entry,
    Family,
    Link,
    LinkKind,
    Period,
    Problem,
    Section,
)
from paperreader.digests.text import has_words, plain

_STRUCTURE = re.compile(
    r"(?:daily papers|papers for)[\s(:]{0,5}[\d./-]{8,10}[)\s]{0,3}", re.IGNORECASE
)
_PREAMBLE_LINES = 60
_LONGEST_TITLE = 1000
_OWN = (LinkKind.ARXIV, LinkKind.PDF, LinkKind.HUGGINGFACE)


@dataclass(slots=True)
class Collector:
    """A document while it is read: the heading and period that hold now, and text to be placed.

    Text outside of entries is folded into the next entry, or the last one at the end.
    """

    name: str
    family: Family
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    heading: str | None = None
    period: Period | None = None
    _month: Period | None = None
    _unused: str | None = None
    _loose: list[str] = field(default_factory=list)
    _preamble: list[str] = field(default_factory=list)

    def open(self, heading: str, *, is_topic: bool = True) -> None:
        """A heading over entries: their period, or else (a topic) what they are about."""
        self._place_unused()
        self.heading = None
        period, wrong = period_in(heading), no_such_day_in(heading)
        if period or wrong:
            self.period = period
        if wrong and not period:  # the document may say the day otherwise, above or in its name
            self.period = wrong.month if self.entries else None
            self._month = self._month or wrong.month
        if _STRUCTURE.fullmatch(heading):
            self._unused = heading  # a day without papers; else the period says it all
        elif period or wrong or not is_topic:
            self.aside(heading)
        elif has_words(heading):
            self.heading = self._unused = plain(heading)

    def _place_unused(self) -> None:
        """Keep the words of a heading that no entry stands under."""
        if self._unused:
            self._loose.append(self._unused)
        self._unused = None

    def aside(self, text: str) -> None:
        """Text that belongs to no entry."""
        if has_words(text):
            self._place_unused()
            self._loose.append(text.rstrip())
            if not self.entries:
                self._preamble.append(text)

    def problem(self, line: int, what: str) -> None:
        """Trouble on a line (1-based)."""
        self.problems.append(Problem(line, what))

    def add(
        self,
        title: str,
        line: int,
        *,
        sections: tuple[Section, ...] = (),
        identifier: str | None = None,
        authors: tuple[str, ...] = (),
        votes: int | None = None,
        keywords: tuple[str, ...] = (),
        links: tuple[Link, ...] = (),
        period: Period | None = None,
    ) -> None:
        """An entry (line 1-based) under the heading and in the period that hold now."""
        if not has_words(title):
            self.problem(line, "a paper without a title")
            title = f"arXiv {identifier}" if identifier else title.strip() or "Untitled"
        elif len(title) > _LONGEST_TITLE:
            self.problem(line, f"a title of {len(title):,} characters: it is kept as text")
            sections = (Section("", title), *sections)
            title = f"{title[:_LONGEST_TITLE]}…"
        said = "\n".join(part.text for part in sections) or title
        self._unused = None
        self.entries.append(
            Entry(
                title, identifier, authors, votes, self.heading, keywords, _own(links, identifier),
                (*sections, *self._placed()), language_of(said), period or self.period, line,
            )
        )  # fmt: skip

    def _placed(self) -> tuple[Section, ...]:
        text = "\n".join(self._loose)
        self._loose.clear()
        return (Section("", "", text),) if text else ()

    def digest(self) -> Digest:
        """The document as it was read; entries without a period get that of the document."""
        self._place_unused()
        if not self.entries:
            return Digest(self.name, self.family, problems=tuple(self.problems))
        last = self.entries[-1]
        self.entries[-1] = last._replace(sections=(*last.sections, *self._placed()))
        period = self._preamble_period() or period_of_name(self.name) or self._month_of_no_day()
        entries = tuple(
            entry if entry.period else entry._replace(period=period) for entry in self.entries
        )
        language = Counter(entry.language for entry in entries).most_common(1)[0][0]
        first = next((entry.period for entry in entries if entry.period), None)
        return Digest(self.name, self.family, language, first, entries, tuple(self.problems))

    def _preamble_period(self) -> Period | None:
        periods = map(period_in, self._preamble_lines())
        return next(filter(None, periods), None)

    def _month_of_no_day(self) -> Period | None:
        """The month of the first day in headings or above the entries that does not exist."""
        wrong = (no_such_day_in(line) for line in self._preamble_lines())
        return self._month or next((each.month for each in wrong if each), None)

    def _preamble_lines(self) -> list[str]:
        lines = "\n".join(self._preamble).split("\n")[:_PREAMBLE_LINES]
        return [line for line in lines if "](" not in line and "http" not in line]


def _own(links: tuple[Link, ...], identifier: str | None) -> tuple[Link, ...]:
    """The links, those to other papers as plain pages."""
    return tuple(
        link._replace(kind=LinkKind.PAGE)
        if link.kind in _OWN and bare_arxiv_id(link.url) not in {None, identifier}
        else link
        for link in links
    )
