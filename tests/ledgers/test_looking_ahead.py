"""Forecasts that only the network reads: the clause that looks ahead, and what only looks so."""

import pytest
from articles import ledger_of

from detente.records import Claim, ClaimKind


def forecasts_of(text: str) -> list[Claim]:
    return [claim for claim in ledger_of(text).claims if claim.kind is ClaimKind.FORECAST]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I doubt that the two will be friends again before the decade is out.",
         "the two will be friends again before the decade is out"),
        ("An early reconciliation between them is most unlikely.",
         "An early reconciliation between them is most unlikely"),
        ("In the long run another rupture between them is almost certain.",
         "In the long run another rupture between them is almost certain"),
    ],
)  # fmt: skip
def test_a_forecast_is_the_clause_that_looks_ahead(text: str, told: str) -> None:
    (found,) = forecasts_of(f"Kenya and Peru fell out in May. {text}")
    assert found.text == told


@pytest.mark.parametrize(
    "text",
    [
        "I would call it a quarrel of cousins.",
        "You may think that Kenya has lost its head.",
        "It would be idle to pretend that Peru was surprised.",
        "That will not do.",
        "Kenya was wrong to be surprised.",
    ],
)
def test_a_turn_of_phrase_is_no_forecast(text: str) -> None:
    assert forecasts_of(f"Kenya and Peru fell out in May. {text}") == []
