"""What a brief tells of promises, disputes and claims: each with its sentence, and with the sentence of its keeping."""

import datetime as dt
from dataclasses import replace

import pytest

from detente.briefs import gather, write_brief
from detente.ledgers import fates
from detente.ledgers.fates import Fate, Status
from detente.records import Ledger
from detente.store import Store

TEXT = (
    "Yohei Kono met Li Qiang in Beijing.\nChina criticised Japan.\nChina will visit Japan in 2025.\n"
    "China and Japan criticised South Korea."
)


@pytest.fixture
def told(tmp_path, coded):
    """A record of one document with events, and one of another outlet with a record in each ledger, and no event."""
    import importlib.util
    from pathlib import Path

    spec = importlib.util.spec_from_file_location("store_build", Path(__file__).parents[1] / "store" / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    with Store.open(tmp_path / "told.db") as opened:
        opened.add(coded())
        opened.add(build.promises(title="Promises & <more>", outlet="Weekly", published=dt.date(2024, 6, 1)))
        opened.regroup()
        yield opened


def sections(store, **window):
    return {one.anchor: one for one in gather(store, ("CHN", "JPN"), **window).sections}


def quotes(entry):
    return ["".join(text for text, _ in quote.pieces) for quote in entry.quotes]


def test_each_ledger_is_a_section(told):
    found = sections(told)
    assert list(found) == ["commitments", "disputes", "causes", "claims", "voices", "formulations"]
    (commitment,) = found["commitments"].entries
    assert (commitment.when, commitment.status) == ("November 2024", "Open")
    assert commitment.text == "Japan, China: hold a summit in November"
    assert commitment.by == "the author"
    assert quotes(commitment) == ["Japan and China agreed to hold a summit in November."]
    (dispute,) = found["disputes"].entries
    assert dispute.text == "Senkaku/Diaoyu Islands (China, Japan)"
    assert "Named “Diaoyu Islands”" in dispute.note
    (cause,) = found["causes"].entries
    assert (cause.status, cause.text) == ("Improves", "Trade → draws Japan closer to China")
    prescription, assessment = found["claims"].entries
    assert (prescription.text, prescription.by) == ("Japan should talk to China", "Senior officials")
    assert prescription.note == "Hedged: “perhaps”."
    assert assessment.status == "Assessment, mixed"


def test_two_voices_in_one_sentence_are_one_quote_with_both_marked(told):
    (entry,) = sections(told)["voices"].entries
    (quote,) = entry.quotes
    assert [text for text, marked in quote.pieces if marked] == ["partner", "challenge"]


def test_a_ledger_s_document_is_a_source_though_it_reports_no_occurrence(told):
    brief = gather(told, ("CHN", "JPN"))
    assert [(one.heading, one.occurrences) for one in brief.sources] == [("Promises & <more>", 0), ("A visit", 4)]


def test_what_kept_a_promise_is_quoted_beside_it(told, monkeypatch):
    (meeting,) = (one for one in told.occurrences() if one.place == "Beijing")
    monkeypatch.setattr(
        fates, "find_fates", lambda rows, *_: [Fate(row.id, Status.KEPT, meeting.id, "told") for row in rows]
    )
    (entry,) = sections(told)["commitments"].entries
    assert quotes(entry)[1] == "Yohei Kono met Li Qiang in Beijing."
    assert (entry.status, entry.note) == ("Kept", "Kept 1 July 2024, as the second sentence tells.")


def test_a_window_cuts_the_ledgers_too(told):
    assert "disputes" not in sections(told, since=dt.date(2024, 7, 1))


def test_a_record_without_ledgers_has_no_such_section(store):
    assert sections(store) == {}


def test_a_long_ledger_says_how_much_more_there_is(told, coded):
    one = next(iter(told.claims())).record
    more = coded(text=f"{TEXT}\nOnce more.", source="more.txt")
    span = replace(one.evidence, document=more.document.id)
    claims = tuple(replace(one, id=str(number), evidence=span) for number in range(20))
    told.add(replace(more, events=(), ledger=Ledger(claims=claims)))
    section = sections(told)["claims"]
    assert (len(section.entries), section.total) == (12, 22)


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_the_sections_are_written_with_nothing_of_the_text_taken_for_markup(told, tmp_path, ending):
    path = tmp_path / f"brief{ending}"
    write_brief(told, "CHN", "JPN", path)
    text = path.read_text(encoding="utf-8")
    for words in ("Commitments", "What is said to move the relation", "Two voices", "hold a summit in November"):
        assert words in text
    assert "<more>" not in text
