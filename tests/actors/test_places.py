"""Cities stay places where organisations sit in them."""

from __future__ import annotations

from detente.actors import country_of_place, find_places
from detente.actors.making import party_of_id


def test_a_seat_of_organisations_is_a_place() -> None:
    assert [(name, country) for _, name, country in find_places("They met in Brussels.")] == [("Brussels", "BEL")]
    assert country_of_place("Moscow") == "RUS"


def test_a_place_is_in_a_country_or_is_one() -> None:
    assert [country_of_place(name) for name in ("The Hague", "the Bundestag", "Peru")] == ["NLD", "DEU", "PER"]
    assert country_of_place("Atlantis") is None


def test_organs_act_for_the_union() -> None:
    assert party_of_id("org:European Commission") == party_of_id("org:EU") == "EU"
    assert party_of_id("org:UNHCR") == "UNHCR"
