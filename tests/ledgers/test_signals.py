"""Two voices of one speaker, and what is none."""

import pytest
from articles import ledger_of

TWO_VOICES = [
    (
        "Kenya's white paper, published in May, calls for win-win cooperation with Peru. "
        "However, the paper describes Peru as a threat to the whole region.",
        "KEN", "PER", "however",
    ),
    (
        "On the one hand Kenya seeks friendly relations with Peru, and on the other hand it condemned Peru's navy.",
        "KEN", "PER", "on the other hand",
    ),
    ("Kenya's president hailed his friendship with Peru, yet his navy condemned Peru as a threat.",
     "KEN", "PER", "yet"),
    ("Days after the friendly talks in Lima, Kenya condemned Peru.", "KEN", "PER", "days after"),
    ("Kenya, having signed a partnership with Peru in May, condemned it in June.", "KEN", "PER", "having"),
    ("Kenya's diplomats praise their friendship with Peru. Its generals, by contrast, denounce Peru.",
     "KEN", "PER", "by contrast"),
    ("Kenya's minister said that he valued the friendship with Peru and that Peru's navy was hostile.",
     "KEN", "PER", "and that"),
    ("Kenya's president Ruto spoke of friendship with Peru. Two weeks later his cabinet called Peru a threat.",
     "KEN", "PER", "two weeks later"),
    ("In Lima Kenya's minister hailed the partnership with Peru, and within a week his navy accused Peru of piracy.",
     "KEN", "PER", "and"),
    ("Kenya praised Peru's fishermen, but it stopped granting visas to Peruvian crews.", "KEN", "PER", "but"),
    ("Kenya's diplomats speak of mutual trust with Peru, whereas Kenya's warships shadow its trawlers.",
     "KEN", "PER", "whereas"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "target", "marker"), TWO_VOICES)
def test_two_voices(text: str, speaker: str, target: str, marker: str) -> None:
    (found,) = ledger_of(text).signals
    assert (found.speaker, found.target, found.marker) == (speaker, target, marker)
    assert found.positive.trigger.start < found.negative.trigger.start
    assert found.positive.sentence.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya seeks friendly relations with Peru. Kenya also strengthened its ties with Chile.",
        "Kenya seeks friendly relations with Peru. However, Chile condemned Peru's navy.",
        "Kenya seeks friendly relations with Peru. Kenya condemned Peru's navy.",
        "However, rain fell on Nairobi.",
        "Kenya hailed its friendship with Peru, but Chile condemned Peru.",
        "Kenya hailed its friendship with Peru, but it condemned Chile.",
        "Kenya hailed its friendship with Peru; Kenya condemned Peru's navy.",
        "Kenya hailed its friendship with Peru, but Kenya's exports of hostile bees were condemned.",
        "Kenya condemned Peru, but it also denounced Peru's navy.",
        "Kenya hailed its friendship with Peru, but I condemn Peru.",
        "Kenya hailed its friendship with Peru. Two weeks later Peru's cabinet called Kenya a threat.",
        "Kenya condemned Peru. Ten days later it asked Peru for its position.",
        "Kenya hailed its partnership with Peru, 14 months after it condemned Peru's navy.",
        "The minister praised Peru, but Kenya condemned it.",
    ],
)
def test_one_voice(text: str) -> None:
    assert ledger_of(text).signals == ()


def test_voices_far_apart_are_no_signal() -> None:
    between = "Rain fell. " * 4
    text = f"Kenya seeks friendly relations with Peru. {between}However, Kenya condemned Peru's navy."
    assert ledger_of(text).signals == ()
