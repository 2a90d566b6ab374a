"""daily-sections: `## Daily Papers (2024-12-05)`, then `### [title](address)` for each paper."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.blocks import Block, Kind
from paperreader.digests.collector import Collector
from paperreader.digests.entry_body import body_of
from paperreader.digests.labels import FIELDS, harmonised, label_of
from paperreader.digests.links import is_generic, links_in, merged
from paperreader.digests.model import Digest, Family
from paperreader.digests.naming import Name, name_of
from paperreader.digests.outline import parts_of
from paperreader.digests.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paperreader.digests.outline import Part

_DAY = re.compile(r"^[ ]{0,3}#{1,6}[ ]+daily papers[ ]*+\(", re.IGNORECASE | re.MULTILINE)
_TITLE = re.compile(r"^[ ]{0,3}#{2,4}[ ]+\[[^\n]{1,500}\]\(https?://", re.MULTILINE)
_VOTE = re.compile(r"^(?:\*\*)?(?:up)?votes?(?:\*\*)?[ ]{0,3}:", re.IGNORECASE | re.MULTILINE)
_ENTRY_LEVEL = 3
_LONGEST_NAMING = 80  # letters of a line that is only the identifier


def recognise(text: str) -> bool:
    """Whether a heading names the day, or linked titles are voted on."""
    return bool(_TITLE.search(text) and (_DAY.search(text) or _VOTE.search(text)))


def read(text: str, name: str) -> Digest:
    """The digest; each heading that has a paper's address, or is on their level, is an entry."""
    collector = Collector(name, Family.DAILY_SECTIONS)
    parts = list(parts_of(text.split("\n")))
    level = _level_of_papers(parts)
    for part in _whole(parts, level):
        if part.level == level or _is_linked(part):
            _add(collector, part)
            continue
        if part.level:
            collector.open(part.heading, is_topic=part.level > 1)
        collector.aside("\n".join(part.body).strip("\n"))
    return collector.digest()


def _is_linked(part: Part) -> bool:
    return part.level > 1 and bare_arxiv_id(part.heading) is not None


def _level_of_papers(parts: Iterable[Part]) -> int:
    levels = Counter(part.level for part in parts if _is_linked(part))
    return max(_ENTRY_LEVEL, levels.most_common(1)[0][0] if levels else _ENTRY_LEVEL)


def _whole(parts: Iterable[Part], level: int) -> Iterator[Part]:
    """The parts; headings deeper than those of papers are text of the part that they are in."""
    whole: Part | None = None
    body: list[str] = []
    for part in parts:
        if whole and part.level > level and not _is_linked(part):
            is_label = harmonised(part.heading) is not None
            heading = f"**{part.heading}**" if is_label else f"{'#' * part.level} {part.heading}"
            body += [heading, *part.body]
            continue
        if whole:
            yield replace(whole, body=tuple(body))
        whole, body = part, list(part.body)
    if whole:
        yield replace(whole, body=tuple(body))


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
        identifier=_identifier_in(part.heading) or identifier_above(part.body),
        authors=body.authors,
        votes=body.votes,
        keywords=body.keywords,
        links=merged((*links_in(part.heading.replace(title, "")), *body.links)),
    )


def linked_title(heading: str) -> tuple[str, str]:
    """The title of a heading that is a link, and what stands after it; brackets may be in it."""
    middle = heading.find("](http") if heading.startswith("[") else -1
    depths = accumulate((char == "[") - (char == "]") for char in heading[: max(middle, 0)])
    if middle < 0 or not all(depths):
        name = _named(heading)
        return (name.title, name.rest) if name and name.title else (plain(heading), "")
    end = heading.find(")", middle)
    rest = heading[end + 1 :] if end >= 0 else ""
    return plain(heading[1:middle]), rest.strip()


def _named(heading: str) -> Name | None:
    return name_of(Block(Kind.HEADING, 1, 1, [heading], heading))


def _identifier_in(heading: str) -> str | None:
    name = None if bare_arxiv_id(heading) else _named(heading)
    return name.identifier if name else bare_arxiv_id(heading)


def identifier_above(lines: Iterable[str]) -> str | None:
    """The identifier in the links above the first label of a text, which are the paper's own."""
    above = []
    for line in lines:
        label = label_of(line)
        if label and not bare_arxiv_id(line) and harmonised(label.words) not in FIELDS:
            break
        above.append(line)
    links = (link.url for link in links_in("\n".join(above)) if is_generic(link.label))
    named = (line for line in above if len(line) < _LONGEST_NAMING and "](" not in line)
    return next(filter(None, map(bare_arxiv_id, (*links, *named))), None)
