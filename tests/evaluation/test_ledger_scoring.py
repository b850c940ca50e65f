"""Scores of ledgers on records so few that they can be counted by hand."""

import datetime as dt

import pytest

from detente.coding import Coding
from detente.evaluation import GoldDocument, score_documents
from detente.records import (
    Actor,
    ActorKind,
    Claim,
    ClaimKind,
    Commitment,
    CommitmentKind,
    DisputeReport,
    DisputeStatus,
    Document,
    Evidence,
    FormulationReport,
    FormulationStatus,
    Ledger,
    Precision,
    Quantity,
    Sign,
    Signal,
    Span,
    Stance,
    When,
    WhenFrom,
)

PROMISE = "Kenya and Brazil agreed to meet in May."
REASON = "Trade draws Kenya closer to Brazil."
ADVICE = "Kenya should call Brazil, Ann Lee said."
WATER = "Kenya and Peru dispute the lake."
TEXT = "\n".join((PROMISE, REASON, ADVICE, WATER))
MAY = When(dt.date(2024, 5, 1), dt.date(2024, 5, 31), Precision.MONTH, WhenFrom.EXPRESSION, "in May")
ANN = Actor("text:ann lee", "Ann Lee", ActorKind.PERSON)


def evidence(sentence: str) -> Evidence:
    start = TEXT.index(sentence)
    return Evidence("d", Span(start, start + len(sentence)), Span(start, start + 5), "fake.v1")


def ledger(window: When = MAY) -> Ledger:
    return Ledger(
        commitments=(
            Commitment(
                "m", evidence(PROMISE), CommitmentKind.PROMISE, ("KEN", "BRA"), None, "meet", "CONSULT", None, window
            ),
        ),
        claims=(
            Claim("x", evidence(REASON), ClaimKind.EXPLANATION, None, ("KEN", "BRA"), None, REASON, sign=Sign.IMPROVES),
            Claim("p", evidence(ADVICE), ClaimKind.PRESCRIPTION, ANN, ("BRA",), None, ADVICE, actor="KEN"),
            Claim("a", evidence(WATER), ClaimKind.ASSESSMENT, None, ("PER",), Stance.NEGATIVE, WATER),
        ),
        disputes=(
            DisputeReport(
                "d", evidence(WATER), "text:the lake", "the lake", ("KEN", "PER"), DisputeStatus.RAISED, When()
            ),
        ),
        signals=(Signal("s", "KEN", "BRA", evidence(REASON), evidence(WATER), "but"),),
        formulations=(
            FormulationReport(
                "f", evidence(REASON), "text:closer", "closer to Brazil", None, FormulationStatus.FIRST, None, MAY
            ),
        ),
        quantities=(
            Quantity("q", evidence(ADVICE), "count", "one call", 1, "call", None, ("KEN",)),
            Quantity("r", evidence(ADVICE), "duration", "an hour", 1, "hours", None, ("KEN",)),  # gold has no such kind
        ),
    )


def scores(window: When = MAY, **gold: object) -> dict[str, tuple[int, int, int]]:
    coding = Coding(Document("d", "one.txt", TEXT), (), (), (), {}, ledger=ledger(window))
    document = GoldDocument.model_validate({"source": "one.txt", "events": (), **gold})
    found = {one.what: (one.right, one.found, one.gold) for one in score_documents([(coding, document)])}
    return {what: counts for what, counts in found.items() if not what.startswith(("events", "contacts"))}


GOLD_PROMISE = {"sentence": PROMISE, "parties": ["BRA", "KEN"], "earliest": "2024-05", "latest": "2024-05"}


def test_a_ledger_that_was_not_annotated_is_not_scored() -> None:
    assert scores() == {}
    assert list(scores(disputes=[])) == ["disputes: issue", "disputes: ... and parties and status"]


def test_what_is_found_beyond_an_empty_gold_is_wrong() -> None:
    assert scores(commitments=[])["commitments: parties"] == (0, 1, 0)


@pytest.mark.parametrize(
    ("wrong", "parties", "window"),
    [
        ({}, 1, 1),
        ({"sentence": "agreed to meet  in May"}, 1, 1),
        ({"earliest": "2024-04"}, 1, 0),
        ({"earliest": None, "latest": None}, 1, 0),
        ({"parties": ["KEN"]}, 0, 0),
        ({"sentence": REASON}, 0, 0),
    ],
)
def test_commitments(wrong: dict[str, object], parties: int, window: int) -> None:
    found = scores(commitments=[{**GOLD_PROMISE, **wrong}])
    assert [found[line][0] for line in ("commitments: parties", "commitments: ... and window")] == [parties, window]


def test_a_commitment_for_which_no_time_is_told_has_an_open_window() -> None:
    untold = {**GOLD_PROMISE, "earliest": None, "latest": None}
    later = When(dt.date(2024, 4, 2), None, Precision.RANGE, WhenFrom.PUBLICATION)
    assert scores(later, commitments=[untold])["commitments: ... and window"] == (1, 1, 1)
    opened = {**untold, "earliest": "2024-04-02"}
    assert scores(later, commitments=[opened])["commitments: ... and window"] == (1, 1, 1)


CLAIMS = [
    {"sentence": REASON, "kind": "explanation", "about": ["BRA", "KEN"], "sign": "improves"},
    {"sentence": ADVICE, "kind": "prescription", "actor": "KEN", "speaker": "ann lee"},
    {"sentence": WATER, "kind": "assessment", "about": ["PER"], "stance": "negative"},
]
CLAIM_LINES = ("claims: kind", "claims: ... and parties and sign", "claims: ... and speaker")


@pytest.mark.parametrize(
    ("at", "wrong", "counts"),
    [
        (0, {}, [3, 3, 3]),
        (0, {"sign": "worsens"}, [3, 2, 2]),
        (0, {"kind": "forecast"}, [2, 2, 2]),
        (1, {"about": ["PER"]}, [3, 3, 3]),  # of a prescription, who should act
        (1, {"actor": None}, [3, 2, 2]),
        (1, {"speaker": None}, [3, 3, 2]),
        (2, {"stance": "positive"}, [3, 2, 2]),
        (2, {"about": ["KEN"]}, [3, 2, 2]),
    ],
)
def test_claims(at: int, wrong: dict[str, object], counts: list[int]) -> None:
    found = scores(claims=[{**one, **wrong} if number == at else one for number, one in enumerate(CLAIMS)])
    assert [found[line][0] for line in CLAIM_LINES] == counts


def test_each_kind_of_claim_has_a_line_of_its_own() -> None:
    found = scores(claims=CLAIMS[:1])
    kinds = ("explanations: sentence", "prescriptions: sentence", "forecasts: sentence")
    assert [found[line] for line in kinds] == [(1, 1, 1), (0, 1, 0), (0, 0, 0)]


@pytest.mark.parametrize(
    ("wrong", "counts"),
    [
        ({}, [1, 1]),
        ({"issue": "LAKE"}, [1, 1]),  # words of it will do
        ({"status": "eased"}, [1, 0]),
        ({"parties": ["KEN", "BRA"]}, [1, 0]),
        ({"issue": "the river"}, [0, 0]),
    ],
)
def test_disputes(wrong: dict[str, object], counts: list[int]) -> None:
    found = scores(disputes=[{"sentence": WATER, "parties": ["PER", "KEN"], "issue": "text:the lake", **wrong}])
    assert [score[0] for score in found.values()] == counts


def test_signals_formulations_and_metrics() -> None:
    signal = {"positive": REASON, "negative": WATER, "speaker": "KEN", "target": "BRA"}
    assert scores(signals=[signal])["signals"] == (1, 1, 1)
    assert scores(signals=[{**signal, "negative": REASON}])["signals"] == (0, 1, 1)
    words = {"sentence": REASON, "words": "closer", "status": "first"}
    assert scores(formulations=[words])["formulations: words and use"] == (1, 1, 1)
    assert scores(formulations=[{**words, "status": "used"}])["formulations: words and use"] == (0, 1, 1)
    figure = {"sentence": ADVICE, "expression": "one call", "kind": "count", "value": 1, "unit": "call"}
    assert list(scores(metrics=[figure]).values()) == [(1, 1, 1), (1, 1, 1)]
    assert list(scores(metrics=[{**figure, "value": 2}]).values()) == [(1, 1, 1), (0, 1, 1)]
