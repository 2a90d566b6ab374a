"""Links whose addresses stand elsewhere in the text."""

from __future__ import annotations

from paperreader.digests import read_digest
from paperreader.digests.references import inlined

LIST = """# Reading list 2024-12-05

- [Moss in Winter][moss] by Ann Lee. It grows slowly.
- [Stone Work][2]: stones all over.

[Moss]: https://arxiv.org/abs/2412.00001
[2]: <https://arxiv.org/abs/2412.00002> "About stones"
"""


def test_reference_links_name_papers():
    entries = read_digest(LIST, "a.md").entries
    assert [(each.title, each.identifier) for each in entries] == [
        ("Moss in Winter", "2412.00001"),
        ("Stone Work", "2412.00002"),
    ]


def test_nothing_but_labels_is_lost(lost_words):
    assert set(lost_words(LIST, "a.md")) <= {"moss", "2", "Moss"}


def test_lines_stay_in_their_places_and_what_is_not_defined_stays():
    text = "[a][1] and [b][2] and [CLS][SEP]\n\n[1]: https://x.y\n[3]: https://z.y\n"
    assert inlined(text) == "[a](https://x.y) and [b][2] and [CLS][SEP]\n\n\n[3]: https://z.y\n"
