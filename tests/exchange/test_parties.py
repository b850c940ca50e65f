"""Who a name stands for, and who stays unresolved."""

import datetime as dt

import pytest

from detente.exchange.parties import party_of_code_or_name, party_of_country, party_of_name

DAY = dt.date(2014, 11, 10)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Japan", "JPN"), ("UNITED STATES", "USA"), ("Russian Federation", "RUS"), ("Côte d'Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"), ("Democratic Republic of Congo", "COD"), ("Occupied Palestinian Territory", "PSE"),
        ("Viet Nam", "VNM"), ("Georgia", "GEO"), ("Congo", None), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_countries(name, code):
    assert party_of_country(name) == code


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Militant (Boko Haram)", "NGA"),
        ("Lawyer/Attorney (Georgia)", "GEO"),
        ("Nigerian Bar Association", "NGA"),
        ("National Council for Peace and Order of Thailand", "THA"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("Sudan People's Liberation Army", "SSD"),
        # Its acronym is Namibia's code.
        ("Nonaligned Movement", "Non-Aligned Movement"),
        ("Mevlut Cavusoglu", "TUR"),
        ("Xi_Jinping", "CHN"),
        ("Ma Ying Jeou", "TWN"),
        ("Abdel Fattah Al-Sisi", "EGY"),
        # Out of office on that day.
        ("Kofi Annan", None),
        # Of another family name's holder, and of no holder at all.
        ("Ram Gopal Yadav", None),
        ("Cho Tai-young", None),
        ("Jinping", None),
        # A name of several peoples, and one that only begins like a state's.
        ("Korean Workers Choir", None),
        ("Washington Post", None),
    ],
)
def test_names(name, party):
    assert party_of_name(name, DAY) == party


def test_who_leads_an_organisation_acts_for_it_while_in_office():
    assert party_of_name("Jens Stoltenberg", dt.date(2010, 5, 1)) == "NOR"
    assert party_of_name("Jens Stoltenberg", dt.date(2016, 5, 1)) == "NATO"


def test_codes_of_ours_stand_for_themselves():
    assert [party_of_code_or_name(text) for text in ("JPN", "OPEC", "Japan", "ZZZ")] == ["JPN", "OPEC", "JPN", None]
