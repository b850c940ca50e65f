"""Coders that go wrong, each on documents that say so, to be installed for a test (see conftest.py)."""

import os
import signal

from detente.coding.blind import SlotForm
from detente.coding.coder import Relation
from detente.errors import KnowledgeError, MissingExtra
from detente.records import Modality, Span


class PlainCoder:
    """Says that the first party of every sentence blamed the second."""

    name = "plain.v1"

    def code(self, sentences):
        return [self._relations(sentence) for sentence in sentences]

    def classify(self, pairs):
        return [None for _ in pairs]

    def _relations(self, sentence):
        if len(sentence.slots) < 2 or sentence.slots[0].form is SlotForm.PLACE:
            return ()
        start = sentence.slots[0].span.end + 1
        return (Relation((0,), (1,), "ACCUSE", None, Modality.HAPPENED, Span(start, start + 3), 0.5),)


class OddError(Exception):
    """An error that can't be pickled: its arguments are not those that it is made of."""

    def __init__(self, first, second):
        super().__init__(f"{first} and {second}")


class TouchyCoder(PlainCoder):
    """Fails as the sentence says it should."""

    name = "touchy.v1"

    def code(self, sentences):
        for sentence in sentences:
            if "oddly" in sentence.text:
                raise OddError("one", "other")
            if "sharply" in sentence.text:
                raise IndexError("no such token")
            if "knowingly" in sentence.text:
                raise KnowledgeError("the table is broken")
            if "without means" in sentence.text:
                raise MissingExtra("this coder", "llm")
            if "fatally" in sentence.text:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().code(sentences)
