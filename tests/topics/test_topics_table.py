"""The bundled table itself: nothing in it is ambiguous or without effect."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from paperreader.topics.lexicon import Lexicon
from paperreader.topics.words import forms_of, key_of

TABLE = tomllib.loads(
    resources.files("paperreader.topics").joinpath("topics.toml").read_text("utf-8")
)


@pytest.mark.parametrize("slug", TABLE["topics"])
def test_no_term_stands_twice_in_a_topic(slug):
    rule = TABLE["topics"][slug]
    keys = [key_of(forms_of(term)) for tier in TABLE["weights"] for term in rule.get(tier, ())]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("slug", TABLE["topics"])
def test_every_line_of_a_topic_is_one_that_is_read(slug):
    assert set(TABLE["topics"][slug]) <= {"name", "headings", *TABLE["weights"]}


def test_no_heading_means_two_topics():
    headings = [
        key
        for rule in TABLE["topics"].values()
        for key in {key_of(forms_of(heading)) for heading in rule["headings"]}
    ]
    assert len(headings) == len(set(headings))


def test_every_term_is_found_where_it_stands_alone():
    rules = TABLE["topics"].values()
    terms = {term for rule in rules for tier in TABLE["weights"] for term in rule.get(tier, ())}
    lexicon = Lexicon(terms)
    for term in terms:
        found = {hit.key for hit in lexicon.find(term.replace("*", ""))}
        assert key_of(forms_of(term)) in found


def test_a_text_that_keeps_beginning_a_term_ends():
    lexicon = Lexicon(["a a a b"])
    assert list(lexicon.find("a " * 20_000)) == []
    assert [hit.end for hit in lexicon.find("a " * 20_000 + "b")] == [40_001]
