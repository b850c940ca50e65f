"""CAMEO's codes: complete, in PLOVER's terms, and each found by code and by name."""

import pytest

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.knowledge.cameo import COLUMNS, cameo, find_code, find_event_name, read_cameo
from detente.knowledge.cameo_actors import cameo_actors, party_of_code
from detente.knowledge.data_names import data_names
from detente.knowledge.organisations import organisations
from detente.knowledge.states import states


@pytest.mark.parametrize(
    ("code", "type_", "goldstein"),
    [
        ("010", None, 0.0), ("019", "SUPPORT", 3.4), ("0231", "REQUEST assist", 3.4), ("0256", "REQUEST yield", -0.3),
        ("036", "AGREE", 4.0), ("0353", "CONCEDE", 7.0), ("041", "CONSULT phone", 1.0), ("046", "CONSULT", 7.0),
        ("057", "SUPPORT", 8.0), ("0741", None, None), ("0841", "RETREAT release", 7.0),
        ("0874", "RETREAT withdraw", 10.0),
        ("116", "SANCTION convict", -2.0), ("1246", "REJECT yield", -5.0), ("1384", "THREATEN violence", -7.0),
        ("1382", "THREATEN territory", -7.0), ("1411", "PROTEST demo", -6.5), ("1712", "ASSAULT destroy", -9.2),
        ("173", "COERCE arrest", -5.0), ("1952", "ASSAULT drone", -10.0), ("204", "ASSAULT unconventional", -10.0),
        ("176", "COERCE cyber", None),
    ],
)  # fmt: skip
def test_codes(code, type_, goldstein):
    found = find_code(code)
    if type_ is None and goldstein is None:
        assert found is None
        return
    assert " ".join(filter(None, [found.root, found.mode])) == (type_ or "")
    assert found.goldstein == goldstein


def test_twenty_categories_each_with_codes_below_it():
    codes = cameo()
    assert {code for code in codes if len(code) == 2} == {f"{n:02}" for n in range(1, 21)}
    assert all(code[:2] in codes and (len(code) < 4 or code[:3] in codes) for code in codes)


def test_every_type_has_a_score_in_plover():
    assert all(-10 <= plover.score(one.root, one.mode) <= 10 for one in cameo().values() if one.root)


def test_conflict_and_cooperation_agree_with_goldstein_but_for_requests():
    """Quad classes and signs were drawn up apart from each other: where they differ, the mapping is suspect."""
    differ = {
        one.code
        for one in cameo().values()
        if one.root not in {None, "REQUEST"} and one.goldstein and (plover.quad(one.root) <= 2) != (one.goldstein > 0)
    }
    assert differ == set()


def test_no_two_codes_below_a_category_share_a_name():
    for one in cameo().values():
        if len(one.code) > 2:
            for name in (one.name, *one.variants):
                assert find_event_name(name).code == one.code, name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Make_a_visit", "042"), ("make a VISIT", "042"), ("Abduct, hijack, or take hostage", "181"),
        ("fight with small arms and light weapons", "193"), ("Meet_at_a_'third'_location", "044"), ("Mediate", "045"),
        ("Investigate", "090"), ("Refuse to yield", "124"), ("Dance", None), ("", None),
    ],
)  # fmt: skip
def test_names(name, code):
    found = find_event_name(name)
    assert (found.code if found else None) == code


@pytest.mark.parametrize("code", ["42", "18 x", "", "99", "0431"])
def test_what_is_no_code(code):
    assert find_code(code) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("21,A,,CONSULT,1,x", "no CAMEO code"),
        ("04,A,,DANCE,1,x", "no event type"),
        ("04,A,,CONSULT dance,1,x", "no mode"),
        ("041,A,,,1,x", "category comes first"),
        ("04,A,,CONSULT,lots,x", "no number"),
        ("04,A,,CONSULT,11,x", "outside -10 to 10"),
        ("04,A,,CONSULT,1,x\n04,A,,CONSULT,1,x", "there twice"),
    ],
)
def test_a_table_that_breaks_its_schema(tmp_path, row, reason):
    table = tmp_path / "cameo.csv"
    table.write_text(",".join(COLUMNS) + f"\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=reason):
        read_cameo(table)


def test_codes_of_actors_lead_to_parties_we_know():
    from detente.actors import party_of_id

    known = {*states(), *(party_of_id(body) for body in organisations())}
    assert set(cameo_actors().values()) <= known
    assert set(data_names().values()) <= known
    assert (party_of_code("ROM"), party_of_code("JPN"), party_of_code("AFR")) == ("ROU", "JPN", None)
