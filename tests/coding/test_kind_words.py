"""Kinds of actors stay, names go: for every name in our tables."""

from collections.abc import Iterator

import pytest

from detente.actors.people import full_names
from detente.coding.kind_words import MOST_KINDS, kind_words
from detente.knowledge.companies import companies
from detente.knowledge.holders import holders
from detente.knowledge.states import states


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kenya", ""),
        ("British", ""),
        ("Kenyan President William Ruto", "president"),
        ("the Chinese captain", "captain"),
        ("South Korea's assembly", "assembly"),
        ("two coast guard vessels", "two coast guard vessels"),
        ("the White House", ""),
        ("New Zealand's Labour Party", "labour party"),
        ("the government's decision", "government's decision"),
        ("49 fishermen", "fishermen"),
        ("South Korea's Foreign Ministry", "foreign ministry"),
        ("a U.S. federal judge", "federal judge"),
        ("Julie Bishop", ""),
        ("Huawei executives", "executives"),
        ("the International Criminal Court", "international criminal court"),
        (
            "the killing of a rights lawyer by the police in the capital city last year",
            "killing rights lawyer police capital city last year",
        ),
    ],
)
def test_kind_words(name: str, kind: str) -> None:
    assert kind_words(name) == kind


def names_of_states() -> Iterator[str]:
    for state in states().values():
        yield from (*state.names, *state.case_names, *state.adjectives, *state.nouns)


def names_of_companies() -> Iterator[str]:
    for company in companies().values():
        yield from (company.name, *company.aliases)


def names_of_people() -> Iterator[str]:
    for person in holders():
        yield from full_names(person)


@pytest.mark.parametrize("names", [names_of_states, names_of_companies, names_of_people])
def test_no_name_leaves_a_word(names):
    """The law of blindness, over whole tables: some 1,500 names of states, 1,400 of companies, 18,000 of people."""
    every = list(names())
    assert len(every) > 1000
    assert [name for name in every if kind_words(name)] == []


def test_names_in_front_of_kinds_make_no_difference():
    for name in names_of_states():
        assert kind_words(f"the {name} coast guard") == "coast guard"


def test_long_descriptions_are_cut():
    assert len(kind_words(" ".join(f"word{chr(97 + n)}" for n in range(20))).split()) == MOST_KINDS
