"""Reference links of Markdown, `[title][1]` with `[1]: address` elsewhere, as links in place.

https://spec.commonmark.org/0.31.2/#link-reference-definitions
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?P<label>[^\[\]\n]{1,80})\]:[ ]{0,9}<?(?P<url>https?://[^\s<>]{1,500}+)>?"""
    r"""(?:[ ]{1,9}["'(](?P<title>[^\n"')]{0,300})["')])?[ ]*$""",
    re.MULTILINE,
)
_USE = re.compile(r"\[(?P<text>[^\[\]\n]{1,300})\]\[(?P<label>[^\[\]\n]{0,80})\]")


def inlined(text: str) -> str:
    """The text with its reference links in place, line by line as it was.

    A definition that was used leaves its title, if it has one; what is not defined stays.
    """
    addresses: dict[str, str] = {}
    for found in _DEFINITION.finditer(text):
        addresses.setdefault(_key(found["label"]), found["url"])
    if not addresses:
        return text
    used: set[str] = set()
    placed = _USE.sub(lambda use: _in_place(use, addresses, used), text)
    return _DEFINITION.sub(
        lambda found: (found["title"] or "") if _key(found["label"]) in used else found[0], placed
    )


def _key(label: str) -> str:
    return " ".join(label.casefold().split())


def _in_place(use: re.Match[str], addresses: Mapping[str, str], used: set[str]) -> str:
    key = _key(use["label"] or use["text"])
    if key not in addresses:
        return use[0]
    used.add(key)
    return f"[{use['text']}]({addresses[key]})"
