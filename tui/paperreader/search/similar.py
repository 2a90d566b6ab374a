"""Similar papers: those that share the telling words of a paper."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from paperreader.search.analysis import STOP_WORDS, is_cjk, runs
from paperreader.search.particles import without_endings
from paperreader.search.texts import WEIGHTS, texts_of, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.library.model import Paper
    from paperreader.search.index import OpenIndex
    from paperreader.search.postings import Postings, Scores

_ENDS_OF_STEMS = "하되"  # `허용하는` is no `허용하`
_ADDRESS = re.compile(r"https?://\S+")
_TELLING_WORDS = 24
_SHOWN_WORDS = 5
_TITLE_WEIGHT = 3
# What shares less than this share of a paper's telling words, or only one of them, is not like it.
_LEAST_SHARE = 0.06
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Similar:
    """A paper near another one, and the words that both have, most telling first."""

    number: int
    score: float
    words: tuple[str, ...]


def similar_papers(paper: Paper, opened: OpenIndex, limit: int) -> tuple[Similar, ...]:
    """The nearest papers by the words that are frequent here and rare elsewhere."""
    words = _telling_words(paper, opened.postings)
    scores = {term: _scores(opened.postings, term) for term in words}
    totals = [0.0] * len(opened.numbers)
    for term, (weight, _) in words.items():
        for field, found in scores[term].items():
            for place, score in found.items():
                totals[place] += score * WEIGHTS[field] * weight
    most = max(totals, default=0.0)
    if paper.row.number in opened.places:
        itself = opened.places[paper.row.number]
        most, totals[itself] = totals[itself] or most, 0.0
    nearest = nlargest(limit, range(len(totals)), key=totals.__getitem__)
    similar = (
        Similar(opened.numbers[place], totals[place] / most, _shared(words, scores, place))
        for place in nearest
        if totals[place] >= (most or 1.0) * _LEAST_SHARE
    )
    return tuple(each for each in similar if len(each.words) >= _LEAST_WORDS)


def _shared(
    words: dict[str, tuple[float, str]], scores: dict[str, dict[str, Scores]], place: int
) -> tuple[str, ...]:
    """The most telling words that a paper shares, without parts of one another.

    Those in Latin letters come first: they are read in every language.
    """
    shown: list[str] = []
    for term, (_, written) in sorted(words.items(), key=lambda item: is_cjk(item[1][1])):
        lower = written.lower()
        is_part = any(lower in other or other in lower for other in map(str.lower, shown))
        if not is_part and any(place in found for found in scores[term].values()):
            shown.append(written)
    return tuple(shown[:_SHOWN_WORDS])


def _telling_words(paper: Paper, postings: Postings) -> dict[str, tuple[float, str]]:
    """Terms with how much each tells, and the word as it is written; the most telling first."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for weight, texts in ((_TITLE_WEIGHT, titles_of(paper)), (1, texts_of(paper))):
        for text in texts:
            for term, as_written in _words(_ADDRESS.sub(" ", text)):
                counts[term] += weight
                written.setdefault(term, as_written)
    telling = {term: _weight(count, term, postings) for term, count in counts.items()}
    best = sorted(telling, key=lambda term: -telling[term])[:_TELLING_WORDS]
    return {term: (telling[term], written[term]) for term in best if telling[term] > 0}


@cache
def _common() -> frozenset[str]:
    from whoosh.lang.stopwords import stoplists  # noqa: PLC0415 - loads whoosh

    return STOP_WORDS | stoplists["en"]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The terms that may tell, as they are written; of a Korean word its first, for all of it."""
    for at, _, run in runs(text):
        is_whole = is_cjk(text[at])
        last = max((end for _, _, _, end, _ in run.tokens), default=0)
        for term, _, start, end, word in run.tokens:
            if len(word) > 1 and word not in _common() and not (is_whole and start):
                written = text[at + start : at + (last if is_whole else end)]
                yield term, _bare(written) if is_whole else written


def _bare(written: str) -> str:
    """A Korean word without its particles; a verb as it is."""
    bare = without_endings(written)[-1]
    return written if bare[-1] in _ENDS_OF_STEMS else bare


def _weight(count: int, term: str, postings: Postings) -> float:
    frequency = max(postings.frequency("text", term), postings.frequency("title", term))
    if frequency < 2 or term.isdigit():
        return 0.0
    return (1 + log(count)) * log(postings.count / frequency)


def _scores(postings: Postings, term: str) -> dict[str, Scores]:
    """By field, as they are kept: copies of them would be large."""
    return {field: postings.scores(field, term) for field in ("title", "text")}
