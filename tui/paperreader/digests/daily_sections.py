"""daily-sections: `## Daily Papers (2024-12-05)`, then `### [title](address)` for each paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.collector import Collector
from paperreader.digests.entry_body import body_of
from paperreader.digests.links import links_in, merged
from paperreader.digests.model import Digest, Family
from paperreader.digests.outline import parts_of
from paperreader.digests.text import plain

if TYPE_CHECKING:
    from paperreader.digests.outline import Part

_DAY = re.compile(r"^[ ]{0,3}#{1,6}[ ]+daily papers[ ]*+\(", re.IGNORECASE | re.MULTILINE)
_TITLE = re.compile(r"^[ ]{0,3}#{2,4}[ ]+\[[^\n]{1,500}\]\(https?://", re.MULTILINE)
_VOTE = re.compile(r"^(?:\*\*)?(?:up)?votes?(?:\*\*)?[ ]{0,3}:", re.IGNORECASE | re.MULTILINE)
_ENTRY_LEVEL = 3


def recognise(text: str) -> bool:
    """Whether a heading names the day, or linked titles are voted on."""
    return bool(_TITLE.search(text) and (_DAY.search(text) or _VOTE.search(text)))


def read(text: str, name: str) -> Digest:
    """The digest; each heading that is a link, or of the third level, is an entry."""
    collector = Collector(name, Family.DAILY_SECTIONS)
    for part in parts_of(text.split("\n")):
        if part.level >= _ENTRY_LEVEL or _is_linked(part.heading):
            _add(collector, part)
            continue
        if part.level:
            collector.open(part.heading, is_topic=part.level > 1)
        collector.aside("\n".join(part.body).strip("\n"))
    return collector.digest()


def _is_linked(heading: str) -> bool:
    return heading.startswith("[") and bare_arxiv_id(heading) is not None


def _add(collector: Collector, part: Part) -> None:
    title, rest = linked_title(part.heading)
    if not title:
        collector.problem(
            part.line, "a heading without a title: its text is kept with the next paper"
        )
        collector.aside("\n".join((part.heading, *part.body)))
        return
    body = body_of([rest, *part.body] if rest else part.body, keeps_pictures=False)
    collector.add(
        title,
        part.line,
        sections=body.sections,
        identifier=bare_arxiv_id(part.heading),
        authors=body.authors,
        votes=body.votes,
        keywords=body.keywords,
        links=merged((*links_in(part.heading.replace(title, "")), *body.links)),
    )


def linked_title(heading: str) -> tuple[str, str]:
    """The title of a heading that is a link, and what stands after it; brackets may be in it."""
    middle = heading.find("](http") if heading.startswith("[") else -1
    if middle < 0:
        return plain(heading), ""
    end = heading.find(")", middle)
    rest = heading[end + 1 :] if end >= 0 else ""
    return plain(heading[1:middle]), rest.strip()
