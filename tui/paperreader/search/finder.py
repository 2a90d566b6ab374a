"""Finder: what a query finds in a library, by its index, and by reading where that is behind."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.errors import PaperReaderError
from paperreader.hangul import in_other_mode
from paperreader.library.views import Either, Every, Numbers, Sort
from paperreader.search.closeness import prefer_close
from paperreader.search.highlight import Terms
from paperreader.search.ladder import Climbed, climb
from paperreader.search.language import (
    NOTHING_ASKED,
    awaited,
    parse,
    with_known_fields,
    without_unfinished,
)
from paperreader.search.lookup import Lookup, Unindexed
from paperreader.search.nodes import TextNode, positive
from paperreader.search.notes import Notes
from paperreader.search.remarks import how_found
from paperreader.search.suggestion import as_spelt
from paperreader.search.texts import WEIGHTS, texts_of, titles_of
from paperreader.search.thesaurus import meaning
from paperreader.search.unknown import begun_tags, unknown_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paperreader.library import Library
    from paperreader.library.views import Condition
    from paperreader.search.following import Follower
    from paperreader.search.nodes import Query
    from paperreader.search.similar import Similar
    from paperreader.search.upkeep import Upkeep


# So many papers tell how a word is spelt.
_BEST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Papers that answer a query, best first, with what the reader should know about it.

    `total` counts those beyond the limit too; `is_exact` is false where the query was searched
    less strictly because nothing answered it; `suggestion` is the query spelt otherwise.
    """

    numbers: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()
    total: int = 0
    notes: tuple[str, ...] = ()
    suggestion: str | None = None
    is_exact: bool = True
    terms: Terms = field(default_factory=Terms)


class Finder:
    """Full-text search over a library; usable from several threads."""

    def __init__(self, library: Library, directory: Path) -> None:
        self._library = library
        self._directory = directory
        self._lock = threading.RLock()
        self._unindexed = Unindexed(library)
        self._noted = Notes()
        self._kept: Upkeep | None = None

    # Finding

    def find(
        self,
        query: str,
        *,
        within: Condition | None = None,
        limit: int | None = None,
        as_you_type: bool = False,
        sort: Sort = Sort.RELEVANCE,
    ) -> Found:
        """The papers that answer a query, of those within a condition.

        `as_you_type` leaves out remarks about what is still being typed, and waits for the rest
        of a value.
        """
        query = self._so_far(query) if as_you_type else query
        asked = parse(query)
        where = _and(asked.where, within)
        notes = () if as_you_type and not query.endswith(" ") else self._notes(asked)
        if asked.text is None:
            return self._without_text(where, limit, sort, notes)
        with self._lock:
            climbed, lookup = self._climb(asked.text, is_filled=sort is Sort.RELEVANCE)
            scores, more = self._narrowed(climbed, where)
            ranked = self._in_order(scores, sort)
            if sort is Sort.RELEVANCE:
                wanted = lookup.asked(query, asked.text)
                prefer_close(self._library, lookup.notes.texts, wanted, ranked, scores)
            kept = ranked[:limit]
            best = *kept[:_BEST], *[n for n in kept if n in climbed.others][:_BEST]
            suggestion = with_known_fields(query) or self._as_spelt(query, lookup, best)
            if not climbed.scores and suggestion is None:
                suggestion = self._as_in_other_mode(query)
        return Found(
            tuple(kept),
            tuple(map(scores.__getitem__, kept)),
            len(scores),
            (*notes, *how_found(climbed, asked, suggestion), *more),
            suggestion,
            climbed.is_exact,
            Terms.of((*positive(asked.text), *lookup.phrases), set().union(*lookup.alike.values())),
        )

    def _without_text(
        self, where: Condition, limit: int | None, sort: Sort, notes: tuple[str, ...]
    ) -> Found:
        order = Sort.DATE if sort is Sort.RELEVANCE else sort
        numbers = self._library.select(where, order)
        kept = tuple(numbers[:limit])
        return Found(kept, (0.0,) * len(kept), len(numbers), notes)

    def _narrowed(
        self, climbed: Climbed, where: Condition
    ) -> tuple[dict[int, float], tuple[str, ...]]:
        found = {**climbed.scores, **climbed.others}
        if where == Every():
            return found, ()
        allowed = set(self._library.select(where))
        scores = {n: score for n, score in found.items() if n in allowed}
        if climbed.scores and not scores:
            count = len(climbed.scores)
            papers = "1 paper has" if count == 1 else f"{count} papers have"
            return {}, (f"{papers} these words, but not here",)
        return scores, ()

    def _in_order(self, scores: dict[int, float], sort: Sort) -> list[int]:
        if sort is Sort.RELEVANCE:
            newest_first = sorted(scores, reverse=True)
            return sorted(newest_first, key=scores.__getitem__, reverse=True)
        return self._library.select(Numbers(frozenset(scores)), sort)

    def _as_spelt(self, query: str, lookup: Lookup, numbers: Sequence[int]) -> str | None:
        """The query as the best papers spell it."""
        if not lookup.alike:
            return None
        texts = [text for number in numbers for text in self._texts(number)]
        return as_spelt(query, lookup.alike, texts)

    def _as_in_other_mode(self, query: str) -> str | None:
        """The query as it is typed in the other input mode, if papers have its words."""
        other = in_other_mode(query)
        tree = parse(other).text
        climbed = self._climb(tree)[0] if tree else None
        return other if climbed and climbed.scores and climbed.is_exact else None

    def _texts(self, number: int) -> Iterator[str]:
        paper = self._library.paper(number)
        if paper:
            note = paper.row.marks.note or ""
            yield from (*titles_of(paper), *paper.row.authors, *texts_of(paper), note)

    def where(self, query: str) -> Condition:
        """A query as one condition, for lists, exports and saved views."""
        asked = parse(query)
        if asked.text is None:
            return asked.where or Every()
        with self._lock:
            found = self._climb(asked.text)[0].scores
        return _and(Numbers(frozenset(found)) if found else Either(), asked.where)

    def waits_for_more(self, query: str) -> bool:
        """Whether a query is searched without its end while it is typed."""
        return self._so_far(query) != query

    def _so_far(self, query: str) -> str:
        """What of a query that is being typed can be searched for already."""
        return without_unfinished(query, begun_tags(self._library) if "tag:" in query else ())

    def remarks(self, query: str, *, as_you_type: bool = False) -> tuple[str, ...]:
        """What of a query is not understood; as it is typed, what its end waits for."""
        so_far = self._so_far(query) if as_you_type else query
        asked = parse(so_far)
        notes = self._notes(asked, as_you_type=as_you_type)
        if not as_you_type:
            return notes
        return (*awaited(query[len(so_far) :]), *(note for note in notes if note != NOTHING_ASKED))

    def meant(self, query: str) -> str | None:
        """The query with the fields and values that were probably meant, where some are unknown."""
        return with_known_fields(query)

    def _notes(self, asked: Query, *, as_you_type: bool = False) -> tuple[str, ...]:
        unknown = unknown_names(self._library, asked, as_you_type=as_you_type)
        return (*asked.notes, *unknown)

    # Similar papers

    def similar(self, number: int, limit: int = 8) -> tuple[Similar, ...]:
        """The papers nearest to one by their words; none while it is not indexed."""
        from paperreader.search.similar import similar_papers  # noqa: PLC0415 - loads whoosh

        with self._lock:
            paper, opened = self._library.paper(number), self._upkeep.open()
            if paper is None or opened is None:
                return ()
            try:
                return similar_papers(paper, opened, limit)
            except Exception:  # whatever Whoosh says of a damaged file
                self._upkeep.distrust()
                return ()
            finally:
                opened.rest()  # it has read more than any search

    # Upkeep

    @property
    def _upkeep(self) -> Upkeep:
        with self._lock:
            if self._kept is None:
                from paperreader.search.upkeep import Upkeep  # noqa: PLC0415 - loads whoosh

                self._kept = Upkeep(self._library, self._directory)
            return self._kept

    def update(
        self,
        progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> int:
        """Catch up with the library; how many papers were written, 0 when there is nothing.

        `progress` is told papers done and in all; when stopped, the index stays as it was.
        """
        return self._upkeep.update(progress or _tell_nobody, should_stop or _go_on)

    def rebuild(
        self,
        progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> int:
        """Make the whole index again; how many papers were written."""
        return self._upkeep.rebuild(progress or _tell_nobody, should_stop or _go_on)

    def follow(self) -> Follower:
        """Start a process that indexes papers while they come in; `finish` waits for it."""
        from paperreader.search.following import Follower  # noqa: PLC0415 - rarely used

        return Follower(self, self._library.path, self._directory)

    def behind(self) -> int:
        """How many papers the index does not have as the library does."""
        return self._upkeep.behind()

    def is_current(self) -> bool:
        """Whether the index has all that the library has."""
        return self._upkeep.is_current()

    def warm(self, should_stop: Callable[[], bool] | None = None) -> None:
        """Open the index and load what the first searches would have to wait for.

        Nobody who leaves meanwhile waits for it: `should_stop` is asked every 50 ms or so.
        """
        should_stop = should_stop or _go_on
        for name in (*WEIGHTS, "edge"):
            with self._lock:
                if not should_stop() and (opened := self._upkeep.open()):
                    opened.postings.load(name)
        if not should_stop():
            meaning("a")
        if not should_stop():
            self._library.months(self.find("a", limit=1).numbers)

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            if self._kept:
                self._kept.close()

    def _lookup(self) -> Lookup:
        return Lookup.now(self._library, self._upkeep.open(), self._noted, self._unindexed)

    def _climb(self, tree: TextNode, *, is_filled: bool = False) -> tuple[Climbed, Lookup]:
        """Search the index, or without it when it turns out to be damaged."""
        lookup = self._lookup()
        try:
            return climb(tree, lookup.match, is_filled=is_filled), lookup
        except PaperReaderError:
            raise
        except Exception:
            if lookup.opened is None:
                raise
            self._upkeep.distrust()
            lookup = self._lookup()
            return climb(tree, lookup.match, is_filled=is_filled), lookup


def _and(*conditions: Condition | None) -> Condition:
    kept = tuple(condition for condition in conditions if condition not in (None, Every()))
    return kept[0] if len(kept) == 1 else Every(kept)


def _tell_nobody(_done: int, _total: int) -> None:
    pass


def _go_on() -> bool:
    return False
