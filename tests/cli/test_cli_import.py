"""`paperreader import`: what it counts, and what it says of paths that can't be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = """## Papers for 2024-11-01

| Title | Authors | Summary |
|-------|---------|---------|
| Counting Sheep with Transformers ([arXiv](https://arxiv.org/abs/2411.00001)) | Ann Lee | Sheep. |
"""


def test_the_samples_are_counted(run_empty, samples: Path) -> None:
    result = run_empty("import", samples, "--json")
    assert result.status == 0, result.err
    counted = result.json
    assert set(counted) == {"documents", "papers", "entries", "problems"}
    assert (counted["documents"], counted["entries"], counted["problems"]) == (5, 72, [])
    assert counted["papers"]["new"] == run_empty("list", "--json").json["total"]
    assert (counted["papers"]["updated"], counted["papers"]["unchanged"]) == (0, 0)


def test_importing_again_changes_nothing(run, samples: Path) -> None:
    before = run("export").out
    result = run("import", *sorted(samples.iterdir()), "--json")
    total = run("list", "--json").json["total"]
    assert result.json["papers"] == {"new": 0, "updated": 0, "unchanged": total}
    assert (result.json["documents"], result.json["entries"]) == (5, 72)
    assert run("export").out == before


def test_the_table_says_it_for_people(run_empty, samples: Path) -> None:
    lines = run_empty("import", samples).out.splitlines()
    assert [line.split()[0] for line in lines] == ["documents", "entries", "papers", "problems"]
    assert "72" in lines[1]


def test_a_changed_text_updates_its_papers_only(run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    digest = folder / "2024-11-01.md"
    digest.write_text(DIGEST, "utf-8")
    assert run("import", folder, "--json").json["papers"]["new"] == 1
    digest.write_text(DIGEST.replace("Sheep. |", "Goats. |"), "utf-8")
    changed = run("import", digest, "--json").json
    assert changed["papers"] == {"new": 0, "updated": 1, "unchanged": 0}
    entries = run("show", "2411.00001", "--json").json["entries"]
    assert [each["sections"][0]["text"] for each in entries] == ["Goats."]


def test_names_are_relative_to_the_folder_that_was_given(run_empty, tmp_path: Path) -> None:
    (tmp_path / "archive/2024").mkdir(parents=True)
    (tmp_path / "archive/2024/11-01.md").write_text(DIGEST, "utf-8")
    run_empty("import", tmp_path / "archive")
    (entry,) = run_empty("show", "2411.00001", "--json").json["entries"]
    assert entry["digest"] == "2024/11-01.md"
    assert run_empty("list", "source:archive", "--json").json["total"] == 1


def bad_paths(folder: Path) -> dict[str, Path]:
    folder.mkdir()
    paths = {
        name: folder / f"{name}.md" for name in ("missing", "empty", "binary", "prose", "latin")
    }
    paths["empty"].write_text(" \n", "utf-8")
    paths["binary"].write_bytes(bytes(range(256)))
    paths["prose"].write_text("Buy milk.\nCall the plumber.\n", "utf-8")
    paths["latin"].write_bytes("Résumé du café".encode("latin-1"))
    paths["folder"] = folder / "folder"
    paths["folder"].mkdir()
    (paths["folder"] / "picture.png").write_bytes(b"\x89PNG")
    return paths


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "prose", "latin", "folder"])
def test_what_can_not_be_imported_is_one_clear_line(run, tmp_path: Path, kind: str) -> None:
    path = bad_paths(tmp_path / "bad")[kind]
    before = run("export").out
    result = run("import", path)
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert str(path) in result.err
    assert run("export").out == before
    (problem,) = run("import", path, "--json").json["problems"]
    assert problem["file"] == str(path)


def test_one_bad_path_does_not_keep_the_others_out(run_empty, samples: Path) -> None:
    result = run_empty("import", "/no/such/place", samples, "--json")
    assert result.status == 1
    assert result.json["documents"] == 5
    assert [each["file"] for each in result.json["problems"]] == ["/no/such/place"]


def test_a_text_without_papers_among_digests_is_a_problem_but_no_failure(
    run_empty, tmp_path: Path
) -> None:
    (tmp_path / "README.md").write_text("Notes on this folder.\n", "utf-8")
    (tmp_path / "day.md").write_text(DIGEST, "utf-8")
    result = run_empty("import", tmp_path, "--json")
    assert result.status == 0
    assert result.json["documents"] == 1
    assert [each["file"] for each in result.json["problems"]] == [str(tmp_path / "README.md")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_texts_with_a_byte_order_mark_are_read(run_empty, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "day.md").write_text(DIGEST, encoding)
    assert run_empty("import", tmp_path / "day.md", "--json").json["papers"]["new"] == 1


def test_a_file_that_is_named_twice_is_read_once(run_empty, samples: Path) -> None:
    twice = run_empty("import", samples, samples / "daily-table", "--json").json
    assert (twice["documents"], twice["entries"]) == (5, 72)


def test_the_samples_go_when_one_has_papers_of_ones_own(run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/2024-11-01.md").write_text(DIGEST, "utf-8")
    samples = run("list", "--json").json["total"]
    result = run("import", tmp_path / "mine", "--no-samples")
    assert (result.status, f"{samples} papers" in result.err) == (0, True)
    assert [each["id"] for each in run("list", "--json").json["papers"]] == ["2411.00001"]
    assert run("search", "diffusion", "--json").json["total"] == 0
    assert run("doctor").status == 0


def test_a_mark_on_a_sample_waits_for_its_paper(run, samples: Path) -> None:
    run("mark", "2412.02687", "--bookmark")
    assert "took out" in run("import", "--no-samples").err
    assert run("import", "--no-samples").err == ""
    assert run("list", "is:bookmarked", "--json").json["total"] == 0
    run("import", samples)
    assert run("show", "2412.02687", "--json").json["bookmarked"] is True
    assert run("doctor").status == 0


def test_papers_are_stored_also_when_the_index_cannot_be_written(
    run_empty, tmp_path: Path, monkeypatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.md").write_text(DIGEST, "utf-8")
    monkeypatch.setattr("paperreader.search.Finder.update", fail)
    result = run_empty("import", tmp_path / "a.md", "--json")
    assert result.status == 1
    assert result.json["papers"]["new"] == 1
    (problem,) = result.json["problems"]
    assert problem["file"].endswith("index")
    assert "can't be written (No space left on device)" in problem["what"]
