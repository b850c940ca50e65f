"""Disputes: what sentences tell of issues that parties contest, what became of them, and what is no dispute."""

import datetime as dt

import pytest
from articles import ledger_of
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.issues import Issue, issues
from detente.ledgers.issue_parties import parties_to
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
        "A professor in Brazil studies debt traps in Africa.",  # whose, is not told
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
    ("Japan demanded that China lift its ban on Japanese seafood.", "raised"),
    ("China suspended its ban on Japanese seafood.", "eased"),
    ("The dispute over the Senkaku Islands between China and Japan has gone quiet.", "eased"),
    ("The question of the Senkaku Islands can be considered settled, China and Japan agreed.", "resolved"),
    ("The Senkaku Islands are no longer contested between China and Japan.", "resolved"),
    ("A settlement of the Senkaku question between China and Japan is out of sight.", "raised"),
    ("China suspended imports of Japanese seafood.", "raised"),
    ("China resumed drills near the Senkaku Islands, and Japan protested.", "raised"),
    ("China freed the Japanese citizen whom it had jailed.", "resolved"),
    ("Kenya and Peru have buried the hatchet over ferries.", "resolved"),
    ("China kept its ban on Japanese seafood after Kenya had lifted one on tea.", "raised"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_what_became_of_it(text: str, status: str) -> None:
    assert {report.status for report in ledger_of(text).disputes} == {status}


WORDED = [
    ("Kenya and Peru have a dispute over a pipeline.", "pipeline", "KEN PER"),
    ("A row between Kenya and Peru over lake tolls has grown.", "lake tolls", "KEN PER"),
    ("Kenya expressed concern about Peru's new missiles.", "Peru's new missiles", "KEN PER"),
    ("Kenya is worried about Peruvian drills near Chile.", "Peruvian drills near Chile", "KEN PER"),
    ("Kenya lodged a protest with Peru over the arrest of two drummers.", "arrest of two drummers", "KEN PER"),
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
        ("For Kenya and Peru the matter of the two sandbanks is as open as ever.", "two sandbanks"),
        ("Kenya and Peru met in Lima. Of the arrested fishermen, over whom both had raged, nothing was said.",
         "arrested fishermen"),
    ],
)  # fmt: skip
def test_issues_that_no_word_of_dispute_introduces(text: str, named: str) -> None:
    assert any(named in one.named for one in ledger_of(text).disputes)


CONTENDED = [
    ("The toll on the lake divides Kenya and Peru.", "toll on the lake"),
    ("Kenya and Peru quarrel about ferries.", "ferries"),
    ("Kenya and Peru fell out over ferries.", "ferries"),
    ("Kenya and Peru are at odds over the harbour dues.", "harbour dues"),
    ("Ferry tolls are a bone of contention between Kenya and Peru.", "Ferry tolls"),
    ("The ferry link remains unresolved between Kenya and Peru.", "ferry link"),
    ("Kenya complained about Peru's parking fines.", "Peru's parking fines"),
    ("The fate of the llamas still rankles in Kenya, and Peru knows it.", "fate of the llamas"),
]


@pytest.mark.parametrize(("text", "named"), CONTENDED)
def test_what_two_states_are_said_to_contend_about(text: str, named: str) -> None:
    report = only(text)
    assert (report.named, set(report.parties)) == (named, {"KEN", "PER"})


@pytest.mark.parametrize(
    "text",
    [
        "The toll on the lake no longer divides Kenya and Peru.",
        "Kenya and Peru do not quarrel about ferries.",
        "Kenya and Peru may quarrel about ferries.",
        "Llamas are a source of joy to Kenya and Peru.",
    ],
)
def test_what_two_states_do_not_contend_about(text: str) -> None:
    assert ledger_of(text).disputes == ()


REFERRED = [
    ("China and Japan both claim the Senkaku Islands. Abe spoke. The islands remain in dispute.", "senkaku-diaoyu"),
    ("Ethiopia and Egypt argue about the Renaissance Dam. The dam is a threat, Cairo says.", "gerd"),
    ("China and Japan both claim the Senkaku Islands. That quarrel can be considered closed.", "senkaku-diaoyu"),
    ("Kenya and Peru quarrel about a pipeline. The pipeline row is over.", "text:pipeline"),
]


@pytest.mark.parametrize(("text", "issue"), REFERRED)
def test_words_that_point_back_to_an_issue(text: str, issue: str) -> None:
    first, second = ledger_of(text).disputes
    assert (first.issue, second.issue) == (issue, issue)
    assert first.parties == second.parties


@pytest.mark.parametrize(
    "text",
    [
        "China and Japan both claim the Senkaku Islands. The islands of Greece are in dispute.",
        "China and Japan both claim the Senkaku Islands. Albatrosses breed on the islands.",
        "Ethiopia and Egypt argue about the Renaissance Dam. The river remains low.",
        "China and Japan both claim the Senkaku Islands. Kenya and Peru put the quarrel off.",  # a quarrel of others
    ],
)
def test_words_that_point_elsewhere(text: str) -> None:
    assert len(ledger_of(text).disputes) == 1


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Peru holds two Kenyan citizens on charges of espionage.", "detained-citizens"),
        ("A Peruvian jet came within ten metres of a Kenyan patrol aircraft.", "unsafe-encounters"),
        ("Peru stopped issuing visas to Kenyans.", "visa-curbs"),
        ("Peru banned imports of Kenyan tea.", "import-curbs"),
        ("Kenya complained of its trade deficit with Peru.", "trade-imbalance"),
    ],
)
def test_issues_that_any_two_states_may_have(text: str, issue: str) -> None:
    report = only(text)
    assert (report.issue, set(report.parties)) == (issue, {"KEN", "PER"})


@pytest.mark.parametrize(
    "text",
    [
        "Kenya holds two citizens on charges of espionage.",
        "Kenya, Peru and Chile banned imports of tea.",
        "Peru put a tariff of 20 per cent on Kenya, as a fine for buying Russian oil.",  # whose quarrel, is not told
        "Xi Jinping received Shinzo Abe of Japan at Diaoyutai.",  # a guesthouse
        "Xi Jinping told Shinzo Abe at the Diaoyutai State Guesthouse that Japan must change.",
        "Japan fears that China wants another Crimea.",
    ],
)
def test_names_and_kinds_that_make_no_issue(text: str) -> None:
    assert ledger_of(text).disputes == ()


def test_parties_are_taken_from_what_a_passage_is_about() -> None:
    text = "China and Vietnam met. The Spratlys, where nobody sleeps, were left out."
    report = only(text)
    assert (report.issue, report.parties) == ("spratly", ("CHN", "VNM"))
