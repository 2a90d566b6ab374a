"""Tells English, Korean, Chinese and Japanese apart by the scripts of a text."""

from __future__ import annotations

import re

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_SAMPLE = 6000
_LETTERS_PER_SIGN = 3  # a sign of these scripts says about as much as three Latin letters


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text's beginning is in."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "en"
    hangul, kana, han = (len(script.findall(sample)) for script in (_HANGUL, _KANA, _HAN))
    if (hangul + kana + han) * _LETTERS_PER_SIGN <= len(_LATIN.findall(sample)):
        return "en"
    if hangul + kana + han == 0:
        return "en"
    if hangul >= kana + han:
        return "ko"
    return "ja" if kana * 5 >= han else "zh"
