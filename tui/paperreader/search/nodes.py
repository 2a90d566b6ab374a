"""What a query asks for, as a tree of plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.library.views import Condition


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; `field` is title, authors, text or note, empty for all of them.

    `is_last` tells that it may still be growing, so that it also matches as a beginning.
    """

    text: str
    field: str = ""
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id or address of a paper, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The paper has a link of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition that the library answers."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Every part."""

    parts: tuple[TextNode, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part."""

    parts: tuple[TextNode, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: TextNode


TextNode = Word | Phrase | Identifier | Linked | Holds | All | AnyOf | Without


def positive(tree: TextNode) -> Iterator[Word | Phrase]:
    """The words and phrases that are looked for, without those that must not be there."""
    match tree:
        case Word() | Phrase():
            yield tree
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from positive(part)
        case _:
            return


@dataclass(frozen=True, slots=True)
class Query:
    """A query, understood: what the library answers, what the index answers, and remarks.

    `where` and `text` both have to hold and are None where there is no such part; `words` are
    the words to find, in order. `is_clear` is false where a filter is not understood.
    """

    where: Condition | None = None
    text: TextNode | None = None
    words: tuple[Word, ...] = ()
    notes: tuple[str, ...] = ()
    is_clear: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, so that every paper answers it."""
        return self.where is None and self.text is None
