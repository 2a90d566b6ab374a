"""Makes the pictures in this folder and the README's key table from the real app.

python screenshots/make.py
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from svg import screen_svg

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.paths import Paths
from paperreader.ui.app import PaperReaderApp
from paperreader.ui.commands import COMMANDS
from paperreader.ui.key_names import show_keys

HERE = Path(__file__).parent
README = HERE.parent / "README.md"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the keys that lead to it in a terminal of this size."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...] = ()
    theme: str = "paper-dark"


START = ("g", "a")
PICTURES = (
    Picture("reader", 120, 36, (*START, "b", "j", "j", "r", "j")),
    Picture("search", 120, 36, (*START, "/", *"diffusion", "enter", "j")),
    Picture("korean", 120, 36, (*START, "/", *"확산", "enter", "3", "L")),
    Picture("narrow", 60, 20, START),
    Picture("help", 120, 36, ("?",)),
    Picture("light", 120, 36, (*START, "j", "b", "j"), "paper-light"),
)


def key_table() -> str:
    """The README's table of keys."""
    lines = ["| key | does |", "|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{show_keys(keys)}`".replace("|", "\\|") for keys in command.keys)
        lines.append(f"| {keys} | {command.help} |")
    return "\n".join(lines)


def readme_with_keys(readme: str) -> str:
    """The README with the table of keys as it is now."""
    return re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)",
        lambda match: f"{match[1]}{key_table()}\n{match[2]}",
        readme,
        flags=re.DOTALL,
    )


async def take(picture: Picture, desk: Desk) -> str:
    """The picture, taken from the running app."""
    desk.library.remember("settings", {"theme": picture.theme})
    app = PaperReaderApp(desk)
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.3)
        theme = app.current_theme
        lines = app.screen._compositor.render_strips()
        return screen_svg(
            lines,
            picture.columns,
            "paperreader",
            foreground=theme.foreground or "#ffffff",
            background=theme.background or "#000000",
        )


def main() -> int:
    """Make all pictures and the key table."""
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Paths.of(Path(folder), {}), Config(auto_read="never"))
        desk.import_samples()
        for picture in PICTURES:
            svg = asyncio.run(take(picture, desk))
            (HERE / f"{picture.name}.svg").write_text(svg, "utf-8")
            print(f"{picture.name}.svg")
        desk.close()
    README.write_text(readme_with_keys(README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
