"""What the README shows is what the reader does."""

import re
from pathlib import Path

from paperreader.ui.commands import COMMANDS
from paperreader.ui.key_names import show_keys

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_key_table_is_that_of_the_commands():
    table = README.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| {' '.join(f'`{show_keys(keys)}`' for keys in command.keys)} | {command.help} |"
        for command in COMMANDS
    ]


def test_every_picture_is_there():
    pictures = re.findall(r"\]\((screenshots/[^)]+)\)", README)
    assert pictures
    missing = [name for name in pictures if not (Path(__file__).parents[2] / name).is_file()]
    assert missing == []


def test_the_first_two_commands_set_everything_up():
    first, second = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)[:2]
    assert first.endswith("paperreader")
    assert "pytest" in second
    assert "\n" not in first + second
