"""paperreader's own themes, and what other themes lack."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES, Theme

from paperreader.config import with_line
from paperreader.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from paperreader.config import Config

# For themes that are not ours: readable on light and dark, and by the terminal's own colours.
FALLBACK, ANSI_FALLBACK = {"quiet": "#808080"}, {"quiet": "ansi_default"}

DARK = Theme(
    name="paper-dark",
    primary="#7aa2d6",
    secondary="#9ab6a0",
    accent="#d9a869",
    warning="#e0bb5c",
    error="#d9777b",
    success="#8fb573",
    foreground="#d8d6d0",
    background="#16181c",
    surface="#1c1f24",
    panel="#272b32",
    dark=True,
    variables={"quiet": "#9a9ea6", "primary-muted": "#2b3544"},
)
LIGHT = Theme(
    name="paper-light",
    primary="#2f5d94",
    secondary="#3a6346",
    accent="#8a4f0d",
    warning="#7d5a00",
    error="#a8343a",
    success="#366322",
    foreground="#24262a",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e5e1d6",
    dark=False,
    variables={
        "quiet": "#5c5b57",
        "primary-muted": "#d5e0ec",
        "surface-lighten-1": "#ece7db",  # not white: what is selected differs from the rest
    },
)
# In 16 colours brown is yellow, which can't be read on white.
LIGHT_OF_FEW = replace(LIGHT, accent="#aa00aa", warning="#aa00aa")
CONTRAST = Theme(
    name="high-contrast",
    primary="#66ccff",
    secondary="#7fff7f",
    accent="#ffd700",
    warning="#ffd700",
    error="#ff9a9a",
    success="#7fff7f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={"quiet": "#d0d0d0", "primary-muted": "#003f7f"},
)
# The colours of the terminal itself. Only those that can be read on black and on white, also with
# the palette of VGA (its blue vanishes on black, its yellow on white); the rest is bold or reverse.
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_green",
    accent="ansi_magenta",
    warning="ansi_magenta",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "quiet": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_cyan",
        "input-cursor-background": "ansi_black",
        "input-cursor-foreground": "ansi_bright_white",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_cyan",
        "scrollbar-hover": "ansi_cyan",
        "scrollbar-active": "ansi_cyan",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
    },
)
THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
FEW_COLOURS = ("standard", "windows")  # colour systems of 16, as Rich names them

# Where colours are few or none the cursor and the selection are shown by the style of the text.
FEW_COLOURS_CSS = """
PaperList:ansi > .list--cursor, PaperList:nocolor > .list--cursor,
.-few-colours PaperList > .list--cursor {
    background: ansi_default; text-style: reverse;
}
PaperList:ansi > .list--cursor-blurred, PaperList:nocolor > .list--cursor-blurred,
.-few-colours PaperList > .list--cursor-blurred {
    text-style: underline;
}
PaperList:ansi > .list--selected, PaperList:nocolor > .list--selected,
.-few-colours PaperList > .list--selected {
    text-style: italic;
}
Sidebar:ansi > .sidebar--cursor-blurred, Sidebar:nocolor > .sidebar--cursor-blurred,
.-few-colours Sidebar > .sidebar--cursor-blurred {
    text-style: underline;
}
Sidebar:ansi > .sidebar--cursor, Sidebar:nocolor > .sidebar--cursor,
.-few-colours Sidebar > .sidebar--cursor {
    color: ansi_default; background: ansi_default; text-style: reverse;
}
OptionList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
MainScreen:ansi .pane, MainScreen:nocolor .pane, .-few-colours MainScreen .pane {
    border: round $foreground;
}
MainScreen:ansi .pane:focus, MainScreen:nocolor .pane:focus,
.-few-colours MainScreen .pane:focus {
    border: heavy $primary;
}
"""


def check_theme(config: Config, path: Path) -> None:
    """Raise ConfigError, with the line of its file, for a theme that is not there."""
    name = config.theme
    names = in_order(BUILTIN_THEMES)
    if name and name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"use one of {', '.join(names)}"
        raise with_line(ConfigError(f"config.toml: theme: no theme {name!r}; {hint}"), path)


def in_order(names: Iterable[str]) -> list[str]:
    """Names of themes for choosing: ours first."""
    ours = [theme.name for theme in THEMES]
    return [*ours, *sorted(set(names) - set(ours))]
