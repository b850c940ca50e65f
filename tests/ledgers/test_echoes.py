"""Sentences that tell of an expression by "it" or "the phrase"."""

import datetime as dt

import pytest
from articles import ledger_of

from detente.ledgers.echoes import find_echo, quoted_before
from detente.records import FormulationStatus

TOLD = dt.date(2024, 5, 14)
FIRST = 'In 2015 Kenya spoke of the phrase "a lake without walls". '

ECHOES = [
    ("The phrase disappeared from its speeches in 2018.", "dropped"),
    ("By 2018 it had gone out of fashion.", "dropped"),
    ("Its diplomats no longer use it.", "dropped"),
    ("In March it came back.", "reinstated"),
    ("The ministry took it up again in March.", "reinstated"),
    ("It was coined by a poet.", "first"),
    ("The phrase was not repeated in the next statement.", "dropped"),
    ("Its president used the phrase in Lima.", "used"),
]


@pytest.mark.parametrize(("text", "status"), ECHOES)
def test_the_expression_before_is_meant(text: str, status: str) -> None:
    used, echoed = ledger_of(FIRST + text, TOLD).formulations
    assert (used.formulation, used.status) == ("text:a lake without walls", "used")
    assert (echoed.formulation, echoed.status, echoed.speaker) == (used.formulation, status, "KEN")
    assert echoed.words == used.words
    assert echoed.evidence.sentence.of(FIRST + text) == text


def test_it_takes_a_gap_along() -> None:
    _, echoed = ledger_of(FIRST + "It came back after an absence of six years.", TOLD).formulations
    assert echoed.gap == "six years"


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "The minister came back in March.",  # no expression
        "It is a lake with many names.",
        "They dropped the plan.",
    ],
)
def test_what_tells_of_none(text: str) -> None:
    assert len(ledger_of(FIRST + text, TOLD).formulations) == 1


def test_quoted_words_that_the_next_sentence_calls_a_phrase() -> None:
    text = 'Kenya says that its ties with Peru are "on a level road". The phrase has been used since 2018.'
    first, second = ledger_of(text, TOLD).formulations
    assert (first.formulation, first.words, first.speaker) == ("text:on a level road", "on a level road", "KEN")
    assert (second.formulation, second.status) == (first.formulation, "used")
    assert ledger_of('Kenya says that its ties with Peru are "on a level road". It rained.', TOLD).formulations == ()


def test_of_several_quotations_none_is_meant() -> None:
    assert quoted_before('It spoke of "a level road" and "a high hill".', "The phrase vanished.") is None
    assert quoted_before('It said "no".', "The word was heard again.") is None


def test_how_far_back_it_may_be() -> None:
    assert find_echo("It vanished.", 1) is not None
    assert find_echo("It vanished.", 2) is None
    found = find_echo("The phrase vanished.", 3)
    assert found is not None
    assert found[1] is FormulationStatus.DROPPED
    assert find_echo("The phrase vanished.", 4) is None
