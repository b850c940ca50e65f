"""A small world of people, offices and organisations for the tests of actors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.actors.gazetteer import Gazetteer
from detente.actors.mentions import Found, find_with
from detente.knowledge.agents import agents
from detente.knowledge.companies import companies
from detente.knowledge.holders import Person, Tenure
from detente.knowledge.offices import Office
from detente.knowledge.organisations import Membership, Organisation, OrganisationKind
from detente.knowledge.states import ambiguities, states
from detente.records import Document, Level, Span


def _office(ident: str, names: str, level: str, sector: str = "GOV", countries: str = "") -> Office:
    return Office(ident, tuple(names.split("|")), Level(level), sector, tuple(countries.split()), "test")


OFFICES = (
    _office("president", "president", "leader"),
    _office("prime-minister", "prime minister|premier", "leader"),
    _office("prime-minister", "chancellor", "leader", countries="DEU AUT"),
    _office("deputy-prime-minister", "deputy prime minister|vice premier", "minister"),
    _office(
        "foreign-minister", "foreign minister|minister of foreign affairs|minister for foreign affairs", "minister"
    ),
    _office("foreign-minister", "secretary of state", "minister", countries="USA"),
    _office("foreign-minister", "foreign secretary", "minister", countries="GBR"),
    _office("foreign-secretary", "foreign secretary", "deputy_minister", countries="IND"),
    _office("defence-minister", "defence minister|defense minister", "minister"),
    _office("defence-minister", "secretary of defense|defense secretary", "minister", countries="USA"),
    _office("trade-minister", "trade minister|commerce minister|minister of commerce", "minister"),
    _office("health-minister", "health minister", "minister"),
    _office("deputy-foreign-minister", "deputy foreign minister|vice foreign minister", "deputy_minister"),
    _office("state-councilor", "state councilor|state councillor", "minister", countries="CHN"),
    _office("speaker", "speaker|speaker of the house of representatives", "parliament", "LEG"),
    _office("party-leader", "general secretary", "party", "PTY"),
    _office("ambassador", "ambassador", "other"),
    _office("spokesperson", "spokesperson|spokesman|spokeswoman", "other"),
)


def _person(country: str, name: str, family: str | None, *tenures: str, aliases: str = "") -> Person:
    words = name.split()
    given = None
    if family:
        given = " ".join(word for word in words if word not in family.split())
    own = family.split() if family else words[:1]
    order = [*own, *(word for word in words if word not in own)] if words[: len(own)] == own else words
    slug = "-".join(order).lower().replace(".", "").replace(" ", "-").replace("á", "a")
    held = []
    for tenure in tenures:
        office, start, end = tenure.split()
        held.append(
            Tenure(country, office, start, None if end == "now" else end, "2025-06" if end == "now" else None, None)
        )
    return Person(
        f"{country}:person:{slug}",
        name,
        family,
        given,
        tuple(alias for alias in aliases.split("|") if alias),
        country,
        tuple(held),
    )


PEOPLE = (
    _person(
        "JPN",
        "Kishida Fumio",
        "Kishida",
        "prime-minister 2021-10-04 2024-10-01",
        "foreign-minister 2012-12-26 2017-08-03",
    ),
    _person("JPN", "Ishiba Shigeru", "Ishiba", "prime-minister 2024-10-01 2025-10-21"),
    _person("JPN", "Abe Shinzo", "Abe", "prime-minister 2012-12-26 2020-09-16"),
    _person("JPN", "Kamikawa Yoko", "Kamikawa", "foreign-minister 2023-09-13 2024-10-01"),
    _person("JPN", "Kihara Minoru", "Kihara", "defence-minister 2023-09-13 2024-10-01"),
    _person("CHN", "Xi Jinping", "Xi", "president 2013-03-14 now", "party-leader 2012-11-15 now"),
    _person("CHN", "Li Qiang", "Li", "prime-minister 2023-03-11 now"),
    _person("CHN", "Li Keqiang", "Li", "prime-minister 2013-03-15 2023-03-11"),
    _person("CHN", "Wang Yi", "Wang", "foreign-minister 2013-03-16 2022-12-30", "foreign-minister 2023-07-25 now"),
    _person("CHN", "He Lifeng", "He", "deputy-prime-minister 2023-03-12 now"),
    _person("KOR", "Yoon Suk Yeol", "Yoon", "president 2022-05-10 2025-04-04", aliases="Yoon Suk-yeol|Yoon Seok-yeol"),
    _person("KOR", "Cho Tae-yul", "Cho", "foreign-minister 2024-01-10 2025-07-18"),
    _person("PRK", "Kim Jong Un", "Kim", "supreme-leader 2011-12-17 now", aliases="Kim Jong-un"),
    _person("USA", "Antony Blinken", "Blinken", "foreign-minister 2021-01-26 2025-01-20"),
    _person("USA", "Joe Biden", "Biden", "president 2021-01-20 2025-01-20"),
    _person("USA", "Donald Trump", "Trump", "president 2017-01-20 2021-01-20", "president 2025-01-20 now"),
    _person("IND", "Narendra Modi", "Modi", "prime-minister 2014-05-26 now"),
    _person("IND", "S. Jaishankar", "Jaishankar", "foreign-minister 2019-05-30 now", aliases="Subrahmanyam Jaishankar"),
    _person("AUS", "Penny Wong", "Wong", "foreign-minister 2022-05-23 now"),
    _person("MYS", "Anwar Ibrahim", None, "prime-minister 2022-11-24 now", aliases="Anwar"),
    _person("RUS", "Vladimir Putin", "Putin", "president 2012-05-07 now"),
    _person(
        "BRA",
        "Lula da Silva Luiz Inácio",
        "Lula da Silva",
        "president 2023-01-01 now",
        aliases="Lula|Luiz Inacio Lula da Silva",
    ),
)


def _org(ident: str, name: str, members: str = "", sector: str = "IGO", **more: object) -> Organisation:
    fields: dict[str, object] = {
        "id": ident,
        "name": name,
        "acronym": None,
        "kind": OrganisationKind.BLOC if ident.startswith("bloc") else OrganisationKind.ORGANISATION,
        "sector": sector,
        "country": None,
        "aliases": (),
        "case_names": (),
        "adjectives": (),
        "founded": None,
        "dissolved": None,
        "members": tuple(Membership(code, None, None) for code in members.split()),
        "seat": None,
        "meetings": (),
        "part_of": None,
        "source": "test",
    }
    return Organisation(**(fields | more))  # type: ignore[arg-type]


ORGANISATIONS = (
    _org(
        "org:ASEAN",
        "Association of Southeast Asian Nations",
        "MYS IDN THA SGP PHL VNM LAO KHM MMR BRN",
        acronym="ASEAN",
    ),
    _org("org:NATO", "North Atlantic Treaty Organization", acronym="NATO"),
    _org("org:EU", "European Union", acronym="EU"),
    _org("bloc:Quad", "Quad", "JPN USA IND AUS", case_names=("Quad", "QUAD")),
    _org("bloc:G7", "Group of Seven", acronym="G7"),
    _org(
        "org:CPC",
        "Communist Party of China",
        sector="PTY",
        country="CHN",
        acronym="CPC",
        aliases=("Chinese Communist Party",),
    ),
    _org(
        "org:LDP",
        "Liberal Democratic Party",
        sector="PTY",
        country="JPN",
        acronym="LDP",
        aliases=("Liberal Democratic Party of Japan",),
    ),
)


@pytest.fixture(scope="session")
def names() -> Gazetteer:
    return Gazetteer(
        states().values(), ORGANISATIONS, OFFICES, PEOPLE, agents().values(), ambiguities(), companies().values()
    )


@pytest.fixture(scope="session")
def read(names: Gazetteer) -> Callable[..., Found]:
    """Read sentences, each given as one string, of an article of a day."""

    def run(*sentences: str, published: dt.date | None = dt.date(2024, 7, 26)) -> Found:
        text = " ".join(sentences)
        spans, at = [], 0
        for sentence in sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        return find_with(names, Document("test", "test", text, published=published), spans)

    return run
