"""paperreader's own themes."""

from __future__ import annotations

from textual.theme import Theme

FALLBACK = {"quiet": "#808080"}  # for themes that are not ours: readable on light and dark

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
    variables={"quiet": "#8d9199"},
)
LIGHT = Theme(
    name="paper-light",
    primary="#2f5d94",
    secondary="#3f6b4c",
    accent="#9a5b13",
    warning="#8a6400",
    error="#a8343a",
    success="#3d7028",
    foreground="#24262a",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e5e1d6",
    dark=False,
    variables={"quiet": "#6b6a66"},
)
THEMES = (DARK, LIGHT)
