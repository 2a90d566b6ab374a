"""weekly-notes: topics with papers under them, each described in labelled bullets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.collector import Collector
from paperreader.digests.daily_sections import linked_title
from paperreader.digests.entry_body import body_of
from paperreader.digests.labels import KEYPOINTS, harmonised, label_of
from paperreader.digests.links import is_generic, links_in, merged
from paperreader.digests.model import Digest, Family
from paperreader.digests.outline import parts_of
from paperreader.digests.text import has_words, plain, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.digests.model import Link
    from paperreader.digests.outline import Part

_TITLE = re.compile(r"^[ ]{0,3}#{2,6}[ ]", re.MULTILINE)
_BULLET = re.compile(
    r"^[ ]*+[-*+][ ]++(?:`|\*\*)?(?:keypoints?|key points?|key takeaways?|objective)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY_LEVEL = 3
_CONTENTS = frozenset(("contents", "table of contents", "toc", "paper list", "paper lists"))
_FIRST_TAG = re.compile(r"`\[|\\\[|\[\[|\[(?:paper|pdf|arxiv|code)\]\(", re.IGNORECASE)
_TAGS = re.compile(
    r"(?:\s|`[^`]{1,60}+`|\\?\[|\\?\]|[^\[\]\s`\\]{1,60}+(?=\\?\])|\(https?://[^()]{1,1500}+\))++"
)


def recognise(text: str) -> bool:
    """Whether there are titles and the bullets that describe them."""
    return bool(_TITLE.search(text) and _BULLET.search(text))


def read(text: str, name: str) -> Digest:
    """The digest; headings of one level are papers, those above them their topics."""
    collector = Collector(name, Family.WEEKLY_NOTES)
    parts = list(parts_of(text.split("\n")))
    level = _level_of_papers(parts)
    for part in parts:
        if _is_paper(part, level):
            _add(collector, part)
            continue
        if part.level:
            collector.open(part.heading)
        collector.aside("\n".join(part.body).strip("\n"))
    _part_shared_identifiers(collector)
    return collector.digest()


def _level_of_papers(parts: Iterable[Part]) -> int:
    """The level of most headings that are described: the third, or below it under months."""
    levels = Counter(part.level for part in parts if _is_described(part))
    return levels.most_common(1)[0][0] if levels else _ENTRY_LEVEL


def _is_paper(part: Part, level: int) -> bool:
    if not has_words(part.heading) or title_key(part.heading) in _CONTENTS:
        return False
    return part.level == level or _is_described(part)


def _is_described(part: Part) -> bool:
    labels = filter(None, map(label_of, part.body))
    return part.level > 0 and any(harmonised(label.words) == KEYPOINTS for label in labels)


def _add(collector: Collector, part: Part) -> None:
    title, rest = _title(part.heading)
    body = body_of([rest, *part.body] if rest else part.body, keeps_pictures=True)
    own = links_in(part.heading)
    links = merged((*own, *body.links))
    collector.add(
        title,
        part.line,
        sections=body.sections,
        identifier=_identifier((*own, *_leading(part.body))),
        authors=body.authors,
        votes=body.votes,
        keywords=body.keywords,
        links=links,
    )


def _title(heading: str) -> tuple[str, str]:
    """The title, and the tags and links that stand after it: `[SD]` \\[[paper](address)\\]."""
    if heading.startswith("["):
        return linked_title(heading)
    first = _FIRST_TAG.search(heading)
    if not first or not first.start() or not _TAGS.fullmatch(heading, first.start()):
        return linked_title(heading)
    return plain(heading[: first.start()]), heading[first.start() :]


def _leading(lines: Iterable[str]) -> tuple[Link, ...]:
    """The links above the first label, which are the paper's own."""
    above = []
    for line in lines:
        if label_of(line):
            break
        above.append(line)
    return links_in("\n".join(above))


def _identifier(links: Iterable[Link]) -> str | None:
    found = (bare_arxiv_id(link.url) for link in links if is_generic(link.label))
    return next(filter(None, found), None)


def _part_shared_identifiers(collector: Collector) -> None:
    """One address copied to two titles would make one paper of two: neither keeps it."""
    titles = defaultdict(set)
    for entry in collector.entries:
        titles[entry.identifier].add(title_key(entry.title))
    for place, entry in enumerate(collector.entries):
        if entry.identifier and len(titles[entry.identifier]) > 1:
            what = (
                f"arXiv {entry.identifier} is given to several titles: it is not used to join them"
            )
            collector.problem(entry.line, what)
            collector.entries[place] = entry._replace(identifier=None)
