"""Text on its way to the screen: cells, Markdown, formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paperreader.ui.text.cells import fit, fit_right, names_that_fit
from paperreader.ui.text.latex import latex_to_unicode, without_formulas
from paperreader.ui.text.markdown import markdown_blocks


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.integers(0, 60))
def test_fitted_text_has_exactly_its_width(text, width):
    assert cell_len(fit(text, width)) == width


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert fit("확산 모델", 6) == "확산… "[:6] or fit("확산 모델", 6).rstrip().endswith("…")
    assert fit("diffusion", 5) == "diff…"


def test_long_author_lists_say_how_many_more():
    authors = ("Ann", "Bob", "Cid", "Dee")
    assert names_that_fit(authors, 40) == "Ann, Bob, Cid, Dee"
    assert names_that_fit(authors, 16) == "Ann, Bob, Cid +1"
    assert names_that_fit(authors, 3) == "Ann +3"
    assert names_that_fit((), 3) == ""


def test_right_aligned_text_has_its_width_too():
    assert fit_right("한글", 6) == "  한글"
    assert cell_len(fit_right("한글 논문", 6)) == 6


def texts(markdown):
    return [
        (" " * b.indent) + b.content.plain for b in markdown_blocks(markdown) if b.content.plain
    ]


def test_emphasis_is_style_not_text():
    block = markdown_blocks("a **bold** and *slanted* word")[0]
    assert block.content.plain == "a bold and slanted word"
    assert {(span.start, span.end, span.style) for span in block.content.spans} == {
        (2, 6, "bold"),
        (11, 18, "italic"),
    }


def test_nested_lists_are_indented():
    assert texts("- one\n  - two\n- three\n\n1. first\n2. second") == [
        "- one", "  - two", "- three", "1. first", "2. second",
    ]  # fmt: skip


def test_images_are_labelled_links():
    assert texts('![a chart](http://x.org/i.png)\n\n<img width="5" src="http://x.org/j.png">') == [
        "[a chart]", "[image]",
    ]  # fmt: skip
    assert texts('<p><img alt="Two curves" src="http://x.org/j.png"></p>') == ["[Two curves]"]
    assert texts('see <img src="http://x.org/j.png" alt="two curves">') == ["see [two curves]"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Video-Ma$^2$mba", "Video-Ma²mba"), ("UniF^2ace (VCT^{2})", "UniF²ace (VCT²)"),
        ("^RFLAV at 10^2.5", "^RFLAV at 10^2.5"), ("a_b costs $5", "a_b costs $5"),
    ],
)  # fmt: skip
def test_the_formulas_of_a_title_are_text_also_without_their_dollars(title, shown):
    assert without_formulas(title) == shown


def test_formulas_become_unicode():
    assert texts("at step $x_t$ of $\\hat{y}_{t-1}$") == ["at step xₜ of ŷₜ₋₁"]
    assert texts("$$\n\\alpha^2 + \\beta\n$$") == ["  α² + β"]
    assert texts("```math\n\\sigma_0\n```") == ["  σ₀"]


def test_brackets_in_a_text_stay():
    assert texts("RoPE [/INST] and [CLS]") == ["RoPE [/INST] and [CLS]"]


@pytest.mark.parametrize("source", ["\\frac{", "}{", "\\", "x" * 5000, "\\begin{cases}"])
def test_broken_formulas_are_kept_in_some_form(source):
    assert latex_to_unicode(source)


@given(st.text(max_size=300))
def test_no_markdown_raises(text):
    markdown_blocks(text)
