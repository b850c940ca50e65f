"""Floors that a coder must not fall below on the gold articles: raised when the result is, never lowered in passing."""

from pathlib import Path

import pytest

from detente.coding import code_document, load_coder
from detente.errors import InputError
from detente.evaluation import Score, read_gold, score_documents
from detente.ledgers import with_ledger
from detente.reading import read_path

GOLD = Path(__file__).parents[2] / "examples" / "gold"
FLOORS = {  # line: precision, recall
    "lexicon.v1": {
        "events: parties": (0.87, 0.48),
        "events: ... and root": (0.84, 0.46),
        "events: ... and modality": (0.80, 0.44),
        "events: ... and date": (0.72, 0.39),
        "contacts: kind, parties and date": (0.60, 0.44),
        "contacts: ... and people": (0.54, 0.41),
    },
}


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
