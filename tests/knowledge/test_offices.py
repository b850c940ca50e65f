from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.offices import COLUMNS, offices, read_offices
from detente.records import Level

# wording; id, level
GENERAL = [
    ("foreign minister", "foreign-minister", Level.MINISTER),
    ("minister of health, labour and welfare", "health-minister", Level.MINISTER),
    ("vice foreign minister", "deputy-foreign-minister", Level.DEPUTY_MINISTER),
    ("special envoy", "special-envoy", Level.DEPUTY_MINISTER),
    ("prime minister", "prime-minister", Level.LEADER),
    ("president", "president", Level.LEADER),
    ("speaker of parliament", "speaker", Level.PARLIAMENT),
    ("member of parliament", "lawmaker", Level.PARLIAMENT),
    ("ambassador", "ambassador", Level.OTHER),
    ("mayor", "mayor", Level.OTHER),
    ("chief of the general staff", "army-chief", Level.MINISTER),
]


@pytest.mark.parametrize(("wording", "office", "level"), GENERAL)
def test_a_wording_is_that_of_one_office_in_any_country(wording: str, office: str, level: Level) -> None:
    found = {(row.id, row.level) for row in offices() if not row.countries and wording in row.names}
    assert found == {(office, level)}


@pytest.mark.parametrize(
    ("wording", "country", "office"),
    [
        ("secretary of state", "USA", "foreign-minister"),
        ("foreign secretary", "GBR", "foreign-minister"),
        ("foreign secretary", "IND", "deputy-foreign-minister"),
        ("chancellor", "DEU", "prime-minister"),
        ("chancellor of the exchequer", "GBR", "finance-minister"),
    ],
)
def test_a_wording_can_mean_another_office_in_one_country(wording: str, country: str, office: str) -> None:
    assert {row.id for row in offices() if country in row.countries and wording in row.names} == {office}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",mayor,other,GOV,,hand", "id is empty"),
        ("mayor,,other,GOV,,hand", "names is empty"),
        ("mayor,mayor,big,GOV,,hand", "level is 'big'"),
        ("mayor,mayor,other,TOWN,,hand", "'TOWN' is no sector"),
        ("mayor,mayor,other,GOV,,", "source is empty"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "some.csv").write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"some\.csv:2: {reason}"):
        read_offices(tmp_path)
