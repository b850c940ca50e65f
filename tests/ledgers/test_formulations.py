"""Fixed expressions: who uses them, and what the text says of their use."""

import datetime as dt

import pytest
from articles import ledger_of

from detente.knowledge.formulations import formulations
from detente.ledgers.formulations import find_expressions

TOLD = dt.date(2024, 5, 14)

# sentence -> expression, speaker, status, gap
USES = [
    ('Kenya\'s white paper revives the phrase "good neighbours in need" for the first time in six years.',
     "text:good neighbours in need", "KEN", "reinstated", "six years"),
    ("Last year China put the term \"win-win cooperation\" into its report for the first time.",
     "win-win", "CHN", "first", None),
    ('Tokyo no longer mentions "strategic partnership" in its papers.',
     "strategic-partnership", "JPN", "dropped", None),
    ("Japan and the United States spoke of a free and open Indo-Pacific.",
     "free-and-open-indo-pacific", "JPN", "used", None),
    ('Kenya has kept the words "lake of brothers" out of its speeches since 2011.',
     "text:lake of brothers", "KEN", "dropped", None),
    ('"Bread before borders", coined in Lima, is what Peru says of trade.',
     "text:bread before borders", "PER", "first", None),
    ('Back in circulation in Nairobi is the doctrine that "a lake has no owner".',
     "text:a lake has no owner", "KEN", "reinstated", None),
    ('"Bread before borders" was the line that Peru took.', "text:bread before borders", "PER", "used", None),
    ("China's president called for a community with a shared future.", "shared-future", "CHN", "used", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "formulation", "speaker", "status", "gap"), USES)
def test_uses(text: str, formulation: str, speaker: str, status: str, gap: str | None) -> None:
    (found,) = ledger_of(text, TOLD).formulations
    assert (found.formulation, found.speaker, found.status, found.gap) == (formulation, speaker, status, gap)
    assert found.evidence.trigger.of(text) == found.words


def test_a_gap_that_is_of_something_else() -> None:
    text = (
        "The leaders of Kenya and Peru met for the first time in five years, and after a long dinner and a walk "
        "through the gardens of the palace they spoke to the press of win-win cooperation."
    )
    (found,) = ledger_of(text, TOLD).formulations
    assert (found.status, found.gap) == ("used", None)


def test_when_it_was_used() -> None:
    (found,) = ledger_of(
        'In April Japan dropped the phrase "systemic rival" from its book on China.', TOLD
    ).formulations
    assert (found.when.start, found.when.end) == (dt.date(2024, 4, 1), dt.date(2024, 4, 30))
    (undated,) = ledger_of("China spoke of win-win cooperation with Peru.", None).formulations
    assert undated.when.start is None


def test_the_longest_wording_counts() -> None:
    (found,) = find_expressions("a mutually beneficial relationship based on common strategic interests")
    assert found.span.end == 70


@pytest.mark.parametrize(
    "text",
    [
        "They played in the sea of firewood.",
        "The Act Eastward was signed.",
        "",
        'He thinks a third Smith term "would ruin us all, and soon".',
        'She said that "the weather is fine" and left.',
    ],
)
def test_words_that_are_no_expression(text: str) -> None:
    assert find_expressions(text) == ()


def test_every_wording_of_the_list_is_found() -> None:
    for one in formulations().values():
        for words in one.words:
            assert one.id in {found.formulation for found in find_expressions(f"They spoke of {words}.")} or any(
                words.lower() in other.lower()
                for another in formulations().values()
                if another.id != one.id
                for other in another.words
            ), words
