"""Korean words that a misspelt one may have meant: their syllables differ in a letter (jamo)."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST, _LAST = 0xAC00, 0xD7A3
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# What sounds alike, lies on one key, or is spelt both ways in foreign words.
_INITIALS_ALIKE = ("ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅅㅆ", "ㅈㅉㅊ", "ㄴㄹ")
_VOWELS_ALIKE = (
    "ㅐㅔㅒㅖ", "ㅏㅓ", "ㅓㅗ", "ㅗㅜ", "ㅡㅜ", "ㅡㅓ", "ㅡㅣ", "ㅚㅙㅞ", "ㅢㅣ", "ㅟㅣ",
    "ㅏㅑ", "ㅓㅕ", "ㅗㅛ", "ㅜㅠ",
)  # fmt: skip
_FINALS_ALIKE = ("ㄱㄲㅋ", "ㅂㅍ", "ㄷㅅㅆㅈㅊㅌㅎ", "ㄴㅇㅁ", "ㄴㄹ")
_SHORTEST = 2
# From so many syllables on, one may be too many, and two may be misspelt.
_LONG, _LONGER = 3, 4
_LONGEST = 12


Pairs = Callable[[str], Set[str]]


def misspelt(word: str, pairs: Pairs) -> Iterator[set[str]]:
    """What a word may have meant, the likeliest first.

    `pairs` are those of syllables that begin with one: only words made of such are told.
    """
    if not (_SHORTEST <= len(word) <= _LONGEST and is_syllables(word)):
        return
    is_long, is_longer = len(word) >= _LONG, len(word) >= _LONGER
    steps = (
        chain(_one_changed(word, _confused), _put_right(word, pairs) if is_long else ()),
        chain(_one_changed(word, _changed), _one_less(word)) if is_long else (),
        _two_changed(word, pairs) if is_longer else (),
    )
    for step in steps:
        yield {each for each in step if each != word and _is_whole(each, pairs)}


def is_syllables(word: str) -> bool:
    """Whether it is written in Korean syllables only."""
    return all(_FIRST <= ord(c) <= _LAST for c in word)


def _is_whole(word: str, pairs: Pairs) -> bool:
    return all(a + b in pairs(a) for a, b in pairwise(word))


def _one_changed(word: str, near: Callable[[str], Set[str]]) -> Iterator[str]:
    for at, syllable in enumerate(word):
        for other in near(syllable):
            yield word[:at] + other + word[at + 1 :]


def _put_right(word: str, pairs: Pairs) -> Iterator[str]:
    """The word with two syllables swapped, one of two alike, or one more that fits in between."""
    for at, (syllable, following) in enumerate(pairwise(word)):
        yield word[:at] + following + syllable + word[at + 2 :]
        if syllable == following:
            yield word[:at] + word[at + 1 :]
        yield from (word[:at] + pair + word[at + 1 :] for pair in pairs(syllable))


def _one_less(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _two_changed(word: str, pairs: Pairs) -> Iterator[str]:
    for first, second in combinations(range(len(word)), 2):
        for one in _confused(word[first]):
            begun = word[:first] + one + word[first + 1 :]
            if second == first + 1 or _is_whole(begun[: first + 2], pairs):
                for other in _confused(word[second]):
                    yield begun[:second] + other + begun[second + 1 :]


@lru_cache(1 << 10)
def _confused(syllable: str) -> frozenset[str]:
    """The syllables of which one letter is easily taken for that of this one."""
    initial, vowel, final = letters_of(syllable)
    return _with_others(
        syllable,
        _taken_for(INITIALS[initial], _INITIALS_ALIKE),
        _taken_for(VOWELS[vowel], _VOWELS_ALIKE),
        _taken_for(FINALS[final], _FINALS_ALIKE),
    )


@lru_cache(1 << 10)
def _changed(syllable: str) -> frozenset[str]:
    """The syllables that differ in one letter."""
    return _with_others(syllable, INITIALS, VOWELS, FINALS)


def _taken_for(letter: str, groups: tuple[str, ...]) -> str:
    return "".join(group for group in groups if letter in group)


def _with_others(syllable: str, initials: str, vowels: str, finals: str) -> frozenset[str]:
    """The syllable with one of its letters another."""
    initial, vowel, final = letters_of(syllable)
    return frozenset((
        *(_syllable(INITIALS.index(other), vowel, final) for other in initials),
        *(_syllable(initial, VOWELS.index(other), final) for other in vowels),
        *(_syllable(initial, vowel, FINALS.index(other)) for other in finals),
    ))  # fmt: skip


def letters_of(syllable: str) -> tuple[int, int, int]:
    """The numbers of a syllable's initial, vowel and final."""
    code = ord(syllable) - _FIRST
    return code // 588, code // 28 % 21, code % 28


def _syllable(initial: int, vowel: int, final: int) -> str:
    return chr(_FIRST + initial * 588 + vowel * 28 + final)
