"""The one table of commands: keys, footer, palette, help and the README's table come from it."""

from __future__ import annotations

from typing import NamedTuple

from paperreader.ui.key_names import show_keys


class Command(NamedTuple):
    """Something the reader can do.

    `keys` are sequences in the notation of `keymap.py` (`j`, `ctrl+d`, `g g`), the first one shown
    first; `label` is for the footer and the palette, `help` one sentence for the help screen.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str

    @property
    def key(self) -> str:
        """Its first key, as people write it; empty when it has none."""
        return show_keys(self.keys[0]) if self.keys else ""


MOVE, PANES, READ, MARK, FIND, SHARE, APP = (
    "Move", "Panes", "Read on", "Mark", "Find", "Open and copy", "The reader",
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "down", "Move down one paper, line or view", MOVE),
    Command("up", ("k", "up"), "up", "Move up one paper, line or view", MOVE),
    Command("first", ("g g", "home"), "first", "Go to the top", MOVE),
    Command("last", ("G", "end"), "last", "Go to the bottom", MOVE),
    Command("half-down", ("ctrl+d",), "half page down", "Move down half a page", MOVE),
    Command("half-up", ("ctrl+u",), "half page up", "Move up half a page", MOVE),
    Command("page-down", ("pagedown",), "page down", "Move down a page", MOVE),
    Command("page-up", ("pageup",), "page up", "Move up a page", MOVE),
    Command("right", ("l", "right"), "right", "Go one pane to the right, open a branch", PANES),
    Command("left", ("h", "left"), "left", "Go one pane to the left, close a branch", PANES),
    Command("next-pane", ("tab",), "next pane", "Go to the next pane", PANES),
    Command("previous-pane", ("shift+tab",), "previous pane", "Go to the previous pane", PANES),
    Command("sidebar", ("1",), "views", "Go to the sidebar; before a motion a count, as in 12j",
            PANES),
    Command("list", ("2",), "list", "Go to the list of papers", PANES),
    Command("detail", ("3",), "paper", "Go to the open paper", PANES),
    Command("zen", ("z",), "zen", "Show the paper alone, or all panes again", PANES),
    Command("wider", (">",), "wider", "Make this pane wider", PANES),
    Command("narrower", ("<",), "narrower", "Make this pane narrower", PANES),
    Command("open", ("enter",), "open", "Open the paper or view under the cursor", PANES),
    Command(
        "read-on", ("space",), "read on",
        "Page down; at the end mark read and go to the next unread", READ,
    ),
    Command(
        "next-unread", ("n",), "next unread",
        "Next unread paper, across dates; in a paper that was searched for, the next match", READ,
    ),
    Command(
        "previous-unread", ("p",), "previous unread",
        "Previous unread paper, across dates; in a paper that was searched for, the match before",
        READ,
    ),
    Command("next-paper", ("J",), "next paper", "Next paper while reading", READ),
    Command("previous-paper", ("K",), "previous paper", "Previous paper while reading", READ),
    Command("older-digest", ("[",), "older digest", "Older digest", READ),
    Command("newer-digest", ("]",), "newer digest", "Newer digest", READ),
    Command("older-month", ("{",), "older month", "Older month", READ),
    Command("newer-month", ("}",), "newer month", "Newer month", READ),
    Command("language", ("L",), "language", "Show English, Korean or both", READ),
    Command("formulas", ("$",), "formulas", "Show formulas as text or as LaTeX", READ),
    Command("authors", ("A",), "authors", "Show all authors, or the first eight", READ),
    Command("toggle-read", ("r", "m"), "read", "Mark as read or unread", MARK),
    Command(
        "read-all", ("R",), "mark many read",
        "Mark as read all shown, those above or below, before a date, or of a query", MARK,
    ),
    Command(
        "select", ("v",), "select",
        "Begin or end a range of papers; the next action is for all of them", MARK,
    ),
    Command("bookmark", ("b",), "bookmark", "Bookmark, or take the bookmark away", MARK),
    Command("queue", ("a",), "queue", "Put into the queue, or take out of it", MARK),
    Command("queue-earlier", ("ctrl+up", "("), "earlier", "Move up in the queue", MARK),
    Command("queue-later", ("ctrl+down", ")"), "later", "Move down in the queue", MARK),
    Command("tags", ("t",), "tags", "Give tags and take them away", MARK),
    Command("note", ("e",), "note", "Write a note", MARK),
    Command("note-in-editor", ("E",), "note in editor", "Write a note in your $EDITOR", MARK),
    Command(
        "interesting", ("+",), "interesting",
        "Mark as interesting, or take that back", MARK,
    ),
    Command(
        "not-interesting", ("-",), "not interesting",
        "Mark as dull, or take that back; the search is:dull finds them", MARK,
    ),
    Command(
        "triage", ("T",), "triage",
        "Go through the unread papers of the list: one fills the screen, one key decides", MARK,
    ),
    Command("undo", ("u",), "undo", "Undo the last mark, also after a restart", MARK),
    Command("redo", ("ctrl+r",), "redo", "Redo what was undone", MARK),
    Command("search", ("/",), "search", "Search everything as you type", FIND),
    Command("filter", ("f",), "filter", "Search in this view only, as you type", FIND),
    Command("months", ("w",), "when", "Go to the months of the results; Enter limits to one", FIND),
    Command("similar", ("g m",), "similar", "List the papers most like this one", FIND),
    Command("previous-match", ("N",), "match before", "The match before, in the open paper", FIND),
    Command("unread-only", ("U",), "unread only", "Show only unread papers of this view", FIND),
    Command("sort", ("s",), "sort", "Choose the order of the list", FIND),
    Command("go-date", ("g d",), "go to date", "Go to the date of this paper", FIND),
    Command("go-all", ("g a",), "go to all", "Go to all papers", FIND),
    Command("go-unread", ("g u",), "go to unread", "Go to the unread papers", FIND),
    Command("go-new", ("g i",), "go to new", "Go to what is unread, last imported first", FIND),
    Command("go-bookmarks", ("g b",), "go to bookmarks", "Go to the bookmarks", FIND),
    Command("go-queue", ("g q",), "go to queue", "Go to the queue", FIND),
    Command("go-tags", ("g t",), "go to tags", "Go to the papers of a tag", FIND),
    Command("go-notes", ("g n",), "go to notes", "Go to the papers with notes", FIND),
    Command("go-interesting", ("g +",), "go to interesting",
            "Go to the papers marked as interesting", FIND),
    Command("go-history", ("g h",), "history", "What was marked when, each to be undone", FIND),
    Command(
        "catch-up", ("g c",), "catch up",
        "What is unread by day and week, and the most voted of it", FIND,
    ),
    Command("go-saved", ("g s",), "go to saved", "Go to a saved search", FIND),
    Command("save", ("S",), "save", "Save this search or view under a name", FIND),
    Command("rename", ("f2",), "rename", "Rename the saved search", FIND),
    Command("delete", ("delete", "d"), "delete", "Delete the saved search", FIND),
    Command("open-page", ("o",), "open page", "Open the abstract page in the browser", SHARE),
    Command("open-pdf", ("P",), "open PDF", "Open the PDF in the browser", SHARE),
    Command("links", ("O",), "links", "List the links of the paper, and those like it", SHARE),
    Command("copy-url", ("y y",), "copy address", "Copy the address of the paper", SHARE),
    Command("copy-id", ("y i",), "copy id", "Copy the id of the paper", SHARE),
    Command("copy-title", ("y t",), "copy title", "Copy the title", SHARE),
    Command("copy-markdown", ("y m",), "copy link", "Copy a Markdown link", SHARE),
    Command(
        "palette", (":", "ctrl+p"), "commands",
        "Find a command, view, topic, tag or paper by its name", APP,
    ),
    Command("settings", (",",), "settings", "Change colours, language, reading and signs", APP),
    Command("help", ("?",), "help", "Show the keys", APP),
    Command("tour", ("g ?",), "tour", "Learn the most useful keys in a minute", APP),
    Command("back", ("escape",), "back", "Back one level; never quits", APP),
    Command("close", ("q",), "quit", "Close what is open; at the top quit", APP),
)  # fmt: skip

FOOTER = {
    "saved": ("open", "rename", "delete", "search", "help", "close"),
    "sidebar": ("open", "list", "search", "help", "close"),
    "saved-aside": ("open", "rename", "delete", "search", "help", "back"),
    "sidebar-aside": ("open", "list", "search", "help", "back"),
    "list": ("open", "next-unread", "bookmark", "search", "help", "close"),
    "aside": ("open", "next-unread", "bookmark", "search", "help", "back"),
    "detail": ("read-on", "next-unread", "bookmark", "language", "help", "back"),
    "found": ("next-unread", "previous-unread", "read-on", "bookmark", "help", "back"),
    "search": ("open", "back"),
    "nothing": ("back",),
    "months": ("open", "right", "left", "back"),
    "box": (),
    "catch-up": ("open", "toggle-read", "read-all", "queue", "undo", "help", "back"),
    "history": ("open", "help", "back"),
    "triage": (
        "next-unread", "bookmark", "queue", "tags", "toggle-read", "undo", "help", "back", "note",
        "language",
    ),
    "triage-end": ("undo", "help", "back"),
}  # fmt: skip
# What has room before the others do: the ways on.
KEPT = {"triage": ("undo", "help", "back")}  # elsewhere help and the way back
# What the help shows first, beside the hints of the pane that has the keys.
HERE = {
    "sidebar": ("down", "up", "right", "left", "first", "last"),
    "list": (
        "down", "up", "first", "last", "half-down", "half-up", "toggle-read", "queue", "tags",
        "select", "unread-only", "sort", "older-digest", "newer-digest", "triage",
    ),
    "detail": (
        "down", "up", "half-down", "half-up", "next-paper", "previous-paper", "toggle-read",
        "formulas", "authors", "links", "open-page", "open-pdf", "copy-url", "zen",
    ),
    "triage": (
        "read-on", "previous-unread", "interesting", "not-interesting", "open-page", "open-pdf",
        "copy-url",
    ),
    "catch-up": ("down", "up", "bookmark"),
}  # fmt: skip
# What a command is called where it does something else.
LABELS = {
    ("triage", "next-unread"): "skip",
    ("triage", "back"): "leave",
    ("triage-end", "back"): "leave",
    ("catch-up", "read-all"): "all before read",
    ("history", "open"): "undo or redo",
    ("found", "next-unread"): "next match",
    ("found", "previous-unread"): "match before",
    ("months", "open"): "limit to this month",
    ("months", "right"): "later",
    ("months", "left"): "earlier",
    ("search", "open"): "to the results",
}
# What a command does where it does something else, for the help and the palette there.
HELPS = {
    ("triage", "next-unread"): "Skip it: it stays as it is",
    ("triage", "previous-unread"): "Look at the paper before again",
    ("triage", "read-on"): "Page down; at the end skip it",
    ("triage", "bookmark"): "Bookmark it and go on",
    ("triage", "queue"): "Put it into the queue and go on",
    ("triage", "tags"): "Give it tags and go on",
    ("triage", "toggle-read"): "Mark it as read and go on",
    ("triage", "interesting"): "Mark it as interesting and go on",
    ("triage", "not-interesting"): "Mark it as dull and go on",
    ("triage", "note"): "Write a note, and stay",
    ("triage", "back"): "Return to the list; what was decided stays",
    ("triage", "undo"): "Take the last decision back and return to its paper",
    ("triage", "triage"): "Return to the list",
    ("catch-up", "open"): "Go to the papers of this line",
    ("catch-up", "toggle-read"): "Mark the papers of this line as read",
    ("catch-up", "read-all"): "Mark all before the day of this line as read",
    ("catch-up", "queue"): "Put the papers of this line into the queue",
    ("catch-up", "bookmark"): "Bookmark the papers of this line",
    ("history", "open"): "Take this back, or do it again",
    ("history", "undo"): "Take this back, or do it again",
}
IN_BOX = {"open": "Enter", "back": "Esc"}  # in a box for text no other keys can do these

COUNTED = frozenset({  # a number typed before them repeats them, or names a line: 12j, 3n, 5G
    "down", "up", "first", "last", "half-down", "half-up", "page-down", "page-up",
    "next-unread", "previous-unread", "next-paper", "previous-paper",
    "older-digest", "newer-digest", "older-month", "newer-month",
})  # fmt: skip
