"""list, search, show, mark and export: what they print and in which JSON."""

from __future__ import annotations

import io
import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from paperreader.library.model import Change

if TYPE_CHECKING:
    from pathlib import Path

PAPER = "2412.02687"  # stands in a daily table (English) and in daily sections (Korean)
KEYS = {
    "id", "title", "authors", "first_date", "last_date", "topics", "keywords", "votes", "links",
    "entries", "read", "bookmarked", "queued", "tags", "note",
}  # fmt: skip
ENTRY_KEYS = {
    "digest", "family", "language", "period", "precision", "title", "authors", "votes", "heading",
    "sections",
}  # fmt: skip


def ids(result) -> list[str]:
    return [each["id"] for each in result.json["papers"]]


def test_list_is_newest_first(run) -> None:
    result = run("list", "--json")
    dates = [each["last_date"] for each in result.json["papers"]]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == result.json["total"]


def test_list_for_people_is_a_line_a_paper(run) -> None:
    papers = run("list", "--json").json["papers"]
    lines = run("list").out.splitlines()
    assert [line.split()[0] for line in lines] == [each["id"] for each in papers]
    (line,) = [line for line in lines if line.startswith(PAPER)]
    assert line.split()[1:5] == ["2024-12-05", "55", "votes", "SNOOPI:"]


MONTHLY = "# Latest Update: April 2024\n\n## Robots\n\n### A robot that folds maps on its own\n"


@pytest.fixture
def monthly(desk, tmp_path: Path) -> str:
    """The id of a paper without an arXiv number, from a digest of a month."""
    digest = tmp_path / "202404.md"
    digest.write_text(
        f"{MONTHLY}<details><summary>Notes</summary>\n- Keypoints: it folds\n</details>\n"
    )
    desk.import_paths([digest])
    return next(p.row.id for p in desk.library.papers() if p.row.title.startswith("A robot that"))


@pytest.mark.parametrize("is_terminal", [False, True])
def test_columns_stay_under_each_other_also_for_long_ids(
    run, monthly: str, monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal, raising=False)
    lines = run("list", "robot").out.splitlines()
    (at,) = [at for at, line in enumerate(lines) if line.startswith(monthly)]
    others = [line for line in lines if not line.startswith("slug:")]
    assert {line.find(line.split()[1]) for line in lines if line.startswith("2")} == {12}
    if is_terminal:
        assert lines[at] == monthly
        assert lines[at + 1].startswith(" " * 12 + "2024-04    ")
    else:
        assert lines[at].split()[:2] == [monthly, "2024-04"]
        assert len(others) == len(lines) - 1


@pytest.mark.parametrize("width", [40, 80, 120])
def test_titles_go_on_in_their_column_of_a_terminal(
    run, monthly: str, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(width))
    text = run("list").out
    lines = [line for line in text.splitlines() if not line.startswith("slug:")]
    if width > 40:
        assert all(line[33:35] == "  " or line.startswith(" " * 35) for line in lines)
        assert all(line[35] != " " for line in lines)
        assert max(map(cell_len, lines)) <= width
    else:
        assert sum(line.startswith(" " * 35) for line in lines) == 0
    assert "A robot that folds maps on its own" in " ".join(text.split())
    assert monthly in text


def test_a_month_is_shown_as_a_month(run, monthly: str) -> None:
    text = run("show", monthly).out
    assert "2024-04" in text
    assert "2024-04-01" not in text
    assert run("show", monthly, "--json").json["last_date"] == "2024-04-01"


@pytest.mark.parametrize("query", [["-math"], ["diffusion", "-math"], ["--limit", "3", "-math"]])
@pytest.mark.parametrize("command", ["list", "search", "export"])
def test_a_query_that_begins_with_a_minus_is_told_how_to_be_written(
    run, command: str, query: list[str]
) -> None:
    if command == "export":
        query = query[-1:]
    result = run(command, *query)
    assert result.status == 2
    assert f"`paperreader {command} -- -math`" in result.err
    assert run(command, "--", "-math").status == 0


def test_what_people_read_can_be_heard_too(run) -> None:
    run("mark", PAPER, "--bookmark", "--note", "Try the code.")
    for text in (run("list").out, run("show", PAPER).out.split("\n\n", maxsplit=1)[0]):
        drawn = [sign for sign in text if unicodedata.category(sign) in {"So", "Co"}]
        assert drawn == []


def test_list_takes_a_query_a_limit_and_an_order(run) -> None:
    by_votes = run("list", "--sort", "votes", "--limit", "3", "--json").json
    votes = [each["votes"] for each in by_votes["papers"]]
    assert (len(votes), votes) == (3, sorted(votes, reverse=True))
    assert by_votes["total"] > 3
    titles = [
        each["title"].casefold() for each in run("list", "--sort=title", "--json").json["papers"]
    ]
    assert titles == sorted(titles)
    assert ids(run("list", "snoopi", "one-step", "--json")) == [PAPER]
    ranked = ids(run("list", "diffusion", "--sort", "relevance", "--limit", "5", "--json"))
    assert ranked == ids(run("search", "diffusion", "--limit", "5", "--json"))


@pytest.mark.parametrize("command", ["list", "export", "search"])
@pytest.mark.parametrize("sort", [[], ["--sort", "relevance"]])
def test_what_of_a_query_is_not_understood_is_said(run, command: str, sort: list[str]) -> None:
    options = sort if command == "list" else []
    result = run(command, "is:unred", *options)
    assert "is: knows unread" in result.err
    assert "did you mean: is:unread" in result.err
    assert result.out == ""  # never the whole library, which `mark -` would take


def test_search_says_what_is_not_understood_beside_its_json(run) -> None:
    result = run("search", "is:unred", "--json")
    assert result.json == {"total": 0, "papers": []}
    assert "is: knows unread" in result.err


def test_search_ranks_and_gives_score_and_snippet(run) -> None:
    result = run("search", "SNOOPI", "--json").json
    assert set(result) == {"total", "papers"}
    assert set(result["papers"][0]) == KEYS | {"score", "snippet"}
    scores = [each["score"] for each in run("search", "diffusion", "--json").json["papers"]]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_search_for_people_shows_a_snippet_under_each_paper(run) -> None:
    lines = run("search", "snoopi").out.splitlines()
    assert lines[0].startswith(PAPER)
    assert lines[1].startswith("    ")


@pytest.mark.parametrize("query", ["(", '"', "votes:>", "AND", "a" * 5000, "title:", "\x1b[31m"])
def test_half_a_query_is_no_error(run, query: str) -> None:
    assert run("search", query).status == 0
    assert run("list", query).status == 0


def test_finding_nothing_is_said_beside_the_answer(run) -> None:
    result = run("search", "qwertzuiop")
    assert (result.status, result.out) == (0, "")
    assert "no paper fits" in result.err


def test_an_empty_library_says_how_to_fill_it(run_empty) -> None:
    result = run_empty("list")
    assert (result.status, result.out) == (0, "")
    assert "paperreader import" in result.err
    assert run_empty("list", "--json").json == {"total": 0, "papers": []}


def test_show_gives_the_paper_with_all_its_entries(run) -> None:
    paper = run("show", PAPER, "--json").json
    assert set(paper) == KEYS | {"topic_words"}
    assert {frozenset(each) for each in paper["entries"]} == {frozenset(ENTRY_KEYS)}
    assert {each["language"] for each in paper["entries"]} == {"en", "ko"}
    assert set(paper["topic_words"]) == set(paper["topics"])
    assert paper["links"]["arxiv"] == f"https://arxiv.org/abs/{PAPER}"


def test_show_says_which_words_spoke_for_a_topic(run) -> None:
    words = run("show", PAPER, "--json").json["topic_words"]
    (line,) = [each for each in run("show", PAPER).out.splitlines() if "topics: " in each]
    assert words["diffusion"]
    assert f"diffusion ({'; '.join(words['diffusion'])})" in line


@pytest.mark.parametrize("form", [f"{PAPER}v2", f"https://arxiv.org/abs/{PAPER}", f"arXiv:{PAPER}"])
def test_show_knows_a_paper_by_other_forms_of_its_id(run, form: str) -> None:
    assert run("show", form, "--json").json["id"] == PAPER


def test_show_for_people_has_every_section(run) -> None:
    text = run("show", PAPER).out
    for entry in run("show", PAPER, "--json").json["entries"]:
        for section in entry["sections"]:
            assert section["text"] in text
    links = [line for line in text.splitlines() if line.startswith(("arxiv: ", "image: "))]
    assert len(links) == len(set(links)) == 2


def test_show_has_what_stands_beside_the_papers_of_a_digest(run, tmp_path) -> None:
    digest = tmp_path / "2025-05-01.md"
    digest.write_text("## On Cats (https://arxiv.org/abs/2505.00001)\n\nPurr.\n\n## End\n\nBark.\n")
    run("import", str(digest))
    assert "End\nBark." in run("show", "2505.00001").out


def test_a_note_can_not_drive_the_terminal(run, desk) -> None:
    desk.library.mark([desk.resolve(PAPER)], Change("note", "\x1b[2Jgone\u202e"))
    text = run("show", PAPER).out
    assert "gone" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_unknown_paper_is_one_line_that_helps(run) -> None:
    result = run("show", "9999.99999")
    assert (result.status, result.out) == (1, "")
    assert "paperreader search" in result.err
    assert len(result.err.splitlines()) == 1


def test_marks_are_set_and_taken_away(run) -> None:
    run("mark", PAPER, "--read", "--bookmark", "--queue", "--tag", "to present")
    paper = run("show", PAPER, "--json").json
    assert (paper["read"], paper["bookmarked"], paper["queued"]) == (True, True, True)
    assert paper["tags"] == ["to present"]
    run("mark", PAPER, "--unread", "--no-bookmark", "--no-queue", "--no-tag", "to present")
    paper = run("show", PAPER, "--json").json
    assert (paper["read"], paper["bookmarked"], paper["queued"]) == (False, False, False)
    assert paper["tags"] == []


def test_mark_says_what_it_did(run) -> None:
    assert "read" in run("mark", PAPER, "--read").out
    assert run("mark", PAPER, "--read").out == "nothing to change\n"


def test_mark_reads_ids_from_stdin(run, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = run("list", "is:unread", "--limit", "4").out
    monkeypatch.setattr("sys.stdin", io.StringIO(listed))
    assert run("mark", "-", "--bookmark").status == 0
    marked = ids(run("list", "is:bookmarked", "--json"))
    assert sorted(marked) == sorted(line.split()[0] for line in listed.splitlines())


def test_mark_reads_what_export_writes(run, monkeypatch: pytest.MonkeyPatch) -> None:
    exported = run("export", "snoopi one-step").out
    assert exported.startswith('{"id":')
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{exported}\n{{not json\n"))
    result = run("mark", "-", "--bookmark")
    assert (result.status, result.err.count("\n")) == (1, 1)
    assert ids(run("list", "is:bookmarked", "--json")) == [PAPER]


def test_no_ids_mark_nothing(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(run("list", "is:raed").out))
    result = run("mark", "-", "--read")
    assert (result.status, result.out) == (0, "")
    assert "no ids" in result.err
    assert ids(run("list", "is:read", "--json")) == []


def test_an_unknown_id_is_said_and_the_others_are_marked(run, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("8888.88888  no such paper\n"))
    result = run("mark", "9999.99999", PAPER, "-", "--read")
    assert (result.status, result.out) == (1, "read\n")
    assert [line.split("'")[1] for line in result.err.splitlines()] == ["9999.99999", "8888.88888"]
    assert run("show", PAPER, "--json").json["read"] is True


def test_nobody_known_marks_nothing(run) -> None:
    result = run("mark", "9999.99999", "--read")
    assert (result.status, result.out) == (1, "")


def test_a_note_is_written_replaced_and_taken_away(run) -> None:
    run("mark", PAPER, "--note", "One step.\nOr two.")
    assert run("show", PAPER, "--json").json["note"] == "One step.\nOr two."
    assert "\nnote: One step.\n  Or two.\n" in run("show", PAPER).out
    replaced = run("mark", PAPER, "--note", "왜 한 걸음?")
    assert (replaced.out, replaced.err.partition(":")[2]) == (
        "noted\n",
        " a note was replaced: undoing it in the reader brings back what was there\n",
    )
    assert ids(run("list", "has:note", "--json")) == [PAPER]
    assert run("mark", PAPER, "--no-note").out == "note removed\n"
    assert run("show", PAPER, "--json").json["note"] is None


@pytest.mark.parametrize(
    "arguments", [[PAPER], [PAPER, "--read", "--unread"], [PAPER, "--tag", " "]]
)
def test_a_mark_that_says_nothing_is_wrong_usage(run, arguments: list[str]) -> None:
    assert run("mark", *arguments).status == 2


def test_export_writes_the_whole_library(run) -> None:
    lines = run("export", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == run("list", "--json").json["papers"]


def test_export_takes_a_query_and_a_file(run, tmp_path: Path) -> None:
    run("mark", PAPER, "--bookmark")
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    result = run("export", "is:bookmarked", "-o", target)
    assert result.out == f"1 papers written to {target}\n"
    assert [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()] == [PAPER]
    assert [each.name for each in tmp_path.glob("*out*")] == ["out.jsonl"]


def test_an_export_that_fails_leaves_the_old_file(run, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")

    def fail(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("paperreader.exchange.write", fail)
    result = run("export", "-o", target)
    assert result.status == 1
    assert f"{target} can't be written (No space left on device)" in result.err
    assert target.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.glob("*out*")] == ["out.jsonl"]


def test_an_export_to_nowhere_says_so(run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "no" / "out.jsonl")
    assert result.status == 1
    assert len(result.err.splitlines()) == 1


def test_a_search_for_nothing_is_wrong_usage(run) -> None:
    nothing = run("search", " ")
    assert nothing.status == 2
    assert not nothing.out
    assert "search for what?" in nothing.err
