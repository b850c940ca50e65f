"""The running date of the discourse, and the anchors of partial expressions."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from detente.dating import Role, SentenceDates, find_dates, format_when
from detente.records import Precision, Span, WhenFrom

PUBLISHED = dt.date(2024, 8, 20)


def walk(text: str, published: dt.date | None = PUBLISHED) -> tuple[SentenceDates, ...]:
    """The dates of a text whose sentences end with a full stop and a blank, or with the line."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\S.*?(?:[a-z0-9]{2}\.(?=\s|$)|$)", text, re.M)]
    return find_dates(text, spans, published)


def starts(dates: tuple[SentenceDates, ...]) -> list[list[str | None]]:
    return [[format_when(dated.when)[0] for dated in sentence.expressions] for sentence in dates]


def running(dates: tuple[SentenceDates, ...]) -> list[str | None]:
    return [format_when(sentence.running)[0] for sentence in dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day of a month refers to the month last named, even two paragraphs before.
        ("The envoys met on July 22.\n\nOthers waited.\n\nOn the 26th, they met again.", "2024-07-26"),
        ("The envoys met on July 29.\n\nOn the 2nd, they met again.", "2024-08-02"),
        ("In March 2021, the envoys met.\n\nOn the 18th, they met again.", "2021-03-18"),
        # A year-less date takes the year its paragraph has named.
        ("In 2018, ties warmed. In October, the premier flew to Beijing.", "2018-10"),
        ("In July 2023, ties warmed. On July 17-19, the mayor came.", "2023-07-17"),
        ("In December 2022, ties warmed. In January, the mayor came.", "2023-01"),
        ("Last year ties warmed. In April, the mayor came.", "2023-04"),
        ("They had closed the embassy in 1993. In April, the mayor came.", "2024-04"),
        ("In 2022 they met in May. That December, the mayor came.", "2022-12"),
        # A paragraph of its own goes back to publication.
        ("In 2018, ties warmed.\n\nOn July 18, the fleets met.", "2024-07-18"),
        ("No mayor had come since 1972. On July 18, one did.", "2024-07-18"),
        # Distances from the date last named.
        ("He came on July 22. The next day he met the premier.", "2024-07-23"),
        ("He came on July 22.\n\nThe following day he met the premier.", "2024-07-23"),
        ("He came on July 22. The previous day he had been in Seoul.", "2024-07-21"),
        ("He stayed on July 17-19. The next day he left.", "2024-07-20"),
        ("He came on July 22. Three days later, he left.", "2024-07-25"),
        ("He came on July 22. Three days earlier, he had called.", "2024-07-19"),
        ("He came on July 22. A week later, he left.", "2024-07-29"),
        ("He came on July 22. The following month he left.", "2024-08"),
        ("He came on July 22, 2022. The following Friday he left.", "2022-07-29"),
        ("He came on July 22, 2022. He left later that month.", "2022-07"),
        ("He came in July 2022. That year, trade doubled.", "2022"),
        ("He came in July 2022. Two years later, trade halved.", "2024"),
        ("He came in July 2022. In November of the same year, he left.", "2022-11"),
        ("He came in July 2022. That summer, trade doubled.", "2022-06"),
        ("He came on July 22. On the same day, he met the premier.", "2024-07-22"),
        # Weeks counted from a month tell a month; what is of its day or week is of the month.
        ("He came in July 2022. Six weeks later, he left.", "2022-08"),
        ("He came in July 2022. He met the premier that same week.", "2022-07"),
        ("He came in July 2022. On the same day, he met the premier.", "2022-07"),
        ("He came in July 2022. Two weeks later, he left.", None),
        ("He came on July 22. The day before that, he had called.", "2024-07-21"),
        # A date counted from today frames nothing: the next name counts from today as well.
        ("He came in August last year. The mayor went there in April.", "2024-04"),
        ("In August last year, he came. The mayor went there in April.", "2024-04"),
        # Nor does a month some sentences back, a year within a sentence, or a month that would lead back.
        ("He came in March 2022. Others waited. Nobody spoke. The mayor went there in May.", "2024-05"),
        ("Ties soured in 2004. The mayor went there in November.", "2023-11"),
        ("In May 2022, ties warmed. In April, the mayor came.", "2024-04"),
        ("In November 2023, he came. In July the two will meet again.", "2025-07"),
        # A month has no next day, a year no next month.
        ("He came in July 2022. The next day he left.", None),
        ("He came in 2022. The following month he left.", None),
        ("He came between 2013 and 2016. In July, he fell ill.", None),
    ],
)
def test_partial_expression_refers_to_what_was_named(text: str, expected: str | None) -> None:
    assert starts(walk(text))[-1] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on July 22. He met the premier.", "2024-07-22"),
        ("Back in 2018, they agreed. Trade grew.", "2018"),
        ("He stayed on July 17-19. He met the premier.", "2024-07-17"),
        # It ends with the paragraph.
        ("He came on July 22.\n\nHe met the premier.", None),
        # What does not set it: the future, deadlines, side clauses, dates that name an event, lengths.
        ("They will meet in November. He met the premier.", None),
        ("They must leave by July 2022. He met the premier.", None),
        ("Ties froze in a quarrel which began in 2020. He met the premier.", None),
        ("They recalled the pact signed in 1978. He met the premier.", None),
        ("They recalled the 1978 pact. He met the premier.", None),
        ("It was the first call in five years. He met the premier.", None),
        ("Last week's visit went well. He met the premier.", None),
        ("They had closed the embassy in 1993. He met the premier.", None),
        ("He spoke recently. He met the premier.", None),
        ("It was the first call since the mayor came in 2016. He met the premier.", None),
        ("It was the first call since he took office on May 1. He met the premier.", None),
        ("It was the first call since the one in Lima, Peru, in May 2019. He met the premier.", None),
        ("Trade has grown since the summit in Lima last May. He met the premier.", None),
        ("They banned the firm after the clash of May 2019. He met the premier.", None),
        ("The mayor, who rested after taking office in May, left. He met the premier.", None),
        ("He came on July 22. They will meet in November. He met the premier.", "2024-07-22"),
    ],
)
def test_running_date(text: str, expected: str | None) -> None:
    assert running(walk(text))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Monday.\n\nHe met the premier.", "2024-08-19"),
        ("He came on Monday.\n\nBack in 2018, they agreed.\n\nHe met the premier.", "2024-08-19"),
        ("He came on August 9.\n\nHe met the premier.", None),
        ("Last year ties warmed.\n\nHe came on Monday.\n\nHe met the premier.", None),
    ],
)
def test_story_date_runs_on_in_a_report_of_the_day(text: str, expected: str | None) -> None:
    assert running(walk(text))[-1] == expected


def test_running_date_is_of_the_discourse() -> None:
    first, second = walk("He came on July 22. He met the premier.")
    assert first.running.precision is Precision.UNKNOWN
    assert first.running.reason == "no date in the paragraph"
    assert second.running.origin is WhenFrom.DISCOURSE


def test_lines_are_paragraphs_where_there_are_no_blank_lines() -> None:
    assert running(walk("He came on July 22.\nHe met the premier.")) == [None, None]


def test_dateline_dates_the_report() -> None:
    text = "SEOUL, July 3, 2023 (Yonhap) -- The premier came on Sunday.\n\nHe left on Monday."
    first, second = walk(text, published=None)
    assert [dated.role for dated in first.expressions] == [Role.OTHER, Role.POINT]
    assert starts((first, second)) == [["2023-07-03", "2023-07-02"], ["2023-07-03"]]


def test_publication_date_stands_against_a_dateline() -> None:
    (first,) = walk("SEOUL, July 3 (Yonhap) -- The premier came yesterday.", published=dt.date(2024, 7, 4))
    assert starts((first,)) == [["2024-07-03", "2024-07-03"]]


def test_without_publication_the_discourse_gives_the_year() -> None:
    text = "They met on July 22, 2019.\n\nOn July 26, they met again, and on Sunday they parted."
    assert starts(walk(text, published=None))[-1] == ["2019-07-26", "2019-07-28"]


def test_reasons_say_what_is_missing() -> None:
    (dates,) = walk("They met yesterday, on July 3, the next day, on 5/7/2024, recently.", published=None)
    assert [dated.when.reason for dated in dates.expressions] == [
        "no publication date",
        "no year",
        "no date to count from",
        "ambiguous: 2024-05-07 or 2024-07-05",
        "vague: recently",
    ]


def test_one_result_for_each_sentence() -> None:
    assert find_dates("", [], PUBLISHED) == ()
    assert len(walk("Nothing here. Nor here. On July 3 it was.")) == 3


def test_weekday_finds_the_year() -> None:
    (dates,) = walk("They met on Saturday, July 22.")
    assert starts((dates,)) == [["2023-07-22"]]
