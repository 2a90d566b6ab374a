"""The Latin keys behind Hangul: what was pressed while the Korean input mode (2-set) was on."""

from __future__ import annotations

_LEADS = tuple("rRseEfaqQtTdwWczxvg")
_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()  # noqa: SIM905 - short
_TAILS = ("", *"r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split())  # noqa: SIM905
_COMPATIBLE = (  # U+3131 to U+3163, single letters as an input method commits them
    *"r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(),  # noqa: SIM905 - as above
    *_VOWELS,
)
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FIRST_LETTER = 0xAC00, 0xD7A3, 0x3131


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
