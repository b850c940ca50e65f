"""Claims that only the network reads: whose they are, whom they are about, and their parts."""

import pytest
from articles import ledger_of

from detente.records import Claim, ClaimKind


def of_kind(text: str, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in ledger_of(text).claims if claim.kind == kind]


def test_a_judgement_that_names_nobody_is_about_the_pair_in_hand() -> None:
    text = "Kenya and Peru signed a fisheries pact in Lima. For two old rivals it was a small miracle of good sense."
    (found,) = of_kind(text, ClaimKind.ASSESSMENT)
    assert set(found.about) == {"KEN", "PER"}
    assert found.stance == "positive"
    assert found.speaker is None


def test_an_image_judges_as_well_as_a_word_of_judgement() -> None:
    text = "Kenya's diplomacy toward Peru has all the subtlety of a falling piano."
    assert [claim.about for claim in of_kind(text, ClaimKind.ASSESSMENT)] == [("KEN", "PER")]


def test_a_judgement_is_about_whom_it_names_and_of_a_relation_about_both() -> None:
    begun = "Kenya and Peru signed a fisheries pact in Lima. "
    (of_one,) = of_kind(begun + "Peru's handling of it has been clumsy from first to last.", ClaimKind.ASSESSMENT)
    assert of_one.about == ("PER",)
    (of_both,) = of_kind(begun + "Peru's relationship with its rival has been a sham ever since.", ClaimKind.ASSESSMENT)
    assert set(of_both.about) == {"KEN", "PER"}


def test_somebody_who_is_quoted_is_the_speaker() -> None:
    text = "Kenya's foreign minister said that the friendship with Peru had become an empty shell."
    (found,) = of_kind(text, ClaimKind.ASSESSMENT)
    assert found.speaker is not None
    assert found.speaker.country == "KEN"
    assert found.text == "the friendship with Peru had become an empty shell"


def test_advice_without_a_word_of_duty() -> None:
    text = "What Kenya and Peru need now is a hotline between their coast guards, and soon."
    (found,) = of_kind(text, ClaimKind.PRESCRIPTION)
    assert found.action is not None
    assert "a hotline between their coast guards" in found.action


def test_who_should_ask_is_advised_and_what_the_author_mentions_is_not() -> None:
    text = "Kenya and Peru have no hotline. It should ask for one between their coast guards."
    (found,) = of_kind(text, ClaimKind.PRESCRIPTION)
    assert found.action == "ask for one between their coast guards"
    assert of_kind("It is necessary to mention that Kenya and Peru have met.", ClaimKind.PRESCRIPTION) == []


def test_advice_with_must_says_when_to_act() -> None:
    text = "What should be done? Kenya must raise the detained fishermen with Peru every time when the leaders meet."
    assert [claim.actor for claim in of_kind(text, ClaimKind.PRESCRIPTION)] == ["KEN"]


def test_a_judgement_within_the_words_of_a_longer_one_is_no_row_of_its_own() -> None:
    text = "Kenya regards Peru's offers with scepticism, perceiving its loans as traps."
    (found,) = of_kind(text, ClaimKind.ASSESSMENT)
    assert found.text.startswith("Kenya regards")


def test_a_cause_that_reaches_into_its_effect_is_left_out() -> None:
    text = (
        "A government that seeks recovery at home cannot afford to be at odds with Peru, its largest trading partner."
    )
    assert of_kind(text, ClaimKind.EXPLANATION) == []


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("The new tariff has driven Kenya and Peru apart.", "The new tariff", "driven Kenya and Peru apart", "worsens"),
        ("The collapse of its cocoa harvest has driven Kenya into the arms of Peru.",
         "The collapse of its cocoa harvest", "driven Kenya into the arms of Peru", None),
        ("The reason is the drought, which has driven Kenya and Peru apart.",
         "the drought", "Kenya and Peru apart", "worsens"),
    ],
)  # fmt: skip
def test_a_cause_told_without_because(text: str, cause: str, effect: str, sign: str | None) -> None:
    (found,) = of_kind(text, ClaimKind.EXPLANATION)
    assert found.cause == cause
    assert found.effect is not None
    assert effect in found.effect
    assert sign is None or found.sign == sign
    assert set(found.about) == {"KEN", "PER"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya may have lost patience with Peru.", ClaimKind.FORECAST),
        ("Kenya should have answered Peru.", ClaimKind.PRESCRIPTION),
        ("If Kenya is a liability, Peru is in for trouble.", ClaimKind.ASSESSMENT),
        ("Is Kenya still a friend of Peru?", ClaimKind.ASSESSMENT),
        ("Rain and wind have been unkind to the harvest.", ClaimKind.ASSESSMENT),  # about nobody
    ],
)
def test_what_is_not_claimed(text: str, kind: ClaimKind) -> None:
    assert of_kind(text, kind) == []


def test_each_part_is_in_the_words_of_the_article() -> None:
    text = "It was the new tariff that drove Kenya out of its talks with Peru, and only a truce will bring it back."
    for claim in ledger_of(text).claims:
        for part in (claim.text, claim.cause, claim.effect, claim.action):
            assert part is None or part in text


def test_what_is_said_of_the_cause_itself_is_no_effect() -> None:
    text = "Kenya signed in the end, for it is the first pact that Kenya has ever had with Peru."
    assert all("has ever had" not in (one.effect or "") for one in of_kind(text, ClaimKind.EXPLANATION))
