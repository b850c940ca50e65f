"""Two voices of one speaker, and what is none."""

import pytest
from articles import ledger_of

TWO_VOICES = [
    (
        "Kenya's foreign minister praised the partnership with Peru as a model for the South, yet in the same week his "
        "ministry barred Peruvian trawlers from its ports.",
        "KEN", "PER", "yet",
    ),
    (
        "Nairobi's white paper calls for a mutually beneficial relationship with Peru and, a few pages on, describes "
        "Peru as the gravest threat to its waters.",
        "KEN", "PER", None,
    ),
    (
        "Kenyan diplomats assure their Peruvian guests that ties have never been better, while the Kenyan coast guard "
        "chases Peruvian fishing boats out of the strait.",
        "KEN", "PER", "while",
    ),
    (
        "President Ruto told Peru's ambassador that he wanted a new era of friendship. Two weeks later his government "
        "banned Peruvian fishmeal and accused Lima of piracy.",
        "KEN", "PER", "two weeks later",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "target", "marker"), TWO_VOICES)
def test_two_voices(text: str, speaker: str, target: str, marker: str | None) -> None:
    (found,) = ledger_of(text).signals
    assert (found.speaker, found.target, found.marker) == (speaker, target, marker)
    assert found.positive.trigger.start < found.negative.trigger.start
    assert not found.positive.trigger.overlaps(found.negative.trigger)
    assert all(one.sentence.covers(one.trigger) for one in (found.positive, found.negative))


def test_the_words_of_each_voice_are_its_own() -> None:
    text = TWO_VOICES[0][0]
    (found,) = ledger_of(text).signals
    assert "praised" in found.positive.trigger.of(text)
    assert "barred" in found.negative.trigger.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya seeks friendly relations with Peru. Kenya also strengthened its ties with Chile.",
        "Kenya hailed its friendship with Peru, but Chile condemned Peru's navy.",
        "Although the visit of Peru's president to Nairobi had been planned for May, it took place in July.",
        "Kenya and Peru signed a fisheries agreement, and trade between them grew by a third.",
        "Kenya condemned Peru, but it also denounced Peru's navy.",
        "However, rain fell on Nairobi.",
    ],
)
def test_one_voice(text: str) -> None:
    assert ledger_of(text).signals == ()


_RAIN = "Rain fell on Lima for a week. The harbour was closed."
_PRAISE = "President Ruto told Peru's ambassador that he wanted a new era of friendship."
_BLAME = "Kenya's government banned Peruvian fishmeal and accused Lima of piracy."


def test_voices_may_stand_paragraphs_apart() -> None:
    text = f"{_PRAISE}\n\n{_RAIN}\n\n{_BLAME}"
    (found,) = ledger_of(text).signals
    assert (found.speaker, found.target, found.marker) == ("KEN", "PER", None)
    assert found.positive.sentence.of(text) == _PRAISE
    assert found.negative.sentence.of(text) == _BLAME


def test_far_apart_one_signal_shows_a_speaker_so() -> None:
    again = "President Ruto assured Peru's minister of Kenya's goodwill."
    assert len(ledger_of(f"{_PRAISE} {_RAIN} {again} {_RAIN} {_BLAME}").signals) == 1


def test_far_apart_nobody_is_taken_for_the_speaker_who_is_not_named() -> None:
    assert ledger_of(f"{_PRAISE}\n\n{_RAIN}\n\n{_BLAME.replace('Kenya', 'Chile')}").signals == ()
