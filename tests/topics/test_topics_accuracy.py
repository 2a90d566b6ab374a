"""How well the bundled table agrees with labelled papers, where those are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest


def labelled():
    corpus = os.environ.get("PAPERREADER_CORPUS")
    if not corpus:
        pytest.skip("PAPERREADER_CORPUS names no corpus")
    path = Path(corpus).parent / "topics" / "labelled.jsonl"
    if not path.is_file():
        pytest.skip(f"no labelled papers at {path}")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def test_micro_f1_on_labelled_papers(classifier):
    right = wrong = 0
    for paper in labelled():
        found = {each.topic for each in classifier.classify(paper["title"], paper["abstract"])}
        right += len(found & set(paper["topics"]))
        wrong += len(found ^ set(paper["topics"]))
    assert 2 * right / (2 * right + wrong) >= 0.80
