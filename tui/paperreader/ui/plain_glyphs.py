"""Everything the reader draws in ASCII, for terminals and fonts that lack its signs and borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

# As many cells for each, so that nothing moves.
_ASCII = str.maketrans(
    {
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝", "+"),
        **dict.fromkeys("─━╌╍┄┅╴╶╺╸═–—−‐", "-"),
        **dict.fromkeys("│┃╎┊║", "|"),
        **dict.fromkeys("▔▀▎▊▌▐▕▏▉▋▍", " "),
        **dict(zip("▁▂▃▄▅▆▇█", "_.,:-=+#", strict=True)),  # bars, from low to high
        **dict.fromkeys("•·∙‧", "-"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’‚", "'"),
        "🔎": "> ", "»": ">", "«": "<",
        "▪": "*", "✦": "!", "⚑": "B", "▴": "^", "▸": ">", "▾": "v", "✎": "n", "…": "~",
        "→": ">", "←": "<", "↑": "^", "↓": "v", "×": "x", "✓": "x", "★": "*", "●": "*", "○": "o",
    }
)  # fmt: skip


class PlainGlyphs(LineFilter):
    """Replaces the signs in what is drawn, borders and texts alike."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same line in ASCII as far as it has equals."""
        return [
            Segment(text.translate(_ASCII), style, control) for text, style, control in segments
        ]
