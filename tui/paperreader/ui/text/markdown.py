"""The Markdown of a summary as styled text: emphasis, lists, code, links, images and formulas."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content, Span
from textual.style import Style

from paperreader.ui.text.enumerations import cuts
from paperreader.ui.text.latex import latex_to_unicode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_IMAGE = re.compile(r"<(?:img|video|source)\b[^<>]*?\bsrc=[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*[\"']([^\"'<>]*)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"https?://[^\s<>{}\[\]()|\"'`]*[\w/]")
_TWICE = re.compile(r"(https?://[^\s{}]+)\{\1/?\}")  # what is left of LaTeX's \\href
_LATEX_IN_PROSE = (  # abstracts are often pasted from LaTeX
    (re.compile(r"\\url\{\s*(https?://[^{}\s]+)\s*\}"), r" \1"),
    (re.compile(r"\\textbf\{([^{}]*)\}"), r"**\1**"),
    (re.compile(r"\\(?:emph|textit)\{([^{}]*)\}"), r"*\1*"),
    (re.compile(r"\\([A-Z][A-Za-z]+)\{\}"), r"\1"),
)
_LOST_STARS = re.compile(
    r"^([^*\n]{1,120})\*\*(?=\s)"
)  # the end of a label whose beginning is gone
_OPENERS = {"strong_open": "bold", "em_open": "italic", "s_open": "strike"}
_CLOSERS = {"strong_close", "em_close", "s_close", "link_close"}


class Block(NamedTuple):
    """A paragraph: `indent` cells before it, its first `hang` characters before the other lines."""

    content: Content
    indent: int = 0
    hang: int = 0


GAP = Block(Content(""))


class Flow(NamedTuple):
    """Pieces side by side; a line is broken only between them."""

    pieces: tuple[Content, ...]
    gap: int = 2


def markdown_blocks(text: str, *, is_raw: bool = False) -> list[Block]:
    """The paragraphs of a Markdown text; its formulas as they were written when it is raw."""
    mended = _LOST_STARS.sub(r"**\1**", _TWICE.sub(r"\1", text))
    for command, markdown in _LATEX_IN_PROSE if "\\" in text and not is_raw else ():
        mended = command.sub(markdown, mended)
    return list(_Renderer(is_raw=is_raw).blocks(_parser().parse(mended)))


def link(text: str, address: str) -> Content:
    """Text that opens an address when clicked, in the reader and in terminals that know links."""
    return Content(text, [Span(0, len(text), style) for style in _link_styles(address)])


@lru_cache(1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not needed before the first paint
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415

    return (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .use(dollarmath_plugin, double_inline=True)
    )


def _link_styles(address: str) -> tuple[str | Style, ...]:
    click = Style.from_meta({"@click": ("screen.open_address", (address,))})
    return ("underline $accent", click + Style(link=address))


def clickable(text: str, action: str, argument: object, style: str = "") -> Content:
    """Text that does this action of the screen when it is clicked."""
    click = Style.from_meta({"@click": (f"screen.{action}", (argument,))})
    return Content(text, [Span(0, len(text), each) for each in (style, click) if each])


class _Inline:
    """Collects the text and styles of one paragraph."""

    def __init__(self, *, is_raw: bool) -> None:
        self._is_raw = is_raw
        self._text: list[str] = []
        self._spans: list[Span] = []
        self._open: list[tuple[int, tuple[str | Style, ...]]] = []
        self._length = 0

    def content(self, tokens: Sequence[Token]) -> Content:
        """The paragraph that these tokens make."""
        for token in tokens:
            self._take(token)
        return Content("".join(self._text), self._spans)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in _OPENERS:
            self._open.append((self._length, (_OPENERS[kind],)))
        elif kind == "link_open":
            self._open.append((self._length, _link_styles(str(token.attrs.get("href", "")))))
        elif kind in _CLOSERS:
            start, styles = self._open.pop()
            self._spans += [Span(start, self._length, style) for style in styles]
        else:
            self._take_text(token)

    def _take_text(self, token: Token) -> None:
        match token.type:
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add("\n")
            case "code_inline":
                self._add(token.content, "$text-accent")
            case "math_inline" | "math_inline_double":
                shown = f"${token.content}$" if self._is_raw else latex_to_unicode(token.content)
                self._add(shown, "italic")
            case "image":
                source = str(token.attrs.get("src", ""))
                self._add(f"[{token.content or 'image'}]", *_link_styles(source))
            case "html_inline":
                self._add_html(token.content)
            case "text" if not self._open:
                self._add_with_addresses(token.content)
            case _:
                self._add(token.content)

    def _add_with_addresses(self, text: str) -> None:
        done = 0
        for match in _ADDRESS.finditer(text):
            self._add(text[done : match.start()])
            self._add(match[0], *_link_styles(match[0]))
            done = match.end()
        self._add(text[done:])

    def _add_html(self, html: str) -> None:
        if image := _IMAGE.match(html):
            self._add(_image_name(html), *_link_styles(image[1]))
        elif html.lower().startswith("<br"):
            self._add("\n")

    def _add(self, text: str, *styles: str | Style) -> None:
        start, self._length = self._length, self._length + len(text)
        self._text.append(text)
        self._spans += [Span(start, self._length, style) for style in styles if text]


class _Renderer:
    """Turns block tokens into paragraphs; remembers lists, quotes and tables that are open."""

    def __init__(self, *, is_raw: bool) -> None:
        self._is_raw = is_raw
        self._lists: list[int | None] = []
        self._bullet = ""
        self._quotes = 0
        self._rows: list[list[Content]] | None = None
        self._is_heading = False

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The paragraphs, with gaps between those that stand at the top level."""
        for token in tokens:
            if make := self._makers.get(token.type):
                yield from make(self, token)

    def _paragraph(self, token: Token) -> Iterator[Block]:
        content = _Inline(is_raw=self._is_raw).content(token.children or ())
        if self._rows is not None:
            self._rows[-1].append(content)
            return
        if self._is_heading:
            content = content.stylize("bold")
        bullet, self._bullet = self._bullet, ""
        depth = len(self._lists)
        indent = 2 * (max(0, depth - 1) if bullet else depth) + 2 * self._quotes
        if bullet:
            content = Content.assemble((bullet, "$secondary"), content)
        yield from _in_points(Block(content, indent, len(bullet)))

    def _gap(self, _token: Token) -> Iterator[Block]:
        self._is_heading = False
        if not self._lists and self._rows is None:
            yield GAP

    def _heading(self, _token: Token) -> Iterator[Block]:
        self._is_heading = True
        yield GAP

    def _open_bullets(self, _token: Token) -> Iterator[Block]:
        self._lists.append(None)
        return iter(())

    def _open_numbers(self, token: Token) -> Iterator[Block]:
        self._lists.append(int(token.attrs.get("start", 1)))
        return iter(())

    def _close_list(self, token: Token) -> Iterator[Block]:
        self._lists.pop()
        return self._gap(token)

    def _item(self, _token: Token) -> Iterator[Block]:
        number = self._lists[-1]
        self._bullet = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1
        return iter(())

    def _quote(self, token: Token) -> Iterator[Block]:
        self._quotes += token.nesting
        return iter(())

    def _code(self, token: Token) -> Iterator[Block]:
        text = token.content.rstrip("\n")
        if token.info.strip() == "math":
            yield from self._formula(token)
            return
        yield Block(Content.styled(text, "$text-accent"), 2 + 2 * len(self._lists))
        yield GAP

    def _formula(self, token: Token) -> Iterator[Block]:
        source = token.content.strip()
        text = source if self._is_raw else latex_to_unicode(source)
        yield Block(Content.styled(text, "italic"), 2 + 2 * len(self._lists))
        yield GAP

    def _html(self, token: Token) -> Iterator[Block]:
        for image in _IMAGE.finditer(token.content):
            end = token.content.find(">", image.end())
            name = _image_name(token.content[image.start() : end])
            yield Block(link(name, image[1]), 2 * len(self._lists))
        text = " ".join(_TAG.sub(" ", token.content).split())
        if text:
            yield Block(Content(text), 2 * len(self._lists))

    def _table(self, _token: Token) -> Iterator[Block]:
        self._rows = []
        return iter(())

    def _row(self, _token: Token) -> Iterator[Block]:
        if self._rows is not None:
            self._rows.append([])
        return iter(())

    def _close_table(self, _token: Token) -> Iterator[Block]:
        rows, self._rows = self._rows or [], None
        for number, row in enumerate(rows):
            line = Content("  |  ").join(row)
            yield Block(line.stylize("bold") if number == 0 else line)
        yield GAP

    _makers: ClassVar[dict[str, Callable[[_Renderer, Token], Iterator[Block]]]] = {
        "inline": _paragraph,
        "paragraph_close": _gap,
        "heading_open": _heading,
        "heading_close": _gap,
        "bullet_list_open": _open_bullets,
        "ordered_list_open": _open_numbers,
        "bullet_list_close": _close_list,
        "ordered_list_close": _close_list,
        "list_item_open": _item,
        "blockquote_open": _quote,
        "blockquote_close": _quote,
        "fence": _code,
        "code_block": _code,
        "math_block": _formula,
        "html_block": _html,
        "table_open": _table,
        "tr_open": _row,
        "table_close": _close_table,
    }


def _image_name(tag: str) -> str:
    """What its own words say that it shows: `[a chart]`."""
    words = _ALT.search(tag)
    return f"[{words[1].strip() if words and words[1].strip() else 'image'}]"


def _in_points(block: Block) -> Iterator[Block]:
    """A paragraph that counts its points, with a line for each."""
    content, indent, hang = block
    for start, words, end in cuts(content.plain[hang:]):
        piece = content[hang + start : hang + end].rstrip()
        if start == words:
            yield Block(content[:hang] + piece if hang else piece, indent, hang)
        else:
            marker = content[hang + start : hang + words].rstrip() + " "
            yield Block(
                marker.stylize("$secondary") + content[hang + words : hang + end].rstrip(),
                indent + hang,
                len(marker.plain),
            )
