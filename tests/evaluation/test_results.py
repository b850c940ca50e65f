"""Results kept by version, and figures of others."""

import pytest

from detente.coding.classify import PairCode
from detente.errors import UnreadableInput
from detente.evaluation import GoldPair, keep_figures, read_rivals, score_pairs
from detente.records import Modality

REPORT = score_pairs([GoldPair({}, "AID")], [PairCode("AID", "forward", None, Modality.HAPPENED, 0.9)])


def test_rivals_have_figures_and_sources() -> None:
    rivals = read_rivals()
    assert len(rivals) >= 5
    assert all(0 < rival.value < 1 and rival.source for rival in rivals)
    measured = {figure.what for figure in REPORT.figures}
    assert {rival.what for rival in rivals} <= measured


def test_a_table_that_can_not_be_written(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableInput, match="results"):
        keep_figures(REPORT, "blind.v1", "gold", tmp_path / "nowhere" / "results.csv")
