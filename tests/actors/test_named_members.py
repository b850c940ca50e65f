"""Regions as parties, and lists of the states meant that take their place."""

from __future__ import annotations

import pytest

from detente.actors import party_of
from detente.actors.gazetteer import Gazetteer
from detente.actors.mentions import find_with
from detente.knowledge.agents import agents
from detente.knowledge.organisations import organisations
from detente.knowledge.other_names import other_names
from detente.knowledge.states import ambiguities, states
from detente.records import Document, Span

REGIONS = [
    ("She toured Africa.", "Africa"),
    ("She toured South Asia and Central Asia.", "South Asia, Central Asia"),
    ("A tour of Latin America followed one of the Caribbean.", "Latin America, Caribbean"),
    ("He flew to the Middle East.", "Middle East"),
    ("Loans for East Asia and Oceania grew.", "East Asia, Oceania"),
    ("Gulf states and Nordic countries objected.", "Gulf states, Nordic countries"),
    ("West African leaders met Pacific island nations.", "Africa, Pacific islands"),
    ("Balkan states and South-East Asia wait.", "Balkans, Southeast Asia"),
    ("Eastern European countries pressed on.", "Europe"),
    # part of another name
    ("South Africa met the African Union.", "ZAF, AU"),
    ("The boat sank in the Caribbean Sea.", ""),
]

LISTS = [
    ("He visited four African countries -- Chad, Mali, Niger and Togo.", "TCD, MLI, NER, TGO"),
    ("He visited four African countries — Chad, Mali, Niger and Togo — by train.", "TCD, MLI, NER, TGO"),
    ("Three Central Asian states: Kazakhstan, Tajikistan and Uzbekistan.", "KAZ, TJK, UZB"),
    ("Southeast Asian countries such as Laos and the Philippines agreed.", "LAO, PHL"),
    ("Loans went to South Asian nations, including Nepal.", "NPL"),
    ("Nordic leaders, namely Norway and Iceland, agreed.", "NOR, ISL"),
    ("Pacific island nations (Tonga, Fiji and Samoa) agreed.", "TON, FJI, WSM"),
    ("Gulf states (Qatar) agreed.", "QAT"),
    # no list of the states meant
    ("He visited African countries.", "Africa"),
    ("African countries, Chad said, need loans.", "Africa, TCD"),
    ("He courted African countries - China's friends - with ports.", "Africa, CHN"),
    ("He spoke with African countries: China was absent.", "Africa, CHN"),
    ("He toured Africa, including Chad.", "Africa, TCD"),
    ("African countries including theirs agreed.", "Africa"),
]


@pytest.fixture(scope="module")
def tables() -> Gazetteer:
    return Gazetteer(states().values(), organisations().values(), (), (), agents().values(), ambiguities())


@pytest.mark.parametrize(("text", "expected"), REGIONS + LISTS)
def test_the_parties_named(text: str, expected: str, tables: Gazetteer) -> None:
    mentions = find_with(tables, Document("test", "test", text), [Span(0, len(text))]).mentions
    assert ", ".join(party_of(actor) or "?" for mention in mentions for actor in mention.actors) == expected


def test_a_list_of_states_is_counted(tables: Gazetteer) -> None:
    text = "African states such as Chad agreed."
    found = find_with(tables, Document("test", "test", text), [Span(0, len(text))])
    assert found.left["a group of states whose names follow"] == 1


def test_a_region_is_no_other_name() -> None:
    regions = {org.name for org in organisations().values() if org.id == f"bloc:{org.name}"}
    assert {"Africa", "South Asia", "Middle East", "Latin America"} <= regions
    assert regions.isdisjoint(other_names())
