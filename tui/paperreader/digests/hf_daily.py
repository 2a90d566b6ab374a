"""hf-daily: the JSON of the Hugging Face Daily Papers API, `/api/daily_papers?date=`.

Read are its answers of all years (https://huggingface.co/docs/hub/api), alone, inside an object
that says a status, one paper a line, by day or id, and archived with each paper as a printed Python
dict or as Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from paperreader.digests import any_markdown
from paperreader.digests.collector import Collector
from paperreader.digests.dates import period_in, period_of_name
from paperreader.digests.hf_answer import (
    TITLES,
    as_mapping,
    complaint,
    identifier_of,
    loaded,
    markdown_in,
    papers_in,
)
from paperreader.digests.labels import section
from paperreader.digests.language import language_of
from paperreader.digests.links import kind_of, merged
from paperreader.digests.model import Digest, Family, Link, LinkKind, Period, Precision, Section
from paperreader.digests.people import authors_of, votes_of
from paperreader.digests.text import clean, has_words, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_JSON = re.compile(r'\s*+(?:\{\s*+["}]|\[\s*+[\[{"\]])')
_PLACE = re.compile(r"""["']id["']\s{0,9}:\s{0,9}["']([^"'\s]{1,40}+)["']""")
_ADDRESS = re.compile(r"https?://\S{1,2000}+")
_DAYS = ("submittedOnDailyAt", "date", "publishedAt")
_VOTES = ("upvotes", "votes", "num_upvotes", "upvote", "likes")
_KEYWORDS = ("ai_keywords", "keywords")
_AUTHORS = ("authors", "author")
_APART = ("paper", "submittedBy", "submittedOnDailyBy", "authors", "author", "mediaUrls")
_ADDRESSES = (
    ("githubRepo", LinkKind.CODE),
    ("projectPage", LinkKind.PROJECT),
    ("thumbnail", LinkKind.IMAGE),
)
_TEXTS = (("ai_summary", "Summary"), ("summary", "Abstract"))
_PROSE_WORDS = 4
_DEEPEST = 3


def recognise(text: str) -> bool:
    """Whether it starts as JSON does and Markdown doesn't."""
    return _JSON.match(text) is not None


def read(text: str, name: str) -> Digest:
    """The digest; each paper of the answer is an entry."""
    collector = Collector(name, Family.HF_DAILY, period=period_of_name(name))
    try:
        answer = loaded(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        collector.problem(line, "not valid JSON: the file is cut short or holds something else")
        return collector.digest()
    papers = papers_in(answer)
    if papers is None:
        collector.problem(1, complaint(answer))
    if texts := tuple(markdown_in(papers)):
        return _of_markdown(texts, name)
    lines = _lines(text)
    strange = sum(not _add(collector, as_mapping(paper), lines) for paper in papers or ())
    if strange:
        collector.problem(1, f"{strange} of {len(papers or ())} in the list: no paper with a title")
    return collector.digest()


def _of_markdown(texts: Iterable[str], name: str) -> Digest:
    """A digest whose JSON is Markdown in strings, which have no lines of their own in the file."""
    digest = any_markdown.read(clean("\n\n".join(texts)), name)
    entries = tuple(entry._replace(line=1) for entry in digest.entries)
    problems = tuple(problem._replace(line=1) for problem in digest.problems)
    return digest._replace(family=Family.HF_DAILY, entries=entries, problems=problems)


def _lines(text: str) -> dict[str, int]:
    """The line (1-based) on which each id stands first."""
    lines: dict[str, int] = {}
    line, before = 1, 0
    for match in _PLACE.finditer(text):
        line, before = line + text.count("\n", before, match.start()), match.start()
        lines.setdefault(match[1], line)
    return lines


def _add(collector: Collector, item: Mapping[str, Any], lines: Mapping[str, int]) -> bool:
    inner = item.get("paper")
    paper = inner if isinstance(inner, dict) else item
    titles = (_string(each, key) for key in TITLES for each in (paper, item))
    title, identifier = plain(next(filter(None, titles), "")), identifier_of(paper)
    if not title and not identifier:
        return False
    collector.add(
        title,
        lines.get(_string(paper, "id"), 1),
        sections=_sections(item, paper),
        identifier=identifier,
        authors=next((_authors(paper[key]) for key in _AUTHORS if key in paper), ()),
        votes=next((_count(paper[key]) for key in _VOTES if key in paper), None),
        keywords=_keywords([each.get(key) for key in _KEYWORDS for each in (paper, item)]),
        links=_links(item, paper, identifier),
        period=_period(collector.period, item, paper),
    )
    return True


def _period(
    named: Period | None, item: Mapping[str, Any], paper: Mapping[str, Any]
) -> Period | None:
    """The day in the file's name, else that of the paper, else what the name says."""
    if named and named.precision is Precision.DAY:
        return named
    days = (period_in(_string(each, key)[:10]) for key in _DAYS for each in (item, paper))
    return next(filter(None, days), named)


def _string(of: Mapping[str, Any], key: str) -> str:
    value = of.get(key)
    return clean(value) if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    if isinstance(value, str):
        value = votes_of(value[:40])
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else None


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return authors_of(clean(value))
    people = value if isinstance(value, list) else []
    names = (each if isinstance(each, str) else _name(each) for each in people)
    return tuple(dict.fromkeys(name for name in map(_one_line, names) if name))


def _name(person: object) -> str:
    if not isinstance(person, dict):
        return ""
    names = (_string(person, key) for key in ("name", "fullname", "user"))
    return next(filter(None, names), "") or _name(person.get("user"))


def _one_line(text: str) -> str:
    return one_line(clean(text))


def _keywords(lists: Iterable[object]) -> tuple[str, ...]:
    words = (word for each in lists if isinstance(each, list) for word in each)
    return tuple(dict.fromkeys(_one_line(word) for word in words if isinstance(word, str)))


def _links(
    item: Mapping[str, Any], paper: Mapping[str, Any], identifier: str | None
) -> tuple[Link, ...]:
    links = []
    if identifier:
        page = f"https://huggingface.co/papers/{identifier}"
        links.append(Link(LinkKind.HUGGINGFACE, page))
    for each in (paper, item):
        links += [Link(kind, _string(each, key)) for key, kind in _ADDRESSES]
        links += [Link(kind_of(url, key), url) for key in each if (url := _string(each, key))]
        media = each.get("mediaUrls")
        urls = media if isinstance(media, list) else []
        links += [_medium(clean(url)) for url in urls if isinstance(url, str)]
    return merged(link for link in links if _ADDRESS.fullmatch(link.url))


def _medium(url: str) -> Link:
    is_video = kind_of(url) is LinkKind.VIDEO
    return Link(LinkKind.VIDEO if is_video else LinkKind.IMAGE, url)


def _sections(item: Mapping[str, Any], paper: Mapping[str, Any]) -> tuple[Section, ...]:
    parts = [Section(label, _paragraphs(_string(paper, key))) for key, label in _TEXTS]
    told = {*TITLES, *_KEYWORDS, *(key for key, _ in _TEXTS)}
    for each in (paper,) if paper is item else (paper, item):
        parts += [
            section(_words(key), _paragraphs(text), f"{_words(key)}:")
            for key, text in _prose(each)
            if key not in told or (key in _KEYWORDS and isinstance(each.get(key), str))
        ]
    parts.append(Section("", "", _submitter(item)))
    return tuple(part for part in parts if part.text or part.lead)


def _prose(of: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[str, str]]:
    """The texts that say something, also in lists and inside: not the ids, days and addresses."""
    for key, value in of.items():
        if isinstance(value, dict) and depth < _DEEPEST and key not in _APART:
            yield from _prose(value, depth + 1)
        elif key not in _APART and _is_prose(text := _joined(value)):
            yield key, text


def _joined(value: object) -> str:
    if isinstance(value, list):
        value = "\n\n".join(each for each in value if isinstance(each, str))
    return clean(value) if isinstance(value, str) else ""


def _is_prose(text: str) -> bool:
    """Whether there are some words in it; not all scripts part them by spaces."""
    words = len(text.split(maxsplit=_PROSE_WORDS))
    is_long = words >= _PROSE_WORDS or (not text.isascii() and language_of(text) != "en")
    return is_long and has_words(text)


def _words(key: str) -> str:
    """`ai_summary` and `aiSummary` as words."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", clean(key)[:60])
    return spaced.capitalize()


def _paragraphs(text: str) -> str:
    return "\n\n".join(filter(None, map(one_line, text.split("\n\n"))))


def _submitter(item: Mapping[str, Any]) -> str:
    person = item.get("submittedBy") or item.get("submittedOnDailyBy")
    if not isinstance(person, dict):
        return ""
    names = (_one_line(_string(person, key)) for key in ("fullname", "name", "user"))
    told = list(dict.fromkeys(filter(None, names)))
    return f"Submitted by {', '.join(told)}" if told else ""
