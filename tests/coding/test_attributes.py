"""The ruler that remembers gives each word what spaCy's own gives it."""

from pathlib import Path

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from detente.coding.attributes import RememberingRuler, remembering
from detente.coding.parse import language_model

SPOKEN = [
    "Kenya ain't gonna sign, and Peru's got ta wait.",
    "Let's not say that Kenya'd have done what it did, had it had the ships.",
    "There is  nothin' that Peru, which has been silent, won't do; y'all know.",
    "But that is what they want: once, twice, something.",
    "I told you that it hurt you and me.",
]


def texts() -> list[str]:
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    return [*SPOKEN, *(line for line in lines if line.strip())]


def parsed_without_ruler() -> list[Doc]:
    model = language_model()
    docs = [model.make_doc(text) for text in texts()]
    for name in ("tok2vec", "tagger", "parser"):
        docs = list(model.get_pipe(name).pipe(docs))
    return docs


def plain_ruler() -> AttributeRuler:
    import importlib

    vocab = language_model().vocab
    package = importlib.import_module(f"en_{language_model().meta['name']}")
    ruler = package.load().get_pipe("attribute_ruler")
    own = AttributeRuler(vocab)
    own.add_patterns(ruler.patterns)
    return own


def told(docs: list[Doc]) -> list[tuple[str, str, str, str, str]]:
    return [(one.tag_, one.dep_, one.pos_, str(one.morph), one.lemma_) for doc in docs for one in doc]


def test_it_gives_what_the_plain_one_gives_at_first_and_from_memory() -> None:
    ruler = plain_ruler()
    quick = remembering(ruler)
    assert isinstance(quick, RememberingRuler)
    expected = told([ruler(doc) for doc in parsed_without_ruler()])
    assert told([quick(doc) for doc in parsed_without_ruler()]) == expected
    assert told([quick(doc) for doc in parsed_without_ruler()]) == expected


@pytest.mark.parametrize("spec", [{"SHAPE": "Xx"}, {"LOWER": {"NOT_IN": ["peru"]}}])
def test_a_ruler_that_asks_for_more_stays_as_it_is(spec: dict) -> None:
    ruler = AttributeRuler(spacy.blank("en").vocab)
    ruler.add_patterns([{"patterns": [[spec]], "attrs": {"POS": "X"}}])
    assert remembering(ruler) is ruler
