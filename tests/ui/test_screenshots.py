"""The pictures in the README show the app as it is."""

from __future__ import annotations

import importlib
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "screenshots"


def test_the_pictures_say_what_the_app_says(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    make, svg = importlib.import_module("make"), importlib.import_module("svg")
    old = []
    for name, picture in make.take_all():
        path = FOLDER / f"{name}.svg"
        if not path.exists() or svg.words_of(path.read_text("utf-8")) != svg.words_of(picture):
            old.append(name)
    assert old == [], "run python screenshots/make.py, and look at them"
