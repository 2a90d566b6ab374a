"""When garbage is sorted out."""

from __future__ import annotations

import pytest

from paperreader.ui import garbage
from paperreader.ui.garbage import ENOUGH, FEW, Collector


class Allocations:
    """Plays the part of the module `gc`."""

    def __init__(self) -> None:
        self.count = (0, 0, 0)
        self.collected = self.set_aside = 0

    def get_count(self) -> tuple[int, int, int]:
        return self.count

    def collect(self) -> None:
        self.collected += 1

    def freeze(self) -> None:
        self.set_aside += 1
        self.count = (0, 0, 0)


@pytest.fixture
def allocations(monkeypatch: pytest.MonkeyPatch) -> Allocations:
    fake = Allocations()
    monkeypatch.setattr(garbage, "gc", fake)
    return fake


def test_garbage_is_left_alone_while_somebody_types(allocations):
    collector = Collector(is_warm=True)
    for passes in range(3 * ENOUGH):
        allocations.count = (passes, passes % 10, passes)
        collector.look()
    allocations.count = (FEW * 3, passes % 10, passes)
    collector.look()
    assert not allocations.collected


def test_garbage_is_collected_once_when_it_is_quiet(allocations):
    collector = Collector(is_warm=True)
    allocations.count = (10, 3, ENOUGH)
    for _ in range(5):
        collector.look()
    assert allocations.collected == 1


def test_a_little_garbage_is_not_worth_it(allocations):
    collector = Collector(is_warm=True)
    allocations.count = (10, 3, ENOUGH - 1)
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
