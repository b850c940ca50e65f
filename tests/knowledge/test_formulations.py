"""The list of fixed expressions keeps its schema."""

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.formulations import formulations, read_formulations
from detente.knowledge.organisations import organisations
from detente.knowledge.states import states


def test_the_list() -> None:
    known = {*states(), *(ident.partition(":")[2] for ident in organisations())}
    assert len(formulations()) >= 120
    for one in formulations().values():
        assert set(one.parties) <= known, one.id
        assert len(set(one.words)) == len(one.words), one.id


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,words,CHN,good,hand", "polarity"),
        ("a,,CHN,positive,hand", "empty"),
        ("a,words,CHN,positive,hand\na,others,CHN,positive,hand", "twice"),
    ],
)
def test_tables_that_break_the_schema(tmp_path, rows: str, message: str) -> None:  # type: ignore[no-untyped-def]
    table = tmp_path / "formulations.csv"
    table.write_text(f"id,words,parties,polarity,source\n{rows}\n")
    with pytest.raises(KnowledgeError, match=message):
        read_formulations(table)
