"""Expressions over many articles."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledgers.phrases import concordance, repeated_phrases, track_formulations
from detente.records import Evidence, FormulationReport, FormulationStatus, Precision, Span, When, WhenFrom


def use(day: str | None, status: str = "used", speaker: str = "JPN", formulation: str = "win-win") -> FormulationReport:
    when = (
        When(dt.date.fromisoformat(day), dt.date.fromisoformat(day), Precision.DAY, WhenFrom.PUBLICATION)
        if day
        else When(reason="not told")
    )
    evidence = Evidence(str(day), Span(0, 10), Span(0, 5), "ledgers.v1")
    ident = f"{day}{status}{speaker}"
    return FormulationReport(ident, evidence, formulation, "win-win", speaker, FormulationStatus(status), None, when)


def test_a_gap_makes_a_return() -> None:
    (track,) = track_formulations([use("2024-04-16"), use("2018-05-09"), use("2018-10-26")])
    assert (track.first, track.last, track.uses) == (dt.date(2018, 5, 9), dt.date(2024, 4, 16), 3)
    assert (track.status, track.gap, track.since) == ("reinstated", 1999, dt.date(2024, 4, 16))
    assert track_formulations([use("2018-05-09"), use("2018-10-26")])[0].status == "used"


def test_what_the_text_says_counts() -> None:
    assert track_formulations([use("2024-04-16", "reinstated")])[0].status == "reinstated"
    assert track_formulations([use("2018-05-09"), use("2019-05-09", "dropped")])[0].status == "dropped"
    assert track_formulations([use("2019-05-09", "dropped"), use("2020-05-09")])[0].status == "used"


def test_speakers_are_kept_apart() -> None:
    assert [one.speaker for one in track_formulations([use("2024-01-01"), use("2023-01-01", speaker="CHN")])] == [
        "CHN",
        "JPN",
    ]


def test_an_undated_use_has_no_first_day() -> None:
    (track,) = track_formulations([use(None)])
    assert (track.first, track.uses, track.gap) == (None, 1, None)


@settings(deadline=None, max_examples=20)
@given(st.permutations(["2018-05-09", "2018-10-26", "2024-04-16", "2020-01-01"]))
def test_the_order_of_the_reports_is_of_no_account(days: list[str]) -> None:
    assert track_formulations(map(use, days)) == track_formulations(map(use, sorted(days)))


def test_a_concordance() -> None:
    text = "They spoke of a win-win outcome, and again of a Win win outcome."
    lines = list(concordance([("d", dt.date(2024, 1, 1), text)], "win-win outcome", width=10))
    assert [line.words for line in lines] == ["win-win outcome", "Win win outcome"]
    assert lines[0].left == "spoke of a "[-10:]
    assert list(concordance([("d", None, "winwin outcomes")], "win-win outcome")) == []


def test_phrases_that_recur() -> None:
    said = "Ministers spoke of a partnership for quiet northern seas"
    sentences = [(str(n), f"{said}, and rain fell on {n} towns.") for n in range(4)]
    sentences += [(str(n), "The harbour was empty and the market was full.") for n in range(4, 9)]
    found = repeated_phrases(sentences, least=4)
    assert found[0].documents >= 4
    assert "partnership for quiet northern seas" in {phrase.words for phrase in found} | {
        phrase.words[-36:].strip() for phrase in found
    }
    assert repeated_phrases(sentences[:2], least=3) == []
