"""Korean particles: what is glued to a word and no part of it."""

from __future__ import annotations

import re

# With these the index takes a word of Latin letters as if they were not there.
_GLUED = """
으로부터 에서부터 에서는 에서도 으로는 으로도 이라는 에게서 에서 에게 으로 부터 까지 처럼 보다
라는 마다 조차 밖에 에는 에도 와의 과의 로의 들의 은 는 이 가 을 를 의 에 로 와 과 도 만
"""
# What is cut off a word that is asked for: a plural, then where or how, then what of it.
_WHERE = """
에서 에게서 에게 에 한테서 한테 께서 께 으로부터 로부터 에서부터 으로써 로써 으로서 로서 으로 로
와 과 하고 이랑 랑 보다 처럼 만큼 대로 까지 부터 마다 조차 마저 밖에 뿐 만
"""
_WHAT = """
은 는 이 가 을 를 의 도 만 까지 부터 조차 마저 밖에 이나 나 이라도 라도 에 으로 로 인 이다 입니다
이라는 라는 이라고 라고 이란 란 이라 이라면 이든 든 이며 며 이고 이면 이지만 지만 이므로 인데 야말로
이야말로 커녕
"""
_PLURAL = "들"


def _any_of(particles: str) -> str:
    return f"(?:{'|'.join(particles.split())})"


GLUED = _any_of(_GLUED)
ENDING = f"(?:{_PLURAL}?(?:{_any_of(_WHERE)}{_any_of(_WHAT)}?|{_any_of(_WHAT)})|{_PLURAL})"
_WHOLE_ENDING = re.compile(ENDING)
_LONGEST_ENDING = 8
_SHORTEST_WORD = 2
_FIRST_SYLLABLE, _FINALS = 0xAC00, 28


def without_endings(word: str) -> list[str]:
    """What a word may be without its particles, all of it first, no plural where it has others."""
    starts = range(max(_SHORTEST_WORD, len(word) - _LONGEST_ENDING), len(word))
    ends = [start for start in starts if _WHOLE_ENDING.fullmatch(word, start)]
    cut = [word[:end] for end in reversed(ends)]
    return [word, *(form for form in cut if form == cut[-1] or form[-1] != _PLURAL)]


def as_object(word: str) -> str:
    """A word with the particle of an object: it depends on whether it ends in a consonant."""
    has_final = (ord(word[-1]) - _FIRST_SYLLABLE) % _FINALS
    return word + ("을" if has_final else "를")
