"""Marks, undo and redo as simply as they can be said: a dict and a list of batches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Key = tuple[int, str]  # a paper and a field
DEFAULTS = {"note": None, "queued": None, "interest": 0}


@dataclass
class ModelBatch:
    """What one action changed: old and new values."""

    id: str
    kind: str
    changes: dict[Key, tuple[Any, Any]]
    of: ModelBatch | None = None
    is_undone: bool = False


@dataclass
class Model:
    """What the library should say."""

    values: dict[Key, Any] = field(default_factory=dict)
    set_by: dict[Key, ModelBatch] = field(default_factory=dict)
    batches: list[ModelBatch] = field(default_factory=list)

    def get(self, paper: int, name: str) -> Any:
        return self.values.get((paper, name), DEFAULTS.get(name, False))

    def difference(self, papers: set[int], name: str, value: Any) -> dict[Key, tuple[Any, Any]]:
        """What a mark would change; queueing a queued paper changes nothing."""
        changes = {}
        for paper in papers:
            old, new = self.get(paper, name), value
            if name == "queued":
                new = (old or object()) if value else None  # a place like no other
            if new != old:
                changes[paper, name] = (old, new)
        return changes

    def apply(self, batch: ModelBatch, since: int | None = None) -> None:
        """Do it as the last, or as the one that follows so many others."""
        self.batches.insert(len(self.batches) if since is None else since, batch)
        for key, (_, new) in batch.changes.items():
            self.values[key] = new
            self.set_by[key] = batch

    def place_of_read(self, paper: int, since: int) -> int:
        """Where what is read since so many batches stands: after what changed it meanwhile."""
        by = self.set_by.get((paper, "read"))
        is_changed = any(batch is by for batch in self.batches[since:])
        return len(self.batches) if is_changed else since

    def last_standing(self) -> ModelBatch | None:
        marks = (batch for batch in reversed(self.batches) if batch.kind == "mark")
        return next((batch for batch in marks if not batch.is_undone), None)

    def last_undone(self) -> ModelBatch | None:
        """What was undone last, unless something was marked since."""
        for batch in reversed(self.batches):
            if batch.kind == "mark":
                return None
            if batch.kind == "undo" and batch.of is not None and batch.of.is_undone:
                return batch.of
        return None

    def reverted(self, batch: ModelBatch, kind: str) -> dict[Key, tuple[Any, Any]]:
        """What taking a batch back changes, or doing it again: not what was marked later."""
        changes = {}
        for key, (old, new) in batch.changes.items():
            before, after = (new, old) if kind == "undo" else (old, new)
            by = self.set_by[key]
            if self.values[key] == before and (by is batch or by.kind != "mark"):
                changes[key] = (before, after)
        return changes

    def revert(self, batch: ModelBatch, kind: str, id_: str) -> None:
        changes = self.reverted(batch, kind)
        for other in self.batches:
            if other.of is batch:
                other.is_undone = True
        batch.is_undone = kind == "undo"
        self.apply(ModelBatch(id_, kind, changes, batch))
