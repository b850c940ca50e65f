"""The records keep their laws, and cross processes whole."""

import dataclasses
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.records import Actor, ActorKind, Document, Evidence, Participant, Precision, Span, When, WhenFrom

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(SPANS, SPANS)
def test_spans_against_the_sets_of_their_characters(one: Span, other: Span) -> None:
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    if mine and theirs:
        assert one.overlaps(other) == bool(mine & theirs)
        assert one.covers(other) == (theirs <= mine)
    assert one.overlaps(other) == other.overlaps(one)


@given(st.text(max_size=20), st.data())
def test_a_span_quotes_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).of(text) == "".join(list(text)[start:end])


DAY = dt.date(2024, 7, 26)


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": Precision.DAY},  # a precision without a date
        {"start": DAY},  # a date without a precision
        {"start": DAY, "end": DAY},
        {"start": DAY, "end": dt.date(2024, 7, 25), "precision": Precision.RANGE},
    ],
)
def test_no_date(fields: dict) -> None:  # type: ignore[type-arg]
    with pytest.raises(ValueError, match=r"a date (is unknown|ends before)"):
        When(**fields)


def test_the_default_date_is_unknown() -> None:
    assert When().precision is Precision.UNKNOWN
    assert When().origin is WhenFrom.NONE


RECORDS = [
    Document("d", "a.txt", "text", published=DAY, captions=("one",)),
    Participant(Actor("JPN", "Japan", ActorKind.STATE, "JPN"), "Japan", Span(0, 5)),
    Evidence("d", Span(0, 9), Span(2, 4), "lexicon.v1"),
    When(DAY, DAY, Precision.DAY, WhenFrom.EXPRESSION, "July 26"),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_are_frozen_and_cross_processes(record: object) -> None:
    back = pickle.loads(pickle.dumps(record))
    assert back == record
    assert hash(back) == hash(record)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, dataclasses.fields(record)[0].name, None)  # type: ignore[arg-type]
