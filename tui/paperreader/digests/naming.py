"""Which paper a block of Markdown names: its arXiv identifier and its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import BARE, IDENTIFIER, PLACE, arxiv_ids, bare_arxiv_id
from paperreader.digests.blocks import Block, Kind
from paperreader.digests.links import without_links
from paperreader.digests.text import has_words, plain
from paperreader.digests.titles import BOX, HEAD, NUMBER, TITLE_LINE, is_title, shortened, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TARGET = re.compile(
    r"\]\(\s{0,3}<?(?P<url>https?://[^\s()<>]{1,1500}+)[^()\n]{0,200}+\)"
    r"|<a\s[^<>]{0,300}?href\s?=\s?[\"']?(?P<href>[^\s\"'<>#]{1,1500}+)[^<>]{0,300}+>"
    r"(?P<label>[^<>]{0,600}+)</a>",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(\*{2,3}|__)(?=\S)((?:[^*\n]|\n(?!\s{0,9}\n)){2,400}+)\1")
_MENTION = re.compile(
    rf"\[{{1,2}}[^\[\]]{{0,60}}+\]{{1,2}}\(\s?https?://|<a\s|<?https?://|{PLACE}|\[?!\[",
    re.IGNORECASE,
)
# Where an identifier stands that nothing names as one: at the start, in brackets at the end of a
# line or after what is bold, or under a label.
_BARE = re.compile(
    rf"\A[\s>*_`\[(]{{0,9}}({BARE})(?=[\])`*\s:|–—-]|$)"
    rf"|\*\*\s{{0,3}}[\[(`]{{1,2}}({BARE})[\])`]{{1,2}}"
    rf"|[\[(`]{{1,2}}({BARE})[\])`]{{1,2}}[\s.:*_]{{0,6}}$"
    rf"|^[\W_]{{0,9}}(?:(?:论文|paper|논문)?[ _]?(?:id|编号|번호)|paper)\W{{1,8}}({BARE})"
    r"\W{0,4}$"
    rf"|\]\((?!https?:)[^()\s]{{0,200}}?(?<![\w.])({BARE})(?=[-._)])",
    re.IGNORECASE | re.MULTILINE,
)
_STRONG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary(?:\s[^<>]{0,300}+)?>", re.IGNORECASE)
_LAYOUT = re.compile(r"</?(?:details|summary)(?:\s[^<>]{0,300}+)?>", re.IGNORECASE)
_POINTER = re.compile(rf"^\W{{0,9}}{PLACE}{IDENTIFIER}", re.IGNORECASE)
# The address of a paper behind its title; it is kept as a link.
_LINK_ALONE = re.compile(
    rf"^\W{{0,9}}(?:https?://)?(?:www\.)?{PLACE}{IDENTIFIER}(?:\.pdf)?[)\]>*_\s:.,–—-]{{0,9}}(?=\w|\Z)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\*{1,3}+(?=[\s:,.|)\-–—]|$)|[\s:：,.|\-–—)\]])*+")
_WORDS_BETWEEN = re.compile(r"(?!\b(?:and|und|et)\b)\w|\n\s{0,99}\n|[–—:]")
_NUMBERED = re.compile(rf"[\s*_>`#]{{0,12}}{NUMBER.pattern}")
_ENDED = re.compile(r"[.:!。：！]\W{0,3}$")
_LONGEST_MARKS = 100
_LONGEST_LABEL = 600
_LONGEST_LINE = 200
_LONGEST_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Name:
    """A paper as a block names it.

    `title` is empty where the block only points to it; `rest` is what the block says beside the
    title; `leads` tells whether the block starts with the title.
    """

    identifier: str | None
    title: str
    rest: str
    leads: bool = False


def name_of(block: Block) -> Name | None:
    """The paper that a block names, other than a row; None for one without any arXiv identifier."""
    text = _as_markdown(block.text)
    identifiers = arxiv_ids(text)
    if block.cells and identifiers:
        return Name(identifiers[0], title_of(block.head), "", leads=True)
    if identifiers:
        return linked(text, identifiers[0]) or told(block.kind, text, identifiers[0])
    bare = _BARE.search(text)
    if not bare:
        return None
    kind = Kind.ITEM if bare[1] else block.kind  # what starts with an identifier goes on with words
    name = told(kind, text, bare_arxiv_id(bare[bare.lastindex or 0]) or "")
    return replace(name, leads=name.leads or bool(bare[1] and name.title))


def _as_markdown(text: str) -> str:
    """The text with the HTML in Markdown that titles stand in."""
    if "<" not in text:
        return text
    return _LAYOUT.sub(" ", _STRONG.sub("**", text))


def linked(text: str, identifier: str = "", *, any_address: bool = False) -> Name | None:
    """The paper whose title is the text of its link, or of a link that the text starts with."""
    for start, label, end, url in _links(text):
        if not is_title(without_links(label)):
            continue
        leads = _is_start(text, start)
        found = bare_arxiv_id(url) or (identifier if leads else "")
        if found or any_address:
            return Name(found, title_of(label), _beside(text, start, end, leads=leads), leads)
    return None


def also_named(block: Block, name: Name) -> Iterator[Name]:
    """The other papers of a block: those of all its links, or of those that follow the first.

    Other papers that the text about a paper links to are not among them. `rest` is what is said of
    them: the block, or the link alone where that is long.
    """
    texts = [cell for _, cell in block.cells] if block.kind is Kind.ROW else [block.text]
    known = {name.identifier}
    for text in texts if name.identifier else ():
        reached = -1
        for start, label, end, url in _links(text):
            found = bare_arxiv_id(url)
            if not found or not is_title(without_links(label)):
                continue
            is_next = 0 <= reached < start <= reached + _LONGEST_MARKS
            if found == name.identifier or not name.leads:
                reached = end
            elif not is_next or _WORDS_BETWEEN.search(text, reached, start):
                continue
            reached = end
            if found not in known:
                known.add(found)
                rest = text if len(text) <= _LONGEST_TEXT else text[start:end]
                yield Name(found, title_of(label), rest)


def _is_start(text: str, place: int) -> bool:
    """Whether nothing but a day or conference is said before a place, in some signs at most."""
    before = _unnumbered(text[:place]) if place < _LONGEST_MARKS else "a"
    return not has_words(HEAD.sub("", before, count=1))


def _unnumbered(text: str) -> str:
    number = _NUMBERED.match(text)
    return text[number.end() :] if number else text.lstrip()


def _beside(text: str, start: int, end: int, *, leads: bool) -> str:
    """What a text says beside a title that it starts with; all of it where it doesn't."""
    if not leads:
        return text
    before = _unnumbered(text[:start])
    return (before if has_words(before) else "") + _BETWEEN.sub("", text[end:], count=1)


def _links(text: str) -> Iterator[tuple[int, str, int, str]]:
    for match in _TARGET.finditer(text):
        if match["href"]:
            yield match.start(), match["label"], match.end(), match["href"]
        elif (start := _opening(text, match.start())) is not None and text[
            start - 1 : start
        ] != "!":
            yield start, text[start + 1 : match.start()], match.end(), match["url"]


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes at `end`; titles may have brackets in them."""
    depth = 1
    for place in range(end - 1, max(end - _LONGEST_LABEL, 0) - 1, -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None


def told(kind: Kind, text: str, identifier: str) -> Name:
    """The paper that is told in words before a link which names nothing."""
    titled = TITLE_LINE.search(text)
    if titled and is_title(titled["title"]):
        return Name(identifier, title_of(titled["title"]), text, leads=True)
    mention = _MENTION.search(text)
    before = text[: mention.start()] if mention else text
    bold = _BOLD.search(before)
    if bold and is_title(bold[2]):
        leads = _is_start(before, bold.start())
        rest = _beside(text, bold.start(), bold.end(), leads=leads)
        return Name(identifier, title_of(bold[2]), rest, leads)
    first, _, more = before.strip().partition("\n")
    title = shortened(title_of(first))
    if kind is Kind.TEXT or not is_title(first) or not is_title(title):
        return Name(identifier, "", text)
    is_all = "](" not in first and _says_no_more(first, title)
    behind = _LINK_ALONE.sub("", text[len(before) :], count=1)
    rest = f"{more if has_words(more) else ''}\n{behind}".strip() if is_all else text
    return Name(identifier, title, rest)


def is_address(line: str, identifier: str | None) -> bool:
    """Whether a line says nothing but where the paper with this identifier is."""
    alone = _LINK_ALONE.match(line) if "://" in line else None
    return bool(alone and alone.end() == len(line) and bare_arxiv_id(line) == identifier)


def _says_no_more(text: str, title: str) -> bool:
    """Whether a title has all words of a text but its number."""
    words = BOX.sub("", plain(text).strip())
    words = NUMBER.sub("", words, count=1) if NUMBER.match(words) else words
    return "".join(filter(str.isalnum, words)) == "".join(filter(str.isalnum, title))


def title_alone(block: Block, *, is_next: bool) -> Name | None:
    """The title that a paragraph without link is: all of it bold, a summary, or a short line."""
    if block.kind is not Kind.TEXT:
        return None
    text = _as_markdown(block.text).strip()
    first, _, more = text.partition("\n")
    bold = _BOLD.match(text)
    if bold and _is_start(text, bold.start()) and not has_words(text[bold.end() :]):
        return Name(None, title_of(bold[2]), "", leads=True) if is_title(bold[2]) else None
    is_line = is_next and not more.strip() and not _ENDED.search(first)
    if (is_line or _SUMMARY.search(block.text)) and len(first) < _LONGEST_LINE and is_title(first):
        return Name(None, title_of(first), more, leads=True)
    return None


def has_title_line(block: Block) -> bool:
    """Whether the first line of a block can be a title: words that are no sentence and no link."""
    first, _, more = block.text.partition("\n")
    is_words = bool(more.strip()) and first == without_links(first) and not _ENDED.search(first)
    return is_words and len(first) < _LONGEST_LINE and is_title(first)


def stands_out(block: Block) -> bool:
    """Whether a paragraph is in bold or a summary."""
    return (
        _SUMMARY.search(block.text) is not None or _BOLD.match(_as_markdown(block.text)) is not None
    )


def fallback_title(name: Name, block: Block) -> str:
    """A title where none is told: the words beside the link, else the identifier."""
    for said in (block.text.strip().partition("\n")[0], block.text):
        words = title_of(_POINTER.sub("", without_links(said), count=1))
        if is_title(words):
            return shortened(words)
    return f"arXiv {name.identifier}"
