"""Pages of publishers that no table knows: masthead, bars of links, desks, dates, imprint."""

# ruff: noqa: E501  (pages and tables read better unwrapped)

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BODY, Page, assert_read

from detente.reading import read_path
from detente.reading.byline import parse_byline
from detente.reading.houses import (
    choose_house,
    find_copyright,
    find_house_ahead,
    is_desk,
    is_house,
    shared_name,
    spell_domain,
    write_plain,
)
from detente.reading.masthead import find_bars, read_masthead
from detente.reading.paragraphs import split_paragraphs
from detente.reading.published import find_set_apart
from detente.records import Document

PAGES = (
    Page(
        "newspaper: capitals above a bar of links with gaps, imprint",
        f"FJORD HERALD\nNation  World  Fish  Weather\n\nNorland and Sudania edge back to talks\n\nBy Jane Doe, Oslo | 3 July 2024\n\n{BODY}\n\n(c) 2024 Fjord Herald",
        "Norland and Sudania edge back to talks", ("Jane Doe",), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "agency: bar above the masthead, buttons below, agency in the dateline, staff byline",
        f"Home | World | Fish | Ports\nNORTHLIGHT WIRE\nSubscribe    Sign in\n\nMinisters meet as quota row deepens\n\nBy Northlight Wire staff in Oslo and Bergen\n\nOSLO, Norland, July 3, 2024 (Northlight Wire) - {BODY}\n\nShare this story: Email | Print\n(c) 2024 Northlight Wire. All rights reserved.",
        "Ministers meet as quota row deepens", (), "Northlight Wire", "2024-07-03",
    ),
    Page(
        "city paper: section, deck, name, time and place's own clock",
        f"The Bergen Lantern\nNews  Harbour  Opinion  Puzzles\nHarbour\n\nCod talks resume after two years\nFirst meeting since the boats were seized\n\nBy Ola Nordmann and Kari Lund\nJuly 3, 2024, 9:12 p.m. Oslo time\n\n{BODY}\n\nRead next: Five things about cod\n© The Bergen Lantern 2024",
        "Cod talks resume after two years", ("Ola Nordmann", "Kari Lund"), "The Bergen Lantern", "2024-07-03",
    ),
    Page(
        "business daily: dateline on a line of its own above the byline",
        f"TRADE WINDS DAILY\nMarkets  Companies  Shipping  Opinion\nLog in\n\nSudania shuts its market to Norland's cod\n\nBERGEN, July 3, 2024 (Trade Winds Daily) --\nBy Kari Lund\n\n{BODY}\n\nMore from Shipping: What is a quota? | A harbour waits\nTrade Winds Daily, founded 1921. Reprints and permissions.",
        "Sudania shuts its market to Norland's cod", ("Kari Lund",), "Trade Winds Daily", "2024-07-03",
    ),
    Page(
        "place and day in capitals below the byline",
        f"Norland and Sudania end a row over cod\n\nBy Kari Lund\nOSLO, July 3, 2024\n\n{BODY}",
        "Norland and Sudania end a row over cod", ("Kari Lund",), None, "2024-07-03",
    ),
    Page(
        "comment page: breadcrumbs, author, publisher with day and clock",
        f"FJORD HERALD\nHome / Opinion / Notes from Oslo\n\nSeven days in June\n\nby Kari Lund\nFjord Herald, 3 July 2024, 5:15 pm\n\n{BODY}\n\nKari Lund is the Fjord Herald's Oslo columnist. The views are her own.\n(c) Fjord Herald Media",
        "Seven days in June", ("Kari Lund",), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "byline between bars names the publisher",
        f"Why the cod came back\n\nBy KARI LUND | Fjord Herald | Updated: 2024-07-03 07:30\n\n{BODY}\n\nCopyright Fjord Herald 2024. Privacy. Cookies.",
        "Why the cod came back", ("Kari Lund",), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "ministry's documents: desk and publisher, bar, a note in full sentences, day in capitals",
        f"TREATY DESK | Fjord Herald\nReadouts  Treaties  Speeches  Search\nShortened by us from what the two governments published. Not an official text.\n\nReadout of the Minister's Meeting with the Fisheries Minister of Sudania\n\nJULY 3, 2024\n\n{BODY}\n\nTop of page | Back to Readouts\nFjord Herald Treaty Desk",
        "Readout of the Minister's Meeting with the Fisheries Minister of Sudania", (), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "readout: publisher, day with a note, headline in capitals",
        f"Institute of Fish\n3 July 2024 - Outline of both accounts; not an official text\n\nNORLAND-SUDANIA ANNUAL MEETING, OSLO\n\n{BODY}",
        "NORLAND-SUDANIA ANNUAL MEETING, OSLO", (), "Institute of Fish", "2024-07-03",
    ),
    Page(
        "readout: the text itself opens with the day",
        f"Ministers' meeting in Oslo\n\n3 July 2024 - {BODY}",
        "Ministers' meeting in Oslo", (), None, "2024-07-03",
    ),
    Page(
        "a bureau signs",
        f"COASTAL REVIEW\nDiplomacy | Money | Culture | Letters\n\nMinisters say cod is back on the table\n\nOur correspondent in Oslo\n\n{BODY}\n\nPrint this page    Send to a friend    Text size A A A",
        "Ministers say cod is back on the table", (), "Coastal Review",
    ),
    Page(
        "reporters of the paper sign, day below",
        f"FJORD HERALD\nNews  Opinion  Sport  Podcasts\n\nSailor hurt as crews board boats\n\nFjord Herald reporters, Bergen\n3 July 2024\n\n{BODY}",
        "Sailor hurt as crews board boats", (), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "think tank: name of one word again in the copyright, gaps made single spaces",
        f"Skagerrak\nResearch Experts Events Publications About\nNorland's quiet turn to the sea\nCommentary\nJane Doe\nJuly 3, 2024\n{BODY}\n© 2024 Skagerrak",
        "Norland's quiet turn to the sea", ("Jane Doe",), "Skagerrak", "2024-07-03",
    ),
    Page(
        "blog: no masthead, day in the middle of a line",
        f"What the cod tell us\nPosted by Kari Lund on July 3, 2024\n{BODY}\nLeave a comment",
        "What the cod tell us", ("Kari Lund",), None, "2024-07-03",
    ),
    Page(
        "a short headline is no masthead, though tags stand below it",
        f"Norland Waits\nFish | Norland | Sudania\nBy Kari Lund\n3 July 2024\n{BODY}",
        "Norland Waits", ("Kari Lund",), None, "2024-07-03",
    ),
    Page(
        "a headline again in the list of links below is no masthead",
        f"Norland Talks Resume\nBy Kari Lund\n{BODY}\nMost read\nNorland Talks Resume\nCod prices fall",
        "Norland Talks Resume", ("Kari Lund",),
    ),
    Page(
        "ministry: its name first and in its address last",
        f"Ministry of Fisheries of Norland\nPress release\nMinister receives envoy of Sudania\n3 July 2024\n{BODY}\nMinistry of Fisheries of Norland, Quay 1, Oslo",
        "Minister receives envoy of Sudania", (), "Ministry of Fisheries of Norland", "2024-07-03",
    ),
    Page(
        "statement: place and day above the headline",
        f"Oslo, July 3, 2024\nJoint Statement of the Ministers of Fish\n{BODY}",
        "Joint Statement of the Ministers of Fish", (), None, "2024-07-03",
    ),
    Page(
        "think tank: four links with gaps, two authors, notes on them",
        f"Northern Policy Institute\nResearch   Events   Experts   Support us\nCommentary\nThe cod dilemma\nKari Lund, Ola Nordmann\nJul 3, 2024\n{BODY}\nKari Lund is a fellow at the Northern Policy Institute.\n© 2024 Northern Policy Institute",
        "The cod dilemma", ("Kari Lund", "Ola Nordmann"), "Northern Policy Institute", "2024-07-03",
    ),
    Page(
        "a publisher named as a second author",
        f"Cod talks resume\nBy Kari Lund and Fjord Herald\n3 July 2024\n{BODY}\n© 2024 Fjord Herald",
        "Cod talks resume", ("Kari Lund",), "Fjord Herald", "2024-07-03",
    ),
    Page(
        "a headline in pieces between bars is no bar of links",
        f"Norland and Sudania | What next? | Cod\nKari Lund | Oslo | July 3, 2024\n{BODY}",
        "Norland and Sudania | What next? | Cod", ("Kari Lund",), None, "2024-07-03",
    ),
    Page(
        "a headline with a publisher's word is no masthead without more",
        f"Press Freedom Review\nBy Kari Lund\n3 July 2024\n{BODY}",
        "Press Freedom Review", ("Kari Lund",), None, "2024-07-03",
    ),
    Page(
        "a publisher's name in the text alone is no outlet",
        f"Ministers meet over cod\n\nThe Fjord Herald reported the meeting first, and the ministry confirmed it on Monday.\n\n{BODY}",
        "Ministers meet over cod", extra=("The Fjord Herald reported the meeting first, and the ministry confirmed it on Monday.",),
    ),
    Page(
        "a day long past that opens a text is not that of publication",
        f"What the old treaty left behind\n\nJuly 3, 1946: the treaty was signed in Oslo, and its terms have held until 2024.\n\n{BODY}",
        "What the old treaty left behind", extra=("July 3, 1946: the treaty was signed in Oslo, and its terms have held until 2024.",),
    ),
    Page(
        "a last sentence that begins with the publisher stays",
        f"FJORD HERALD\nNews  Opinion  Sport  Podcasts\n\nCod talks resume after two years\n\n{BODY}\n\nFjord Herald reporters were not let into the hall.\n\n(c) 2024 Fjord Herald",
        "Cod talks resume after two years", (), "Fjord Herald", None, extra=("Fjord Herald reporters were not let into the hall.",),
    ),
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Page) -> None:
    assert_read(page)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("17 June 2024 - Outline of both accounts", (2024, 6, 17)),
        ("Gazette Documents - 13 March 2021 - Outline of the published statement", (2021, 3, 13)),
        ("Statement of the two ministers, Oslo, 3 July 2024", (2024, 7, 3)),
        ("Press Conference by the Minister (Tuesday, July 3, 2024)", (2024, 7, 3)),
        ("The ministers signed the treaty of 3 July 2024 in Oslo", None),
        ("3 July 2024 saw the ministers meet in Oslo", None),
        ("The ministers met on July 3, 2024, in Oslo to discuss quotas.", None),
        ("3 July - Outline", None),
        ("", None),
    ],
)
def test_days_set_apart(line: str, day: tuple[int, int, int] | None) -> None:
    found = find_set_apart(line)
    assert (found and (found.year, found.month, found.day)) == day


@pytest.mark.parametrize(
    "words", ["Fjord Herald", "FJORD HERALD", "Ministry of Fish", "Gazette Oslo", "Herald Opinion"]
)
def test_houses(words: str) -> None:
    assert is_house(words)


@pytest.mark.parametrize(
    "words", ["Herald", "Jane Doe", "the press agency said", "Opinion", "World News", "Kim Min-ji", ""]
)
def test_no_houses(words: str) -> None:
    assert not is_house(words)


@pytest.mark.parametrize(
    "words",
    [
        "From our Oslo bureau",
        "Our Oslo Bureau",
        "Fjord Herald Oslo desk",
        "Fjord Herald reporters, Oslo",
        "By Fjord Herald staff in Oslo and Bergen",
        "Our correspondent in Oslo",
        "-- Fjord Herald newsroom",
        "Editorial Board",
    ],
)
def test_desks(words: str) -> None:
    assert is_desk(words)


@pytest.mark.parametrize(
    "words", ["Jane Doe", "Jane Doe, Oslo correspondent", "Talks at the front desk fail again", "Oslo"]
)
def test_no_desks(words: str) -> None:
    assert not is_desk(words)


@pytest.mark.parametrize("line", ["Our Oslo Bureau", "From our Oslo bureau | 28 May 2024", "Fjord Herald, 3 July 2024"])
def test_no_author_on_a_line_of_a_desk_or_publisher(line: str) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert byline.authors == ()


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2024 Fjord Herald", "Fjord Herald"),
        ("(c) 2010-2024 Fjord Herald. All rights reserved.", "Fjord Herald"),
        ("Copyright Fjord Herald 2024. Privacy. Cookies.", "Fjord Herald"),
        ("Copyright © 2024 by the Institute of Fish", None),
        ("Copyright 2024. All rights reserved.", None),
        ("Fjord Herald", None),
    ],
)
def test_copyright(line: str, holder: str | None) -> None:
    assert find_copyright(line) == holder


def test_names_of_publishers() -> None:
    assert find_house_ahead("Coastal Review Occasional notes, no. 14") == "Coastal Review"
    assert find_house_ahead("Occasional notes, no. 14") is None
    assert shared_name("FJORD HERALD", "Fjord Herald Media") == "Fjord Herald"
    assert shared_name("Fjord Herald", "Fjord Lantern") is None
    assert spell_domain("fjordherald.example", "News of the FJORD HERALD\nFjord Herald Media, Quay 2") == "Fjord Herald"
    assert spell_domain("fjordherald.example", "No such paper") is None
    assert write_plain("INSTITUTE OF FISH") == "Institute of Fish"
    assert write_plain("NHKQ") == "NHKQ"
    assert choose_house([], ["Fjord Herald"], ["Kari Lund, Fjord Herald, 3 July"]) is None
    assert (
        choose_house([], ["Fjord Herald"], ["Kari Lund, Fjord Herald", "Lund writes for Fjord Herald."])
        == "Fjord Herald"
    )


def test_bars_by_their_gaps() -> None:
    text = f"Fjord Herald\nNation  World  Fish\nJane Doe  Ola Nordmann\nCod talks\n{BODY}\nTop of page | Back to News\n"
    assert find_bars(text) == {"Nation World Fish", "Top of page | Back to News"}


@given(
    st.lists(
        st.sampled_from(
            [
                "Cod Talks",
                "FJORD HERALD",
                "News  Opinion  Sport",
                "Home | World",
                *BODY.split("\n\n"),
                "© 2024 Fjord Herald",
                "July 3, 2024",
            ]
        ),
        max_size=9,
    )
)
def test_a_masthead_leaves_a_headline(lines: list[str]) -> None:
    text = "\n".join(lines)
    paragraphs = split_paragraphs(text)
    masthead = read_masthead(paragraphs, find_bars(text))
    assert not set(paragraphs[: masthead.lines]) & set(BODY.split("\n\n"))
    assert (masthead.lines == 0) == (masthead.names == ())
    assert masthead.lines == 0 or any(line not in BODY for line in paragraphs[masthead.lines :])


def write(path: Path, content: str) -> Document:
    path.write_text(content, encoding="utf-8")
    (document,) = read_path(path)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("sender", "foot", "authors", "outlet"),
    [
        ("Treaty Desk <docs@coastalreview.example>", "Coastal Review, Quay 2", (), "Coastal Review"),
        ("Weekly Note <note@coastalreview.example>", "", (), "coastalreview.example"),
        ("Institute of Fish <news@fish.example>", "", (), "Institute of Fish"),
        ("Coastal Review <mail@list.mailchimpapp.example>", "", (), "Coastal Review"),
        ("Kari Lund <kari.lund@gmail.com>", "", ("Kari Lund",), None),
        ("Kari Lund <kari@coastalreview.example>", "Coastal Review, Quay 2", ("Kari Lund",), "Coastal Review"),
    ],
)
def test_sender_of_a_mail(tmp_path: Path, sender: str, foot: str, authors: tuple[str, ...], outlet: str | None) -> None:
    mail = f"From: {sender}\nSubject: Cod and quotas\nDate: Wed, 3 Jul 2024 09:30:00 +0200\n\n{BODY}\n\n{foot}\n"
    document = write(tmp_path / "a.eml", mail)
    assert (document.authors, document.outlet, document.text) == (authors, outlet, BODY)


def test_byline_in_front_matter_and_a_note_in_bold(tmp_path: Path) -> None:
    document = write(tmp_path / "a.md", f"---\ntitle: Cod and quotas\nbyline: By Kari Lund\n---\n\n{BODY}\n")
    assert document.authors == ("Kari Lund",)
    document = write(
        tmp_path / "b.md",
        f"# Cod and quotas\n\n**Kari Lund, Fjord Herald Opinion, 3 July 2024**\n\n{BODY}\n\n*Kari Lund covers fish for Fjord Herald from Oslo.*\n",
    )
    assert (document.authors, document.outlet, document.published) == (
        ("Kari Lund",),
        "Fjord Herald",
        dt.date(2024, 7, 3),
    )
    document = write(
        tmp_path / "c.md",
        f"# Cod and quotas\n\n**Herald Documents - 3 July 2024** - Outline of the published statement; not an official text.\n\n{BODY}\n",
    )
    assert (document.outlet, document.published) == ("Herald Documents", dt.date(2024, 7, 3))


def test_page_with_the_site_after_the_headline_and_a_bureau_as_author(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
    page = (
        "<html><head><title>Neighbours meet, warily | Fjord Herald</title><meta name='pubdate' content='2024-07-03'>"
        "<meta name='author' content='Fjord Herald Oslo bureau'></head>"
        f"<body><article><h1>Neighbours meet, warily</h1>{body}</article></body></html>"
    )
    document = write(tmp_path / "a.html", page)
    assert (document.title, document.authors, document.outlet) == ("Neighbours meet, warily", (), "Fjord Herald")
