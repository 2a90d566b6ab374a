"""What the index keeps of a paper, and how its words become postings."""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.formats import Existence, Positions

from paperreader.search.analysis import LONGEST_TERM, runs_in_order
from paperreader.search.texts import EDGE, NAME_SIGN, authors_of, searched_texts_of, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.library.model import Paper

Posting = tuple[bytes, int, float, bytes]

_LAST_PLACE = 0xFFFF
_ONE_PLACE = [array("H", [place]).tobytes() for place in range(1024)]


def encode(places: list[int]) -> bytes:
    """The bytes of positions; those far back in a long text become one."""
    if len(places) == 1 and places[0] < len(_ONE_PLACE):
        return _ONE_PLACE[places[0]]
    if places[-1] > _LAST_PLACE:
        places = [min(place, _LAST_PLACE) for place in places]
    return array("H", places).tobytes()


class Places(Positions):
    """Positions as two bytes each: a quarter of Whoosh's pickles in size and time."""

    def encode(self, poslist: Iterable[int]) -> bytes:
        """The bytes of positions."""
        return encode(list(poslist))

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """The positions of some bytes."""
        return array("H", valuestring).tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        """How many positions there are."""
        return len(valuestring) // 2


class Words(TEXT):
    """A field of our terms at their positions: stems without stop words, or words as they are."""

    def __init__(self, *, is_stemmed: bool) -> None:
        super().__init__()
        self.format = Places()
        self.is_stemmed = is_stemmed

    def index(self, value: str, **_options: Any) -> list[Posting]:  # type: ignore[override]
        """The postings of a text, past Whoosh's analyzers: a third of the time."""
        places: defaultdict[bytes, list[int]] = defaultdict(list)
        start = 0
        for run in runs_in_order(value):
            for term, place in run.stems if self.is_stemmed else run.words:
                places[term].append(start + place)
            start += run.width
        return [(term, len(at), float(len(at)), encode(at)) for term, at in places.items()]


class Beginnings(TEXT):
    """The first one to seven letters of every word, and the whole word, each once.

    The first word of all is the name of a paper more often than not: it is there with a sign too.
    Whether a beginning is there is kept, not how often: a third of the work.
    """

    def __init__(self) -> None:
        super().__init__(phrase=False)
        self.format = Existence()
        self.scorable = False

    def index(self, value: str, **_options: Any) -> list[Posting]:  # type: ignore[override]
        """The postings of titles and authors."""
        found: set[bytes] = set()
        for index, run in enumerate(runs_in_order(value)):
            for term, place in run.words:
                found.update(_beginnings(term.decode()))
                if not index + place:
                    found.update(_beginnings(NAME_SIGN + term.decode()))
        return [(term, 1, 1.0, b"") for term in found]


@lru_cache(1 << 14)
def _beginnings(word: str) -> tuple[bytes, ...]:
    letters = EDGE + word.startswith(NAME_SIGN)
    ends = (*range(1, min(letters, len(word))), len(word), letters)
    return tuple({word[:end].encode() for end in ends})


def schema() -> Schema:
    """The fields of the index."""
    return Schema(
        number=NUMERIC(int, bits=32, unique=True, sortable=True),
        id=ID(),
        title=Words(is_stemmed=True),
        authors=Words(is_stemmed=False),
        text=Words(is_stemmed=True),
        edge=Beginnings(),
        links=KEYWORD(),
    )


def document(paper: Paper) -> dict[str, Any]:
    """A paper as the fields of the index."""
    titles = "\n".join(titles_of(paper))
    authors = "\n".join(authors_of(paper))
    return {
        "number": paper.row.number,
        "id": paper.row.id[:LONGEST_TERM],
        "title": titles,
        "authors": authors,
        "text": "\n\n".join(searched_texts_of(paper)),
        "edge": f"{titles}\n{authors}",
        "links": " ".join(sorted({str(link.kind) for link in paper.links})),
    }
