"""Fixtures of digests in every family, and how the text that is stored of one is compared."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from paperreader.digests import clean, read_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paperreader.digests.model import Digest, Entry

_HERE = Path(__file__).parent / "fixtures"
_WORD = re.compile(r"[^\W_]+")


@pytest.fixture
def digest_of() -> Callable[[str], Digest]:
    """The digest of a fixture by its file name."""
    return lambda name: read_digest((_HERE / name).read_text("utf-8"), name)


@pytest.fixture(scope="session")
def digest_text() -> Callable[[str], str]:
    """The text of a fixture by its file name."""
    return lambda name: (_HERE / name).read_text("utf-8")


def words(text: str) -> Counter[str]:
    """The runs of letters and digits of a text with their count."""
    return Counter(_WORD.findall(clean(text)))


def stored(digest: Digest) -> Counter[str]:
    """The words of everything that a digest's entries hold."""
    return sum((words(text) for entry in digest.entries for text in _texts(entry)), Counter())


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.heading or "", *entry.authors, *entry.keywords)
    yield from (str(entry.votes), str(entry.period.first if entry.period else ""))
    for link in entry.links:
        yield f"{link.label} {link.url}"
    for section in entry.sections:
        yield f"{section.label} {section.verbatim}"


@pytest.fixture(scope="session")
def lost_words() -> Callable[[str, str], Counter[str]]:
    """The words of a text that its digest lacks, by how many, without those of its layout."""
    return _lost


def _lost(text: str, name: str) -> Counter[str]:
    lost = words(_without_layout(clean(text)))
    lost.subtract(stored(read_digest(text, name)))
    return +lost


@pytest.fixture(scope="session")
def lost_words_of_answer() -> Callable[[str, str], Counter[str]]:
    """The words that an answer of the Daily Papers API says and its digest lacks."""
    return _lost_of_answer


def _lost_of_answer(text: str, name: str) -> Counter[str]:
    lost = sum((words(each) for item in json.loads(text) for each in _said(item)), Counter())
    lost.subtract(stored(read_digest(text, name)))
    return +lost


def _said(item: dict[str, Any] | str) -> Iterator[str]:
    """What an item says to people: its ids, times and the state of accounts are not of it."""
    if isinstance(item, str):  # as Python printed it
        item = ast.literal_eval(item)
        assert isinstance(item, dict)
    paper = item["paper"]
    yield from (paper["title"], paper["summary"], paper["id"], str(paper["upvotes"]))
    yield from (paper.get(key) or "" for key in ("ai_summary", "githubRepo", "projectPage"))
    yield from {author["name"] for author in paper["authors"]}  # some are named twice
    yield from paper.get("ai_keywords") or ()
    yield from item.get("mediaUrls") or ()


_LAYOUT = (
    re.compile(r"^#+ (?:Daily Papers|Papers for)\b", re.MULTILINE),
    re.compile(r"^\| (?:Title|Paper) \|.*", re.MULTILINE),
    re.compile(r"^(?:\*\*)?(?:Vote|Authors)(?:\*\*)?:(?: -$)?|^### \d\.", re.MULTILINE),
    re.compile(r"\bread more on\b|(?<=\)) or (?=\[HuggingFace\])|\[Read more\]\(", re.IGNORECASE),
    re.compile(r"</?(?:details|summary)>(?:Details(?=</summary>))?"),
    re.compile(r"^<div><video controls.*$", re.MULTILINE),
)


def _without_layout(text: str) -> str:
    for pattern in _LAYOUT:
        text = pattern.sub(" ", text)
    return text
