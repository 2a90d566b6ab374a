"""The mails of arXiv: listings of papers between rules of two backslashes.

The form is that of https://info.arxiv.org/help/subscribe.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import BARE, bare_arxiv_id
from paperreader.digests.dates import period_in
from paperreader.digests.labels import section
from paperreader.digests.links import links_in
from paperreader.digests.model import Section
from paperreader.digests.people import authors_of
from paperreader.digests.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperreader.digests.collector import Collector
    from paperreader.digests.model import Digest

_RULE = "\\\\"
_START = re.compile(rf"^\\\\[ ]*\n(?:arXiv|Paper): ?({BARE})", re.MULTILINE)
_FIRST = re.compile(rf"(?:arXiv|Paper): ?({BARE})(.*)")
_FIELD = re.compile(r"([A-Z][A-Za-z-]{1,20}): ?(.*)")
_LINE = re.compile(r"[-%\\= ]{0,200}")
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,500}\)")


def recognise(text: str) -> bool:
    """Whether a rule stands over the identifier of a paper."""
    return _START.search(text) is not None


def read(text: str, collector: Collector) -> Digest:
    """The digest; what stands between two such rules and the next is a paper."""
    lines = text.split("\n")
    starts = [
        number
        for number in range(len(lines) - 1)
        if lines[number].rstrip() == _RULE and _FIRST.match(lines[number + 1])
    ]
    collector.aside(_without_rules(lines[: starts[0]]))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        _add(collector, lines[start + 1 : end], start + 2)
    return collector.digest()


def _add(collector: Collector, lines: Sequence[str], line: int) -> None:
    """A paper: fields up to the next rule, then its abstract up to one with its address."""
    rules = [number for number, each in enumerate(lines) if each.startswith(_RULE)]
    head = rules[0] if rules else len(lines)
    first = _FIRST.match(lines[0])
    fields = dict(_fields(lines[1:head]))
    title, authors = fields.pop("Title", ""), fields.pop("Authors", "") or fields.pop("Author", "")
    names = _IN_BRACKETS.sub("", _IN_BRACKETS.sub("", authors))
    parts = [
        section("Abstract", _without_rules(lines[head + 1 :])),
        *(section(key, value) for key, value in fields.items()),
        Section("", "", authors if names != authors else ""),
        Section("", first[2].strip() if first else ""),
    ]
    collector.add(
        one_line(title),
        line,
        sections=tuple(part for part in parts if part.text or part.lead),
        identifier=bare_arxiv_id(first[1]) if first else None,
        authors=authors_of(names),
        links=links_in("\n".join(lines)),
        period=period_in(fields.get("Date", "")),
    )


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The fields of a head with their lines put together; those that are further in go on."""
    key, value = "", ""
    for line in lines:
        field = _FIELD.fullmatch(line)
        if not field and line.startswith(" "):
            value += f" {line.strip()}"
            continue
        if key:
            yield key, one_line(value)
        key, value = (field[1], field[2]) if field else ("Note", line)
    if key:
        yield key, one_line(value)


def _without_rules(lines: Sequence[str]) -> str:
    kept = (line.removeprefix(_RULE) for line in lines if not _LINE.fullmatch(line))
    return "\n".join(kept).strip()
