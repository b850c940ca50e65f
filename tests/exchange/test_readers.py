"""What each reader makes of a line: an event, a reason to leave it out, or what is wrong with it."""

import datetime as dt

import pytest

from detente.exchange.gdelt import read_gdelt
from detente.exchange.icews import read_icews
from detente.exchange.mapping import Mapping
from detente.exchange.own_csv import read_csv
from detente.exchange.phoenix import read_phoenix
from detente.exchange.polecat import read_polecat
from detente.exchange.rows import NO_ACTOR, UNKNOWN_PARTY, WITHIN, BadLine, LeftOut
from detente.store import ImportedEvent


def brief(event):
    """ "JPN>CHN 2014-11-10 CONSULT visit 042"."""
    code = event.code
    parts = (code.root, code.mode, code.cameo)
    return " ".join(filter(None, [f"{event.source}>{event.target}", event.day.isoformat(), *parts]))


def test_icews_full(line):
    lines = line.numbered(
        line.ICEWS_HEADER,
        line.icews(11, "2014-11-10", "Japan", "043", "China", "2.8", ("Shinzo Abe", "Xi Jinping")),
        line.icews(12, "2014-11-11", "Palestinian Territory, Occupied", "1823", "Israel", "-10.0"),
        line.icews(13, "2014-11-12", "", "112", "Iran", "-2.0", ("International Atomic Energy Agency", "")),
    )
    first, second, third = read_icews(lines)
    assert brief(first) == "JPN>CHN 2014-11-10 CONSULT visit 043"
    assert (first.source_name, first.target_name, first.original, first.line) == ("Shinzo Abe", "Xi Jinping", "11", 2)
    assert (first.code.score, first.code.goldstein) == (4.0, 2.8)
    assert brief(second) == "PSE>ISR 2014-11-11 ASSAULT beat 1823"
    assert brief(third) == "IAEA>IRN 2014-11-12 ACCUSE allege 112"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("2014-13-10", "Japan", "043", "China", "2.8"), "'2014-13-10' is no date"),
        (("2014-11-10", "Japan", "9999", "China", "2.8"), "CAMEO has no code '9999'"),
        (("2014-11-10", "Japan", "043", "China", "lots"), "'lots' is no number"),
        (("2014-11-10", "Japan", "043", "China", "28"), "the score 28 is outside -10 to 10"),
    ],
)
def test_icews_lines_that_break_the_format(line, cells, reason):
    (bad,) = read_icews(line.numbered(line.ICEWS_HEADER, line.icews(1, *cells)))
    assert bad == BadLine(2, reason)


def test_icews_with_every_cell_in_quotes(line):
    rows = [line.ICEWS_HEADER, line.icews(11, "2014-11-10", "Japan", "043", "China", "2.8", ('Say "A"', ""))]
    quoted = ["\t".join('"' + cell.replace('"', '""') + '"' for cell in row.split("\t")) for row in rows]
    (event,) = read_icews(line.numbered(*quoted))
    assert (brief(event), event.source_name) == ("JPN>CHN 2014-11-10 CONSULT visit 043", 'Say "A"')


def test_a_quote_in_a_file_without_quotes_is_a_letter(line):
    row = line.icews(11, "2014-11-10", "Japan", "043", "China", "2.8", ('"A', ""))
    (event,) = read_icews(line.numbered(line.ICEWS_HEADER, row))
    assert event.source_name == '"A'


def test_icews_line_cut_short(line):
    (bad,) = read_icews(line.numbered(line.ICEWS_HEADER, "1\t2014-11-10\tJapan"))
    assert bad == BadLine(2, "3 columns, not 20")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Citizen_(India)\tMake_a_visit\tJapan\t2014-03-01", "IND>JPN 2014-03-01 CONSULT visit 042"),
        ("Naval (Sri Lanka)\tArrest, detain, or charge with legal action\tFishermen (India)\t2014-02-05",
         "LKA>IND 2014-02-05 COERCE arrest 173"),
        ("South Korea\tMeet at a 'third' location\tNorth Korea\t2014-10-04", "KOR>PRK 2014-10-04 CONSULT 044"),
        ("Barack_Obama\tDiscuss_by_telephone\tAngela_Merkel\t2014-03-25", "USA>DEU 2014-03-25 CONSULT phone 041"),
        ("Sergey Viktorovich Lavrov\tConsult\tJohn Kerry\t2014-05-05", "RUS>USA 2014-05-05 CONSULT 040"),
        ("Bank of Uganda\tCooperate economically\tJapan\t2014-05-05", "UGA>JPN 2014-05-05 COOPERATE 061"),
        ("Association of Southeast Asian Nations\tPraise or endorse\tMilitary (Laos)\t2014-05-05",
         "ASEAN>LAO 2014-05-05 SUPPORT 051"),
        ("China\tfight with small arms and light weapons\tVietnam\t1979-02-17",
         "CHN>VNM 1979-02-17 ASSAULT firearms 193"),
        ("China\tMake statement\tJapan\t2014-01-02", "CHN>JPN 2014-01-02 010"),
    ],
)  # fmt: skip
def test_icews_short(line, row, told):
    (event,) = read_icews(line.numbered(row))
    assert brief(event) == told


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("Citizen (India)\tAccuse\tPolice (India)\t2014-01-01", LeftOut(1, WITHIN)),
        ("Ardo Nimquist\tAccuse\tJapan\t2014-01-01", LeftOut(1, UNKNOWN_PARTY, "Ardo Nimquist")),
        ("Japan\tAccuse\tCitizen (International)\t2014-01-01", LeftOut(1, UNKNOWN_PARTY, "Citizen (International)")),
        ("Japan\tAccuse\tMedia (Africa)\t2014-01-01", LeftOut(1, UNKNOWN_PARTY, "Media (Africa)")),
        # Two states are called so, and the short form does not say which.
        ("Japan\tAccuse\tCongo\t2014-01-01", LeftOut(1, UNKNOWN_PARTY, "Congo")),
        ("\tAccuse\tJapan\t2014-01-01", LeftOut(1, NO_ACTOR)),
    ],
)
def test_icews_short_left_out(line, row, left):
    assert list(read_icews(line.numbered(row))) == [left]


def test_icews_short_bad_lines(line):
    bad = list(read_icews(line.numbered("Japan\tDance\tChina\t2014-01-01", "Japan\tAccuse\tChina", "")))
    assert bad == [
        BadLine(1, "CAMEO has no event called 'Dance'"),
        BadLine(2, "3 columns, not 4 (source, event name, target, date)"),
    ]


def test_rows_without_ids_that_say_the_same_are_two_events(line):
    row = "Japan\tAccuse\tChina\t2014-01-01"
    once, again = ([event.key for event in read_icews(line.numbered(row, row))] for _ in range(2))
    assert len(set(once)) == 2
    assert once == again


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_gdelt_of_every_width(line, columns):
    row = line.gdelt(7, "20141110", "JPN", "042", "CHN", "1.9", "12", "3", "https://a.example/1", columns)
    (event,) = read_gdelt(line.numbered(row))
    assert brief(event) == "JPN>CHN 2014-11-10 CONSULT visit 042"
    assert (event.reports, event.outlets, event.original) == (12, 3, "7")
    assert event.url == (None if columns == 57 else "https://a.example/1")


def test_gdelt_codes_that_are_not_iso(line):
    rows = [
        line.gdelt(1, "20140101", "ROM", "036", "PAL"),
        line.gdelt(2, "20140101", "", "163", "RUS", source_group="EEC"),
        line.gdelt(3, "20140101", "AFR", "040", "USA"),
        line.gdelt(4, "20140101", "", "040", "USA"),
        line.gdelt(5, "20140101", "USA", "040", "USA"),
        line.gdelt(6, "20140101", "", "040", "USA", source_code="GOV"),
    ]
    one, two, *left = read_gdelt(line.numbered(*rows))
    assert (one.source, one.target, two.source, two.target) == ("ROU", "PSE", "EU", "RUS")
    assert left == [
        LeftOut(3, UNKNOWN_PARTY, "AFR ONE"),
        LeftOut(4, NO_ACTOR),
        LeftOut(5, WITHIN),
        LeftOut(6, UNKNOWN_PARTY, "GOV ONE"),
    ]


def test_gdelt_bad_lines(line):
    bad = list(read_gdelt(line.numbered("a\tb", line.gdelt("x", "20140101", "JPN", "042", "CHN"),
                                        line.gdelt(1, "20140230", "JPN", "042", "CHN"))))  # fmt: skip
    assert [item.line for item in bad] == [1, 2, 3]
    assert [item.reason for item in bad] == [
        "2 columns, not 57, 58, 61", "the event's id 'x' is no number", "'20140230' is no date",
    ]  # fmt: skip


def test_phoenix(line):
    first, second = read_phoenix(line.numbered(line.phoenix("1_1", "20140620", "JPN", "042", "CHN", "1.9"),
                                               line.phoenix("1_2", "20140621", "---", "042", "CHN")))  # fmt: skip
    assert brief(first) == "JPN>CHN 2014-06-20 CONSULT visit 042"
    assert (first.reports, first.outlets, first.url) == (2, 2, "https://a.example")
    assert second == LeftOut(2, NO_ACTOR)


def test_historical_phoenix(line):
    header = "eid,story_date,source,source_root,target,target_root,code,goldstein"
    (event,) = read_phoenix(line.numbered(header, 'E9,7/26/2004,"JPNGOV",JPN,CHNGOV,CHN,111,-2'))
    assert brief(event) == "JPN>CHN 2004-07-26 ACCUSE disapprove 111"


def test_polecat_several_actors_and_recipients(line):
    rows = [
        line.polecat("E1", "2023-03-01", "SANCTION", "France;Germany", "Russia", "economic;Human Rights"),
        line.polecat("E2", "2023-03-02", "CONSULT visit", "Japan; China"),
    ]
    events = list(read_polecat(line.numbered(line.POLECAT_HEADER, *rows)))
    assert [brief(event) for event in events] == [
        "FRA>RUS 2023-03-01 SANCTION", "DEU>RUS 2023-03-01 SANCTION",
        "JPN>CHN 2023-03-02 CONSULT visit", "CHN>JPN 2023-03-02 CONSULT visit",
    ]  # fmt: skip
    assert [event.mutual for event in events] == [False, False, True, True]
    assert events[0].code.contexts == ("economic", "human_rights")


def test_polecat_left_out_and_bad(line):
    rows = [
        line.polecat("E1", "2023-03-01", "SANCTION", "France", ""),
        line.polecat("E2", "2023-03-01", "SANCTION", "France", "France"),
        line.polecat("E3", "2023-03-01", "DANCE", "France", "Japan"),
        line.polecat("E4", "2023-03-01", "CONSULT sing", "France", "Japan"),
        line.polecat("E5", "2023-03-01", "CONSULT", "Atlantis", "Japan"),
    ]
    one, two, three, four, five = read_polecat(line.numbered(line.POLECAT_HEADER, *rows))
    assert (one, two) == (LeftOut(2, NO_ACTOR), LeftOut(3, WITHIN))
    assert "no event type 'DANCE'" in three.reason
    assert "no mode 'sing'" in four.reason
    assert five == LeftOut(6, UNKNOWN_PARTY, "Atlantis")


def test_polecat_without_its_header():
    (bad,) = read_polecat(iter([(1, "Event ID\tEvent Date")]))
    assert bad.reason.startswith("no header of POLECAT: it lacks Event Type")


MAPPING = Mapping(date="day", source="from", target="to", root="type", values={"state visit": "CONSULT visit"})


def test_csv_by_mapping(line):
    rows = ["day,from,to,type", '2014-11-10,Japan,CHN,"state visit"', "20141111,JPN,ASEAN,AID"]
    one, two = read_csv(line.numbered(*rows), MAPPING)
    assert brief(one) == "JPN>CHN 2014-11-10 CONSULT visit"
    assert brief(two) == "JPN>ASEAN 2014-11-11 AID"


def test_csv_with_a_score_of_ones_own(line):
    mapping = Mapping(date="d", source="a", target="b", score="s", date_format="%d.%m.%Y", delimiter=";", id="n")
    rows = ["n;d;a;b;s", "1;10.11.2014;Japan;China;-3.5", "2;10.11.2014;Japan;China;", "3;2014-11-10;Japan;China;1"]
    one, *bad = read_csv(line.numbered(*rows), mapping)
    assert (one.code.root, one.code.score, one.day, one.key) == (None, -3.5, dt.date(2014, 11, 10), "1")
    assert bad == [BadLine(3, "the cell s is empty"), BadLine(4, "'2014-11-10' is no date of the form %d.%m.%Y")]


def test_csv_without_a_column(line):
    (bad,) = read_csv(line.numbered("day,from,type", "2014-11-10,Japan,AID"), MAPPING)
    assert bad == BadLine(1, "the file has no column to; it has day, from, type")


def test_every_event_is_between_two_parties(line):
    events = [
        *read_gdelt(line.numbered(line.gdelt(1, "20140101", "JPN", "042", "CHN"))),
        *read_phoenix(line.numbered(line.phoenix("1", "20140620", "JPN", "042", "CHN"))),
    ]
    assert all(isinstance(event, ImportedEvent) and event.source != event.target for event in events)
