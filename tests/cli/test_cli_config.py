"""config.toml: what it may say, and that a mistake is named with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from paperreader.config import SETTINGS, Config, line_of, load, parse, read_setting
from paperreader.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Config()


def test_everything_that_may_be_said_is_read() -> None:
    config = parse(
        'auto_read = 5\ntheme = "nord"\nlanguage = "ko"\n'
        '[keys]\nopen = ["enter", "l"]\nhelp = "?"\n'
        '[topics.quantum]\nkeywords = ["qubit"]\n'
    )
    assert config.given == {"auto_read", "theme", "language", "keys", "topics"}
    assert config.auto_read == 5.0
    assert (config.theme, config.language) == ("nord", "ko")
    assert config.keys == {"open": ("enter", "l"), "help": ("?",)}
    assert config.topics == {"quantum": {"keywords": ["qubit"]}}


@pytest.mark.parametrize("value", ['"never"', '"open"', "0", "1.5"])
def test_auto_read_takes_words_and_seconds(value: str) -> None:
    assert str(parse(f"auto_read = {value}").auto_read).startswith(value.strip('"'))


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('theme = "nord"\n\nauto_red = 2', 3, "did you mean auto_read?"),
        ("xyzzy = 1", 1, "use one of auto_read"),
        ('auto_read = "always"', 1, '"never", "open" or a number of seconds'),
        ("auto_read = -1", 1, "a number of seconds"),
        ("auto_read = true", 1, "a number of seconds"),
        ("auto_read = [1]", 1, "a number of seconds"),
        ("auto_read = {}", 1, "a number of seconds"),
        ("auto_read = nan", 1, "a number of seconds"),
        ("language = 1", 1, '"en" or "ko" or "both"'),
        ("theme = 3", 1, "in quotes"),
        ('glyphs = "asci"', 1, 'use "unicode" or "ascii"; did you mean "ascii"?'),
        ("editor = ['vim']", 1, "in quotes"),
        ("keys = 3", 1, "[keys]"),
        ("[keys]\nopen = 'x'\nhelp = 4", 3, '"ctrl+d"'),
        ("[keys]\nopen = 'x'\n\nhelp = [4]", 4, '"ctrl+d"'),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_is_allowed(
    text: str, line: int, hint: str
) -> None:
    (wrong,) = parse(text).wrong
    assert wrong.startswith(f"config.toml:{line}: ")
    assert hint in wrong
    assert "\n" not in wrong


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "nord"\nlanguage = ', "config.toml:2: "),
        ('theme = nord\nlanguage = "en"', "config.toml:1: "),
        ('language = "ko"\ntheme = "nord\n', "config.toml:2: a quote is opened here"),
        (f"theme = {'[' * 5000}", "config.toml:1: "),
    ],
)
def test_of_broken_toml_nothing_is_used_and_the_line_is_said(text: str, said: str) -> None:
    config = parse(text)
    assert config._replace(wrong=()) == Config()
    (wrong,) = config.wrong
    assert wrong.startswith(said)
    assert wrong.endswith("; nothing of the file is used")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    (wrong,) = load(path).wrong
    assert wrong.startswith(f"config.toml:1: {path} is no text in UTF-8")


def test_the_line_of_a_missing_key_is_that_of_its_table() -> None:
    text = 'theme = "x"\n[topics.a]\nname = "A"\n[topics."b"]\nname = "B"\n'
    assert line_of(text, "topics.b.name") == 5
    assert line_of(text, "topics.b.keywords") == 4
    assert line_of(text, "nothing") == 1


def test_every_setting_is_in_the_table() -> None:
    names = set(Config._fields) - {"given", "wrong"}
    assert {each.name for each in SETTINGS} == names


def test_the_printed_default_changes_nothing_and_is_the_default(run_empty) -> None:
    text = run_empty("config").out
    assert parse(text) == Config(given=frozenset({"keys"}))
    said = parse(re.sub(r"^#(?=[\w\[])", "", text, flags=re.MULTILINE))
    assert said.given == {each.name for each in SETTINGS}
    for name in ("auto_read", "theme", "language", "glyphs", "editor"):
        assert getattr(said, name) == getattr(Config(), name)
    commands = run_empty("keys", "--json").json["commands"]
    assert said.keys == {each["id"]: tuple(each["keys"]) for each in commands}


def test_the_topic_of_the_printed_default_can_be_used(run, home: Path) -> None:
    text = run("config").out
    text = re.sub(r"^#(?=[\w\[])", "", text, flags=re.MULTILINE)
    (home / "config.toml").write_text(text, "utf-8")
    assert "quantum" in run("topics").out
    assert run("keys").status == 0


def test_config_says_where_the_file_belongs_and_what_it_says(
    run_empty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new/config.toml"
    monkeypatch.setenv("PAPERREADER_HOME", str(path.parent))
    assert run_empty("config", "--path").out == f"{path}\n"
    assert not path.exists()
    path.parent.mkdir()
    path.write_text('language = "ko"\n', "utf-8")
    shown = run_empty("config", "--json").json
    assert shown["path"] == str(path)
    assert shown["settings"]["language"] == "ko"
    assert shown["settings"]["given"] == ["language"]


def test_a_remembered_setting_is_checked() -> None:
    assert read_setting("auto_read", 3) == 3.0
    assert read_setting("glyphs", "runes") is None
    assert read_setting("nothing", 1) is None


def test_every_wrong_setting_is_named_and_the_others_hold() -> None:
    config = parse(
        'glyphs = "asci"\nlanguage = "ko"\nauto_read = "soon"\n[keys]\nopen = 4\nhelp = "H"\n'
    )
    first, second, third = config.wrong
    assert first.startswith("config.toml:1: glyphs: ")
    assert second.startswith("config.toml:3: auto_read: ")
    assert third.startswith("config.toml:5: keys.open: ")
    assert (config.glyphs, config.language, config.auto_read) == ("unicode", "ko", 2.0)
    assert config.keys == {"help": ("H",)}
    assert config.given == {"language", "keys"}


@pytest.mark.parametrize(
    ("dotted", "keys"), [("keys.open", ["a.b"]), ("keys.a.b", ["open"]), ("keys.gone", [])]
)
def test_a_setting_is_left_out_alone(dotted: str, keys: list[str]) -> None:
    config = parse('theme = "nord"\n[keys]\nopen = "x"\n"a.b" = "y"\n')
    less = config.without(ConfigError(f"config.toml:3: {dotted}: no"))
    assert list(less.keys) == keys
    assert (less.theme, less.wrong) == ("nord", (f"config.toml:3: {dotted}: no",))
    other = less.without(ConfigError("config.toml:1: theme: no"))
    assert (other.theme, other.given, len(other.wrong)) == ("", {"keys"}, 2)
    assert other.wrong_by_line == list(reversed(other.wrong))
