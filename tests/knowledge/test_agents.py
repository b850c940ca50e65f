from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.agents import COLUMNS, agents, read_agents


@pytest.mark.parametrize(
    ("lemma", "plural", "sector"),
    [
        ("government", "governments", "GOV"),
        ("troops", "troops", "MIL"),
        ("coast guard", "coast guards", "COP"),
        ("lawmaker", "lawmakers", "LEG"),
        ("state media", "state media", "MED"),
        ("fishing boat", "fishing boats", "AGR"),
        ("comfort woman", "comfort women", "CVL"),
        ("foreign ministry", "foreign ministries", "GOV"),
        ("central bank", "central banks", "GOV"),
        ("militant", "militants", "REB"),
        ("intelligence agency", "intelligence agencies", "SPY"),
    ],
)
def test_a_head_noun_has_its_plural_and_sector(lemma: str, plural: str, sector: str) -> None:
    assert (agents()[lemma].plural, agents()[lemma].sector) == (plural, sector)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([",x,GOV,hand"], "2: lemma is empty"),
        (["navy,navies,SEA,hand"], "2: 'SEA' is no sector"),
        (["navy,navies,MIL,hand", "navy,navies,MIL,hand"], "3: 'navy' is there twice"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, rows: list[str], reason: str) -> None:
    path = tmp_path / "agents.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_agents(path)
    assert str(caught.value) == f"agents.csv:{reason}"
