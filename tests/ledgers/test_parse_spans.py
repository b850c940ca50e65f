"""From spans of an article to phrases of its parse."""

import pytest

from detente.coding import code_document, load_coder
from detente.ledgers.parse_spans import phrase_at, phrase_words
from detente.ledgers.sentences import ReadSentence, read_sentences
from detente.records import Document, Span


def sentence_of(text: str) -> ReadSentence:
    coding = code_document(Document("d", "one.txt", text), load_coder("lexicon.v1"))
    (found,) = read_sentences(coding, of_parties=[bool])
    return found


@pytest.mark.parametrize(
    ("span", "whole"),
    [
        ("killing of", "The killing of two sailors"),  # a preposition takes what stands behind it
        ("sailors", "two sailors"),  # a noun what stands before it
        ("angered Peru,", "angered Peru"),
        (", which blamed Kenya", "which blamed Kenya"),
    ],
)
def test_a_span_is_made_a_whole_phrase(span: str, whole: str) -> None:
    text = "The killing of two sailors angered Peru, which blamed Kenya."
    start = text.index(span)
    sentence = sentence_of(text)
    assert phrase_words(sentence, phrase_at(sentence, Span(start, start + len(span)))) == whole


def test_a_span_outside_the_sentence_has_no_words() -> None:
    text = "Peru blamed Kenya."
    sentence = sentence_of(text)
    assert phrase_words(sentence, phrase_at(sentence, Span(len(text), len(text)))) == ""
