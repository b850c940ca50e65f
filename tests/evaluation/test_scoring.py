"""Scores on gold so small that they can be counted by hand."""

import datetime as dt

import pytest

from detente.coding import Coding, code_document, load_coder
from detente.evaluation import GoldDocument, Score, score_documents
from detente.records import Document

TEXT = "Kenya condemned Brazil on July 22. Peru's president visited Kenya on July 26.\n\nPeru thanked Kenya."
ACTOR = {code: {"id": code, "country": code, "name": code} for code in ("KEN", "BRA", "PER")}


@pytest.fixture(scope="module")
def coding() -> Coding:
    document = Document("d", "one.txt", TEXT, published=dt.date(2024, 7, 30))
    return code_document(document, load_coder("lexicon.v1"))


def event(sentence: str, actor: str, recipient: str, root: str, date: str | None = None, modality: str = "happened"):  # type: ignore[no-untyped-def]
    return {
        "sentence": sentence,
        "actors": [ACTOR[actor]],
        "recipients": [ACTOR[recipient]],
        "root": root,
        "modality": modality,
        "date_start": date,
        "date_end": date,
    }


BLAME = event("Kenya condemned Brazil on July 22.", "KEN", "BRA", "ACCUSE", "2024-07-22")
VISIT = event("Peru's president visited Kenya on July 26.", "PER", "KEN", "CONSULT", "2024-07-26")
THANKS = event("Peru thanked Kenya.", "PER", "KEN", "SUPPORT")
CONTACT = {
    "kind": "visit", "level": "leader", "people": ["Dina Boluarte"], "parties": ["PER", "KEN"], "host": "KEN",
    "start": "2024-07-26", "end": "2024-07-26",
}  # fmt: skip


def gold(*events: dict, contacts: tuple = (CONTACT,)) -> GoldDocument:  # type: ignore[type-arg]
    return GoldDocument.model_validate({"source": "one.txt", "events": events, "contacts": contacts})


def right(coding: Coding, document: GoldDocument) -> list[int]:
    return [score.right for score in score_documents([(coding, document)])]


def test_the_text_is_coded_as_these_tests_presume(coding: Coding) -> None:
    assert [one.root for one in coding.events] == ["ACCUSE", "CONSULT", "SUPPORT"]


def test_all_right(coding: Coding) -> None:
    scores = score_documents([(coding, gold(BLAME, VISIT, THANKS))])
    assert [(one.right, one.found, one.gold) for one in scores] == [(3, 3, 3)] * 5 + [(1, 1, 1)] * 3
    assert all(one.precision == one.recall == one.f1 == 1 for one in scores)


@pytest.mark.parametrize(
    ("wrong", "counts"),
    [
        # right by: parties, direction, root, modality, date
        ({}, [1, 1, 1, 1, 1]),
        ({"sentence": "condemned Brazil on July 22"}, [1, 1, 1, 1, 1]),  # a piece of the sentence will do
        ({"sentence": "Kenya  condemned\nBrazil on July 22."}, [1, 1, 1, 1, 1]),
        ({"date_start": "2024-07-23"}, [1, 1, 1, 1, 0]),
        ({"date_end": None, "date_start": None}, [1, 1, 1, 1, 0]),
        ({"modality": "planned"}, [1, 1, 1, 0, 0]),
        ({"root": "REJECT"}, [1, 1, 0, 0, 0]),
        ({"actors": [ACTOR["BRA"]], "recipients": [ACTOR["KEN"]]}, [1, 0, 0, 0, 0]),
        ({"actors": [ACTOR["KEN"], ACTOR["BRA"]], "recipients": []}, [1, 0, 0, 0, 0]),
        ({"recipients": [ACTOR["PER"]]}, [0, 0, 0, 0, 0]),
        ({"sentence": "Peru thanked Kenya."}, [0, 0, 0, 0, 0]),
    ],
)
def test_what_is_wrong_about_an_event(coding: Coding, wrong: dict, counts: list[int]) -> None:  # type: ignore[type-arg]
    assert right(coding, gold({**BLAME, **wrong}))[:5] == counts


@pytest.mark.parametrize(
    ("wrong", "counts"),
    [
        # right by: kind with parties and date, people, level
        ({}, [1, 1, 1]),
        ({"people": ["boluarte dina"]}, [1, 1, 1]),  # a name's order differs by press
        ({"parties": ["KEN", "PER"]}, [1, 1, 1]),
        ({"level": "minister"}, [1, 1, 0]),
        ({"people": []}, [1, 0, 0]),
        ({"people": ["Dina Boluarte", "William Ruto"]}, [1, 0, 0]),
        ({"kind": "meeting"}, [0, 0, 0]),
        ({"parties": ["PER", "BRA"]}, [0, 0, 0]),
        ({"start": "2024-07", "end": "2024-07"}, [0, 0, 0]),
        ({"modality": "planned"}, [0, 0, 0]),
    ],
)
def test_what_is_wrong_about_a_contact(coding: Coding, wrong: dict, counts: list[int]) -> None:  # type: ignore[type-arg]
    assert right(coding, gold(contacts=({**CONTACT, **wrong},)))[5:] == counts


def test_one_gold_record_pays_for_one_event_only(coding: Coding) -> None:
    twice = Coding(coding.document, coding.sentences, coding.mentions, coding.events + coding.events[:1], {})
    score = score_documents([(twice, gold(BLAME, VISIT, THANKS))])[0]
    assert (score.right, score.found, score.gold) == (3, 4, 3)


def test_documents_add_up(coding: Coding) -> None:
    score = score_documents([(coding, gold(BLAME)), (coding, gold(THANKS, VISIT))])[4]
    assert (score.right, score.found, score.gold) == (3, 6, 3)
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert score.f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Score("x", 0, 0, 0), (1.0, 1.0, 1.0)),
        (Score("x", 0, 0, 4), (1.0, 0.0, 0.0)),
        (Score("x", 0, 4, 0), (0.0, 1.0, 0.0)),
        (Score("x", 0, 4, 4), (0.0, 0.0, 0.0)),
        (Score("x", 3, 4, 6), (0.75, 0.5, 0.6)),
    ],
)
def test_figures(score: Score, expected: tuple[float, float, float]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(expected)


def test_no_documents_no_mistakes() -> None:
    assert {(one.right, one.found, one.gold) for one in score_documents([])} == {(0, 0, 0)}
