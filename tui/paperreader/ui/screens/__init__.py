"""The screens: the main one, and those that open over it, loaded when one is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paperreader.ui.screens.ask_query import AskQueryScreen as AskQueryScreen
    from paperreader.ui.screens.catch_up import CatchUpScreen as CatchUpScreen
    from paperreader.ui.screens.choose import Choice as Choice
    from paperreader.ui.screens.choose import ChooseScreen as ChooseScreen
    from paperreader.ui.screens.help import HelpScreen as HelpScreen
    from paperreader.ui.screens.history import HistoryScreen as HistoryScreen
    from paperreader.ui.screens.keyed import KeyedScreen as KeyedScreen
    from paperreader.ui.screens.naming import NameScreen as NameScreen
    from paperreader.ui.screens.note import NoteScreen as NoteScreen
    from paperreader.ui.screens.note import write_note as write_note
    from paperreader.ui.screens.palette import open_palette as open_palette
    from paperreader.ui.screens.settings import SettingsScreen as SettingsScreen
    from paperreader.ui.screens.tags import TagsScreen as TagsScreen
    from paperreader.ui.screens.themes import ThemeScreen as ThemeScreen
    from paperreader.ui.screens.triage import TriageScreen as TriageScreen

_HOMES = {
    "AskQueryScreen": "ask_query",
    "CatchUpScreen": "catch_up",
    "Choice": "choose",
    "ChooseScreen": "choose",
    "HelpScreen": "help",
    "HistoryScreen": "history",
    "KeyedScreen": "keyed",
    "NameScreen": "naming",
    "NoteScreen": "note",
    "SettingsScreen": "settings",
    "TagsScreen": "tags",
    "ThemeScreen": "themes",
    "TriageScreen": "triage",
    "open_palette": "palette",
    "write_note": "note",
}


def __getattr__(name: str) -> Any:
    """Load the screen of this name: none is needed for the first paint (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
