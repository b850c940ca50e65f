from pathlib import Path

import pycountry
import pytest

from detente.errors import KnowledgeError, UnknownActor
from detente.knowledge.states import (
    AMBIGUOUS_COLUMNS,
    PLACE_COLUMNS,
    STATE_COLUMNS,
    Standing,
    ambiguities,
    find_state,
    read_ambiguities,
    read_states,
    states,
)

# What a place's state is, for places that host meetings.
PLACES = """
KOR Busan Incheon Jeju Gyeongju Panmunjom?
JPN Osaka Hiroshima Karuizawa Okinawa Hokkaido Chiba Nagasaki Naha
CHN Shanghai Hangzhou Boao Tianjin Xinjiang Tibet Guangdong Xiamen
LAO Vientiane
VNM Da_Nang Hanoi
USA San_Francisco Woodside Hawaii Camp_David Mar-a-Lago
DEU Munich
CHE Davos Geneva
PER Lima
IDN Bali Nusa_Dua
THA Phuket
AUS Darwin
TWN Kaohsiung
RUS Vladivostok Sochi
UKR Kharkiv
SYR Aleppo
"""

METONYMS = """
JPN Tokyo Nagatacho Kasumigaseki
CHN Beijing Zhongnanhai
USA Washington White_House Pentagon Foggy_Bottom Capitol_Hill
RUS Moscow Kremlin
GBR London Downing_Street Whitehall
FRA Paris Elysee Quai_d'Orsay
KOR Seoul Blue_House Cheong_Wa_Dae
PRK Pyongyang
PHL Manila Malacanang
IND New_Delhi South_Block Raisina_Hill
PAK Islamabad
AUS Canberra
"""


def expand(table: str) -> list[tuple[str, str]]:
    rows = [line.split() for line in table.split("\n") if line]
    return [(code, word.replace("_", " ")) for code, *words in rows for word in words if not word.endswith("?")]


def test_every_member_of_the_un_is_there_once() -> None:
    assert sum(state.un is Standing.MEMBER for state in states().values()) == 193
    assert {code for code, state in states().items() if state.un is Standing.OBSERVER} == {"PSE", "VAT"}


def test_codes_and_numbers_are_those_of_iso() -> None:
    for code, state in states().items():
        if state.valid_until is None and code != "XKX":
            assert pycountry.countries.get(alpha_3=code).numeric == state.numeric


@pytest.mark.parametrize(("code", "place"), expand(PLACES))
def test_a_place_lies_in_its_state(code: str, place: str) -> None:
    assert {state.id for state in states().values() if place in {each.name for each in state.places}} == {code}


@pytest.mark.parametrize(("code", "seat"), expand(METONYMS))
def test_a_seat_of_government_stands_for_its_state(code: str, seat: str) -> None:
    assert {state.id for state in states().values() if seat in {each.text for each in state.metonyms}} == {code}


def test_every_member_of_the_un_has_an_adjective_and_a_capital() -> None:
    members = [state for state in states().values() if state.un is Standing.MEMBER]
    assert [state.id for state in members if not state.adjectives] == []
    assert [state.id for state in members if not state.capital] == []


@pytest.mark.parametrize("name", ["US", "UK", "UAE", "Turkey", "Chad", "Jordan", "Georgia", "Mali"])
def test_names_that_are_words_too_hold_only_as_spelled(name: str) -> None:
    owners = [state for state in states().values() if name in state.case_names]
    assert len(owners) == 1
    assert name not in owners[0].names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("JPN", "JPN"),
        ("japan", "JPN"),
        ("JP", "JPN"),
        (" south korea ", "KOR"),
        ("DPRK", "PRK"),
        ("People's Republic of China", "CHN"),
        ("Türkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Kosovo", "XKX"),
        ("Soviet Union", "SUN"),
    ],
)
def test_a_state_is_found_by_code_or_name(text: str, code: str) -> None:
    assert find_state(text).id == code


@pytest.mark.parametrize("text", ["", "Atlantis", "Korea", "XYZ"])
def test_what_is_no_state_or_several_is_not_found(text: str) -> None:
    with pytest.raises(UnknownActor):
        find_state(text)


def test_ambiguous_names_say_their_readings() -> None:
    brussels = ambiguities()["Brussels"]
    assert {reading.actor for reading in brussels.readings} == {"org:EU", "org:NATO", "BEL"}
    assert brussels.usual == "org:EU"
    assert ambiguities()["Korea"].usual is None


STATE = {
    **dict.fromkeys(STATE_COLUMNS, ""),
    **{"id": "ABC", "name": "Abecia", "region": "europe", "un": "member", "source": "hand"},
}


def table(folder: Path, name: str, columns: tuple[str, ...], *rows: dict[str, str]) -> Path:
    path = folder / name
    lines = [",".join(columns), *(",".join(row[column] for column in columns) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "abc"}, "no alpha-3 code"),
        ({"name": ""}, "name is empty"),
        ({"region": "atlantis"}, "region is 'atlantis'"),
        ({"un": "yes"}, "un is 'yes'"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, change: dict[str, str], reason: str) -> None:
    places = table(tmp_path, "places.csv", PLACE_COLUMNS)
    with pytest.raises(KnowledgeError, match=rf"states\.csv:2: .*{reason}"):
        read_states(table(tmp_path, "states.csv", STATE_COLUMNS, STATE | change), places)


def test_a_state_twice_is_refused(tmp_path: Path) -> None:
    places = table(tmp_path, "places.csv", PLACE_COLUMNS)
    with pytest.raises(KnowledgeError, match=r"states\.csv:3: ABC is there twice"):
        read_states(table(tmp_path, "states.csv", STATE_COLUMNS, STATE, STATE), places)


def test_the_capital_is_a_place_and_metonyms_have_a_sector(tmp_path: Path) -> None:
    places = table(
        tmp_path,
        "places.csv",
        PLACE_COLUMNS,
        {"country": "ABC", "kind": "city", "places": "Beville", "source": "x"},
    )
    row = STATE | {"capital": "Aville", "metonyms": "Aville|Fort A=MIL"}
    state = read_states(table(tmp_path, "states.csv", STATE_COLUMNS, row), places)["ABC"]
    assert [place.name for place in state.places] == ["Aville", "Beville"]
    assert [(metonym.text, metonym.sector) for metonym in state.metonyms] == [("Aville", "GOV"), ("Fort A", "MIL")]


@pytest.mark.parametrize(
    ("readings", "reason"),
    [("ABC name", "fewer than two"), ("ABC name|ABC river", "no kind of reading"), ("", "fewer than two")],
)
def test_a_broken_ambiguity_is_named(tmp_path: Path, readings: str, reason: str) -> None:
    row = {"name": "Abe", "readings": readings, "usual": "", "note": "", "source": "hand"}
    with pytest.raises(KnowledgeError, match=rf"ambiguous\.csv:2: .*{reason}"):
        read_ambiguities(table(tmp_path, "ambiguous.csv", AMBIGUOUS_COLUMNS, row))
