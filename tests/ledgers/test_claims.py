"""Claims: who says what of whom; and what is no claim."""

import datetime as dt

import pytest
from articles import ledger_of

from detente.records import Claim, ClaimKind


def claims_of(text: str, kind: str) -> list[Claim]:
    return [claim for claim in ledger_of(text, dt.date(2024, 8, 20)).claims if claim.kind == kind]


# sentence -> speaker (None: the author), who should act, what, toward whom
ADVICE = [
    ("Kenya should resume its trade talks with Peru.", None, "KEN", "resume its trade talks with Peru", "PER"),
    ("Kenya's policy toward Peru should not be driven by fear.", None, "KEN", "not be driven by fear", "PER"),
    ("It is time for Kenya to lift its ban on Peruvian fish.", None, "KEN", "lift its ban on Peruvian fish", "PER"),
    ("Kenya would do well to resume talks with Peru.", None, "KEN", "resume talks with Peru", "PER"),
    ("Instead, Kenya ought to invite Peru.", None, "KEN", "invite Peru", "PER"),
    ("According to Peru, Kenya must withdraw its ships.", "Peru", "KEN", "withdraw its ships", ""),
    ("Peru says that Kenya should apologise.", "Peru", "KEN", "apologise", ""),
    ("Peru urged Kenya to release the sailors.", "Peru", "KEN", "release the sailors", ""),
    ("Peru called on Kenya to stop the drills.", "Peru", "KEN", "stop the drills", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "actor", "action", "toward"), ADVICE)
def test_who_should_do_what(text: str, speaker: str | None, actor: str, action: str, toward: str) -> None:
    (found,) = claims_of(text, ClaimKind.PRESCRIPTION)
    assert (found.speaker.name if found.speaker else None) == speaker
    assert (found.actor, found.action) == (actor, action)
    assert set(toward.split()) <= set(found.toward)
    assert actor not in found.toward


@pytest.mark.parametrize(
    "text",
    [
        "Should Kenya refuse, Peru will be angry.",
        "Kenya must be tired of Peru.",
        "Kenya must have known of Peru's plan.",
        "Kenya should have told Peru.",
        "Kenya must ratify the pact before Peru can use its ports.",
        "Kenya must be at the table in order to win Peru over.",
        "Should Kenya trust Peru?",
        "What Kenya should do about Peru",
        "Kenya asked whether it should join Peru.",
    ],
)
def test_what_is_no_advice(text: str) -> None:
    assert claims_of(text, ClaimKind.PRESCRIPTION) == []


def test_advice_to_two_is_two_prescriptions_toward_each_other() -> None:
    found = claims_of("Kenya and Peru should reopen their hotline.", ClaimKind.PRESCRIPTION)
    assert [(one.actor, one.toward) for one in found] == [("KEN", ("PER",)), ("PER", ("KEN",))]
    assert len({one.id for one in found}) == 2


def test_it_goes_on_with_whom_a_question_asked_about() -> None:
    text = "What should Kenya do about the fish? It should open its market."
    (found,) = claims_of(text, ClaimKind.PRESCRIPTION)
    assert found.actor == "KEN"


# sentence -> about, hedge
AHEAD = [
    ("I think that Kenya will test Peru before the summer.", "KEN PER", "I think"),
    ("Kenya's relations with Peru are likely to improve.", "KEN PER", "likely"),
    ("Tensions between Kenya and Peru could rise next year.", "KEN PER", "could"),
    ("Kenya is unlikely to forgive Peru.", "KEN PER", "unlikely"),
    ("If Kenya refused, Peru might retaliate with tariffs.", "KEN PER", "might"),
]


@pytest.mark.parametrize(("text", "about", "hedge"), AHEAD)
def test_forecasts_keep_their_hedge(text: str, about: str, hedge: str) -> None:
    (found,) = claims_of(text, ClaimKind.FORECAST)
    assert set(found.about) == set(about.split())
    assert found.hedge == hedge
    assert found.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president will visit Peru on Thursday.",  # a commitment
        "Kenya will send medicine to Peru.",  # a plan that a report tells
        "Will Kenya forgive Peru?",
        "Kenya hoped that Peru would return.",
        "Kenya may have warned Peru.",
        "In this article I will only touch on Kenya and Peru.",
    ],
)
def test_what_is_no_forecast(text: str) -> None:
    assert claims_of(text, ClaimKind.FORECAST) == []


# sentence -> stance, about, speaker
STANCES = [
    ("Kenya is sending contradictory, and thus confusing signals.", "negative", "KEN", None),
    ("Ties between Kenya and Peru have soured.", "negative", "KEN PER", None),
    ("Peru is a reliable partner for Kenya.", "positive", "KEN PER", None),
    ("Kenya is Peru's greatest strategic threat.", "negative", "KEN", None),
    ("Peru described Kenya as an unreliable partner.", "negative", "KEN", "Peru"),
    ("Peru regards Kenya's plans with suspicion.", "negative", "KEN", "Peru"),
    ("Kenya is trying to contain Peru.", "negative", "KEN PER", None),
    ("The partnership between Kenya and Peru is mutually beneficial.", "positive", "KEN PER", None),
    ("Peru is concerned about the growing cooperation between Kenya and Chile.", "negative", "KEN CHL", "Peru"),
    ("Kenya spares no effort to portray Peru in a negative light.", "negative", "PER", "Kenya"),
]


@pytest.mark.parametrize(("text", "stance", "about", "speaker"), STANCES)
def test_stances(text: str, stance: str, about: str, speaker: str | None) -> None:
    (found,) = claims_of(text, ClaimKind.ASSESSMENT)
    assert found.stance == stance
    assert set(about.split()) <= set(found.about)
    assert (found.speaker.name if found.speaker else None) == speaker


def test_a_denied_stance_turns_round() -> None:
    (found,) = claims_of("Kenya is not a threat to Peru.", ClaimKind.ASSESSMENT)
    assert found.stance == "positive"


def test_a_hedged_assessment_keeps_whose_view_it_is() -> None:
    (found,) = claims_of("In my view, the partnership between Kenya and Peru is fragile.", ClaimKind.ASSESSMENT)
    assert (found.speaker, found.hedge, found.text) == (
        None,
        "In my view",
        "the partnership between Kenya and Peru is fragile",
    )


@pytest.mark.parametrize(
    "text",
    ["Is Kenya a threat to Peru?", "If Kenya is a threat, Peru is in trouble.", "Kenya signed a pact with Peru."],
)
def test_what_is_no_assessment(text: str) -> None:
    assert claims_of(text, ClaimKind.ASSESSMENT) == []


# sentence -> cause, effect, sign
CAUSES = [
    ("Due to the ban, relations between Kenya and Peru worsened.",
     "the ban", "relations between Kenya and Peru worsened", "worsens"),
    ("Kenya recalled its envoy from Peru because the pact had failed.",
     "the pact had failed", "Kenya recalled its envoy from Peru", None),
    ("The quarrel over fish has damaged ties between Kenya and Peru.",
     "The quarrel over fish", "ties between Kenya and Peru", "worsens"),
    ("Trade frictions limit cooperation between Kenya and Peru.",
     "Trade frictions", "cooperation between Kenya and Peru", "constrains"),
    ("The election in Peru led to a thaw in relations with Kenya.",
     "The election in Peru", "a thaw in relations with Kenya", "improves"),
    ("The improvement in Kenya's relations with Peru is driven by fear of pirates.",
     "fear of pirates", "The improvement in Kenya's relations with Peru", "improves"),
    ("The new government in Lima brought an end to the estrangement between Kenya and Peru.",
     "The new government in Lima", "an end to the estrangement between Kenya and Peru", "improves"),
    ("The reason for the thaw between Kenya and Peru is trade.",
     "trade", "the thaw between Kenya and Peru", "improves"),
    ("Pressure from investors pushed Kenya to reopen talks with Peru.",
     "Pressure from investors", "Kenya to reopen talks with Peru", None),
    ("The drought means that Kenya must import grain from Peru.",
     "The drought", "Kenya must import grain from Peru", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cause", "effect", "sign"), CAUSES)
def test_cause_effect_and_sign(text: str, cause: str, effect: str, sign: str | None) -> None:
    (found,) = claims_of(text, ClaimKind.EXPLANATION)
    assert (found.cause, found.effect, found.sign) == (cause, effect, sign)
    assert set(found.about) == {"KEN", "PER"}


def test_a_link_to_what_was_said_is_no_part_of_an_effect_and_a_denied_one_has_no_sign() -> None:
    text = "That being said, Kenya's progress with Peru has not halted because of the tariff."
    (found,) = claims_of(text, ClaimKind.EXPLANATION)
    assert (found.cause, found.effect, found.sign) == ("the tariff", "Kenya's progress with Peru has not halted", None)


@pytest.mark.parametrize(
    "text",
    [
        "The train from Peru to Kenya is due to leave at noon.",
        "Kenya might quarrel with Peru if the ban leads to losses.",
        "Kenya pushed Peru to reopen talks.",  # an act, and no explanation
        "Thanks to this event, Kenya met Peru in Lima.",  # what happened stands in another sentence
        "Why did the ban damage ties between Kenya and Peru?",
    ],
)
def test_what_explains_nothing(text: str) -> None:
    assert claims_of(text, ClaimKind.EXPLANATION) == []


def test_a_consequence_takes_the_sentence_before_for_its_cause() -> None:
    text = "In our opinion, the price of fish has fallen by half. Therefore, Kenya needs the market of Peru."
    (found,) = claims_of(text, ClaimKind.EXPLANATION)
    assert found.cause == "In our opinion, the price of fish has fallen by half"
    assert found.effect == "Kenya needs the market of Peru"


REASONS = """Why are Kenya and Peru improving their relations?

First, the price of copper has doubled.

Second, both governments face elections.

That is all there is to say of the weather.

Third, the old quarrel over fish is forgotten.
"""


def test_reasons_counted_off_after_a_question_why() -> None:
    found = claims_of(REASONS, ClaimKind.EXPLANATION)
    assert [one.cause for one in found] == [
        "the price of copper has doubled",
        "both governments face elections",
        "the old quarrel over fish is forgotten",
    ]
    assert {(one.about, one.sign, one.effect) for one in found} == {
        (("KEN", "PER"), "improves", "are Kenya and Peru improving their relations")
    }


def test_a_list_that_answers_no_question_gives_no_reasons() -> None:
    assert claims_of(REASONS.partition("\n")[2], ClaimKind.EXPLANATION) == []


@pytest.mark.parametrize("text", [text for text, *_ in (*ADVICE, *AHEAD, *STANCES, *CAUSES)])
def test_claims_quote_the_article(text: str) -> None:
    for claim in ledger_of(text).claims:
        assert claim.text in text
        assert claim.evidence.sentence.of(text) == text
        assert claim.evidence.trigger.of(text)
        for part in (claim.cause, claim.effect, claim.hedge):
            assert part is None or part in text


def test_words_quoted_of_nobody_known_are_nobodys_claim() -> None:
    assert ledger_of('"Kenya should leave Peru alone."').claims == ()


def test_somebody_whom_no_list_has_is_named_by_his_words() -> None:
    (found,) = claims_of('"Kenya is a bully," a retired Peruvian admiral told me.', ClaimKind.ASSESSMENT)
    assert found.speaker is not None
    assert "admiral" in found.speaker.name


@pytest.mark.parametrize(
    ("text", "speaker", "about", "stance"),
    [
        ("Kenya condemned Peru's missile test on Monday.", "KEN", ("PER",), "negative"),
        ("Peru's president praised Kenya for its help.", "PER", ("KEN",), "positive"),
        ("Kenya criticised Peru over its new law.", "KEN", ("PER",), "negative"),
    ],
)
def test_an_act_of_judgement_is_an_assessment(text: str, speaker: str, about: tuple[str, ...], stance: str) -> None:
    (found,) = [one for one in ledger_of(text).claims if one.kind == "assessment"]
    assert found.speaker is not None
    assert (found.speaker.country, found.about, found.stance) == (speaker, about, stance)


def test_a_judgement_that_was_not_passed_is_none() -> None:
    assert list(ledger_of("Kenya did not condemn Peru's missile test.").claims) == []
