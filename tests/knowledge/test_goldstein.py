"""The CAMEO codes that stand for PLOVER's types."""

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.cameo import cameo
from detente.knowledge.goldstein import COLUMNS, goldstein_scores, read_stand_ins
from detente.knowledge.tables import FOLDER, read_table


def test_a_stand_in_is_of_the_type_it_stands_for():
    """Our table and the table from CAMEO to PLOVER don't contradict each other."""
    for row in read_table(FOLDER / "goldstein.csv", COLUMNS):
        root = row.text("code").partition(":")[0]
        assert cameo()[row.text("cameo")].root == root


def test_weights_are_in_range():
    assert all(-10 <= score <= 10 for score in goldstein_scores().values())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("EMBARGO,163,hand", "t.csv:2: PLOVER has no event type 'EMBARGO'"),
        ("AID,999,hand", "t.csv:2: CAMEO has no weight for '999'"),
        ("AID,070,hand\nAID,071,hand", "t.csv:3: AID is there twice"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, said):
    (tmp_path / "t.csv").write_text(f"code,cameo,source\n{line}\n")
    with pytest.raises(KnowledgeError, match=said):
        read_stand_ins(tmp_path / "t.csv")
