import datetime as dt
from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.organisations import organisations, read_organisations


@pytest.mark.parametrize(
    ("body", "day", "number"),
    [
        ("org:ASEAN", "2024-01-01", 10),
        ("org:EU", "2003-01-01", 15),
        ("org:EU", "2019-12-31", 28),
        ("org:EU", "2020-02-01", 27),
        ("org:NATO", "2000-01-01", 19),
        ("org:NATO", "2024-04-01", 32),
        ("org:BRICS", "2023-12-31", 5),
        ("org:BRICS", "2025-02-01", 10),
        ("org:SCO", "2016-01-01", 6),
        ("org:SCO", "2024-08-01", 10),
        ("org:G7", "2024-01-01", 7),
        ("org:G8", "2010-01-01", 8),
        ("org:G8", "2015-01-01", 0),
        ("org:G20", "2024-01-01", 21),
        ("org:APEC", "2020-01-01", 21),
        ("org:Quad", "2024-01-01", 4),
        ("org:UN", "2024-01-01", 193),
        ("org:UN", "2000-12-31", 189),
        ("org:AU", "2024-01-01", 55),
        ("org:OECD", "2024-01-01", 38),
        ("org:OIC", "2025-06-01", 57),
        ("org:Commonwealth", "2024-01-01", 56),
        ("org:Arab League", "2024-01-01", 22),
        ("org:PIF", "2024-01-01", 18),
        ("bloc:rcep", "2024-01-01", 15),
        ("bloc:cptpp", "2025-01-01", 12),
        ("bloc:east-asia-summit", "2024-01-01", 18),
        ("bloc:ipef", "2024-01-01", 14),
    ],
)
def test_number_of_members_on_a_day(body: str, day: str, number: int) -> None:
    assert len(organisations()[body].members_on(dt.date.fromisoformat(day))) == number


@pytest.mark.parametrize(
    ("body", "state", "day", "member"),
    [
        ("org:EU", "GBR", "2020-01-31", True),
        ("org:EU", "GBR", "2020-02-01", False),
        ("org:NATO", "FIN", "2023-04-03", False),
        ("org:NATO", "FIN", "2023-04-04", True),
        ("org:G8", "RUS", "2013-06-01", True),
        ("bloc:tpp", "USA", "2016-06-01", True),
        ("bloc:tpp", "USA", "2018-06-01", False),
        ("org:Arab League", "SYR", "2015-01-01", False),
        ("org:Arab League", "SYR", "2023-06-01", True),
    ],
)
def test_membership_on_a_day(body: str, state: str, day: str, member: bool) -> None:
    assert (state in organisations()[body].members_on(dt.date.fromisoformat(day))) is member


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("East Asia Summit", "bloc:east-asia-summit"),
        ("PALM", "bloc:palm"),
        ("Ansar Allah", "org:Houthis"),
        ("People's Liberation Army", "org:PLA"),
        ("Shanghai Cooperation Organization", "org:SCO"),
        ("countries of the Global South", "bloc:global-south"),
    ],
)
def test_a_name_is_that_of_one_organisation(name: str, body: str) -> None:
    owners = {
        each.id
        for each in organisations().values()
        if name in {each.name, each.acronym, *each.aliases, *each.case_names}
    }
    assert owners == {body}


ENTRY = '{id: "org:X", name: X, sector: IGO, source: hand'


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{name: X, sector: IGO, source: hand}", "id: Field required"),
        ('{id: "X", name: X, sector: IGO, source: hand}', "an id begins with org: or bloc:"),
        ('{id: "org:X", name: X, sector: XYZ, source: hand}', "is no sector"),
        (ENTRY + ", colour: red}", "colour: Extra inputs"),
        (ENTRY + ", members: [JPN 2000 2001 2002]}", "a member is CODE"),
        (ENTRY + ", members: [JPN soon]}", "no date of the form"),
        (ENTRY + ', founded: "2000-13"}', "entry 1"),
        (ENTRY + ", founded: 2000-01-01}", "founded: Input should be a valid string"),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, entry: str, reason: str) -> None:
    path = tmp_path / "organisations.yaml"
    path.write_text(f"- {entry}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"organisations\.yaml: entry 1") as caught:
        read_organisations(path)
    assert reason in str(caught.value)


def test_an_organisation_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "organisations.yaml"
    path.write_text(f"- {ENTRY}}}\n- {ENTRY}}}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="is there twice"):
        read_organisations(path)


def test_a_date_cut_short_counts_only_when_certain(tmp_path: Path) -> None:
    path = tmp_path / "organisations.yaml"
    path.write_text(f"- {ENTRY}, members: [JPN 2000-03 2001-05, CHN]}}\n", encoding="utf-8")
    body = read_organisations(path)["org:X"]
    assert body.members_on(dt.date(2000, 3, 15)) == ("CHN",)
    assert body.members_on(dt.date(2000, 3, 31)) == ("JPN", "CHN")
    assert body.members_on(dt.date(2001, 5, 2)) == ("CHN",)
