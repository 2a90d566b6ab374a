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
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svg import screen_svg

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.paths import Paths
from paperreader.ui.app import PaperReaderApp
from paperreader.ui.commands import COMMANDS
from paperreader.ui.key_names import show_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

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


START = ("g", "a", "g", "g")
PICTURES = (
    Picture("reader", 120, 36, (*START, "b", "j", "j", "r", "j")),
    Picture("search", 120, 36, (*START, "/", *"diffusion", "enter", "j")),
    Picture("korean", 120, 36, (*START, "/", *"확산", "enter", "tab")),
    Picture("triage", 120, 36, (*START, "T")),
    Picture("catch-up", 120, 36, (*START, "g", "c")),
    Picture("zen", 120, 36, (*START, "j", "z")),
    Picture("narrow", 60, 20, START),
    Picture("help", 120, 36, (*START, "?")),
    Picture("light", 120, 36, (*START, "j", "b", "j"), "paper-light"),
)
NOW = datetime(2024, 12, 10, 7, 30, tzinfo=UTC)  # the morning after the newest sample
TRIES = 100


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
    """The picture, taken from the running app, which is left as if it had never been there."""
    desk.library.remember("settings", {"theme": picture.theme})
    app = PaperReaderApp(desk)
    app.main.remember = lambda: None
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await _until_still(pilot)
        theme = app.current_theme
        svg = screen_svg(
            app.screen._compositor.render_strips(),
            picture.columns,
            "paperreader",
            foreground=theme.foreground or "#ffffff",
            background=theme.background or "#000000",
        )
    for thread in (app.main._index_thread, app.main._search_thread):
        thread.shutdown()  # the library is closed afterwards, which nobody may be using then
    return svg


async def _until_still(pilot: Pilot[None]) -> None:
    """Wait until three looks in a row show the same."""
    looks: list[list[str]] = []
    for _ in range(TRIES):
        await pilot.pause(0.1)
        looks.append([strip.text for strip in pilot.app.screen._compositor.render_strips()])
        if len(looks) > 2 and looks[-1] == looks[-2] == looks[-3]:
            return


def take_all() -> Iterator[tuple[str, str]]:
    """The name of each picture and its SVG, on the sample digests."""
    os.environ.pop("NO_COLOR", None)
    os.environ["COLORTERM"] = "truecolor"  # whatever terminal it is made in
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.of(Path(folder), {})
        desk = Desk.open(paths, Config(auto_read="never"), clock=lambda: NOW)
        desk.import_samples()
        for picture in PICTURES:
            yield picture.name, asyncio.run(take(picture, desk))
        desk.close()


def main() -> int:
    """Make all pictures and the key table."""
    for name, svg in take_all():
        (HERE / f"{name}.svg").write_text(svg, "utf-8")
        print(f"{name}.svg")
    README.write_text(readme_with_keys(README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
