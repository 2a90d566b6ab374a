"""Fixtures of digests in every family, and how the text that is stored of one is compared."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

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
    yield from (entry.title, entry.heading or "", *entry.authors)
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
