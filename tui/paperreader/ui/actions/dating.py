"""When in the past: the months of what was found, and a way to limit to one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.ui.actions.base import Actions

if TYPE_CHECKING:
    from paperreader.ui.widgets.months import Months

_DATE = re.compile(r'(?<!\S)d(?:ate)?:(?:"[^"]*"|\S*)')


class Dating(Actions):
    """The histogram above the results."""

    def do_months(self) -> None:
        if self.months.has_class("-shown"):
            self.months.focus()
        else:
            self.say("Search first: the results are shown by month where there are several.")

    def on_months_chosen(self, event: Months.Chosen) -> None:
        """Show only the results of a month; Esc returns to all of them."""
        event.stop()
        self.keep_place()
        self.go(self.place._replace(query=in_month(self.place.query, event.month)))
        self.go_to_pane("list")


def in_month(query: str, month: str) -> str:
    """A query, limited to a month instead of any other date."""
    rest = " ".join(_DATE.sub(" ", query).split())
    rest = f"({rest})" if " OR " in rest else rest
    return f"{rest} date:{month}".strip()
