"""Disputes: what sentences tell of issues that parties contest, what became of them, and what is no dispute."""

import datetime as dt

import pytest
from articles import ledger_of
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.issues import Issue, issues
from detente.ledgers.disputes import parties_to
from detente.records import DisputeReport, DisputeStatus, WhenFrom

LISTED = [
    # sentence -> issue, its wording, parties
    ("China and Japan both claim the Senkaku Islands.", "senkaku-diaoyu", "Senkaku Islands", "JPN CHN"),
    ("Beijing sent two ships to the Diaoyu Islands.", "senkaku-diaoyu", "Diaoyu Islands", "JPN CHN"),
    ("Taiwan protested to Japan about fishing off Diaoyutai.", "senkaku-diaoyu", "Diaoyutai", "JPN TWN"),
    ("Vietnam is building harbours in the Spratlys.", "spratly", "Spratlys", "CHN VNM"),
    ("Seoul and Tokyo want talks on denuclearisation.", "north-korea-nuclear", "denuclearisation", "PRK KOR JPN"),
    ("Argentina renewed its claim to the Malvinas.", "falklands", "Malvinas", "GBR ARG"),
    ("Japan and the Philippines criticised coercion in the South China Sea.",
     "south-china-sea", "South China Sea", "CHN PHL JPN"),
    ("Ethiopia and Egypt quarrelled about the Renaissance Dam again.", "gerd", "Renaissance Dam", "ETH EGY"),
    ("Washington accuses China of debt traps.", "debt-trap", "debt traps", "CHN USA"),
    ("China demanded that South Korea remove THAAD.", "thaad", "THAAD", "CHN KOR"),
]  # fmt: skip


def only(text: str) -> DisputeReport:
    (report,) = ledger_of(text).disputes
    return report


@pytest.mark.parametrize(("text", "issue", "named", "parties"), LISTED)
def test_issues_of_the_list(text: str, issue: str, named: str, parties: str) -> None:
    report = only(text)
    assert (report.issue, report.named, report.parties) == (issue, named, tuple(parties.split()))
    assert report.status is DisputeStatus.RAISED


@pytest.mark.parametrize(
    "text",
    [
        "Brazil spoke of debt traps in Africa.",  # whose, is not told
        "Kenya and Peru signed a pact on palm oil.",
        "Typhoons cross the East China Sea every summer, Japan warns.",  # named, and not contested
        "The United States sold THAAD batteries to Saudi Arabia.",
        "Canada fears a trade war with Mexico.",
        "France banned Chinese toys.",
        "Kenya and Peru agreed on everything.",
    ],
)
def test_what_is_no_dispute(text: str) -> None:
    assert ledger_of(text).disputes == ()


STATUS = [
    ("China lifted its ban on Japanese seafood.", "resolved"),
    ("China will resume imports of Japanese seafood, ending a row of two years.", "eased"),
    ("China partially lifted its ban on Japanese seafood.", "eased"),
    ("China agreed to lift its ban on Japanese seafood.", "eased"),
    ("Japan asked China to lift its ban on Japanese seafood.", "raised"),
    ("China refused to lift its ban on Japanese seafood.", "raised"),
    ("China has not lifted its ban on Japanese seafood.", "raised"),
    ("China may lift its ban on Japanese seafood.", "raised"),
    ("China should lift its ban on Japanese seafood.", "raised"),
    ("China lifted the lid on its ban on Japanese seafood.", "raised"),
    ("Japan and China made progress on the East China Sea dispute.", "eased"),
    ("Japan and China made no progress on the East China Sea dispute.", "raised"),
    ("China released the crew, and Japan protested about the Senkaku Islands.", "raised"),
    ("Seoul signed away its agreement with Japan on the comfort women.", "raised"),
    ("Kenya lifted a ban on tea while China kept its ban on Japanese seafood.", "raised"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_what_became_of_it(text: str, status: str) -> None:
    assert {report.status for report in ledger_of(text).disputes} == {status}


WORDED = [
    ("Kenya and Peru have a dispute over a pipeline.", "pipeline", "KEN PER"),
    ("A row between Kenya and Peru over fishing rights has grown.", "fishing rights", "KEN PER"),
    ("Kenya expressed concern about Peru's new missiles.", "Peru's new missiles", "KEN PER"),
    ("Kenya is worried about Peruvian drills near Chile.", "Peruvian drills near Chile", "KEN PER"),
    ("Kenya lodged a protest with Peru over the arrest of two sailors.", "arrest of two sailors", "KEN PER"),
]


@pytest.mark.parametrize(("text", "issue", "parties"), WORDED)
def test_issues_in_words_of_their_own(text: str, issue: str, parties: str) -> None:
    report = only(text)
    assert (report.issue, report.named, report.parties) == (f"text:{issue.lower()}", issue, tuple(parties.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Peru expressed concern about piracy.",  # both the same concern
        "Kenya and Peru have no dispute over the pipeline.",
        "Kenya and Peru may have a dispute over the pipeline.",
        "Kenya and Peru have a dispute over this.",
        "Kenya and Peru have a dispute over the issue.",
        "Kenya is concerned about the weather.",
    ],
)
def test_words_that_tell_of_no_dispute(text: str) -> None:
    assert ledger_of(text).disputes == ()


def test_a_report_owns_its_evidence_and_its_day() -> None:
    text = "Nothing much. China and Japan both claim the Senkaku Islands."
    report = only(text)
    assert report.evidence.trigger.of(text) == "Senkaku Islands"
    assert report.evidence.sentence.of(text).startswith("China and Japan")
    assert (report.when.start, report.when.origin) == (dt.date(2024, 8, 20), WhenFrom.PUBLICATION)


def test_without_a_day_of_publication_the_day_is_unknown_with_a_reason() -> None:
    (report,) = ledger_of("China and Japan both claim the Senkaku Islands.", None).disputes
    assert report.when.start is None
    assert report.when.reason


_PARTIES = st.sets(st.sampled_from(sorted({party for issue in issues().values() for party in issue.parties})))


@settings(deadline=None)
@given(st.sampled_from(list(issues().values())), _PARTIES)
def test_parties_are_of_two_camps_and_of_the_issue_alone(issue: Issue, named: set[str]) -> None:
    found = parties_to(issue, named)
    camps = [camp for camp in issue.camps if set(camp.parties) & set(found)]
    assert len(found) == len(set(found))
    assert not found or len(camps) > 1
    for camp in camps:
        assert camp.always or set(camp.parties) & named  # who is in it only at times is named
    for camp in issue.camps[1:]:
        assert not found or set(camp.parties) & named <= set(found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya and Peru have never seen eye to eye about the two sandbanks.", "the two sandbanks"),
        ("Kenya and Peru met in Lima. Of the arrested fishermen, over whom both had raged, nothing was said.",
         "arrested fishermen"),
    ],
)  # fmt: skip
def test_issues_that_no_word_of_dispute_introduces(text: str, named: str) -> None:
    assert any(named in one.named for one in ledger_of(text).disputes)
