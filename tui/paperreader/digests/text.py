"""Cleans text of what a terminal must not see, and makes the keys by which titles are compared."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Literal

_DROPPED = (
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0x061C, 0x200B,
    0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFE0F, 0xFEFF,
    *range(0x1F3FB, 0x1F400),
)  # fmt: skip
_BREAKS = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)  # not the end of a line in an editor that counts lines
_CLEANED: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED),
    **dict.fromkeys(_BREAKS, " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # half a character can't be stored
}
_UNCLEAN = re.compile("[" + "".join(re.escape(chr(code)) for code in _CLEANED) + "]")
# What tells a terminal a colour or a title (ECMA-48, 5.4 and 5.6), of which the rest is no text.
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]{0,30}[ -/]{0,9}[@-~]|\][^\x07\x1b\n]{0,300}(?:\x07|\x1b\\))"
)
# Normalising sorts each run of combining marks in quadratic time: longer ones stay as they are.
_LONG_MARKS = re.compile(r"([^\w\s\x00-\x7f]{31,}+)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|font|i|img|kbd|mark|p|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]{0,500}+)?/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[((?:[^\[\]]{1,500}+|\[[^\[\]]{0,100}+\]){0,9}+)\]\([^()\s]{0,2000}+\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3}+)(?=[^\s*])([^*]{1,500}+)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w$\\{}^_])_(?=[^\s_])([^_$]{1,300}+)(?<=\S)_(?![\w{])")
_CODE = re.compile(r"`([^`]{1,300}+)`")
_ESCAPED = re.compile(r"\\([\[\]*_|~#`<>&])")
_ACCENT = re.compile("[\u0300-\u036f]+")
_JOINED = re.compile(r"[$^{}_\\'’‘`]")
_LONGEST_SLUG = 80

Form = Literal["NFC", "NFKC", "NFKD"]


def normalised(form: Form, text: str) -> str:
    """`unicodedata.normalize` in linear time."""
    if text.isascii():
        return text
    if not _LONG_MARKS.search(text):
        return unicodedata.normalize(form, text)
    parts = _LONG_MARKS.split(text)
    parts[::2] = [unicodedata.normalize(form, part) for part in parts[::2]]
    return "".join(parts)


def clean(text: str) -> str:
    """The text in NFC, without control and direction characters; the line breaks stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    if _UNCLEAN.search(text):
        text = text.translate(_CLEANED)
    return normalised("NFC", text)


def one_line(text: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """A line of Markdown without its markup; formulas and lone asterisks stay."""
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _CODE.sub(r"\1", _STRONG.sub(r"\2", text))
    if "$" not in text:
        text = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\1", text))
    return one_line(clean(_ENTITY.sub(lambda match: html.unescape(match[0]), text)))


def title_key(title: str) -> str:
    """The title as it is compared: without case, accents and punctuation.

    `+` and `#` stay, because ControlNet and ControlNet++ are two papers.
    """
    folded = normalised("NFKC", title).casefold()
    folded = normalised("NFC", _ACCENT.sub("", normalised("NFKD", folded)))
    folded = _JOINED.sub("", folded)
    return " ".join("".join(c if c.isalnum() or c in "+#" else " " for c in folded).split())


def slug_of(title: str) -> str:
    """A short name made of the title's key: different for different keys."""
    key = title_key(title)
    slug = key.replace(" ", "-")
    if key and len(slug) <= _LONGEST_SLUG:
        return slug
    import hashlib  # noqa: PLC0415 - OpenSSL takes 3 ms, and no start needs it

    digest = hashlib.sha256((key or title).encode("utf-8", "replace")).hexdigest()[:10]
    return f"{slug[:_LONGEST_SLUG]}-{digest}".lstrip("-")


def has_words(text: str) -> bool:
    """Whether there is a letter or digit in it."""
    return any(map(str.isalnum, text))
