"""Floors that a coder must not fall below on the gold articles: raised when the result is, never lowered in passing."""

from pathlib import Path

import pytest

from detente.coding import code_document, load_coder
from detente.coding.classify import classify_pairs
from detente.errors import InputError
from detente.evaluation import Score, read_gold, read_gold_pairs, score_documents, score_pairs
from detente.ledgers import with_ledger
from detente.reading import read_path

GOLD = Path(__file__).parents[2] / "examples" / "gold"
LEDGER_FLOORS = {  # of the gold of all twelve articles
    "commitments: parties": (0.60, 0.47),
    "commitments: ... and window": (0.54, 0.43),
    "assessments: sentence": (0.47, 0.58),
    "forecasts: sentence": (0.90, 0.68),
    "prescriptions: sentence": (0.60, 0.77),
    "explanations: sentence": (0.63, 0.68),
    "claims: ... and speaker": (0.20, 0.23),
    "disputes: ... and parties and status": (0.70, 0.44),
    "formulations: words and use": (0.91, 0.91),
    "metrics: ... and value": (0.99, 0.93),
}
FLOORS = {  # line: precision, recall
    "lexicon.v1": {
        "events: parties": (0.88, 0.50),
        "events: ... and root": (0.84, 0.48),
        "events: ... and modality": (0.82, 0.47),
        "events: ... and date": (0.74, 0.42),
        "contacts: kind, parties and date": (0.64, 0.54),
        "contacts: ... and people": (0.57, 0.48),
        **LEDGER_FLOORS,
    },
    "blind.v1": {
        "events: parties": (0.88, 0.50),
        "events: ... and root": (0.85, 0.48),
        "events: ... and modality": (0.82, 0.47),
        "events: ... and date": (0.75, 0.42),
        "contacts: kind, parties and date": (0.64, 0.54),
        "contacts: ... and people": (0.57, 0.48),
        **LEDGER_FLOORS,
    },
}

PAIR_FLOORS = {  # of blind.v1 on the marked pairs
    "roots: macro-F1": 0.82,
    "quad classes: accuracy": 0.90,
    "cooperation or conflict: accuracy": 0.94,
}


def test_marked_pairs_hold_their_floors() -> None:
    gold = read_gold_pairs(GOLD / "pairs.tsv")
    report = score_pairs(gold, classify_pairs([one.row for one in gold], load_coder("blind.v1")))
    figures = {figure.what: figure.value for figure in report.figures}
    assert {what: figures[what] for what, floor in PAIR_FLOORS.items() if figures[what] < floor} == {}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scores(request: pytest.FixtureRequest) -> tuple[str, dict[str, Score]]:
    coder = load_coder(request.param)
    documents = []
    for path, gold in read_gold(GOLD):
        (document,) = read_path(path)
        assert not isinstance(document, InputError)
        documents.append((with_ledger(code_document(document, coder)), gold))
    return request.param, {score.what: score for score in score_documents(documents)}


@pytest.mark.parametrize("line", sorted({line for floors in FLOORS.values() for line in floors}))
def test_no_line_falls_below_its_floor(scores: tuple[str, dict[str, Score]], line: str) -> None:
    coder, found = scores
    precision, recall = FLOORS[coder][line]
    assert found[line].precision >= precision
    assert found[line].recall >= recall
