"""A Textual screen as SVG with every character in its cell.

Rich's own exporter places runs by their number of characters, which squeezes Korean; here each
character has its own x, so that any monospace font that the viewer has will do.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from rich.style import Style
    from textual.strip import Strip

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, PADDING, TITLE = 8.4, 18, 14, 12, 24
FONTS = "'DejaVu Sans Mono','Noto Sans Mono CJK KR',Menlo,Consolas,'Liberation Mono',monospace"


def screen_svg(
    lines: list[Strip], columns: int, title: str, *, foreground: str, background: str
) -> str:
    """The SVG document of a screen."""
    rectangles: list[str] = []
    texts: list[str] = []
    for row, line in enumerate(lines):
        column = 0
        for segment in line:
            colours = _colours(segment.style, foreground, background)
            _draw(segment, row, column, colours=colours, rectangles=rectangles, texts=texts)
            column += cell_len(segment.text)
    width = columns * CELL_WIDTH + 2 * PADDING
    height = len(lines) * CELL_HEIGHT + 2 * PADDING + TITLE
    return _document(width, height, title, background, [*rectangles, *texts])


def words_of(svg: str) -> list[str]:
    """The letters of a picture line by line, without blanks: what one compares it by."""
    lines: dict[str, str] = {}
    for y, letters in re.findall(r'<text x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</text>', svg):
        lines[y] = lines.get(y, "") + html.unescape(letters)
    return list(lines.values())


def _colours(style: Style | None, foreground: str, background: str) -> tuple[str, str | None]:
    if style is None:
        return foreground, None
    text, behind = style.color, style.bgcolor
    front = text.get_truecolor().hex if text and not text.is_default else foreground
    back = behind.get_truecolor(foreground=False).hex if behind and not behind.is_default else None
    return (back or background, front) if style.reverse else (front, back)


def _draw(
    segment: Segment,
    row: int,
    column: int,
    *,
    colours: tuple[str, str | None],
    rectangles: list[str],
    texts: list[str],
) -> None:
    front, back = colours
    x, y = column * CELL_WIDTH, row * CELL_HEIGHT
    width = cell_len(segment.text) * CELL_WIDTH
    if back:
        rectangles.append(
            f'<rect x="{x:.1f}" y="{y}" width="{width + 0.2:.1f}" height="{CELL_HEIGHT + 0.2}" '
            f'fill="{back}"/>'
        )
    places, visible = [], ""
    for character in segment.text:
        if character != " ":
            places.append(f"{column * CELL_WIDTH:.1f}")
            visible += character
        column += cell_len(character)
    if visible:
        texts.append(
            f'<text x="{" ".join(places)}" y="{y + 13.5}" fill="{front}"'
            f"{_attributes(segment.style)}>{html.escape(visible)}</text>"
        )


def _attributes(style: Style | None) -> str:
    if style is None:
        return ""
    bold = ' font-weight="bold"' if style.bold else ""
    italic = ' font-style="italic"' if style.italic else ""
    underline = ' text-decoration="underline"' if style.underline else ""
    return bold + italic + underline


def _document(
    width: float, height: float, title: str, background: str, shapes: Iterable[str]
) -> str:
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" '
        f'font-family="{FONTS}" font-size="{FONT_SIZE}" xml:space="preserve">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{background}"/>\n'
        f'<text x="{width / 2:.0f}" y="22" text-anchor="middle" fill="#888">'
        f"{html.escape(title)}</text>\n"
        f'<g transform="translate({PADDING},{PADDING + TITLE})">\n{body}\n</g>\n</svg>\n'
    )
