"""Identifiers, dates, languages, keys and links."""

from __future__ import annotations

from datetime import date

import pytest

from paperreader.digests import bare_arxiv_id, clean, slug_of, title_key
from paperreader.digests.dates import no_such_day_in, period_in, period_of_name
from paperreader.digests.language import language_of
from paperreader.digests.links import is_generic, links_in
from paperreader.digests.model import LinkKind, Period, Precision
from paperreader.digests.people import authors_of, votes_of
from paperreader.digests.text import plain


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("2412.02687", "2412.02687"),
        (" 2412.02687v3 ", "2412.02687"),
        ("https://arxiv.org/abs/2412.02687v2", "2412.02687"),
        ("http://www.arxiv.org/pdf/0704.0001.pdf", "0704.0001"),
        ("https://arxiv.org/html/2412.02687v1#S3", "2412.02687"),
        ("https://huggingface.co/papers/2412.02687", "2412.02687"),
        ("https://doi.org/10.48550/arXiv.2412.02687", "2412.02687"),
        ("arXiv:2412.02687v1 [cs.CV]", "2412.02687"),
        ("https://arxiv.org/abs/cs/0112017", "cs/0112017"),
        ("math.GT/0309136v1", "math.GT/0309136"),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("2413.02687", None),
        ("2412.026871", None),
        ("it cost 2412.02687 dollars", None),
        ("https://example.org/2412.02687", None),
        ("", None),
    ],
)
def test_identifiers(text, identifier):
    assert bare_arxiv_id(text) == identifier


DAY, WEEK, MONTH = Precision.DAY, Precision.WEEK, Precision.MONTH


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("Papers for 2024-12-05", "2024-12-05", DAY),
        ("Daily Papers (2024-12-05)", "2024-12-05", DAY),
        ("2025/03/11", "2025-03-11", DAY),
        ("20241205", "2024-12-05", DAY),
        ("December 5, 2024", "2024-12-05", DAY),
        ("5th of December 2024", "2024-12-05", DAY),
        ("2024년 12월 5일", "2024-12-05", DAY),
        ("2024年12月5日", "2024-12-05", DAY),
        ("(May 5 - May 11) - 2025", "2025-05-05", WEEK),
        ("May 5 – 11, 2025", "2025-05-05", WEEK),
        ("2025 (May 5 - May 11)", "2025-05-05", WEEK),
        ("2025: May 5–11", "2025-05-05", WEEK),
        ("2025.05.05 ~ 05.11", "2025-05-05", WEEK),
        ("2024/12/30 - 01/05", "2024-12-30", WEEK),
        ("Dec 29 - Jan 4, 2025", "2024-12-29", WEEK),
        ("2024-12-02 ~ 2024-12-08", "2024-12-02", WEEK),
        ("20241202-20241208", "2024-12-02", WEEK),
        ("5 to 11 May 2025", "2025-05-05", WEEK),
        ("2025-W19", "2025-05-05", WEEK),
        ("Week 19, 2025", "2025-05-05", WEEK),
        ("2025-05", "2025-05-01", MONTH),
        ("2025.7", "2025-07-01", MONTH),
        ("202407", "2024-07-01", MONTH),
        ("Latest Update: April 2024", "2024-04-01", MONTH),
        ("2024년 5월", "2024-05-01", MONTH),
    ],
)
def test_dates(text, first, precision):
    assert period_in(text) == Period(date.fromisoformat(first), precision)


@pytest.mark.parametrize(
    "text", ["", "no date", "2024-13-45", "February 30, 2024", "2012.03456", "0000-00-00", "GPT-4"]
)
def test_what_is_no_date(text):
    assert period_in(text) is None


@pytest.mark.parametrize(
    ("name", "first", "precision"),
    [
        ("2024-12-05.md", "2024-12-05", DAY),
        ("archive/2025/03/11.md", "2025-03-11", DAY),
        ("daily-sections/2024-12/05.md", "2024-12-05", DAY),
        ("PaperList_202404.md", "2024-04-01", MONTH),
        ("2024/1230-0103.md", "2024-12-30", WEEK),
        ("1-Apr-2025/NLP/README.md", "2025-04-01", DAY),
        ("top_10_2025-W34_translated.txt", "2025-08-18", WEEK),
    ],
)
def test_dates_of_names(name, first, precision):
    assert period_of_name(name) == Period(date.fromisoformat(first), precision)


@pytest.mark.parametrize(
    ("text", "said", "month"),
    [
        ("Papers for 2024-02-30", "2024-02-30", "2024-02-01"),
        ("News of 20240230", "20240230", "2024-02-01"),
        ("30 Feb 2024", "30 Feb 2024", "2024-02-01"),
        ("February 30, 2024", "February 30, 2024", "2024-02-01"),
        ("2024년 2월 30일", "2024년 2월 30일", "2024-02-01"),
        ("2024-13-45", "2024-13-45", None),
    ],
)
def test_days_that_no_calendar_has(text, said, month):
    assert period_in(text) is None
    found = no_such_day_in(text)
    assert found.said == said
    assert found.month == (Period(date.fromisoformat(month), MONTH) if month else None)


@pytest.mark.parametrize("text", ["Top 50 May 2024", "2024-12-08 – 2024-12-02", "2012.03456", "x"])
def test_what_is_no_impossible_day(text):
    assert no_such_day_in(text) is None


def test_the_month_of_a_name_with_an_impossible_day():
    assert period_of_name("2024-02/30.md") == Period(date(2024, 2, 1), MONTH)
    assert period_of_name("2024-13-45.md") is None


def test_names_without_a_date():
    assert period_of_name("11.md") is None
    assert period_of_name("") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Plain words.", "en"),
        ("", "en"),
        ("확산 모델(diffusion model)을 한 단계로 줄입니다.", "ko"),
        ("我们提出了一种新方法 (diffusion)。", "zh"),
        ("新しい手法を提案します。", "ja"),
        ("Über den Naïve Bayes", "en"),
        ("The word 확산 means diffusion in a long enough English sentence.", "en"),
    ],
)
def test_languages(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SNOOPI: One-step Diffusion", "snoopi one step diffusion."),
        ("What’s New?", "What's new"),
        ("UniF$^2$ace", "UniF^2ace"),
        ("Schrödinger", "Schrodinger"),
        ("Ｆｕｌｌ Width", "full width"),
    ],
)
def test_same_titles(one, other):
    assert title_key(one) == title_key(other)
    assert slug_of(one) == slug_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ControlNet", "ControlNet++"), ("확산 모델", "학습 모델"), ("C", "C#"), ("???", "!!!")],
)
def test_different_titles(one, other):
    assert slug_of(one) != slug_of(other)


def test_long_titles_have_short_slugs_of_their_own():
    long = "word " * 100
    assert len(slug_of(long)) < 100
    assert slug_of(long) != slug_of(f"{long} more")


def test_cleaning():
    assert clean("a\x1b[31m\x00b\r\nc\rd") == "ab\nc\nd"
    assert clean("a\x1b]0;title\x07b\x1b]8;;https://x.org\x1b\\c \x1b[open\x1b]") == "abc pen]"
    assert clean("\u202ee\u0301\ufe0f👍🏻\ud800") == "é👍\ufffd"
    assert clean("a\tb") == "a   b"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("**Bold** and *slanted* and `code`", "Bold and slanted and code"),
        ("[Linked](https://a.b) <b>tag</b> &amp; sign", "Linked tag & sign"),
        ("A* and D* search", "A* and D* search"),
        (r"The \[IDK\] Token", "The [IDK] Token"),
        ("$x_1$ and snake_case_name", "$x_1$ and snake_case_name"),
        ("Watch <think>", "Watch <think>"),
    ],
)
def test_plain_titles(text, title):
    assert plain(text) == title


def test_links():
    text = (
        "![](https://a.b/c.png) [code](https://github.com/x/y) https://arxiv.org/abs/2412.00001. "
        '<video src="https://a.b/v.mp4"></video> [page](https://x.github.io) (https://a.b/c_(d))'
    )
    assert [(link.kind, link.url) for link in links_in(text)] == [
        (LinkKind.IMAGE, "https://a.b/c.png"),
        (LinkKind.CODE, "https://github.com/x/y"),
        (LinkKind.ARXIV, "https://arxiv.org/abs/2412.00001"),
        (LinkKind.VIDEO, "https://a.b/v.mp4"),
        (LinkKind.PROJECT, "https://x.github.io"),
        (LinkKind.PAGE, "https://a.b/c_(d)"),
    ]


def test_generic_link_texts():
    assert all(map(is_generic, ("arXiv", "Read more", "2412.00001", "Paper", "PDF link")))
    assert not is_generic("A Paper about Paper")


def test_people():
    assert authors_of("Ann B, C. D and Eve") == ("Ann B", "C. D", "Eve")
    assert authors_of("-") == ()
    assert [votes_of(text) for text in ("12", "1,234", "-", "👍 7", "many")] == [
        12, 1234, None, 7, None,
    ]  # fmt: skip
