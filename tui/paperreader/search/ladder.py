"""What to try when few papers have all words: beginnings, near spellings, then any of the words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, islice
from math import log
from typing import TYPE_CHECKING, NamedTuple, Protocol

from paperreader.search.analysis import glued, units
from paperreader.search.compounds import apart, cuts
from paperreader.search.fillers import FILLERS
from paperreader.search.nodes import All, AnyOf, Phrase, TextNode, Word, positive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from paperreader.search.analysis import Unit

_MOST_FUZZY = 3
# A slip that somebody else made too is in so few papers.
_RARE = 3
# Where fewer papers have all of the words, those that are near it are shown after them.
_FEW_PAPERS = 3
# Of fewer words, each could be misspelt.
_MANY_WORDS = 3
# Of more words, none are joined.
_MOST_JOINED = 6
# A paper that lacks a word has to have so much of what the words tell.
_MOST_OF_IT = 0.5
# Shorter parts of a name, as the last one of `DALL-E`, say nothing by themselves.
_TELLING_PART = 3
# So much counts a word that says little of what a paper is about.
_FILLED = 0.3
# So many letters may be two words.
_LONG = 7
# So many pairs of syllables may be two words.
COMPOUND = 3


class Leeway(NamedTuple):
    """How strictly words are read: all as beginnings, written apart or in other words too, some as
    misspelt.
    """

    is_begun: bool = False
    is_apart: bool = False
    is_meant: bool = False
    fuzzy: frozenset[Word] = frozenset()


EXACTLY = Leeway()
_MEANT = Leeway(is_meant=True)


class Match(Protocol):
    """Finds the papers of a tree whose words are read with some leeway."""

    def __call__(self, node: TextNode, leeway: Leeway = ...) -> dict[int, float]:
        """The papers with a score each."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """What was found, on which step: exactly, with leeway, or any of the words.

    Where few have all of the words, `others` have all as beginnings, or all but one; `is_apart`
    where they have a compound in its parts.
    """

    scores: Mapping[int, float]
    leeway: Leeway = EXACTLY
    is_any: bool = False
    others: Mapping[int, float] = field(default_factory=dict)
    is_apart: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether everything asked for is in every paper."""
        return self.leeway == EXACTLY and not (self.is_any or self.others)


def climb(tree: TextNode, match: Match, *, is_filled: bool = False) -> Climbed:
    """The papers of the first step that has any; `is_filled` adds to few those of the next ones."""
    if isinstance(tree, AnyOf):
        return _either(tree, match, is_filled=is_filled)
    words = _words(tree)
    tree = _without_stop_words(tree, words)
    enough = _FEW_PAPERS if is_filled else 1
    exact = match(tree)
    if len(exact) < enough:
        exact = {**_joined(tree, match), **exact}
    if not words or len(exact) >= enough:
        return _filled(tree, words, exact, match) if is_filled else Climbed(exact)
    leeway, near = _near(tree, words, match, enough, is_known=bool(exact))
    first = Climbed(exact) if exact else Climbed(near, leeway)
    if len(near) >= enough or (exact and len(words) < _MANY_WORDS):
        return replace(first, others=_below(exact, near)) if exact else first
    ranked = _ranked(tree, words, match, leeway)
    if not ranked and (parts := _in_parts(tree, match)) != tree:
        return replace(climb(parts, match, is_filled=is_filled), is_any=True)
    if not first.scores:
        scores = {paper: score for paper, (score, *_) in ranked.items()}
        return Climbed(scores, leeway, is_any=True)
    most = {
        paper: score
        for paper, (score, told, lacking) in ranked.items()
        if lacking <= 1 and told >= _MOST_OF_IT
    }
    scores = {paper: most.pop(paper, score) for paper, score in first.scores.items()}
    return replace(first, scores=scores, others=most)


def _filled(tree: TextNode, words: list[Word], exact: Mapping[int, float], match: Match) -> Climbed:
    """Enough papers, and those with a word written as two or an alternative misspelt."""
    unknown = _unknown_alternatives(tree, match)
    if not (unknown or _has_compound(words) or _is_two_words(tree, match)):
        return Climbed(exact)
    near = match(tree, Leeway(is_apart=True, fuzzy=unknown))
    return Climbed(exact, others=_below(exact, near), is_apart=not unknown)


def _unknown_alternatives(tree: TextNode, match: Match) -> frozenset[Word]:
    """Words that may stand for others (`(lighthuose OR harbour) map`) and are nowhere."""
    parts = tree.parts if isinstance(tree, All) else ()
    among = chain.from_iterable(positive(part) for part in parts if isinstance(part, AnyOf))
    unknown = (word for word in among if isinstance(word, Word) and not match(word))
    return frozenset(islice(unknown, _MOST_FUZZY))


def _is_two_words(tree: TextNode, match: Match) -> bool:
    """Whether a single word of Latin letters stands somewhere as two that follow each other."""
    if not isinstance(tree, Word) or len(tree.text) < _LONG:
        return False
    ways = chain.from_iterable(apart(unit) for unit in units(tree.text) if not unit.is_cjk)
    return any(match(Phrase(" ".join(way), tree.field)) for way in ways)


def _either(tree: AnyOf, match: Match, *, is_filled: bool) -> Climbed:
    """The papers of any branch; near ones of those branches that no paper answers."""
    exact = match(tree)
    unknown = [branch for branch in tree.parts if not match(branch)]
    if not unknown or (exact and not is_filled):
        return Climbed(exact)
    climbed = [climb(branch, match, is_filled=is_filled) for branch in unknown]
    near = {n: s for each in climbed if not each.is_any for n, s in each.scores.items()}
    if exact:
        return Climbed(exact, others=_below(exact, near))
    return Climbed(near, Leeway(is_begun=True, is_apart=True))


def _joined(tree: TextNode, match: Match) -> dict[int, float]:
    """The papers that have two or three neighbours of the words as one (`visual simple qa`)."""
    parts = tree.parts if isinstance(tree, All) else ()
    if len(parts) > _MOST_JOINED:
        return {}
    found: dict[int, float] = {}
    for start, end in ((a, b) for a in range(len(parts)) for b in (a + 2, a + 3)):
        one = _as_one(parts[start:end]) if end <= len(parts) else None
        if one and (there := match(one)):
            rest = (*parts[:start], one, *parts[end:])
            found |= match(All(rest)) if len(rest) > 1 else there
    return found


def _as_one(parts: tuple[TextNode, ...]) -> Word | None:
    words = [part for part in parts if isinstance(part, Word) and not part.field]
    if len(words) < len(parts) or not all(word.text.isalnum() for word in words):
        return None
    return replace(words[-1], text="".join(word.text for word in words))


def _near(
    tree: TextNode, words: list[Word], match: Match, enough: int, *, is_known: bool
) -> tuple[Leeway, dict[int, float]]:
    """The papers with all words as beginnings; where those are too few, misspelt too."""
    leeway = Leeway(is_begun=True, is_apart=True)
    found = match(tree, leeway)
    if len(found) < enough and (not is_known or len(words) >= _MANY_WORDS):
        leeway = leeway._replace(is_meant=True)
        found = match(tree, leeway)
    if len(found) >= enough:
        doubted = frozenset() if is_known else _unknown(words, match)
    else:
        doubted = _doubted(words, match, is_known=is_known or bool(found))
    leeway = leeway._replace(fuzzy=doubted | _unknown_alternatives(tree, match))
    return leeway, match(tree, leeway) if leeway.fuzzy else found


def _unknown(words: list[Word], match: Match) -> frozenset[Word]:
    """The words that no paper has as they are, though it has longer ones or their parts."""
    finished = (word for word in words if not word.is_last or _has_compound([word]))
    return frozenset(word for word in finished if not match(word))


def _doubted(words: list[Word], match: Match, *, is_known: bool) -> frozenset[Word]:
    """The words that may be misspelt: those that are nowhere, else rare ones, else all of a few.

    Where papers are known that have all of them, only what is but a beginning there.
    """
    words = [word for word in words if not _is_filler(word)] or words
    papers = {word: len(match(replace(word, is_last=False))) for word in words}
    unknown = [word for word in words if not papers[word]]
    if is_known:
        return frozenset(unknown)
    rare = [word for word in words if papers[word] <= _RARE]
    doubted = unknown or rare or (words if len(words) < _MANY_WORDS else [])
    return frozenset(doubted[:_MOST_FUZZY])


def _below(first: Mapping[int, float], found: Mapping[int, float]) -> dict[int, float]:
    """The papers that only the second has, scored below those of the first."""
    rest = {paper: score for paper, score in found.items() if paper not in first}
    scale = min(first.values(), default=1.0) / (max(rest.values(), default=0.0) + 1.0)
    return {paper: score * scale for paper, score in rest.items()}


def _ranked(
    tree: TextNode, words: list[Word], match: Match, leeway: Leeway
) -> dict[int, tuple[float, float, int]]:
    """The papers with any of the words, by score, the share of what these tell, and how many lack.

    The share counts twice: a rare word tells more than a common one.
    """
    papers = {word: match(word, leeway) for word in words}
    parts = tree.parts if isinstance(tree, All) else ()
    others = tuple(part for part in parts if not isinstance(part, Word))
    any_of_them = set().union(*papers.values())
    allowed = any_of_them & match(All(others)).keys() if others else any_of_them
    telling = {word: log(1 + len(any_of_them) / (1 + len(papers[word]))) for word in words}
    telling |= {word: telling[word] * _FILLED for word in words if _is_filler(word)}
    found = dict.fromkeys(allowed, (0.0, 0.0, len(words)))
    for word, scores in papers.items():
        tells = telling[word]
        for paper in scores.keys() & allowed:
            score, told, lacking = found[paper]
            found[paper] = score + scores[paper], told + tells, lacking - 1
    everything = sum(telling.values()) or 1.0
    return {
        paper: (score * (told / everything) ** 2, told / everything, lacking)
        for paper, (score, told, lacking) in found.items()
    }


def _words(tree: TextNode) -> list[Word]:
    """The words that all have to be found and that say something."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    words = [part for part in parts if isinstance(part, Word)]
    return [word for word in words if any(not unit.is_stop for unit in units(word.text))]


def _in_parts(tree: TextNode, match: Match) -> TextNode:
    """The tree with words such as `Med-PaLM` or `바다지도` as their parts."""
    match tree:
        case Word():
            parts = tuple(replace(tree, text=part) for part in _parts(tree, match))
            return All(parts) if len(parts) > 1 else next(iter(parts), tree)
        case All(parts):
            split = [_in_parts(part, match) for part in parts]
            flat = (each.parts if isinstance(each, All) else (each,) for each in split)
            return All(tuple(chain.from_iterable(flat)))
        case _:
            return tree


def _parts(word: Word, match: Match) -> Iterator[str]:
    """The telling parts of a name; of a Korean compound those of a cut that papers have all of."""
    for unit in units(word.text):
        form = unit.forms[-1]
        if not unit.is_cjk:
            yield from (part for part in form.words if len(part) >= _TELLING_PART)
        else:
            ways = chain.from_iterable(cuts(each.words) for each in unit.forms)
            words = ([glued(part) for part in way] for way in ways)
            known = (way for way in words if all(match(Word(part), _MEANT) for part in way))
            yield from next(known, ())


def _has_compound(words: Iterable[Word]) -> bool:
    """Whether one is a Korean word that may as well be written as two."""
    found = (unit for word in words for unit in units(word.text))
    return any(map(is_compound, found))


def is_compound(unit: Unit) -> bool:
    """Whether it is a Korean word that may as well be written as two."""
    return unit.is_cjk and len(unit.forms[-1].words) >= COMPOUND


def _is_filler(word: Word) -> bool:
    return not word.is_last and word.text.casefold() in FILLERS


def _without_stop_words(tree: TextNode, words: list[Word]) -> TextNode:
    """The tree without words that are in every paper, where there are others to go by."""
    if not isinstance(tree, All) or not words:
        return tree
    kept = [part for part in tree.parts if part in words or not isinstance(part, Word)]
    return All(tuple(kept)) if len(kept) > 1 else kept[0]
