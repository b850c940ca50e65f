"""Laws of dating that hold for any expression, publication date and text."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.dating import anchor, find_dates, find_expressions
from detente.dating.lexicon import MONTHS, WEEKDAYS
from detente.records import Precision, Span, When

DATES = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
YEARS = st.integers(1950, 2150).map(str)
MONTH_NAMES = st.sampled_from(MONTHS)
DAYS = st.integers(1, 28)
COUNTS = st.sampled_from(["two", "3", "ten", "18"])


def worded(template: str, **parts: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.fixed_dictionaries(parts).map(lambda values: template.format(**values))


DAY_WORDS = st.one_of(
    worded("on {m} {d}, {y}", m=MONTH_NAMES, d=DAYS, y=YEARS),
    worded("on {d} {m} {y}", m=MONTH_NAMES, d=DAYS, y=YEARS),
    worded("on {m} {d}", m=MONTH_NAMES, d=DAYS),
    worded("on {w}", w=st.sampled_from(WEEKDAYS)),
    worded("{n} days ago", n=COUNTS),
    st.sampled_from(["today", "yesterday", "tomorrow", "last Friday", "next Monday", "on the 26th"]),
)
WEEK_WORDS = st.one_of(
    worded("{n} weeks ago", n=COUNTS),
    st.sampled_from(["last week", "this week", "next week", "last weekend"]),
)
MONTH_WORDS = st.one_of(
    worded("in {m} {y}", m=MONTH_NAMES, y=YEARS),
    worded("in {p} {m} {y}", p=st.sampled_from(["early", "mid", "late"]), m=MONTH_NAMES, y=YEARS),
    worded("in {m} last year", m=MONTH_NAMES),
    worded("in {m}", m=MONTH_NAMES),
    worded("last {m}", m=MONTH_NAMES),
    worded("{n} months ago", n=COUNTS),
    st.sampled_from(["last month", "earlier this month", "next month"]),
)
SEASON_WORDS = st.one_of(
    worded("in the {s} of {y}", s=st.sampled_from(["spring", "summer", "autumn", "winter"]), y=YEARS),
    st.sampled_from(["last summer", "this winter", "next spring"]),
)
QUARTER_WORDS = worded("in the {q} quarter of {y}", q=st.sampled_from(["first", "fourth"]), y=YEARS)
HALF_WORDS = worded("in the {h} half of {y}", h=st.sampled_from(["first", "second"]), y=YEARS)
YEAR_WORDS = st.one_of(
    worded("in {y}", y=YEARS),
    worded("in {p} {y}", p=st.sampled_from(["early", "late"]), y=YEARS),
    worded("{n} years ago", n=COUNTS),
    st.sampled_from(["last year", "later this year", "next year"]),
)
DECADE_WORDS = st.integers(195, 214).map(lambda n: f"in the {n}0s")

WORDS = {
    Precision.DAY: (DAY_WORDS, 1),
    Precision.RANGE: (WEEK_WORDS, 7),
    Precision.MONTH: (MONTH_WORDS, 31),
    Precision.SEASON: (SEASON_WORDS, 92),
    Precision.QUARTER: (QUARTER_WORDS, 92),
    Precision.HALF: (HALF_WORDS, 184),
    Precision.YEAR: (YEAR_WORDS, 366),
    Precision.DECADE: (DECADE_WORDS, 3653),
}
SHORTEST = {
    Precision.DAY: 1,
    Precision.RANGE: 2,
    Precision.MONTH: 28,
    Precision.SEASON: 90,
    Precision.QUARTER: 90,
    Precision.HALF: 181,
    Precision.YEAR: 365,
    Precision.DECADE: 3652,
}
RELATIVE = st.one_of(
    worded("{n} {u} ago", n=COUNTS, u=st.sampled_from(["months", "years"])),
    worded("in {m} last year", m=MONTH_NAMES),
    worded("on {m} {d}", m=MONTH_NAMES, d=DAYS),
    worded("in {m}", m=MONTH_NAMES),
    worded("next {m}", m=MONTH_NAMES),
    st.sampled_from(["last year", "next month", "this summer", "last winter", "yesterday", "tomorrow"]),
)
PIECES = st.sampled_from(
    [
        "July",
        "May",
        "March",
        "26",
        "17-19",
        "26th",
        "2024",
        "1990s",
        "2,000",
        "the",
        "of",
        "in",
        "on",
        "since",
        "by",
        "until",
        "and",
        "to",
        "from",
        "-",
        ",",
        ".",
        "last",
        "next",
        "this",
        "week",
        "month",
        "year",
        "years",
        "days",
        "ago",
        "later",
        "earlier",
        "two",
        "second",
        "half",
        "quarter",
        "summer",
        "Thursday",
        "today",
        "every",
        "that",
        "same",
        "following",
        "will",
        "troops",
        "'",
        "'s",
        "(",
        ")",
        "5/7/2024",
        "29",
        "31",
        "February",
        "before",
        "after",
        "early",
        "mid",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map(" ".join), st.text(max_size=80))


def when_of(words: str, published: dt.date) -> When:
    text = f"The envoys met {words}."
    (dates,) = find_dates(text, [Span(0, len(text))], published)
    (dated,) = dates.expressions
    return dated.when


@pytest.mark.parametrize("precision", WORDS)
@given(data=st.data())
def test_no_date_is_finer_than_its_words(precision: Precision, data: st.DataObject) -> None:
    words, longest = WORDS[precision]
    when = when_of(data.draw(words), data.draw(DATES))
    assert when.precision is precision
    assert when.start is not None
    assert when.end is not None
    assert SHORTEST[precision] <= (when.end - when.start).days + 1 <= longest


@given(RELATIVE, DATES)
def test_a_year_later_the_same_words_mean_a_year_later(words: str, published: dt.date) -> None:
    later = published.year + 1
    # February 29 has no counterpart, and the days about it are a day further apart.
    leaps = any(calendar.isleap(year) for year in (published.year, later)) and published.month in (2, 3)
    assume(not leaps)
    one, other = when_of(words, published), when_of(words, published.replace(year=later))
    assert one.start is not None
    assert other.start is not None
    assert other.start == one.start.replace(year=one.start.year + 1)
    assert other.precision is one.precision


@given(TEXTS, st.none() | DATES)
def test_spans_reproduce_the_text_in_order(text: str, published: dt.date | None) -> None:
    (dates,) = find_dates(text, [Span(0, len(text))], published)
    last = 0
    for dated in dates.expressions:
        assert dated.span.of(text) == dated.text
        assert last <= dated.span.start < dated.span.end
        last = dated.span.end


@given(TEXTS, st.none() | DATES)
def test_unknown_exactly_with_a_reason(text: str, published: dt.date | None) -> None:
    (dates,) = find_dates(text, [Span(0, len(text))], published)
    for dated in dates.expressions:
        assert (dated.when.precision is Precision.UNKNOWN) == bool(dated.when.reason)


@given(TEXTS | RELATIVE, st.dates())
def test_a_misdated_page_breaks_nothing(text: str, published: dt.date) -> None:
    assert len(find_dates(text, [Span(0, len(text))], published)) == 1


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("words", ["yesterday", "tomorrow", "last winter", "in July", "next Friday"])
def test_out_of_the_calendar_is_unknown(words: str, published: dt.date) -> None:
    assert when_of(words, published).reason == "out of the calendar"


@given(TEXTS, TEXTS, DATES)
def test_offsets_index_the_document(first: str, second: str, published: dt.date) -> None:
    text = f"{first}\n\n{second}"
    spans = [Span(0, len(first)), Span(len(first) + 2, len(text))]
    for sentence, span in zip(find_dates(text, spans, published), spans, strict=True):
        assert [dated.text for dated in sentence.expressions] == [raw.text for raw in find_expressions(span.of(text))]
        assert all(dated.span.of(text) == dated.text for dated in sentence.expressions)


@given(TEXTS, DATES)
def test_anchoring_is_deterministic(text: str, published: dt.date) -> None:
    for one, other in zip(find_expressions(text), find_expressions(text), strict=True):
        assert anchor(one, published) == anchor(other, published)


@given(
    st.lists(st.sampled_from(["the", "leaders", "met", "and", "spoke", "of", "trade", "with", "vigour", "in", "Tokyo"]))
)
def test_words_without_time_give_no_date(words: list[str]) -> None:
    assert find_expressions(" ".join(words)) == []
