"""The tables beside the code keep their schema."""

from __future__ import annotations

from detente.actors.lexicon import institutions, titles
from detente.knowledge.sectors import SECTORS
from detente.knowledge.states import states


def test_no_row_is_there_twice() -> None:
    for names in (
        tuple(body.name for body in institutions()),
        tuple(title.name for title in titles()),
    ):
        assert sorted(names) == sorted(set(names))


def test_institutions_are_of_known_states_and_sectors() -> None:
    for body in institutions():
        assert set(body.countries) <= set(states()), body.name
        assert body.sector in SECTORS, body.name


def test_titles_are_lower_case_and_of_known_sectors() -> None:
    for title in titles():
        assert title.name == title.name.lower()
        assert title.sector in SECTORS, title.name
