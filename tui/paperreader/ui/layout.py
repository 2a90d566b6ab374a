"""Which panes there is room for, and how wide each of them is; numbers only, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PANES = ("sidebar", "list", "detail")
THREE_PANES, TWO_PANES = 120, 80  # columns from which so many panes stand side by side
STEP = 4  # columns by which a key moves the edge of a pane
SIDEBAR, ROOMY_SIDEBAR, NARROWEST, WIDEST_SIDEBAR = 29, 40, 24, 60
SHARE_OF_MORE = 5  # the sidebar has one of so many columns beyond those that three panes need


def shown_panes(columns: int, pane: str, *, is_zen: bool = False) -> tuple[str, ...]:
    """The panes for a screen of so many columns, `pane` among them."""
    if is_zen and pane == "detail":
        return ("detail",)
    if columns >= THREE_PANES:
        return PANES
    if columns >= TWO_PANES:
        return ("sidebar", "list") if pane == "sidebar" else ("list", "detail")
    return (pane,)


class Widths(NamedTuple):
    """How wide the reader made the panes: the sidebar in columns, the list as its share.

    A sidebar that nobody made wide or narrow has as much as its names need, where there is room.
    """

    sidebar: int | None = None
    list_share: float = 0.5  # of what list and detail have together

    def of(self, columns: int, shown: tuple[str, ...]) -> dict[str, int]:
        """The columns of each pane that is shown; together all there are."""
        if len(shown) == 1:
            return {shown[0]: columns}
        sidebar = min(self._sidebar(columns), columns // 3) if "sidebar" in shown else 0
        rest = columns - sidebar
        if "detail" not in shown:
            return {"sidebar": sidebar, "list": rest}
        papers = max(NARROWEST, min(round(rest * self.list_share), rest - NARROWEST))
        widths = {"sidebar": sidebar, "list": papers, "detail": rest - papers}
        return {pane: widths[pane] for pane in shown}

    def _sidebar(self, columns: int) -> int:
        if self.sidebar is None:
            more = max(0, columns - THREE_PANES) // SHARE_OF_MORE
            return min(SIDEBAR + more, ROOMY_SIDEBAR)
        return max(NARROWEST // 2, min(self.sidebar, WIDEST_SIDEBAR))

    def with_edge(self, columns: int, shown: tuple[str, ...], pane: str, width: int) -> Widths:
        """The widths when `pane` is to be so wide among those shown; as they are for one alone."""
        if len(shown) == 1:
            return self
        if pane == "sidebar":
            return self._replace(sidebar=max(NARROWEST // 2, min(width, WIDEST_SIDEBAR)))
        if "detail" not in shown:
            return self._replace(sidebar=max(NARROWEST // 2, columns - width))
        rest = columns - self.of(columns, shown).get("sidebar", 0)
        papers = width if pane == "list" else rest - width
        papers = max(NARROWEST, min(papers, rest - NARROWEST))
        return self._replace(list_share=papers / rest)

    def to_json(self) -> dict[str, Any]:
        """For the library to remember."""
        return {"sidebar": self.sidebar, "list_share": self.list_share}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Widths:
        """What was remembered; the usual widths where it makes no sense any more."""
        try:
            sidebar = value["sidebar"]  # the usual width is nobody's choice
            sidebar = None if sidebar in {None, SIDEBAR} else int(sidebar)
            return cls(sidebar, min(0.9, max(0.1, float(value["list_share"]))))
        except (KeyError, TypeError, ValueError):
            return cls()
