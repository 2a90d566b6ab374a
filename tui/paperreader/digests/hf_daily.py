"""hf-daily: the JSON of the Hugging Face Daily Papers API, `/api/daily_papers?date=`.

Read are its answers of all years (https://huggingface.co/docs/hub/api), alone, inside an object
that says a status, and archived with each paper as a printed Python dict.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from typing import TYPE_CHECKING, Any

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.collector import Collector
from paperreader.digests.dates import period_in, period_of_name
from paperreader.digests.labels import section
from paperreader.digests.links import kind_of, merged
from paperreader.digests.model import Digest, Family, Link, LinkKind, Section
from paperreader.digests.text import clean, has_words, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_JSON = re.compile(r'\s*+(?:\{\s*+["}]|\[\s*+[\[{"\]])')
_PLACE = re.compile(r"""["']id["']\s{0,9}:\s{0,9}["']([^"'\s]{1,40}+)["']""")
_DAYS = ("submittedOnDailyAt", "publishedAt")
_ADDRESSES = (
    ("githubRepo", LinkKind.CODE),
    ("projectPage", LinkKind.PROJECT),
    ("thumbnail", LinkKind.IMAGE),
)
_TEXTS = (("ai_summary", "Summary"), ("summary", "Abstract"))
_ERRORS = ("error", "message", "detail", "status")
_LONGEST_PRINTED = 500_000
_DEEPEST = 4
_PROSE_WORDS = 4


def recognise(text: str) -> bool:
    """Whether it starts as JSON does and Markdown doesn't."""
    return _JSON.match(text) is not None


def read(text: str, name: str) -> Digest:
    """The digest; each paper of the answer is an entry."""
    collector = Collector(name, Family.HF_DAILY, period=period_of_name(name))
    try:
        answer = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        collector.problem(line, "not valid JSON: the file is cut short or holds something else")
        return collector.digest()
    papers = _papers(answer)
    if papers is None:
        collector.problem(1, _complaint(answer))
    lines = _lines(text)
    strange = sum(not _add(collector, _as_mapping(paper), lines) for paper in papers or ())
    if strange:
        collector.problem(1, f"{strange} of {len(papers or ())} in the list: no paper with a title")
    return collector.digest()


def _papers(answer: object, depth: int = 0) -> list[Any] | None:
    """The list of papers in an answer; None where there is none."""
    if isinstance(answer, list):
        return answer if depth == 0 or any(isinstance(each, dict) for each in answer) else None
    if not isinstance(answer, dict) or depth > _DEEPEST:
        return None
    if "title" in answer or isinstance(answer.get("paper"), dict):
        return [answer]
    inner = (_papers(value, depth + 1) for value in answer.values())
    return next((papers for papers in inner if papers is not None), None)


def _complaint(answer: object) -> str:
    said = answer if isinstance(answer, dict) else {}
    words = [one_line(clean(str(said[key])))[:200] for key in _ERRORS if said.get(key)]
    if words:
        return f"no papers: the API answered {' - '.join(words)}"
    return "no papers found: JSON, but not an answer of the Daily Papers API"


def _lines(text: str) -> dict[str, int]:
    """The line (1-based) on which each id stands first."""
    lines: dict[str, int] = {}
    line, before = 1, 0
    for match in _PLACE.finditer(text):
        line, before = line + text.count("\n", before, match.start()), match.start()
        lines.setdefault(match[1], line)
    return lines


def _as_mapping(paper: object) -> Mapping[str, Any]:
    if isinstance(paper, str) and paper.startswith("{") and len(paper) <= _LONGEST_PRINTED:
        paper = _printed(paper)
    return paper if isinstance(paper, dict) else {}


def _printed(text: str) -> object:
    """The value that Python printed as this text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes that Python never prints
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
            return None


def _add(collector: Collector, item: Mapping[str, Any], lines: Mapping[str, int]) -> bool:
    inner = item.get("paper")
    paper = inner if isinstance(inner, dict) else item
    title = plain(_string(paper, "title") or _string(item, "title"))
    if not title:
        return False
    identifier = bare_arxiv_id(_string(paper, "id"))
    days = (period_in(_string(each, key)[:10]) for key in _DAYS for each in (item, paper))
    collector.add(
        title,
        lines.get(_string(paper, "id"), 1),
        sections=_sections(item, paper),
        identifier=identifier,
        authors=_authors(paper.get("authors")),
        votes=_count(paper.get("upvotes")),
        keywords=_keywords(paper.get("ai_keywords")),
        links=_links(item, paper, identifier),
        period=collector.period or next(filter(None, days), None),
    )
    return True


def _string(of: Mapping[str, Any], key: str) -> str:
    value = of.get(key)
    return clean(value) if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else None


def _authors(value: object) -> tuple[str, ...]:
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


def _keywords(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else []
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
        media = each.get("mediaUrls")
        urls = media if isinstance(media, list) else []
        links += [_medium(clean(url)) for url in urls if isinstance(url, str)]
    return merged(link for link in links if link.url.startswith("http"))


def _medium(url: str) -> Link:
    is_video = kind_of(url) is LinkKind.VIDEO
    return Link(LinkKind.VIDEO if is_video else LinkKind.IMAGE, url)


def _sections(item: Mapping[str, Any], paper: Mapping[str, Any]) -> tuple[Section, ...]:
    parts = [Section(label, _paragraphs(_string(paper, key))) for key, label in _TEXTS]
    told = {"title", *(key for key, _ in _TEXTS)}
    for each in (paper, item):
        parts += [
            section(_words(key), _paragraphs(text), f"{_words(key)}:")
            for key, text in _prose(each)
            if key not in told
        ]
    parts.append(Section("", "", _submitter(item)))
    return tuple(part for part in parts if part.text or part.lead)


def _prose(of: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts that say something: not the ids, days and addresses."""
    for key in of:
        text = _string(of, key)
        if len(text.split(maxsplit=_PROSE_WORDS)) >= _PROSE_WORDS and has_words(text):
            yield key, text


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
