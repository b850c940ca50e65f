"""What the network reads in a sentence: its kinds, its signs, and the words that matter."""

import pytest

from detente.coding import code_document, load_coder
from detente.coding.articles import blind_sentence
from detente.coding.blind import BlindSentence
from detente.ledgers.statements import Statement, read_statements
from detente.records import Document


def blinded(text: str) -> list[BlindSentence]:
    coding = code_document(Document("d", "one.txt", text), load_coder("lexicon.v1"))
    return [blind_sentence(coding, number) for number in range(len(coding.sentences))]


def statements_of(text: str) -> list[Statement]:
    return read_statements(blinded(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya's policy toward Peru has been a costly failure, badly conceived and worse explained.", "assessment"),
        ("By the end of next year Kenya will probably have turned its back on Peru.", "forecast"),
        ("Kenya should open its market to Peru's farmers and drop the inspection fees.", "prescription"),
        ("It was the fall in copper prices that drove Kenya and Peru back to the negotiating table.", "explanation"),
        ("The two presidents agreed that their ministers would meet in Lima next spring.", "commitment"),
        ("Kenya and Peru still disagree over fishing rights around the two islets.", "dispute"),
    ],
)
def test_plain_statements_are_read_as_what_they_are(text: str, kind: str) -> None:
    (found,) = statements_of(text)
    assert found.is_a(kind)
    assert found.is_any
    assert found.kinds[kind] == max(found.kinds.values())


def test_a_sentence_that_only_tells_states_nothing() -> None:
    (found,) = statements_of("The delegation arrived in Lima on Monday afternoon and was driven to its hotel.")
    assert not found.is_any


def test_the_parts_are_words_of_the_article() -> None:
    text = "It rained. To win Lima over, Kenya should open its market to Peru's farmers by Christmas."
    (_, found) = statements_of(text)
    assert [span.of(text) for span in found.spans("action")] == ["open its market to Peru's farmers by Christmas"]


def test_cause_and_effect_stand_apart() -> None:
    text = "The new tariff has driven Kenya and Peru apart."
    (found,) = statements_of(text)
    (cause,), (effect,) = found.spans("cause"), found.spans("effect")
    assert "tariff" in cause.of(text)
    assert "driven" in effect.of(text)
    assert not cause.overlaps(effect)


def test_what_a_sentence_states_leans_on_the_ones_before_it() -> None:
    sentences = blinded("Why has Kenya made its peace with Peru? There are two reasons. Its economy is weak.")
    beside, apart = read_statements(sentences)[-1], read_statements(sentences[-1:])[0]
    assert beside.kinds["explanation"] > 2 * apart.kinds["explanation"]


def test_a_long_article_is_read_in_several_windows() -> None:
    text = "Kenya and Peru met in Lima on Friday. " * 100
    found = read_statements(blinded(text))
    assert len(found) == 100
    assert not any(one.is_any for one in found)


def test_nothing_in_nothing() -> None:
    assert read_statements([]) == []


def test_names_make_no_difference() -> None:
    (one,) = statements_of("Kenya has treated Peru with contempt.")
    (other,) = statements_of("Japan has treated China with contempt.")
    assert one.kinds == other.kinds
    assert one.stance == other.stance
