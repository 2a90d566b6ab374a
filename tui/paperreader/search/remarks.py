"""What the reader should know about how a query was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.search.analysis import phrase, units
from paperreader.search.ladder import EXACTLY, Climbed, is_compound
from paperreader.search.language import NOTHING_ASKED
from paperreader.search.nodes import All, AnyOf, Phrase, TextNode, Word

if TYPE_CHECKING:
    from paperreader.search.nodes import Query


def how_found(climbed: Climbed, asked: Query, suggestion: str | None) -> tuple[str, ...]:
    """A remark where it was not found as it is typed; `suggestion` is the query spelt otherwise."""
    if asked.text and not _says_something(asked.text):
        return (NOTHING_ASKED,)
    if not climbed.scores:
        return ("nothing has any of these words",) if asked.is_clear else ()
    if climbed.is_any:
        return ("no paper has all of these words: these have some of them",)
    if climbed.others and climbed.leeway == EXACTLY:
        return (_what_others_have(climbed, asked, suggestion),)
    return () if climbed.is_exact else (_how_near(climbed, asked, suggestion),)


def _what_others_have(climbed: Climbed, asked: Query, suggestion: str | None) -> str:
    have = "1 has" if len(climbed.scores) == 1 else f"{len(climbed.scores)} have"
    if climbed.is_apart or (len(asked.words) == 1 and _is_in_parts(climbed, asked, suggestion)):
        return f"{have} it as one word: the others have its parts"
    what = "one" if isinstance(asked.text, AnyOf) else "all"
    return f"{have} {what} of these words: the others are near it"


def _how_near(climbed: Climbed, asked: Query, suggestion: str | None) -> str:
    is_meant = climbed.leeway.is_meant and not suggestion
    if _is_in_parts(climbed, asked, suggestion):
        same = " or mean the same" if is_meant else ""
        return f"no paper has it as one word: these have its parts{same}"
    if is_meant:
        return "no paper has it in these words: these mean the same or are near it"
    return "no paper spells it so: these are near it"


def _is_in_parts(climbed: Climbed, asked: Query, suggestion: str | None) -> bool:
    """Whether what is not there as typed is a Korean compound that is written apart."""
    fuzzy = climbed.leeway.fuzzy
    doubted = [unit for word in fuzzy or asked.words for unit in units(word.text)]
    is_korean = not fuzzy or all(unit.is_cjk for unit in doubted)
    return is_korean and not suggestion and any(map(is_compound, doubted))


def _says_something(tree: TextNode) -> bool:
    match tree:
        case Word(text):
            return bool(units(text))
        case Phrase(text):
            return phrase(text) is not None
        case All(parts) | AnyOf(parts):
            return any(_says_something(part) for part in parts)
        case _:
            return True
