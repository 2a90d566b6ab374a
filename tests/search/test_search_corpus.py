"""Known papers are found again among digests from the wild, by what one remembers of them."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

QUERIES = Path(__file__).with_name("queries.tsv")


@pytest.fixture(scope="module")
def wild(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk.open(Paths.of(tmp_path_factory.mktemp("wild"), {}), Config())
    desk.import_paths([corpus])
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def ranks(wild: Desk) -> Mapping[str, list[float]]:
    """By kind of query, 1 / the place of the paper among the first ten, 0 where it isn't."""
    found = defaultdict(list)
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        kind, query, wanted = line.split("\t")
        numbers = wild.search(query, limit=10).numbers
        ids = [row.id for row in wild.library.rows(numbers)]
        found[kind].append(1 / (ids.index(wanted) + 1) if wanted in ids else 0.0)
    return found


def test_papers_are_found_and_first(ranks: Mapping[str, list[float]]) -> None:
    every = [rank for kind in ranks.values() for rank in kind]
    assert len(every) >= 120
    assert sum(every) / len(every) >= 0.95
    assert sum(rank > 0 for rank in every) / len(every) >= 0.98


@pytest.mark.parametrize("kind", ["name", "typo", "author", "topic", "korean"])
def test_each_kind_of_query_does_well(ranks: Mapping[str, list[float]], kind: str) -> None:
    assert sum(ranks[kind]) / len(ranks[kind]) >= 0.9


def test_korean_words_are_found_wherever_they_stand(wild: Desk) -> None:
    """Against the truth of substrings, for words of two to four syllables."""
    texts = {
        paper.row.number: "\n".join(
            part for entry in paper.entries for part in (entry.title, *entry.authors)
        )
        + "\n".join(f"{s.label}\n{s.text}" for e in paper.entries for s in e.sections)
        for paper in wild.library.papers()
    }
    words = sorted(
        {w for text in texts.values() for w in re.findall("[가-힣]{2,4}(?=[을를])", text)}
    )
    found_all = right_all = true_all = 0
    for word in words[:: max(1, len(words) // 150)]:
        true = {number for number, text in texts.items() if word in text}
        found = set(wild.search(f"text:{word} -zzzz").numbers)
        found_all, true_all, right_all = (
            found_all + len(found), true_all + len(true), right_all + len(found & true),
        )  # fmt: skip
    assert right_all / true_all >= 0.99
    assert right_all / found_all >= 0.95


def test_any_prefix_of_a_title_leaves_papers_in_the_list(wild: Desk) -> None:
    for row in wild.library.rows(wild.library.select()[::60]):
        for end in range(1, len(row.title) + 1, 3):
            assert wild.search(row.title[:end], as_you_type=True).numbers, row.title[:end]


def test_dates_narrow_what_is_found(wild: Desk) -> None:
    inside = wild.search("diffusion date:2024-11").numbers
    assert 0 < len(inside) < wild.search("diffusion").total
    rows = wild.library.rows(inside)
    assert all(row.first_date and row.first_date <= date(2024, 11, 30) for row in rows)
