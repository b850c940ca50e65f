"""What a brief says, and that it says it of the record alone."""

import datetime as dt

import pytest

from detente.briefs import gather
from detente.briefs.cards import highlight
from detente.errors import DetenteError
from detente.records import Precision, Span, When, WhenFrom
from detente.store import Store


def said(brief):
    return {line.label: "".join(piece.text for piece in line.pieces) for line in brief.summary}


def test_the_summary(store):
    assert said(gather(store, ("CHN", "JPN"))) == {
        None: "1 document from 1 outlet, published on 30 July 2024, reports 3 occurrences between China and Japan. "
        "Of these 2 happened and 1 is planned; what happened is dated 1 July 2024. "
        "One has no date and is in no index.",
        "Contacts": "1 on record.",
        "Latest of ministers": "1 July 2024: meeting of Yohei Kono and Li Qiang in Beijing.",
        "No dated contact of": "leaders, deputy ministers, parliaments or parties.",
        "Most cooperative": "1 July 2024: Yohei Kono (Japan, foreign minister) and Li Qiang (China, premier) meet, "
        "in Beijing (PLOVER score +2.5).",
        "Most conflictual": "No date: China criticises Japan or protests to it (PLOVER score -2).",
        "Planned as of 30 July 2024": "2025: visit of China to Japan.",
    }


def test_contacts_and_plans_are_apart(store):
    brief = gather(store, ("CHN", "JPN"))
    ((meeting,), (visit,)) = (brief.contacts, brief.planned)
    assert meeting.people == ("Yohei Kono (Japan, foreign minister)", "Li Qiang (China, premier)")
    assert (meeting.when, meeting.kind, meeting.level, meeting.where) == (
        "1 July 2024",
        "meeting",
        "ministers",
        "Beijing, China",
    )
    assert (visit.when, visit.kind, visit.where, visit.passed) == ("2025", "visit", "Japan", False)


def test_events_by_month_the_undated_and_the_others_apart(store):
    brief = gather(store, ("CHN", "JPN"))
    assert [period.title for period in brief.periods] == ["2025", "July 2024"]
    (criticism,) = brief.undated
    assert criticism.statements[0].text == "China criticises Japan or protests to it"
    assert criticism.when == "no date; reported 30 July 2024"
    assert criticism.statements[0].undated == "no date in the text"
    (aside,) = brief.aside
    assert aside.statements[0].text == "China and Japan accuse South Korea"
    assert brief.periods[0].cards[0].statements[0].status == "Planned"


def test_sentences_are_quoted_to_the_letter_with_their_trigger(store):
    (card,) = gather(store, ("CHN", "JPN")).periods[1].cards
    (quote,) = card.quotes
    assert quote.pieces == (("Yohei Kono ", False), ("met", True), (" Li Qiang in Beijing.", False))
    assert (quote.source.heading, quote.source.outlet, quote.source.places) == (
        "A visit",
        "Daily",
        ("articles/one.txt",),
    )


def test_the_order_of_the_pair_is_that_asked_for(store):
    brief = gather(store, ("JPN", "CHN"))
    assert brief.names == ("Japan", "China")
    assert set(brief.wide.rows["direction"]) == {"JPN>CHN", "CHN>JPN", "JPN-CHN"}


def test_reports_of_two_outlets_make_one_entry_with_two_quotes(store, coded):
    store.add(coded(title="Another", source="two.txt", outlet="Courier", text=coded().document.text + "\n"))
    store.regroup()
    brief = gather(store, ("CHN", "JPN"))
    (card,) = brief.periods[-1].cards
    assert card.statements[0].outlets == len(card.quotes) == 2
    assert {source.outlet for source in brief.sources} == {"Courier", "Daily"}


def test_a_window_says_what_it_leaves_out(store):
    brief = gather(store, ("CHN", "JPN"), since=dt.date(2024, 7, 1), until=dt.date(2024, 7, 31))
    assert [period.title for period in brief.periods] == ["July 2024"]
    assert (brief.undated, brief.planned, brief.cut) == ((), (), 1)


def test_a_plan_whose_date_has_passed(tmp_path, coded):
    with Store.open(tmp_path / "late.db") as store:
        store.add(coded(published="2026-03-01"))
        store.regroup()
        brief = gather(store, ("CHN", "JPN"))
    assert brief.planned[0].passed
    assert said(brief)["Planned as of 1 March 2026"] == "1 plan whose date has passed or isn’t given."


def test_dates_are_no_more_exact_than_the_record(tmp_path, coded):
    month = When(dt.date(2024, 7, 1), dt.date(2024, 7, 31), Precision.MONTH, WhenFrom.EXPRESSION, "July")
    with Store.open(tmp_path / "month.db") as store:
        store.add(coded(met=month))
        store.regroup()
        brief = gather(store, ("CHN", "JPN"))
    assert "what happened is dated July 2024." in said(brief)[None]
    assert brief.contacts[0].when == brief.periods[-1].cards[0].when == "July 2024"
    assert "July 1" not in str(brief)
    assert "1 July" not in str(brief)


def test_without_titles_outlets_and_dates(tmp_path, coded):
    with Store.open(tmp_path / "bare.db") as store:
        store.add(coded(title=None, outlet=None, published=None))
        store.regroup()
        brief = gather(store, ("CHN", "JPN"))
    assert brief.sources[0].heading == "one.txt"
    assert said(brief)[None].startswith("1 document reports 3 occurrences")
    assert "Planned" in said(brief)


@pytest.mark.parametrize(
    ("pair", "since", "words"),
    [
        (("FRA", "BRA"), None, "nothing on France and Brazil; it has most on CHN JPN"),
        (("CHN", "JPN"), dt.date(2031, 1, 1), "nothing dated on China and Japan since 2031-01-01"),
    ],
)
def test_nothing_on_record_names_what_there_is(store, pair, since, words):
    with pytest.raises(DetenteError, match=words):
        gather(store, pair, since=since)


def test_an_empty_record(tmp_path):
    with Store.open(tmp_path / "empty.db") as store, pytest.raises(DetenteError, match="detente add"):
        gather(store, ("CHN", "JPN"))


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([(2, 5)], ["llo"]),
        ([(6, 11), (0, 5)], ["Hello", "world"]),
        ([(0, 5), (0, 5)], ["Hello"]),
        ([(0, 5), (3, 8)], ["Hello"]),
        ([(8, 99)], []),
        ([], []),
    ],
)
def test_highlights_leave_the_sentence_as_it_is(spans, marked):
    pieces = highlight("Hello world", [Span(100 + a, 100 + b) for a, b in spans], 100)
    assert "".join(text for text, _ in pieces) == "Hello world"
    assert [text for text, is_trigger in pieces if is_trigger] == marked
