"""What each command of the table does on the main screen: its `do_` method, by theme."""

from paperreader.ui.actions.annotating import Annotating
from paperreader.ui.actions.arriving import Arriving
from paperreader.ui.actions.clicking import Clicking
from paperreader.ui.actions.dating import Dating
from paperreader.ui.actions.finding import Finding
from paperreader.ui.actions.indexing import Indexing
from paperreader.ui.actions.marking import Marking
from paperreader.ui.actions.moving import Moving
from paperreader.ui.actions.panes import Panes
from paperreader.ui.actions.reading import Reading
from paperreader.ui.actions.resembling import Resembling
from paperreader.ui.actions.saving import Saving
from paperreader.ui.actions.searching import Searching
from paperreader.ui.actions.session import Session
from paperreader.ui.actions.sharing import Sharing
from paperreader.ui.actions.showing import Showing
from paperreader.ui.actions.sweeping import Sweeping
from paperreader.ui.actions.typing import Typing
from paperreader.ui.actions.visiting import Visiting

__all__ = [
    "Annotating", "Arriving", "Clicking", "Dating", "Finding", "Indexing", "Marking", "Moving",
    "Panes", "Reading", "Resembling", "Saving", "Searching", "Session", "Sharing", "Showing",
    "Sweeping", "Typing", "Visiting",
]  # fmt: skip
