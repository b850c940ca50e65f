"""The learned coder: what it reads off pairs and sentences, and the law of blindness."""

import random

import pytest
from build import lines, marked

from detente.coding import load_coder
from detente.coding.classify import classify_pairs, read_pair
from detente.coding.learned import BlindCoder
from detente.coding.network import predict
from detente.coding.pair_text import pair_text
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


def names_of_states() -> list[str]:
    return [name for state in states().values() for name in (*state.names, *state.case_names)]


def test_names_never_change_a_code() -> None:
    """Five thousand random swaps, of all names of states, rows in any order: the same codes, bit for bit."""
    dice = random.Random(1)
    templates = [text.replace("Kenyan", "{0}").replace("Peruvian", "{1}") for text, _, _ in PAIRS]
    templates = [text.replace("Kenya", "{0}").replace("Peru", "{1}") for text in templates]
    rows = [(text, *dice.sample(names_of_states(), 2)) for text in dice.choices(templates, k=5000)]
    blinded = {text: pair_text_of(text.format("Kenya", "Peru")) for text in templates}
    assert [row for row in rows if pair_text_of(row[0].format(*row[1:])) != blinded[row[0]]] == []
    some = dice.sample(rows, 300)
    codes = classify_pairs([{"marked_sentence": text.format(one, other)} for text, one, other in some], CODER)
    expected = {
        text: classify_pairs([{"marked_sentence": text.format("Kenya", "Peru")}], CODER)[0] for text in templates
    }
    assert codes == [expected[text] for text, _, _ in some]


def pair_text_of(text: str) -> str:
    pair = read_pair({"marked_sentence": text}, "row")
    return pair_text(pair.sentence, pair.source, pair.target)


def test_a_code_depends_on_its_own_row_alone() -> None:
    texts = [pair_text_of(text) for text, _, _ in PAIRS]
    assert predict(texts) == [predict([text])[0] for text in texts]
    assert predict(texts[::-1]) == predict(texts)[::-1]


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
