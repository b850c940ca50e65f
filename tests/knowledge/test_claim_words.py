"""The words of claims: what the table has, what it may not say twice, and how it is refused."""

from itertools import combinations
from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.claim_words import claim_words, read_claim_words, stance_in
from detente.knowledge.tables import FOLDER
from detente.records import Sign, Stance


def test_a_word_of_two_stances_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "lexicon" / "claims.yaml").read_text(encoding="utf-8")
    table = tmp_path / "claims.yaml"
    table.write_text(text.replace("  positive: [contribute,", "  positive: [contain, contribute,"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="contain has two stances"):
        read_claim_words(table)


def test_no_verb_does_two_things_to_an_effect() -> None:
    effects = claim_words().effects
    for one, other in combinations((effects.plain, effects.improves, effects.worsens, effects.constrains), 2):
        assert not one & other


def test_all_words_are_in_lower_case() -> None:
    words = claim_words()
    scales = (words.nouns, words.adjectives, words.movement, words.deeds)
    every = {word for scale in scales for some in scale.values() for word in some} | words.relation | words.conduct
    assert [word for word in every if word != word.lower() or " " in word] == []


def test_what_verbs_say_of_their_effect() -> None:
    effects = claim_words().effects
    assert effects.sign_of("hinder") is Sign.CONSTRAINS
    assert effects.sign_of("strain") is Sign.WORSENS
    assert effects.sign_of("prompt") is None
    assert "prompt" in effects
    assert "sing" not in effects


def test_stances() -> None:
    assert stance_in(claim_words().nouns, "threat") is Stance.NEGATIVE
    assert stance_in(claim_words().adjectives, "beneficial") is Stance.POSITIVE
    assert stance_in(claim_words().nouns, "table") is None


@pytest.mark.parametrize("text", ["source: hand\nrelation: [tie]\n", "source: [", "source: hearsay"])
def test_a_table_that_breaks_its_schema_is_refused_by_name(tmp_path: Path, text: str) -> None:
    table = tmp_path / "claims.yaml"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"claims\.yaml"):
        read_claim_words(table)
