"""The learned coder: what it reads off pairs and sentences, and the law of blindness."""

import random

import pytest
from build import lines, marked

from detente.coding import load_coder
from detente.coding.classify import classify_pairs
from detente.coding.learned import BlindCoder
from detente.coding.network import predict
from detente.knowledge.blind_model import model_labels
from detente.knowledge.plover import roots
from detente.knowledge.states import states

CODER = BlindCoder()

PAIRS = [
    ("<s>Kenya</s> imposed sanctions on <t>Peru</t>.", "SANCTION", "forward"),
    ("<t>Peru</t> was condemned by <s>Kenya</s>.", "ACCUSE", "forward"),
    ("<s>Peru</s> was condemned by <t>Kenya</t>.", "ACCUSE", "backward"),
    ("<s>The Kenyan president</s> met <t>his Peruvian counterpart</t> in Oslo.", "CONSULT", "both"),
    ("<s>Kenyan police</s> arrested <t>two Peruvian journalists</t>.", "COERCE", "forward"),
    ("<s>Kenya</s> sent food and medicine to <t>Peru</t> after the quake.", "AID", "forward"),
    ("<s>Kenyan jets</s> bombed <t>a rebel camp in Peru</t>.", "ASSAULT", "forward"),
    ("<s>Kenya</s> refused to lift its ban on <t>Peruvian fish</t>.", "REJECT", "forward"),
    ("<s>Kenya</s> released <t>two Peruvian sailors</t>.", "RETREAT", "forward"),
    ("<s>Kenya</s> and <t>Peru</t> lie on two continents.", None, None),
]


@pytest.mark.parametrize(("text", "root", "direction"), PAIRS)
def test_pairs(text: str, root: str | None, direction: str | None) -> None:
    (code,) = classify_pairs([{"marked_sentence": text}], CODER)
    assert (code.root, code.direction) == (root, direction)
    assert 0 <= code.confidence <= 1


def test_a_planned_deed_is_coded_as_the_intention() -> None:
    (friendly,) = classify_pairs(
        [{"marked_sentence": "<s>Kenya</s> will lift its ban on fish from <t>Peru</t>."}], CODER
    )
    (hostile,) = classify_pairs([{"marked_sentence": "<s>Kenya</s> will impose tariffs on <t>Peru</t>."}], CODER)
    assert (friendly.root, hostile.root) == ("AGREE", "THREATEN")


def test_names_never_change_a_code() -> None:
    """Five thousand random swaps of names of one word, bit for bit, in batches of one sentence."""
    dice = random.Random(1)
    names = [state.name for state in states().values() if state.name.isalpha()]
    templates = [text.replace("Kenya", "{0}").replace("Peru", "{1}") for text, _, _ in PAIRS if "Kenyan" not in text]
    templates = [text for text in templates if "Peruvian" not in text]
    assert len(templates) >= 4
    expected = {
        text: classify_pairs([{"marked_sentence": text.format("Kenya", "Peru")}] * 50, CODER) for text in templates
    }
    for _ in range(100):
        text = dice.choice(templates)
        rows = [{"marked_sentence": text.format(*dice.sample(names, 2))} for _ in range(50)]
        assert classify_pairs(rows, CODER) == expected[text]


def test_sentences_have_the_lexicon_s_triggers() -> None:
    sentence = marked("[Kenya:n] imposed tariffs on [Peru:n] on {Monday}.")
    assert lines(sentence, CODER.code([sentence])[0]) == ["SANCTION happened Kenya > Peru {Monday}"]


def test_nothing_to_code() -> None:
    assert CODER.code([]) == []
    assert CODER.classify([]) == []
    assert predict([]) == []


def test_labels_are_plover_s() -> None:
    assert set(model_labels().roots) == {"NONE", *roots()}


def test_registered_under_its_name() -> None:
    assert load_coder("blind.v1").name == "blind.v1"
