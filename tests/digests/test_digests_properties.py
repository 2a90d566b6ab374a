"""Nothing is lost, nothing is raised, and time grows with the length."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from paperreader.digests import read_digest, slug_of, title_key

PIECES = (
    "| Title | Authors | Summary |\n|--|--|--|\n", "| a ", "|\n", "\n", "# ", "### ", "- ", "  ",
    "[a](https://arxiv.org/abs/2412.00001)", "https://arxiv.org/abs/cs/0112017v1", "](", "[", ")",
    "`Keypoints:` a; b", "**What's New**: c", "Vote: 3\n", "Authors: x, y\n", "<details>", "```\n",
    "$$\n", "i) a ii) b ", "Here is a summary: ", "## Daily Papers (2024-12-05)\n", "2024-12-05",
    "(Read more on [arXiv](https://arxiv.org/abs/2412.00002))", '{"paper": {"id": "2412.00001"}',
    "}", "가", "\u0301", "\r", "\x00", "\ud800", "*", "_", "\\", "&#0;",
    "\\\\\narXiv:2412.00003\n", "Title: a\n", "---\n", "--- a ---\n", "`2412.00004` ", "title: a\n",
    "👍 5 ", "<tr><td>", "</td></tr>\n", "<summary>", "arxiv_id: 2412.00005\n",
    "[b](https://arxiv.org/abs/2412.00006), ",    "<img src=https://a.b/c.png>",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)


@given(text=TEXTS, name=st.sampled_from(("a.md", "2024/12/05.md", "x.json", "")))
@settings(max_examples=200)
@example(text="\u2028#\x85", name="9999-99-99.md")
@example(text="[" * 3000, name="a.json")
def test_reading_any_text(text, name):
    digest = read_digest(text, name)
    assert digest == read_digest(text, name)
    assert bool(digest.entries) or bool(digest.problems)
    last = text.count("\n") + text.count("\r") + 1
    lines = [each.line for each in (*digest.entries, *digest.problems)]
    assert all(1 <= line <= last for line in lines)
    for entry in digest.entries:
        assert entry.title == " ".join(entry.title.split()) != ""
        assert str(entry).encode("utf-8")


@given(st.text(max_size=120))
def test_keys_are_stable(title):
    assert title_key(title_key(title)) == title_key(title)
    assert slug_of(title) == slug_of(title) or not title


WORDS = st.text("abcdefghij 가나다", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6))
@settings(max_examples=60)
def test_every_row_of_a_table_is_kept(lost_words, rows):
    head = "## Papers for 2024-12-05\n\n| Title | Authors | Summary |\n|---|---|---|\n"
    text = head + "".join(f"| T{title} | {who} | {said} |\n" for title, who, said in rows)
    assert len(read_digest(text, "a.md").entries) == len(rows)
    assert not lost_words(text, "a.md")


@pytest.mark.parametrize("name", ["table.md", "sections.md", "notes.md", "list.md"])
def test_no_word_of_a_fixture_is_lost(digest_text, lost_words, name):
    assert not lost_words(digest_text(name), name)


def test_no_word_of_the_samples_is_lost(samples, lost_words):
    found = 0
    for path in sorted(samples.rglob("*.md")):
        name = path.relative_to(samples).as_posix()
        text = path.read_text("utf-8")
        digest = read_digest(text, name)
        found += len(digest.entries)
        assert not digest.problems
        assert not lost_words(text, name), name
    assert found == 72


def test_no_word_of_the_corpus_is_lost(corpus, lost_words):
    for path in sorted(corpus.rglob("*.md")):
        name = path.relative_to(corpus).as_posix()
        text = path.read_text("utf-8")
        digest = read_digest(text, name)
        assert digest.family.value == name.partition("/")[0]
        assert not digest.problems
        assert not lost_words(text, name), name
        assert all(entry.period for entry in digest.entries)


def test_no_word_of_the_answers_in_the_corpus_is_lost(corpus, lost_words_of_answer):
    paths = sorted((corpus / "hf-daily-json").glob("*.json"))
    assert paths
    for path in paths:
        assert not lost_words_of_answer(path.read_text("utf-8"), path.name), path.name


REPEATED = (
    "[", "](", "[a](https://", "*", "**a** ", "`", "|", "\n| a", "\n### ", "- ", "\n- ", " ", "\n",
    "<", "<a ", "#", "i) ", "Key a: ", "\\", "\u0301\u0323", "\n- !", "(", "a, ", "```\n", "$$\n",
    "[a][1] ", "\n[1]: https://x.y", "https://arxiv.org/abs/2412.00001 ", "[a](https://x.y)",
    "\n- **a** https://arxiv.org/abs/2412.00001", "\n[a](https://arxiv.org/abs/2412.00001), ",
    "\n\n`2412.00001` a", "\\\\\narXiv:2412.00001\nTitle: a\n", "\n--- a", "\n\n**a**", "\n: a",
    "\n\n<summary>a", "\n| a | 2412.00001 |", "\n\n# a\n[b](https://arxiv.org/abs/2412.00001)",
    "<tr>\n", "<tr><td>", "[a](b/2412.00001-c) ", "👍 ", "arXiv ", "**a", "Title: a\n  b",
    "[[a]", "[[a][a]", "\n### [a] [b](https://x.y)", "\n### Title:\n",
)  # fmt: skip
BEGINNINGS = (
    "",
    "| Title | Authors | Summary |\n|--|--|--|\n| a | b | Here is a summary ",
    "- https://arxiv.org/abs/2412.00001 ",
    "## Daily Papers (2024-12-05)\n\n### [t](https://arxiv.org/abs/2412.00001)\n- ",
    "### T\n- `Keypoints:` a\n### ",
    "---\ntitle: a\narxiv: 2412.00001\n",
    "- x [a](https://arxiv.org/abs/2412.00002) ",
    "\\\\\narXiv:2412.00002\nTitle: ",
)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_time_grows_with_the_length(beginning):
    for piece in REPEATED:
        short, long = (beginning + piece * (size // len(piece)) for size in (10_000, 80_000))
        # Quadratic time would be 64 times as long; a busy machine is forgiven a lot.
        assert _seconds(long) < 30 * _seconds(short) + 0.5, repr(piece)


def _seconds(text: str) -> float:
    started = time.process_time()
    read_digest(text, "a.md")
    return time.process_time() - started
