"""When garbage is sorted out."""

from __future__ import annotations

import pytest

from paperreader.ui import garbage
from paperreader.ui.garbage import ENOUGH, FEW, Collector


class Allocations:
    """Plays the part of the module `gc`."""

    def __init__(self) -> None:
        self.count = (0, 0, 0)
        self.collected = self.looked_through = self.set_aside = 0

    def get_count(self) -> tuple[int, int, int]:
        return self.count

    def collect(self, generation: int = 2) -> None:
        if generation == 2:
            self.collected += 1
        else:
            self.looked_through += 1
            self.count = (0, 0, self.count[2] + 1)

    def freeze(self) -> None:
        self.set_aside += 1
        self.count = (0, 0, 0)


@pytest.fixture
def allocations(monkeypatch: pytest.MonkeyPatch) -> Allocations:
    fake = Allocations()
    monkeypatch.setattr(garbage, "gc", fake)
    return fake


def test_only_what_is_new_is_looked_through_while_somebody_types(allocations):
    collector = Collector(is_warm=True)
    for _ in range(3 * ENOUGH):
        allocations.count = (FEW * 3, 0, allocations.count[2])
        collector.look()
    assert allocations.looked_through == 3 * ENOUGH
    assert not allocations.collected


def test_garbage_is_left_alone_while_nobody_does_anything(allocations):
    collector = Collector(is_warm=True)
    for few in range(ENOUGH):
        allocations.count = (few, 0, 0)
        collector.look()
    assert not allocations.looked_through
    assert not allocations.collected


def test_garbage_is_collected_once_when_it_is_quiet(allocations):
    collector = Collector(is_warm=True)
    allocations.count = (10, 3, ENOUGH)
    for _ in range(5):
        collector.look()
    assert (allocations.looked_through, allocations.collected) == (1, 1)


def test_a_little_garbage_is_not_worth_it(allocations):
    collector = Collector(is_warm=True)
    allocations.count = (10, 3, ENOUGH - 2)
    for _ in range(5):
        collector.look()
    assert not allocations.collected


def test_what_the_start_leaves_behind_is_not_looked_through(allocations):
    collector = Collector()
    for _ in range(5):
        allocations.count = (10, 3, ENOUGH)
        collector.look()
        collector.look()
        assert allocations.set_aside == allocations.collected + 1
