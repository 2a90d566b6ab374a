"""Lists and tables of families that nobody has seen: each paper by its title alone."""

from __future__ import annotations

import pytest

from paperreader.digests import read_digest

ABS = "https://arxiv.org/abs/2412.00001"
MOSS = "Moss in Winter"


@pytest.mark.parametrize(
    "line",
    [
        f"- **Moss in Winter**, *Ann Lake*, arXiv 2024. [[Paper]({ABS})] [[Code](https://a.b/c)]",
        f"- [2024/12] **Moss in Winter** *Ann Lake et al.* [[paper]({ABS})]",
        f"- (GardenConf 2024) Moss in Winter [[paper]({ABS})]",
        f"+ `2024.12` Moss in Winter, [Paper]({ABS}), [Page](https://moss.github.io)",
        f"- [ ] Moss in Winter - [arXiv]({ABS})",
        f"1. **Moss in Winter.** *Ann Lake.* 2024. [[pdf]({ABS})]",
        f"- **Moss in Winter** ([arXiv]({ABS}))",
        f"2. [Moss in Winter]({ABS}) - dim light.",
        f'- <a href="{ABS}">Moss in Winter</a>, by someone',
        f'<li><a href="{ABS}">Moss in Winter</a> - It sleeps.</li>',
        f"- **Moss in Winter** [![arXiv](https://a.b/c.svg)]({ABS})",
        f"- [[2412.00001] Moss in Winter]({ABS})",
        f"- 2024-12-05, **Moss in Winter**, Ann Lake et.al., Paper: [{ABS}]({ABS})",
        f"Moss in Winter\nAnn Lake, Ben Pond\nabs: {ABS}",
        f"**Title**: Moss in Winter\n**Authors**: Ann Lake\n**Link**: {ABS}",
        f"Moss in Winter\n--------------\n{ABS}\n\nIt sleeps.",
        f'<h3><a href="{ABS}">Moss in Winter</a></h3>\n\nIt sleeps.',
        f"| **Paper** | **Links** |\n|--|--|\n| 1) **Moss in Winter** - Sleeps. | [Paper]({ABS}) |",
        f"|Date|Title|PDF|\n|--|--|--|\n|**2024-12-05**|**Moss in Winter**|[2412.00001]({ABS})|",
        f"| [Moss in Winter]({ABS}) | arXiv | 2024-12-05 |",
    ],
)
def test_a_paper_has_its_title_and_nothing_is_lost(line, lost_words):
    text = f"# 2024-12-05\n\n{line}\n"
    (entry,) = read_digest(text, "a.md").entries
    assert (entry.title, entry.identifier) == (MOSS, "2412.00001")
    layout = {"1", "2", "a", "href", "li", "h3", "Title", "Paper", "Links", "Date", "PDF"}
    assert set(lost_words(text, "a.md")) <= layout


def test_an_old_identifier_is_no_part_of_the_title():
    text = "- Older Moss, hep-th/9901001, https://arxiv.org/abs/hep-th/9901001v2\n"
    (entry,) = read_digest(text, "a.md").entries
    assert (entry.title, entry.identifier) == ("Older Moss", "hep-th/9901001")
