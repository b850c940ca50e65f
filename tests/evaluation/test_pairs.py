"""Scores of marked pairs, worked by hand; and the laws of the figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.classify import PairCode
from detente.errors import EmptyInput, MalformedInput
from detente.evaluation import GoldPair, read_gold_pairs, score_pairs
from detente.knowledge import plover
from detente.records import Modality

ROOTS = [*plover.roots(), "NONE"]


def gold(*roots: str) -> list[GoldPair]:
    return [GoldPair({}, root) for root in roots]


def codes(*roots: str, confidence: float = 0.75) -> list[PairCode]:
    return [
        PairCode(None, None, None, None, 0.0)
        if root == "NONE"
        else PairCode(root, "forward", None, Modality.HAPPENED, confidence)
        for root in roots
    ]


def figures(expected: list[GoldPair], found: list[PairCode]) -> dict[str, float]:
    return {figure.what: figure.value for figure in score_pairs(expected, found).figures}


def test_by_hand() -> None:
    """AGREE: P 1/2, R 1, F1 2/3. ACCUSE: P 1, R 1/2, F1 2/3. AID: never found, F1 0. Macro: 4/9."""
    found = figures(gold("AGREE", "ACCUSE", "ACCUSE", "AID"), codes("AGREE", "ACCUSE", "AGREE", "SUPPORT"))
    assert found["roots: macro-F1"] == pytest.approx(4 / 9)
    assert found["roots: accuracy"] == 0.5
    assert found["quad classes: accuracy"] == 0.5  # AID is of the second class, SUPPORT of the first
    assert found["cooperation or conflict: accuracy"] == 0.75
    assert found["expected calibration error"] == pytest.approx(0.25)


def test_concede_and_retreat_count_as_one_where_gold_has_them_so() -> None:
    found = figures(gold("YIELD", "YIELD"), codes("CONCEDE", "RETREAT"))
    assert found["roots: macro-F1"] == 1
    assert found["quad classes: accuracy"] == 1
    assert figures(gold("CONCEDE", "RETREAT"), codes("RETREAT", "RETREAT"))["roots: accuracy"] == 0.5


def test_classes_confusion_and_calibration() -> None:
    report = score_pairs(gold("AID", "AID", "NONE"), codes("AID", "AGREE", "AID", confidence=0.95))
    aid, none = report.classes
    assert (aid.root, aid.precision, aid.recall, aid.f1, aid.gold, aid.found) == ("AID", 0.5, 0.5, 0.5, 2, 2)
    assert (none.root, none.precision, none.recall, none.found) == ("NONE", 0, 0, 0)
    assert report.confusion == {("AID", "AID"): 1, ("AID", "AGREE"): 1, ("NONE", "AID"): 1}
    (one,) = report.calibration
    assert (one.low, one.high, one.pairs) == (0.9, 1.0, 3)
    assert (one.confidence, one.accuracy) == (pytest.approx(0.95), pytest.approx(1 / 3))


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(ROOTS), st.sampled_from(ROOTS)), min_size=1, max_size=40), st.randoms())
def test_laws(pairs: list[tuple[str, str]], dice) -> None:  # type: ignore[no-untyped-def]
    """Bounds; the order of the pairs is of no account; what is coarser agrees at least as often."""
    report = score_pairs(gold(*(one for one, _ in pairs)), codes(*(other for _, other in pairs)))
    for figure in report.figures:
        assert 0 <= figure.low <= figure.high <= 1
        assert 0 <= figure.value <= 1
    shuffled = dice.sample(pairs, len(pairs))
    again = figures(gold(*(one for one, _ in shuffled)), codes(*(other for _, other in shuffled)))
    found = {figure.what: figure.value for figure in report.figures}
    assert again == pytest.approx(found)
    assert found["roots: accuracy"] <= found["quad classes: accuracy"] <= found["cooperation or conflict: accuracy"]
    assert sum(report.confusion.values()) == len(pairs)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("marked_sentence\troot\n", EmptyInput),
        ("marked_sentence\n<s>A</s> met <t>B</t>.\n", MalformedInput),
        ("marked_sentence\troot\n<s>A</s> met <t>B</t>.\tMEET\n", MalformedInput),
    ],
)
def test_files_that_are_no_gold(tmp_path, text, error) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "gold.tsv"
    file.write_text(text)
    with pytest.raises(error, match=r"gold\.tsv"):
        read_gold_pairs(file)


def test_an_empty_root_is_none(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "gold.tsv"
    file.write_text("marked_sentence\troot\n<s>A</s> and <t>B</t> are here.\t\n")
    assert [one.root for one in read_gold_pairs(file)] == ["NONE"]
