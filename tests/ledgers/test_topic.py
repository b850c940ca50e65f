"""Whom a passage is about."""

import pytest

from detente.coding import code_document, load_coder
from detente.ledgers.topic import parties_in_hand
from detente.records import Document


def about(text: str) -> list[set[str]]:
    coding = code_document(Document("d", "one.txt", text), load_coder("lexicon.v1"))
    return [set(parties) for parties in parties_in_hand(coding)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya and Peru signed a pact. That would be a modest gain.", "KEN PER"),
        ("Kenya and Peru signed a pact. Peru needs it more.", "KEN PER"),
        ("Kenya and Peru signed a pact. Chile, Kenya and Peru will meet.", "CHL KEN PER"),
        ("Kenya and Peru signed a pact. Chile was not asked.", "CHL"),
        ("Kenya and Peru met in Santiago. It was a start.", "KEN PER"),  # where they met is no party
        ("Kenya and Peru will exchange visits, as Reuters reports.", "KEN PER"),  # a news agency is none either
    ],
)
def test_the_last_sentence_is_about(text: str, parties: str) -> None:
    assert about(text)[-1] == set(parties.split())


def test_a_new_paragraph_goes_back_to_the_pair_of_the_article() -> None:
    text = "Kenya and Peru met. Kenya and Peru agreed. Chile and Ghana quarrelled.\n\nIt was a start."
    assert about(text)[-1] == {"KEN", "PER"}


def test_an_article_of_three_is_about_three() -> None:
    text = "Chile, Kenya and Peru met. Kenya and Peru agreed. Peru told Chile and Kenya so.\n\nIt was a start."
    assert about(text)[-1] == {"CHL", "KEN", "PER"}


def test_two_pairs_named_as_often_leave_it_open() -> None:
    assert about("Kenya and Peru met. Chile and Ghana met.\n\nIt was a start.")[-1] == set()


def test_of_several_thirds_named_as_often_the_same_is_taken_in_every_run() -> None:
    assert about("Chile, Ghana, Kenya, Peru and Togo met.\n\nIt was a start.")[-1] == {"CHL", "GHA", "KEN"}


def test_news_of_many_things_has_no_chief_pair() -> None:
    others = "Chile held an election. Ghana sold its cocoa. Nepal paved a road. Fiji raised a tax. Malta fixed a port. "
    text = f"Kenya met Peru. {others}Oman struck oil. Togo planted trees.\n\nSix people were hurt."
    assert about(text)[-1] == set()


def test_an_article_of_nobody_is_about_nobody() -> None:
    assert about("Rain fell on the hills.") == [set()]
