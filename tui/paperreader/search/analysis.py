"""The one tokenizer: text of papers and words of queries become the same terms."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from paperreader.search.particles import ENDING, GLUED, as_object, without_endings

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP_WORDS = """
a an and are as at be by for from have in is it of on or that the this to was were we with
which our can its their these has been using via
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
LONGEST_TERM = 64

_CJK = (
    r"\u1100-\u11ff\u3005\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f"
)
_LETTER = rf"(?:[^\W_{_CJK}]|[\u0300-\u036f])"
_CJK_START = re.compile(f"[{_CJK}]")
_CJK_END = re.compile(f"[{_CJK}]+$")
BETWEEN_WORDS = re.compile(r"[\W_]+")
_FIRST_CJK = "\u1100"
# A name and its number are two parts: `llama3` is found by `llama` and by `LLaMA-3`.
_PART = re.compile(r"[^\W\d_]{2,}(?=\d)|[^-./+'’_]+")


def _run_with(particle: str) -> re.Pattern[str]:
    """Letters that stand together; a particle may be glued to a word of other letters: `LLM을`."""
    word = rf"{_LETTER}+(?:[-./+'’_]{_LETTER}+)*"
    return re.compile(rf"[{_CJK}]+|{word}\+*(?:{particle}(?![{_CJK}]))?")


_RUN = _run_with(GLUED)
_ASKED_RUN = _run_with(ENDING)
# Porter leaves plurals without a vowel alone: LLMs, VLMs, GPTs.
_PLURAL_ACRONYM = re.compile("[b-df-hj-np-tv-z0-9]{2,}[b-df-hj-np-rtv-z0-9]s")
# Letters that are no plain ones with an accent, for Unicode; people type them as these.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip


class Token(NamedTuple):
    """A term, its place among the words and its characters in the text.

    `word` is the folded word that the term is the stem of.
    """

    term: str
    position: int
    start: int
    end: int
    word: str


class Sequence(NamedTuple):
    """Folded words that stand at these distances from each other, as `offsets` say."""

    words: tuple[str, ...]
    offsets: tuple[int, ...]


class Unit(NamedTuple):
    """One thing asked for: any of some sequences; `letters` is all of it as one folded word.

    `nouns` are what a Korean word is with fewer particles cut, each with that of an object behind
    it: where this is found, the end of the noun is no particle (`정확도`, not `정확` + `도`).
    """

    forms: tuple[Sequence, ...]
    letters: str
    is_stop: bool
    is_cjk: bool
    nouns: tuple[tuple[Sequence, Sequence], ...] = ()


def fold(text: str) -> str:
    """Lower case, without accents, compatibility characters as the plain ones."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFKC", bare).casefold().translate(_STROKES)


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; words that are not plain English stay as they are."""
    if len(word) < 4 or not word.isascii():
        return word
    if _PLURAL_ACRONYM.fullmatch(word):
        return word[:-1]
    return _porter(word) if word.isalpha() else word


def _porter(word: str) -> str:
    from whoosh.lang.porter2 import stem as porter  # noqa: PLC0415 - loaded with the first search

    return str(porter(word))


class Run(NamedTuple):
    """The tokens of letters that stand together, as if they began the text.

    `stems` and `words` are what the index has of them: bytes and position. Many runs are kept:
    plain tuples, which Python does not look through for garbage, while somebody types.
    """

    tokens: tuple[tuple[str, int, int, int, str], ...]
    stems: tuple[tuple[bytes, int], ...]
    words: tuple[tuple[bytes, int], ...]
    width: int


def is_cjk(letters: str) -> bool:
    """Whether they begin with a Korean, Chinese or Japanese sign."""
    return _CJK_START.match(letters) is not None


def tokens(text: str) -> Iterator[Token]:
    """The terms of a text in order; variants of a word share its position."""
    for at, position, run in runs(text):
        for term, place, first, last, word in run.tokens:
            yield Token(term, position + place, at + first, at + last, word)


def runs(text: str, start: int = 0, end: int = maxsize) -> Iterator[tuple[int, int, Run]]:
    """The runs from `start` on, each with its first character and its first term's position."""
    position = 0
    for match in _RUN.finditer(text, start, end):
        run = run_of(match.group())
        yield match.start(), position, run
        position += run.width


def runs_in_order(text: str) -> Iterator[Run]:
    """The runs of a text without their places, in two thirds of the time."""
    return map(run_of, _RUN.findall(text))


def words(text: str) -> Iterator[tuple[str, int]]:
    """The folded words of a text with their positions: its tokens in half of the time, or less."""
    position = 0
    for run in _RUN.findall(text):
        if run.isascii() and run.isalpha():
            yield run.lower()[:LONGEST_TERM], position
            position += 1
        else:
            found = run_of(run)
            for _, place, _, _, word in found.tokens:
                yield word, position + place
            position += found.width


@lru_cache(1 << 15)
def run_of(letters: str) -> Run:
    """The run of some letters; the last token has the last position."""
    found = _cjk_tokens(letters) if is_cjk(letters) else _word_tokens(letters)
    ordered = sorted(found, key=lambda token: token.position)
    telling = (token for token in ordered if token.word not in STOP_WORDS)
    return Run(
        tuple((t.term, t.position, t.start, t.end, t.word) for t in ordered),
        tuple((token.term.encode(), token.position) for token in telling),
        tuple((token.word.encode(), token.position) for token in ordered),
        ordered[-1].position + 1 if ordered else 1,
    )


def _without_glued_particle(run: str) -> str:
    return run if run.isascii() else _CJK_END.sub("", run)


def _cjk_tokens(run: str) -> Iterator[Token]:
    for index, gram in enumerate(_grams(run)):
        yield Token(gram, index, index, index + len(gram), gram)


def _grams(run: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", run)
    run = plain if len(plain) == len(run) else run
    return [a + b for a, b in pairwise(run)] or [run]


def glued(sequence: Sequence) -> str:
    """The word of some pairs of syllables."""
    return sequence.words[0] + "".join(pair[1:] for pair in sequence.words[1:])


def _word_tokens(run: str) -> Iterator[Token]:
    run = _without_glued_particle(run)
    parts = _parts(run)
    for index, (word, first, last) in enumerate(parts):
        for name in _names(word):
            yield Token(stem(name), index, first, last, name)
    if len(parts) > 1:
        for joined in _names_joined(parts):
            yield Token(stem(joined), 0, 0, len(run), joined)
    if run.endswith("+") and parts:
        plus = _with_plus(run, parts)
        yield Token(plus, 0, 0, len(run), plus)


def _parts(run: str) -> list[tuple[str, int, int]]:
    found = ((fold(m.group())[:LONGEST_TERM], m.start(), m.end()) for m in _PART.finditer(run))
    return [part for part in found if part[0]]


def _with_plus(run: str, parts: list[tuple[str, int, int]]) -> str:
    pluses = len(run) - len(run.rstrip("+"))
    return ("".join(word for word, _, _ in parts) + "+" * pluses)[:LONGEST_TERM]


def _names(word: str) -> tuple[str, ...]:
    """A word and, where it is a Greek letter or two, the word with their names."""
    if word.isascii() or len(word) > 4:
        return (word,)
    spelled = spell_greek(word)
    return (word,) if spelled == word else (word, spelled)


def spell_greek(folded: str) -> str:
    """A folded text with the names of its Greek letters in their place."""
    return folded if folded.isascii() else "".join(_GREEK.get(c, c) for c in folded)


def _names_joined(parts: list[tuple[str, int, int]]) -> dict[str, None]:
    words = [word for word, _, _ in parts]
    both = ("".join(words), "".join(_names(word)[-1] for word in words))
    return dict.fromkeys(joined[:LONGEST_TERM] for joined in both)


def units(text: str) -> list[Unit]:
    """What some typed text asks for, in order; all of it has to be found."""
    found = []
    for match in _ASKED_RUN.finditer(unicodedata.normalize("NFC", text)):
        run = match.group()
        unit = _cjk_unit(run) if _CJK_START.match(run) else _word_unit(run)
        if unit.forms:
            found.append(unit)
    return found


def _cjk_unit(run: str) -> Unit:
    *longer, bare = without_endings(run)
    forms = tuple(_in_sequence(_grams(form)) for form in dict.fromkeys((bare, run)))
    nouns = ((form, as_object(form)) for form in longer)
    pairs = ((_in_sequence(_grams(form)), _in_sequence(_grams(noun))) for form, noun in nouns)
    return Unit(forms, bare, is_stop=False, is_cjk=True, nouns=tuple(pairs))


def _in_sequence(words: list[str]) -> Sequence:
    return Sequence(tuple(words), tuple(range(len(words))))


def _word_unit(run: str) -> Unit:
    run = _without_glued_particle(run)
    parts = _parts(run)
    words = [word for word, _, _ in parts]
    if run.endswith("+") and words:
        plus = _with_plus(run, parts)
        return Unit((_in_sequence([plus]),), plus, is_stop=False, is_cjk=False)
    if len(words) < 2:
        forms = [_in_sequence([name]) for word in words for name in _names(word)]
        is_stop = bool(words) and words[0] in STOP_WORDS
        return Unit(tuple(forms), "".join(words), is_stop, is_cjk=False)
    forms = [_in_sequence([joined]) for joined in _names_joined(parts)]
    if telling := _without_stop_words(words):
        forms.append(telling)
    return Unit(tuple(forms), "".join(words), is_stop=False, is_cjk=False)


def _without_stop_words(words: list[str]) -> Sequence | None:
    """The words at their distances without those that the index leaves out of a sentence."""
    kept = [(word, index) for index, word in enumerate(words) if word not in STOP_WORDS]
    if not kept:
        return None
    return Sequence(tuple(w for w, _ in kept), tuple(index - kept[0][1] for _, index in kept))


def phrase(text: str) -> Sequence | None:
    """The words of a quoted text at their distances; None where there is nothing to find."""
    first: dict[int, str] = {}
    for token in tokens(unicodedata.normalize("NFC", text)):
        first.setdefault(token.position, token.word)
    kept = [(position, word) for position, word in first.items() if word not in STOP_WORDS]
    if not kept:
        return None
    start = kept[0][0]
    return Sequence(tuple(w for _, w in kept), tuple(position - start for position, _ in kept))
