"""Which paper a block of Markdown names: its arXiv identifier and its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import IDENTIFIER, PLACE, arxiv_ids, bare_arxiv_id
from paperreader.digests.blocks import Block, Kind
from paperreader.digests.labels import harmonised
from paperreader.digests.links import is_generic, without_links
from paperreader.digests.text import has_words, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_TARGET = re.compile(
    r"\]\(\s{0,3}<?(?P<url>https?://[^\s()<>]{1,1500}+)[^()\n]{0,200}+\)"
    r"|<a\s[^<>]{0,300}?href\s?=\s?[\"']?(?P<href>https?://[^\s\"'<>]{1,1500}+)[^<>]{0,300}+>"
    r"(?P<label>[^<>]{0,600}+)</a>",
    re.IGNORECASE,
)
_TITLE_LINE = re.compile(
    r"^[ >]{0,12}(?:[-*+•][ ]{1,3})?[*_`]{0,3}(?:paper )?(?:title|제목|标题|タイトル)[*_`]{0,3}"
    r"[ ]?[:：][ *_`]{0,5}(?P<title>\S[^\n]{0,600})",
    re.IGNORECASE | re.MULTILINE,
)
_BOLD = re.compile(r"(\*{2,3}|__)(?=\S)([^*\n]{2,400}+)\1")
_MENTION = re.compile(
    rf"\[{{1,2}}[^\[\]]{{0,60}}+\]{{1,2}}\(\s?https?://|<a\s|<?https?://|{PLACE}|\[?!\[",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)\]]|\[\d{1,3}\])\s{1,3}")
_BOX = re.compile(r"^\[[ xX]\]\s{1,3}")  # of a list of things to do
# What stands before a title: a day or month, or the name and year of a conference in brackets.
_HEAD = re.compile(
    r"^(?:[\[(]?(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])]?[\s,:]{1,3}"
    r"|[\[(][A-Z][\w@ -]{1,20}['’ ]?\d{2,4}[\])]\s{0,2}"
    rf"|\[?(?:arxiv:\s?)?{IDENTIFIER}\]?[\s:–-]{{1,4}})",
    re.IGNORECASE,
)
# What stands after one: its identifier, or where its page is.
_TAIL = re.compile(
    rf"(?:[\s,(\[]{{1,3}}(?:arxiv:?\s?)?{IDENTIFIER}[)\]]?|\s\|\sarxiv(?:\.org)?)$", re.IGNORECASE
)
_TITLES = (
    "title",
    "titles",
    "paper",
    "papers",
    "paper title",
    "name",
    "work",
    "제목",
    "논문",
    "标题",
)
_LABELS = frozenset(("title", "paper title", "name", "preprint", "제목", "标题"))
_POINTER = re.compile(rf"^\W{{0,9}}{PLACE}{IDENTIFIER}", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\*{1,3}+(?=[\s:,.|)\-–—]|$)|[\s:：,.|\-–—)\]])*+")
_LONGEST_MARKS = 100
_LONGEST_LABEL = 600
_LONGEST_TITLE = 300
_EDGES = " \t\n*_`\"'“”‘’:：;,.|-–—([<>~•·"


@dataclass(frozen=True, slots=True)
class Name:
    """A paper as a block names it.

    `title` is empty where the block only points to it; `rest` is what the block says beside the
    title; `leads` tells whether the block starts with the title.
    """

    identifier: str
    title: str
    rest: str
    leads: bool = False


def name_of(block: Block) -> Name | None:
    """The paper that a block names; None for one without any arXiv identifier."""
    if block.kind is Kind.ROW:
        return _name_of_row(block)
    text = block.text
    identifiers = arxiv_ids(text)
    if not identifiers:
        return None
    return _linked(text, identifiers[0]) or _told(block.kind, text, identifiers[0])


def _linked(text: str, identifier: str = "") -> Name | None:
    """The paper whose title is the text of its link, or of a link that the text starts with."""
    for start, label, end, url in _links(text):
        if not _is_title(without_links(label)):
            continue
        leads = _is_start(text, start)
        found = bare_arxiv_id(url) or (identifier if leads else "")
        if found:
            rest = _BETWEEN.sub("", text[end:], count=1) if leads else text
            return Name(found, title_of(label), rest, leads)
    return None


def _is_start(text: str, place: int) -> bool:
    """Whether nothing is said before a place; beyond some signs nobody starts there."""
    return place < _LONGEST_MARKS and not has_words(_NUMBER.sub("", text[:place], count=1))


def _links(text: str) -> Iterator[tuple[int, str, int, str]]:
    for match in _TARGET.finditer(text):
        if match["href"]:
            yield match.start(), match["label"], match.end(), match["href"]
        elif (start := _opening(text, match.start())) is not None:
            yield start, text[start + 1 : match.start()], match.end(), match["url"]


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes at `end`; titles may have brackets in them."""
    depth = 1
    for place in range(end - 1, max(end - _LONGEST_LABEL, 0) - 1, -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None


def _told(kind: Kind, text: str, identifier: str) -> Name:
    """The paper that is told in words before a link which names nothing."""
    titled = _TITLE_LINE.search(text)
    if titled and _is_title(titled["title"]):
        return Name(identifier, title_of(titled["title"]), text, leads=True)
    mention = _MENTION.search(text)
    before = text[: mention.start()] if mention else text
    bold = _BOLD.search(before)
    if bold and _is_title(bold[2]):
        leads = _is_start(before, bold.start())
        rest = _BETWEEN.sub("", text[bold.end() :], count=1) if leads else text
        return Name(identifier, title_of(bold[2]), rest, leads)
    first, _, more = before.strip().partition("\n")
    if kind is Kind.TEXT or not _is_title(first):
        return Name(identifier, "", text)
    title = _shortened(title_of(first))
    is_all = not more and _says_no_more(first, title)
    rest = text[len(before) :] if is_all else text
    return Name(identifier, title, rest)


def _says_no_more(text: str, title: str) -> bool:
    """Whether a title has all words of a text but its number."""
    words = _BOX.sub("", plain(text).strip())
    words = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
    return "".join(filter(str.isalnum, words)) == "".join(filter(str.isalnum, title))


def _is_title(text: str) -> bool:
    words = plain(text).strip(_EDGES)
    is_label = harmonised(words) is not None or words.lower() in _LABELS
    return has_words(words) and not is_label and not is_generic(words)


def _shortened(title: str) -> str:
    """The first sentence where others or a list of names follow it, or where it is too long."""
    first, _, more = title.partition(". ")
    if "," in more or ". " in more or len(title) > _LONGEST_TITLE:
        title = first
    return title[:_LONGEST_TITLE].rstrip()


def title_of(text: str) -> str:
    """A title without number, markup and the signs that part it from what follows."""
    words = plain(text).strip()
    words = _BOX.sub("", words)
    words = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
    bare = _TAIL.sub("", _HEAD.sub("", words, count=1).rstrip(" ,;:"), count=1)
    words = bare if has_words(bare) else words
    words = words.lstrip("*_`|-–—:•· ").rstrip(" *_`|-–—:,;([•·~")
    return words.removesuffix(".") if not words.endswith("..") else words


def fallback_title(name: Name, block: Block) -> str:
    """A title where none is told: the words beside the link, else the identifier."""
    for said in (block.text.strip().partition("\n")[0], block.text):
        words = title_of(_POINTER.sub("", without_links(said), count=1))
        if _is_title(words):
            return _shortened(words)
    return f"arXiv {name.identifier}"


def _name_of_row(row: Block) -> Name | None:
    identifiers = arxiv_ids(row.head)
    if not identifiers:
        return None
    title = next((cell for column, cell in row.cells if column in _TITLES and has_words(cell)), "")
    named = (found for _, cell in row.cells if (found := _linked(cell)))
    linked = _linked(title) or (None if title else next(named, None))
    if linked:
        return Name(linked.identifier, linked.title, linked.rest, leads=True)
    told = _told(row.kind, title, identifiers[0])
    if told.leads:
        return told
    cells = [title, *(cell for _, cell in row.cells)]
    titles = (title_of(without_links(cell)) for cell in cells if cell)
    words = next((each for each in titles if _is_title(each) and not each.isdigit()), "")
    return Name(identifiers[0], words or f"arXiv {identifiers[0]}", "", leads=True)
