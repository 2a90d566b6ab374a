"""stats, topics, keys, paths and doctor."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_stats_counts_what_there_is(run) -> None:
    run("mark", "2412.02687", "--read", "--bookmark", "--tag", "x", "--note", "y")
    stats = run("stats", "--json").json
    assert stats["papers"] == run("list", "--json").json["total"]
    assert stats["unread"] == stats["papers"] - 1
    assert (stats["bookmarked"], stats["documents"], stats["sources"], stats["tags"]) == (
        1,
        5,
        3,
        1,
    )
    assert stats["notes"] == 1
    assert (stats["first_date"], stats["last_date"]) == ("2024-04", "2024-12-09")
    assert str(stats["papers"]) in run("stats").out


def test_topics_have_their_counts(run) -> None:
    topics = {each["slug"]: each for each in run("topics", "--json").json["topics"]}
    listed = run("list", "topic:image-generation", "--json").json["total"]
    assert topics["image-generation"]["total"] == listed > 0
    assert len(run("topics").out.splitlines()) == len(topics) + 1


def test_keys_lists_every_command(run_empty) -> None:
    from paperreader.ui.commands import COMMANDS

    out = run_empty("keys").out
    for command in COMMANDS:
        assert command.help in out


def test_keys_shows_what_the_settings_changed(run_empty, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/config.toml").write_text('[keys]\nbookmark = "B"\n', "utf-8")
    (line,) = [line for line in run_empty("keys").out.splitlines() if " bookmark " in line]
    assert line.split()[0] == "B"


def test_keys_as_json_have_the_keys_of_the_settings(run_empty, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/config.toml").write_text('[keys]\nbookmark = "Ctrl-b"\n', "utf-8")
    commands = {each["id"]: each for each in run_empty("keys", "--json").json["commands"]}
    assert commands["bookmark"]["keys"] == ["ctrl+b"]
    assert commands["first"]["shown"] == ["gg", "Home"]
    assert commands["first"].keys() == {"id", "keys", "shown", "label", "help", "group"}


def test_keys_that_clash_are_said_with_their_line_and_left_out(run_empty, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    text = '[keys]\n\nbookmark = "j"\nundo = 3\nnote = "B"\n'
    (tmp_path / "new/config.toml").write_text(text, "utf-8")
    result = run_empty("keys", "--json")
    keys = {each["id"]: each["keys"] for each in result.json["commands"]}
    assert (keys["bookmark"], keys["undo"], keys["note"]) == (["b"], ["u"], ["B"])
    clash, wrong = sorted(result.err.splitlines())
    assert clash.startswith("paperreader: config.toml:3: keys.bookmark: ")
    assert wrong.startswith("paperreader: config.toml:4: keys.undo: ")


def test_paths_says_where_things_are_and_makes_nothing(run_empty, tmp_path: Path) -> None:
    paths = run_empty("paths", "--json").json
    assert paths["database"] == str(tmp_path / "new/library.db")
    assert paths.keys() == {"data", "database", "index", "config"}
    assert str(tmp_path / "new/index") in run_empty("paths").out
    assert not (tmp_path / "new").exists()


def test_doctor_finds_the_samples_sound(run) -> None:
    result = run("doctor")
    assert (result.status, result.out.count("\n")) == (0, 1)


def test_doctor_finds_nothing_wrong_with_what_is_empty(run_empty) -> None:
    assert run_empty("doctor").status == 0


def test_doctor_rebuilds_a_lost_index(run, home: Path) -> None:
    shutil.rmtree(home / "index")
    assert run("doctor").status == 1
    assert run("doctor", "--rebuild").status == 0
    assert run("doctor").status == 0


def test_doctor_names_wrong_keys(run, home: Path) -> None:
    (home / "config.toml").write_text('[keys]\nopne = "x"\n', "utf-8")
    result = run("doctor")
    assert result.status == 1
    assert "config.toml:2: keys.opne: no such command; did you mean open?" in result.out


def test_doctor_names_wrong_settings(run, home: Path) -> None:
    (home / "config.toml").write_text("[topics.mine]\n\nkeyword = 3\n", "utf-8")
    result = run("doctor")
    assert result.status == 1
    assert "config.toml:3: topics.mine.keyword" in result.out


def test_doctor_names_all_that_the_reader_would_refuse(run, home: Path) -> None:
    text = (
        'theme = "norf"\nglyphs = 1\n[keys]\nundoo = ["U"]\nbookmark = "j"\n'
        "[topics.mine]\nkeyword = 3\n"
    )
    (home / "config.toml").write_text(text, "utf-8")
    result = run("doctor")
    assert result.status == 1
    assert "config.toml:1: theme: no theme 'norf'" in result.out
    assert "config.toml:2: glyphs: " in result.out
    assert "config.toml:4: keys.undoo: no such command" in result.out
    assert "config.toml:5: keys.bookmark: " in result.out
    assert "config.toml:7: topics.mine.keyword" in result.out
    assert result.err == ""
