"""The table of outlets and the lists of page furniture hold to their form."""

import re

import pytest

from detente.reading.captions import is_caption
from detente.reading.dateline import find_dateline
from detente.reading.furniture import is_menu, load_furniture
from detente.reading.outlets import find_outlet, load_outlets, name_outlet, outlet_of_url, split_title_outlet


def test_table() -> None:
    outlets = load_outlets()
    assert len(outlets) >= 150
    names = [outlet.name for outlet in outlets]
    assert len(set(names)) == len(names)
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(set(domains)) == len(domains)
    assert [domain for domain in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)] == []
    assert [o.name for o in outlets if not o.domains or not re.fullmatch(r"[A-Z]{3}|EU|UN|NATO", o.country)] == []


def test_no_alias_stands_for_two_outlets() -> None:
    owner: dict[str, str] = {}
    for outlet in load_outlets():
        for name in {outlet.name.casefold(), *map(str.casefold, outlet.aliases)}:
            assert owner.setdefault(name, outlet.name) == outlet.name


def test_furniture_is_in_lower_case_and_compiles() -> None:
    lexicon = load_furniture()
    assert all(word == word.casefold().strip() for word in lexicon.words | lexicon.languages | lexicon.not_names)


def test_names_and_addresses() -> None:
    assert name_outlet("SCMP") == "South China Morning Post"
    assert name_outlet("Hindu") == "The Hindu"
    assert name_outlet("Source: Xinhua") == "Xinhua"
    assert name_outlet("NATO", alone=True) is None
    assert name_outlet("Print") is None
    assert outlet_of_url("https://www.english.hani.co.kr/arti/1") == "The Hankyoreh"
    assert outlet_of_url("https://example.org/reuters.com") is None
    assert outlet_of_url(None) is None
    assert find_outlet("© 2024 The Korea Herald and Asia Times") is None  # two are named
    assert split_title_outlet("Ministers meet - Politics - CNN") == ("Ministers meet - Politics", "CNN")
    assert split_title_outlet("Norland - a portrait") == ("Norland - a portrait", None)


@pytest.mark.parametrize(
    ("text", "place", "outlet"),
    [
        ("TOKYO, July 3 (Xinhua) -- A", "TOKYO", "Xinhua"),
        ("SEOUL (Reuters) - A", "SEOUL", "Reuters"),
        ("(Reuters) - A", None, "Reuters"),
        ("WASHINGTON (AP) — The", "WASHINGTON", "Associated Press"),
        ("MOSCOW, July 3. /TASS/. A", "MOSCOW", "TASS"),
        ("CAIRO, Egypt -- Police", "CAIRO, Egypt", None),
        ("KUALA LUMPUR: A man", "KUALA LUMPUR", None),
        ("Taipei, Sept. 1 (CNA) The", "Taipei", "Focus Taiwan"),
    ],
)
def test_datelines(text: str, place: str | None, outlet: str | None) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.outlet) == (place, outlet)
    assert text[dateline.span.end :][:1].isupper()


@pytest.mark.parametrize(
    "text", ["NATO-led forces left", "(The author is a fish)", "Norland said on July 3 that it would", "", "USA"]
)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AFP",
        "File photo of the minister at a meeting in Oslo",
        "The ministers shake hands. (Photo by Jane Doe)",
        "The ministers shake hands in Oslo on July 3, 2024. [Photo/Xinhua]",
        "A trawler leaves the port. | REUTERS",
        "The ministers in Oslo. /VCG",
        "The minister speaks in Oslo. REUTERS/Jane Doe",
        "This photo taken on July 3 shows a trawler in the port of Oslo.",
        "Image credit: Flickr",
        "FILE - The minister attends a meeting.",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["Home / Opinion / Columns", "EN|FR|RU", "English 中文 日本語", "World Politics Opinion Business Sports", "China"],
)
def test_menus(line: str) -> None:
    assert is_menu(line)


@pytest.mark.parametrize(
    "line", ["Norland and Sudania", "Home rule for Norland", "China warns Japan", "The world in 2024"]
)
def test_no_menus(line: str) -> None:
    assert not is_menu(line)
