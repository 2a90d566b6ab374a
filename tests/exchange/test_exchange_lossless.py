"""From the files to `export --format jsonl`: every word of a digest comes out again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from paperreader.exchange import paper_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paperreader.desk import Desk

# The words that a family puts around its papers: table heads, field names, names of links, HTML.
FURNITURE = {
    "daily-table": "Papers for Title Authors Summary Read more on arXiv or HuggingFace",
    "daily-sections": "Daily Papers Vote Authors",
    "weekly-notes": "details summary Details",
}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif value is not None:
        yield str(value)


@pytest.mark.parametrize("family", FURNITURE)
def test_every_word_of_a_sample_is_in_the_export(desk: Desk, samples: Path, family: str) -> None:
    papers = [paper_json(paper) for paper in desk.library.papers()]
    for path in (samples / family).iterdir():
        exported: Counter[str] = Counter()
        for paper in papers:
            entries = [
                each
                for each in paper["entries"]
                if (each["family"], each["digest"]) == (family, path.name)
            ]
            exported += words(" ".join(strings([entries, paper["links"] if entries else None])))
        lost = words(path.read_text("utf-8")) - exported
        assert set(lost) <= set(FURNITURE[family].split()), path.name
