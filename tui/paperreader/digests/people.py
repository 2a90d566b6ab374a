"""Lists of authors and counts of votes, as digests write them."""

from __future__ import annotations

import re

from paperreader.digests.text import plain

_QUOTED = re.compile(r"'([^']{1,200}+)'|\"([^\"]{1,200}+)\"")
_SEPARATOR = re.compile(r"[,;，；、\n]|\s(?:and|&)\s")
_COUNT = re.compile(
    r"\D{0,12}?(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\s?(?:votes?|upvotes?|likes?))?\W{0,5}",
    re.IGNORECASE,
)
_THUMBS = re.compile(
    r"(?:👍|⬆|🔺|▲|🔼|\bupvotes?[*_`]{0,3}[:：]?[*_`]{0,3})\s{0,2}(\d{1,6})(?![\d.,%])"
    r"|(?<![\d.,])(\d{1,6})\s?(?:👍|⬆|🔺|▲|🔼|upvotes?\b)",
    re.IGNORECASE,
)
_THUMBS_WITHIN = 2000
_NOBODY = frozenset(("", "-", "–", "n/a", "none", "unknown"))


def authors_of(text: str) -> tuple[str, ...]:
    """The names of a list: `A, B and C`, or a list as Python prints it."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not _QUOTED.search(text):
        text = text[1:-1] if "](" not in text else text
    if text.startswith("[") and text.endswith("]") and _QUOTED.search(text):
        names = [one or other for one, other in _QUOTED.findall(text)]
    else:
        names = _SEPARATOR.split(plain(text))
    names = [plain(name).strip(" .*").lstrip("-• ") for name in names]
    return tuple(dict.fromkeys(name for name in names if name.lower() not in _NOBODY))


def votes_of(text: str) -> int | None:
    """The count that a field of votes gives; None for `-`."""
    match = _COUNT.fullmatch(text.strip())
    return int(match[1].replace(",", "")) if match else None


def thumbs_in(text: str) -> int | None:
    """The count beside a thumb, an arrow up or the word upvotes in the first lines of a text."""
    match = _THUMBS.search(text, 0, _THUMBS_WITHIN)
    return int(match[1] or match[2]) if match else None


def is_blank(text: str) -> bool:
    """Whether a field says that there is nothing to say: `-`."""
    return text.strip().lower() in _NOBODY
