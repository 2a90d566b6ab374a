"""What the index keeps of a paper, and how Whoosh comes to the terms of our own analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis.acore import Token as WhooshToken
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.formats import Existence

from paperreader.search.analysis import LONGEST_TERM, STOP_WORDS, tokens
from paperreader.search.texts import EDGE, NAME_SIGN, authors_of, texts_of, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.library.model import Paper


class Terms(Tokenizer):
    """Whoosh's way to our terms: stems without stop words, or every word as it is."""

    def __init__(self, *, is_stemmed: bool) -> None:
        self.is_stemmed = is_stemmed

    def __call__(self, value: str, **_options: Any) -> Iterator[WhooshToken]:
        """The tokens of a value, in Whoosh's one reused token."""
        token = WhooshToken(positions=True, boost=1.0, stopped=False)
        for found in tokens(value):
            if self.is_stemmed and found.word in STOP_WORDS:
                continue
            token.text = found.term if self.is_stemmed else found.word
            token.pos = found.position
            yield token


class Beginnings(Tokenizer):
    """The first one to seven letters of every word, and the whole word, each once.

    The first word of all is the name of a paper more often than not: it is there with a sign too.
    """

    def __call__(self, value: str, **_options: Any) -> Iterator[WhooshToken]:
        """The tokens of a value, in Whoosh's one reused token."""
        token = WhooshToken(boost=1.0, stopped=False)
        found = list(tokens(value))
        words = {each.word for each in found}
        words |= {NAME_SIGN + each.word for each in found if each.position == 0}
        for text in words | {word[:end] for word in words for end in range(1, EDGE + 1)}:
            token.text = text
            yield token


def _edge() -> TEXT:
    """A field that tells whether a beginning is there, not how often: a third of the work."""
    field = TEXT(analyzer=Beginnings(), phrase=False)
    field.format = Existence()
    field.scorable = False
    return field


def schema() -> Schema:
    """The fields of the index."""
    return Schema(
        number=NUMERIC(int, bits=32, unique=True, sortable=True),
        id=ID(),
        title=TEXT(analyzer=Terms(is_stemmed=True)),
        authors=TEXT(analyzer=Terms(is_stemmed=False)),
        text=TEXT(analyzer=Terms(is_stemmed=True)),
        edge=_edge(),
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
        "text": "\n\n".join(texts_of(paper)),
        "edge": f"{titles}\n{authors}",
        "links": " ".join(sorted({str(link.kind) for link in paper.links})),
    }
