"""Which lines of a list are selected: single ones, and a range that ends at the cursor."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SelectedLines:
    """Lines by their index; a range that was begun grows and shrinks with the cursor."""

    kept: set[int] = field(default_factory=set)
    anchor: int | None = None

    def holds(self, line: int, cursor: int) -> bool:
        """Whether a line is selected while the cursor is there."""
        return line in self.kept or line in self._range(cursor)

    def lines(self, cursor: int) -> list[int]:
        """All selected lines, from the top."""
        return sorted(self.kept.union(self._range(cursor)))

    def toggle(self, cursor: int) -> None:
        """Begin a range; keep the one that was begun; or take out the line under the cursor."""
        if self.anchor is not None:
            self.kept.update(self._range(cursor))
            self.anchor = None
        elif cursor in self.kept:
            self.kept.remove(cursor)
        else:
            self.anchor = cursor

    def clear(self) -> bool:
        """Select nothing; False when nothing was selected."""
        had_any = bool(self.kept) or self.anchor is not None
        self.kept.clear()
        self.anchor = None
        return had_any

    def _range(self, cursor: int) -> range:
        if self.anchor is None:
            return range(0)
        return range(min(self.anchor, cursor), max(self.anchor, cursor) + 1)
