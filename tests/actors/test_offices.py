"""Offices and their holders, and the parties that actors speak for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.actors.gazetteer import Gazetteer, plural_of
from detente.actors.identify import resolve_office_by
from detente.actors.making import party_of, slug
from detente.actors.mentions import Found, find_with
from detente.actors.people import full_names, short_names
from detente.records import Actor, ActorKind, Document, Form, Level, Precision, Span, When


def day(text: str) -> When:
    date = dt.date.fromisoformat(text)
    return When(date, date, Precision.DAY)


def year(number: int) -> When:
    return When(dt.date(number, 1, 1), dt.date(number, 12, 31), Precision.YEAR)


OFFICE = Actor("JPN:office:prime-minister", "Japan: prime minister", ActorKind.OFFICE, "JPN", "GOV")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (day("2024-07-26"), "JPN:person:kishida-fumio"),
        (day("2015-01-01"), "JPN:person:abe-shinzo"),
        (year(2015), "JPN:person:abe-shinzo"),
        (day("2024-10-01"), "JPN:office:prime-minister"),  # the day of the handover
        (year(2024), "JPN:office:prime-minister"),  # two in that year
        (day("2021-01-01"), "JPN:office:prime-minister"),  # nobody known
        (When(reason="none given"), "JPN:office:prime-minister"),
    ],
)
def test_an_office_is_its_sole_holder(names: Gazetteer, when: When, expected: str) -> None:
    assert resolve_office_by(names, OFFICE, when).id == expected


def test_a_person_is_nobody_elses_office(names: Gazetteer) -> None:
    person = Actor("JPN:person:x", "X", ActorKind.PERSON, "JPN")
    assert resolve_office_by(names, person, day("2024-07-26")) is person


@pytest.mark.parametrize(
    ("ident", "country", "party"),
    [
        ("JPN", "JPN", "JPN"),
        ("JPN:person:kishida-fumio", "JPN", "JPN"),
        ("org:ASEAN", None, "ASEAN"),
        ("org:NATO:person:anna-berg", None, "NATO"),
        ("bloc:global-south", None, "Global South"),
        ("org:CPC", "CHN", "CHN"),
        ("person:john-smith", None, None),
    ],
)
def test_party_of(ident: str, country: str | None, party: str | None) -> None:
    assert party_of(Actor(ident, "name", ActorKind.GROUP, country)) == party


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("foreign minister", "foreign ministers"),
        ("minister of foreign affairs", "ministers of foreign affairs"),
        ("secretary of state", "secretaries of state"),
        ("secretary general", "secretaries general"),
        ("spokesman", "spokesmen"),
        ("spokesperson", "spokespersons"),
    ],
)
def test_plural_of(title: str, plural: str) -> None:
    assert plural_of(title) == plural


def test_names_are_found_in_both_orders(names: Gazetteer) -> None:
    cho = names.by_id["KOR:person:cho-tae-yul"]
    assert {"Cho Tae-yul", "Tae-yul Cho", "Cho Tae yul", "Cho Taeyul"} <= set(full_names(cho))
    assert set(short_names(cho)) == {"cho"}


def test_slug_has_no_possessive_and_no_accent() -> None:
    assert slug("São Paulo's U.S. Office") == "sao-paulo-us-office"


def test_the_date_of_the_sentence_finds_the_holder(names: Gazetteer) -> None:
    text = "The Japanese prime minister spoke."
    document = Document("d", "d", text, published=dt.date(2024, 7, 26))
    spans = [Span(0, len(text))]
    assert find_with(names, document, spans).mentions[0].actors[0].id == "JPN:person:kishida-fumio"
    past = find_with(names, document, spans, [day("2015-01-01")]).mentions[0]
    assert past.actors[0].id == "JPN:person:abe-shinzo"
    undated = find_with(names, Document("d", "d", text), spans).mentions[0]
    assert undated.actors[0].id == "JPN:office:prime-minister"


def test_dates_must_match_the_sentences(names: Gazetteer) -> None:
    with pytest.raises(ValueError, match="0 dates for 1 sentences"):
        find_with(names, Document("d", "d", "Japan."), [Span(0, 6)], [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Prime Minister Kishida spoke.", Level.LEADER),
        ("Former Prime Minister Shinzo Abe spoke.", Level.OTHER),
        ("Chinese Foreign Minister Wang Yi spoke.", Level.MINISTER),
        ("Chinese Vice Foreign Minister Sun Bo spoke.", Level.DEPUTY_MINISTER),
        ("Vice Speaker of the House of Councillors Jiro Oka spoke.", Level.PARLIAMENT),
        ("Sun Bo, head of the International Department of the CPC, spoke.", Level.PARTY),
    ],
)
def test_levels(text: str, level: Level, read: Callable[..., Found]) -> None:
    assert read(text).mentions[0].level is level


def test_what_is_left_is_counted(read: Callable[..., Found]) -> None:
    found = read("Taro Yamada went fishing.")
    assert found.mentions == ()
    assert sum(found.left.values()) == 1


def test_an_ambiguous_surname_keeps_its_candidates(read: Callable[..., Found]) -> None:
    mention = read("Li Qiang met Li Keqiang.", "Li smiled.").mentions[-1]
    assert mention.actors == ()
    assert mention.candidates == ("CHN:person:li-qiang", "CHN:person:li-keqiang")
    assert mention.form is Form.NAME
