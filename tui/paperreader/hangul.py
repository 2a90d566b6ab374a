"""Hangul and the Latin keys in the same places: what is typed in the wrong input mode (2-set)."""

from __future__ import annotations

import re

_LEADS = tuple("rRseEfaqQtTdwWczxvg")
_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()  # noqa: SIM905 - short
_TAILS = ("", *"r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split())  # noqa: SIM905
_COMPATIBLE = (  # U+3131 to U+3163, single letters as an input method commits them
    *"r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(),  # noqa: SIM905 - as above
    *_VOWELS,
)
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FIRST_LETTER = 0xAC00, 0xD7A3, 0x3131
_SYLLABLE = re.compile(
    f"([{''.join(_LEADS)}])({'|'.join(sorted(_VOWELS, key=len, reverse=True))})"
    # What a vowel follows begins the next syllable.
    f"((?:{'|'.join(sorted(_TAILS[1:], key=len, reverse=True))})(?![{''.join(_VOWELS)}])|)"
)


def latin_keys(character: str) -> str:
    """The keys that make a Hangul letter or syllable, in order; empty for anything else.

    The arithmetic of syllables is that of the Unicode standard, section 3.12.
    """
    if len(character) != 1:
        return ""
    code = ord(character)
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        lead, rest = divmod(code - _FIRST_SYLLABLE, len(_VOWELS) * len(_TAILS))
        vowel, tail = divmod(rest, len(_TAILS))
        return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
    if 0 <= code - _FIRST_LETTER < len(_COMPATIBLE):
        return _COMPATIBLE[code - _FIRST_LETTER]
    return ""


def hangul_of(keys: str) -> str:
    """The syllables that these keys make in the Korean input mode; empty where they make none."""
    found = list(_SYLLABLE.finditer(keys))
    if "".join(match[0] for match in found) != keys:
        return ""
    return "".join(_syllable(*match.groups()) for match in found)


def _syllable(lead: str, vowel: str, tail: str) -> str:
    place = _LEADS.index(lead) * len(_VOWELS) + _VOWELS.index(vowel)
    return chr(_FIRST_SYLLABLE + place * len(_TAILS) + _TAILS.index(tail))


def in_other_mode(text: str) -> str:
    """Words as they are in the other input mode; empty where some can't be typed so by mistake."""
    words = [hangul_of(word) or _latin_of(word) for word in text.split()]
    return " ".join(words) if all(words) else ""


def _latin_of(word: str) -> str:
    keys = [latin_keys(character) for character in word]
    return "".join(keys) if all(keys) else ""
