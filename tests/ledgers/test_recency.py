"""Claims of how long ago the last contact was, against the contacts of the record."""

import datetime as dt

import pytest
from reports import contacts

from detente.ledgers.recency import check_recency
from detente.records import Evidence, Quantity, Span

TOLD = dt.date(2024, 8, 20)


def claim(
    of: str, value: float | None, unit: str = "months", *parties: str, at: int = 50, kind: str = "since"
) -> Quantity:
    sentence = Span(at * 100, at * 100 + 50)
    return Quantity(
        "q",
        Evidence("now", sentence, sentence, "ledgers.v1"),
        kind,
        "first",
        value,
        unit,
        of,
        parties or ("KEN", "PER"),
    )


# claim -> reports of the record, days of the contacts that contradict it
CASES = [
    # the last visit allowed lies before August 2021, or a year less
    (claim("visit", 36), ["old1: visit KEN* > PER 2019-05-02"], []),
    (claim("visit", 36), ["old1: visit KEN* > PER 2023-05-02"], ["2023-05-02"]),
    (claim("visit", 36), ["old1: visit KEN* > PER 2022-05-02"], []),  # rounded
    (claim("visit", 39), ["old1: visit KEN* > PER 2022-05-02"], ["2022-05-02"]),  # told to the month
    # of another direction, pair, kind or level
    (claim("visit", 36), ["old1: visit PER* > KEN 2023-05-02"], []),
    (claim("visit", 36), ["old1: visit KEN* > CHL 2023-05-02"], []),
    (claim("visit", 36), ["old1: meeting KEN* + PER* 2023-05-02"], []),
    (claim("visit by a foreign minister", 36), ["old1: visit KEN! > PER 2023-05-02"], []),
    (claim("visit by a foreign minister", 36), ["old1: visit KEN* > PER 2023-05-02"], ["2023-05-02"]),
    # meetings, summits and dialogues are one; sides in any order
    (claim("meeting", 36), ["old1: meeting PER* + KEN* 2023-05-02"], ["2023-05-02"]),
    (claim("summit", 36), ["old1: summit PER + KEN 2023-05-02"], ["2023-05-02"]),
    # since a year: that year itself is allowed
    (claim("meeting", 2019, "year"), ["old1: meeting KEN* + PER* 2019-05-02"], []),
    (claim("meeting", 2019, "year"), ["old1: meeting KEN* + PER* 2020-05-02"], ["2020-05-02"]),
    # what didn't happen contradicts nothing
    (claim("meeting", 36), ["old1: meeting planned KEN* + PER* 2023-05-02"], []),
    (claim("meeting", 36), ["old1: meeting KEN* + PER*"], []),
    # shortly before the article, it may be the very one
    (claim("meeting", 36), ["old1: meeting KEN* + PER* 2024-08-01"], []),
    # sorts too narrow to check, and other figures
    (claim("trilateral meeting", 36), ["old1: meeting KEN* + PER* 2023-05-02"], []),
    (claim("exports", 36), ["old1: meeting KEN* + PER* 2023-05-02"], []),
    (claim("meeting", None), ["old1: meeting KEN* + PER* 2023-05-02"], []),
    (claim("meeting", 36, "months", "KEN"), ["old1: meeting KEN* + PER* 2023-05-02"], []),
    (claim("meetings", 36, kind="count"), ["old1: meeting KEN* + PER* 2023-05-02"], []),
]


@pytest.mark.parametrize(("quantity", "lines", "days"), CASES)
def test_claims_against_the_record(quantity: Quantity, lines: list[str], days: list[str]) -> None:
    record = contacts(*lines)
    found = list(check_recency([quantity], record, {"now": TOLD}))
    by_id = {one.id: one for one in record}
    assert [str(by_id[one.contact_id].when.start) for one in found] == days
    for one in found:
        assert one.claim == quantity.evidence
        assert [evidence.document for evidence in one.contact] == ["old1"]


def test_a_claim_is_about_the_contact_that_its_article_reports() -> None:
    record = contacts(
        "now: meeting KEN* + PER* 2018-03-02",
        "old1: meeting KEN* + PER* 2017-03-02",
        "c1: meeting KEN* + PER* 2020-03-02",
    )
    (found,) = check_recency([claim("meeting", 36)], record, {"now": TOLD})
    assert found.contact[0].document == "old1"  # the one of 2020 came later than the one of 2018


def test_without_a_day_nothing_is_checked() -> None:
    record = contacts("old1: meeting KEN* + PER* 2023-05-02")
    assert list(check_recency([claim("meeting", 36)], record, {"now": None})) == []
    assert list(check_recency([claim("meeting", 36)], record, {})) == []
