"""English words that a Korean one writes by their sound, as `딥시크` does `deepseek`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from paperreader.search.jamo import FINALS, INITIALS, VOWELS, is_syllables, letters_of
from paperreader.search.texts import NAME_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperreader.search.spelling import Vocabulary

# Of two syllables only the names of papers are taken for meant: many words sound like those.
_SHORTEST, _TELLING, _LONGEST = 2, 3, 12
_SILENT = "ㅇ"
_VOWEL_LETTERS = "aeiouy?"
# How English spells the letters of Korean syllables.
_INITIAL = {
    "ㄱ": "g k c(?![eiy]) gh", "ㄲ": "k c(?![eiy]) g", "ㄴ": "n kn", "ㄷ": "d th", "ㄸ": "d t",
    "ㄹ": "l r", "ㅁ": "m", "ㅂ": "b v", "ㅃ": "b p", "ㅅ": "s sh z x c(?=[eiy]) ti(?=o) si ci",
    "ㅆ": "s c(?=[eiy])", "ㅈ": "j z s(?=[iueo]) g(?=[eiy]) si dg ti", "ㅉ": "z ts",
    "ㅊ": "ch tch tu ti", "ㅋ": "c(?![eiy]) k q ch ck", "ㅌ": "t th", "ㅍ": "p f ph",
    "ㅎ": "h f wh",
}  # fmt: skip
_VOWEL = {
    "ㅏ": "a ar ah", "ㅐ": "a e ai", "ㅑ": "ia ya a", "ㅒ": "ya ye", "ㅖ": "ye e",
    "ㅓ": "er or u o e a ur ar ir ear", "ㅔ": "e a ei ea ai ay", "ㅕ": "io yo ia o ea",
    "ㅗ": "o or au aw oa ow al", "ㅘ": "wa ua oi oa", "ㅙ": "we wa", "ㅚ": "oe we", "ㅛ": "yo eo",
    "ㅜ": "u oo ou w ew o", "ㅝ": "wo wor o wa ua", "ㅞ": "we e ue", "ㅟ": "wi we ui",
    "ㅠ": "u ew eu iu you ue", "ㅡ": "e? u o a i", "ㅢ": "ui i", "ㅣ": "i ee ea e y ie ir er",
}  # fmt: skip
# Two of them that are spelt as one.
_TWO = {
    "ㅏㅣ": "i y igh ie ai", "ㅔㅣ": "a ai ay ei", "ㅏㅜ": "ow ou au", "ㅗㅜ": "o ow oa",
    "ㅗㅣ": "oi oy", "ㄱㅅ": "x", "ㅊㅣ": "ch tch", "ㅈㅣ": "ge dge", "ㅅㅣ": "sh che",
}  # fmt: skip
_FINAL = {
    "ㄱ": "k c g ck ke que", "ㄴ": "n nd ne", "ㄹ": "l r le", "ㅁ": "m me", "ㅂ": "p b pe",
    "ㅅ": "t d s te", "ㅇ": "ng n",
}  # fmt: skip


class _Sound(NamedTuple):
    letter: str
    spellings: str


def sounding_so(word: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words of a vocabulary that sound like a Korean one."""
    if not (_SHORTEST <= len(word) <= _LONGEST and is_syllables(word)):
        return
    first, pattern = _spelt(word)
    if len(word) < _TELLING:
        names = (name.removeprefix(NAME_SIGN) for name in vocabulary.get(NAME_SIGN, ()))
        yield from filter(pattern.fullmatch, names)
    else:
        for letter in first:
            yield from filter(pattern.fullmatch, vocabulary.get(letter, ()))


@lru_cache(256)
def _spelt(word: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The letters that a word may begin with in English, and a pattern of all of it."""
    sounds = list(chain.from_iterable(map(_sounds, word)))
    first = frozenset(spelling[0] for spelling in sounds[0].spellings.split())
    return first, re.compile("".join(_patterns(sounds)) + "e?")


def _sounds(syllable: str) -> Iterator[_Sound]:
    initial, vowel, final = letters_of(syllable)
    if INITIALS[initial] != _SILENT:
        yield _Sound(INITIALS[initial], _INITIAL[INITIALS[initial]])
    yield _Sound(VOWELS[vowel], _VOWEL[VOWELS[vowel]])
    if final:
        yield _Sound(FINALS[final], _FINAL.get(FINALS[final], "t"))


def _patterns(sounds: Sequence[_Sound]) -> Iterator[str]:
    """The patterns of sounds, of two that are spelt as one together."""
    at = 0
    while at < len(sounds):
        here, *following = sounds[at : at + 2]
        letters = here.letter + "".join(sound.letter for sound in following)
        if letters in _TWO:
            both = _any_of(here.spellings) + _any_of(following[0].spellings)
            yield f"(?:{_any_of(_TWO[letters])}|{both})"
        else:
            yield _any_of(here.spellings)
        at += 2 if letters in _TWO or letters == here.letter * 2 else 1


def _any_of(spellings: str) -> str:
    """Any of some spellings; a consonant may be doubled."""
    ways = (
        way if way[-1] in _VOWEL_LETTERS or len(way) > 1 else f"{way}{way}?"
        for way in spellings.split()
    )
    return f"(?:{'|'.join(ways)})"
