"""What the command palette finds: commands, views, topics, tags and papers, the best first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from paperreader.hangul import latin_keys
from paperreader.library.views import View, ViewKind
from paperreader.topics.korean import NAMES as KOREAN_NAMES
from paperreader.ui.commands import LABELS, MOVE, PANES
from paperreader.ui.key_names import show_keys
from paperreader.ui.place import Place, view_name
from paperreader.ui.search_words import WORDS
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from paperreader.ui.commands import Command
    from paperreader.ui.screens.main import MainScreen

MOST = 100  # of them nobody looks at more
MOST_PAPERS = 8
THEME = "theme"  # has no key, and so is no command of the table
FIRST = (  # what one looks for in a palette that is just open
    "search", "catch-up", "triage", "similar", "sort", "save", "go-saved", "read-all", "go-history",
    "settings", THEME, "help", "tour",
)  # fmt: skip
KINDS = {
    ViewKind.DATE: "Date", ViewKind.TOPIC: "Topic", ViewKind.TAG: "Tag",
    ViewKind.SOURCE: "Source", ViewKind.SAVED: "Saved search",
}  # fmt: skip
SCATTERED = 9  # the grade of what only has the letters, one after another


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to run; `end` stands at the right margin, `words` are searched and not shown."""

    name: str
    about: str
    run: Callable[[], object]
    end: str = ""
    keys: frozenset[str] = field(default_factory=frozenset)
    words: str = ""
    spans: tuple[tuple[int, int], ...] = ()  # of the name, what was searched for


def command_entries(
    commands: Iterable[Command],
    run: Callable[[str], object],
    choose_theme: Callable[[], object],
    here: str = "",
) -> list[Entry]:
    """The commands of a screen, called as they are where it is `here`; common ones first."""
    entries = {
        each.id: Entry(
            _capital(LABELS.get((here, each.id), each.label)),
            each.help,
            partial(run, each.id),
            each.key,
            frozenset(map(show_keys, each.keys)),
            f"{each.label} {each.id} {WORDS.get(each.id, '')}",
        )
        for each in sorted(commands, key=lambda each: each.group in {MOVE, PANES})
    }
    entries[THEME] = Entry("Theme", "Choose the colours", choose_theme, words=WORDS[THEME])
    first = [entries.pop(each) for each in FIRST if each in entries]
    return [*first, *entries.values()]


def view_entries(main: MainScreen) -> Iterator[Entry]:
    """Saved searches, views, dates, topics, tags and sources."""
    saved = [View(ViewKind.SAVED, name) for name in main.library.saved_searches()]
    for view, count in main.sidebar.counts.items():
        if view.kind is not ViewKind.SAVED or view in saved:
            go = partial(_open_view, main, view)
            about = KINDS.get(view.kind, "View")
            unread = f"{count.unread:,} unread" if count.unread else ""
            korean = KOREAN_NAMES.get(view.key, "") if view.kind is ViewKind.TOPIC else ""
            words = f"{view.key} {korean}".rstrip()
            yield Entry(view_name(view, main.topic_names), about, go, unread, words=words)


async def paper_entries(main: MainScreen, query: str) -> list[Entry]:
    """The first papers that have these words in their titles, best first."""
    titles = " ".join(f"title:{word}" for word in query.replace('"', " ").split())
    found = await main.in_search_thread(
        partial(main.desk.search, titles, limit=MOST_PAPERS, as_you_type=True)
    )
    return [
        Entry(
            (title := without_formulas(row.title)), "",
            partial(_open_paper, main, row.number),
            f"Paper {row.shown_date}".rstrip(), spans=tuple(found.terms.spans(title)),
        )
        for row in main.library.rows(found.numbers)
    ]  # fmt: skip


def _open_view(main: MainScreen, view: View) -> None:
    main.go(Place.of(view))
    main.go_to_pane("list")


def _open_paper(main: MainScreen, number: int) -> None:
    main.go(Place(View(ViewKind.ALL)), number)
    main.go_to_pane("detail")


def ranked(entries: Sequence[Entry], query: str, *, scattered: bool = False) -> list[Entry]:
    """The entries that a query means; those that only have its letters where that is asked for.

    What means nothing may be Latin letters that were typed with Hangul input on.
    """
    typed = query.strip()
    if not typed:
        return list(entries)
    latin = "".join(latin_keys(letter) or letter for letter in typed)
    return _fitting(entries, typed, scattered=scattered) or (
        _fitting(entries, latin, scattered=scattered) if latin != typed else []
    )


def _fitting(entries: Sequence[Entry], typed: str, *, scattered: bool) -> list[Entry]:
    graded = ((_grade(entry, typed), entry) for entry in entries)
    wanted = range(SCATTERED, SCATTERED + 1) if scattered else range(SCATTERED)
    fitting = [each for each in graded if each[0] in wanted]
    return [entry for _, entry in sorted(fitting, key=lambda each: each[0])]


def lit(entry: Entry, query: str) -> tuple[tuple[int, int], ...]:
    """Where the name has the words of the query, at the beginning of its own words."""
    words = [re.escape(word) for word in query.casefold().split()]
    if entry.spans or not words:
        return entry.spans
    pattern = rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})"
    return tuple(match.span() for match in re.finditer(pattern, entry.name, re.IGNORECASE))


def _grade(entry: Entry, typed: str) -> int:
    """How far from what was meant: 0 for its key or name, the least for its mere letters."""
    query, name = typed.casefold(), entry.name.casefold()
    if typed in entry.keys or query == name:
        return 0
    if name.startswith(query):
        return 1
    words = query.split()
    for grade, text in enumerate((name, f"{name} {entry.words}", f"{name} {entry.about}"), 1):
        own = _words(text.casefold())
        if own.issuperset(words):
            return 2 * grade
        if all(any(each.startswith(word) for each in own) for word in words):
            return 2 * grade + 1
    if all(word in name for word in words):
        return SCATTERED - 1
    return SCATTERED if _has_letters(name, "".join(words)) else SCATTERED + 1


@lru_cache(8192)
def _words(text: str) -> frozenset[str]:
    """Its words, those with a hyphen also in parts."""
    words = re.findall(r"#?\w+(?:-\w+)*", text)
    return frozenset((*words, *(part for each in words for part in each.split("-"))))


def _has_letters(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
