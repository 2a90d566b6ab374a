"""Titles of papers, told apart from the labels, numbers and signs that stand around them."""

from __future__ import annotations

import re

from paperreader.digests.arxiv import IDENTIFIER
from paperreader.digests.labels import harmonised
from paperreader.digests.links import is_generic
from paperreader.digests.text import has_words, plain

_NAMES = (
    r"(?:(?:paper|论文|論文|논문)[ ]?)?(?:title|제목|标题|標題|题目|題目|名称|タイトル)"
    r"|논문명|论文名"
)
_MORE = r"(?:\n[ ]{2,12}(?!\S{1,30}[:：])\S[^\n]{0,300}){0,4}"  # lines that are further in
TITLE_LINE = re.compile(
    rf"^[ >]{{0,12}}(?:(?:[-*+•]|\d{{1,3}}[.)])[ ]{{1,3}})?[*_`]{{0,3}}(?:{_NAMES})[*_`]{{0,3}}"
    rf"[ ]?[:：][ *_`]{{0,5}}(?P<title>\S[^\n]{{0,600}}{_MORE})",
    re.IGNORECASE | re.MULTILINE,
)
NUMBER = re.compile(r"(?:\(?\d{1,3}[.)\]\u20e3]|\[\d{1,3}\])\s{1,3}")
BOX = re.compile(r"^\[[ xX]\]\s{1,3}")  # of a list of things to do
# What stands before a title: a day or month, or the name and year of a conference in brackets.
HEAD = re.compile(
    r"^(?:[\[(]?(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])]?[\s,:]{1,3}"
    r"|[\[(][A-Z][\w@ -]{1,20}['’ ]?\d{2,4}[\])]\s{0,2}"
    rf"|\[?(?:arxiv:\s?)?{IDENTIFIER}\]?[\s:|–—-]{{1,4}})",
    re.IGNORECASE,
)
# What stands after one: its identifier, or where its page is.
_TAIL = re.compile(
    rf"(?:[\s,(\[]{{1,3}}(?:arxiv:?\s?)?{IDENTIFIER}[)\]]?|\s\|\sarxiv(?:\.org)?)$", re.IGNORECASE
)
# What stands around a whole title: brackets, a link of a wiki, the sign of a callout.
_WIKI = re.compile(r"\[\[(?:[^\[\]|]{1,300}+\|)?([^\[\]|]{1,300}+)\]\]")
_WHOLE = re.compile(r"\[([^\[\]]{2,500}+)\]")
_CALLOUT = re.compile(r"[>\s]{0,12}(?:\[![A-Za-z-]{1,20}\][+-]?\s{0,9})?")
_LABELS = frozenset(
    (
        "title", "paper title", "name", "preprint", "id", "arxiv id", "paper id", "metadata",
        "paper information", "date", "published", "publish date", "publication date", "categories",
        "category", "tags", "comments", "제목", "标题", "题目", "论文id", "基本信息",
    )
)  # fmt: skip
_LONGEST = 300
_EDGES = " \t\n*_`\"'“”‘’:：;,.|-–—([<>~•·"


def is_title(text: str) -> bool:
    """Whether a text can be a title: not a label, or what a link is called by its kind."""
    words = plain(text).strip(_EDGES)
    is_label = harmonised(words) is not None or words.lower() in _LABELS
    return has_words(words) and not is_label and not is_generic(words)


def shortened(title: str) -> str:
    """The first sentence where others or a list of names follow it, or where it is too long."""
    first, _, more = title.partition(". ")
    if "," in more or ". " in more or len(title) > _LONGEST:
        title = first
    return title[:_LONGEST].rstrip()


def title_of(text: str) -> str:
    """A title without number, markup and the signs that part it from what follows."""
    words = _CALLOUT.sub("", _WIKI.sub(r"\1", plain(text)).strip(), count=1)
    whole = _WHOLE.fullmatch(words)
    words = BOX.sub("", whole[1] if whole else words)
    words = NUMBER.sub("", words, count=1) if NUMBER.match(words) else words
    bare = _TAIL.sub("", HEAD.sub("", words, count=1).rstrip(" ,;:"), count=1)
    words = bare if has_words(bare) else words
    words = words.lstrip("*_`|-–—:•· ").rstrip(" *_`|-–—:,;([•·~")
    return words.removesuffix(".") if not words.endswith("..") else words
