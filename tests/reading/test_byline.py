"""Lines of an article's head: what they say of author, outlet and day, and what is no byline."""

import pytest

from detente.reading.byline import Byline, parse_byline
from detente.reading.person_names import is_name, split_names
from detente.reading.published import DatePart, find_dates

# line, authors, outlet, day, whether the day is one of publication
BYLINES = (
    ("By JANE DOE | China Daily Global | Updated: 2024-05-02 07:10", ["Jane Doe"], "China Daily", (2024, 5, 2), False),
    ("Ola Nordmann, May 12", ["Ola Nordmann"], None, (None, 5, 12), True),
    ("Published: 3 July 2024 | Updated: 4 July 2024", [], None, (2024, 7, 3), True),
    ("Updated - July 04, 2024 10:32 pm IST Published - July 03, 2024", [], None, (2024, 7, 3), True),
    ("Published Jul 3, 2024 · 5 min read", [], None, (2024, 7, 3), True),
    ("Wed, July 3, 2024 at 8:11 PM GMT+9·4 min read", [], None, (2024, 7, 3), True),
    ("July 3, 20246:15 PM GMT+9Updated a day ago", [], None, (2024, 7, 3), True),
    ("By Jane Doe, Foreign Correspondent 3 July 2024 • 7:03pm", ["Jane Doe"], None, (2024, 7, 3), True),
    ("Jane Doe / Oslo / July 3, 2024", ["Jane Doe"], None, (2024, 7, 3), True),
    ("Jane Doe — July 3, 2024", ["Jane Doe"], None, (2024, 7, 3), True),
    ("July 3, 2024 By Jane Doe", ["Jane Doe"], None, (2024, 7, 3), True),
    ("Posted on July 3, 2024 by Jane Doe", ["Jane Doe"], None, (2024, 7, 3), True),
    ("Source: Global Times Published: 2024/5/14 20:16:11", [], "Global Times", (2024, 5, 14), True),
    ("KYODO NEWS - Jul 3, 2024 - 18:30 | All, World, Japan", [], "Kyodo News", (2024, 7, 3), True),
    ("By Kim Min-ji and Lee So-yeon, The Korea Herald", ["Kim Min-ji", "Lee So-yeon"], "The Korea Herald", None, True),
    ("By Xinhua writers Liu Hua, Chen Ke", ["Liu Hua", "Chen Ke"], "Xinhua", None, True),
    ("by JANE DOE – The Straits Times", ["Jane Doe"], "The Straits Times", None, True),
    ("By Jane Doe for RFA", ["Jane Doe"], "Radio Free Asia", None, True),
    ("TARO YAMADA, Nikkei staff writer", ["Taro Yamada"], "Nikkei Asia", None, True),
    ("Author: Jane Doe, Foo University", ["Jane Doe"], None, None, True),
    ("By JANE DOE in Oslo", ["Jane Doe"], None, None, True),
    ("By Our Diplomatic Correspondent", [], None, None, True),
    ("김철수 기자", ["김철수"], None, None, True),
    ("2024년 7월 3일", [], None, (2024, 7, 3), True),
    ("The Korea Herald", [], "The Korea Herald", None, True),
)  # fmt: skip


@pytest.mark.parametrize(("line", "authors", "outlet", "day", "published"), BYLINES, ids=lambda value: str(value)[:40])
def test_bylines(
    line: str, authors: list[str], outlet: str | None, day: tuple[int, int, int] | None, published: bool
) -> None:
    byline = parse_byline(line)
    assert byline is not None
    found = byline.day and (byline.day.year, byline.day.month, byline.day.day)
    assert (list(byline.authors), byline.outlet, found, byline.published) == (authors, outlet, day, published)


@pytest.mark.parametrize(
    "line",
    [
        "Norland and Sudania",
        "Japan, South Korea",
        "July 3 talks",
        "What is at stake on July 3, 2024",
        "By Tuesday the talks had ended.",
        "By land and by sea",
        "Reuters | Norland Rising",
        "The ministers met on July 3, 2024, in Oslo to discuss quotas.",
        "Introduction",
        "",
    ],
)
def test_no_bylines(line: str) -> None:
    assert parse_byline(line) in (None, Byline())


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("May 14, 2024", [(2024, 5, 14)]),
        ("14 May 2024", [(2024, 5, 14)]),
        ("Aug. 20", [(None, 8, 20)]),
        ("2024-05-14T10:00:00Z", [(2024, 5, 14)]),
        ("2024.05.14", [(2024, 5, 14)]),
        ("2024年5月14日", [(2024, 5, 14)]),
        ("14 mai 2024", [(2024, 5, 14)]),
        ("14 de mayo de 2024", [(2024, 5, 14)]),
        ("14 мая 2024", [(2024, 5, 14)]),
        ("14.05.2024", [(2024, 5, 14)]),
        ("23/07/2024", [(2024, 7, 23)]),
        ("07/23/2024", [(2024, 7, 23)]),
        ("03/07/2024", []),  # another day on either side of the Atlantic
        ("31 February 2024", []),
        ("F-16 2024", []),
        ("in the 2024-25 season", []),
    ],
)
def test_days(line: str, days: list[tuple[int | None, int, int]]) -> None:
    assert [(day.year, day.month, day.day) for day in find_dates(line)] == days


def test_weekday_is_read() -> None:
    (day,) = find_dates("Tuesday, May 14")
    assert day == DatePart(5, 14, None, 1, 0, 15)


@pytest.mark.parametrize(
    "words", ["Jane Doe", "LI MING", "Kim Cheol-su", "Luiz Inacio Lula da Silva", "J. D. O'Neill", "张三"]
)
def test_names(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words", ["China Japan", "Foreign Ministry", "jane doe", "Jane", "Why Norland Waits", "Reuters", "Asia Pacific"]
)
def test_no_names(words: str) -> None:
    assert not is_name(words)


def test_names_with_places_and_posts() -> None:
    assert split_names("Jane Doe in Oslo and John Roe in Bergen") == ("Jane Doe", "John Roe")
    assert split_names("Jane Doe Staff Writer") == ("Jane Doe",)
    assert split_names("Jane Doe and the sea") == ()
