"""Parts of speech from tags, as spaCy's attribute ruler gives them, at a fifth of its cost.

The ruler tries its 180 patterns on each word of each sentence, though nearly all look at one word alone: at its tag,
its role, and whether it is one of some hundred words. What they yield for such a word is remembered here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

_ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})  # what a pattern may ask of a word to be remembered
_WAYS = frozenset({"IN", "REGEX"})  # how it may ask for its letters

_Key = tuple[int, int, int]  # tag, role, and the word where it is one that a pattern asks for
_Given = tuple[int, int, int, Any, int]  # tag, role, part of speech, form, lemma


def remembering(ruler: AttributeRuler) -> RememberingRuler | AttributeRuler:
    """A ruler that does the same and remembers; the ruler itself where its patterns ask for more than we know."""
    patterns: list[Any] = ruler.patterns
    specs = [spec for pattern in patterns for tokens in pattern["patterns"] for spec in tokens]
    known = all(spec.keys() <= _ASKED and _ways(spec) <= _WAYS for spec in specs)
    return RememberingRuler(ruler) if known else ruler


class RememberingRuler:
    """Sets tag, role, part of speech, form and lemma of each word, as the ruler that it is made of.

    Args:
        ruler: its patterns ask for tag, role, letters and white space alone.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        patterns: list[Any] = ruler.patterns
        of_one = [one for one in patterns if all(len(tokens) == 1 for tokens in one["patterns"])]
        of_several = [one for one in patterns if one not in of_one]
        self._of_one, self._of_several = _ruler_of(ruler, of_one), _ruler_of(ruler, of_several)
        telling = [_most_telling(tokens) for one in of_several for tokens in one["patterns"]]
        self._roles = {ruler.vocab.strings[spec["DEP"]] for spec in telling if isinstance(spec.get("DEP"), str)}
        self._openers = _one_of(spec for spec in telling if not isinstance(spec.get("DEP"), str))
        self._words = _one_of(spec for one in of_one for (spec,) in one["patterns"])
        self._asked: dict[int, int] = {}  # the word, or 0 where no pattern asks for it, by word
        self._opens: dict[int, bool] = {}  # whether a pattern of several words may be met, by word
        self._given: dict[_Key, _Given] = {}

    def __call__(self, doc: Doc) -> Doc:
        keys = [self._key(token) for token in doc]
        if all(key in self._given for key in keys):
            for token, key in zip(doc, keys, strict=True):
                token.tag, token.dep, token.pos, token.morph, token.lemma = self._given[key]
        else:
            self._of_one(doc)
            for token, key in zip(doc, keys, strict=True):
                self._given[key] = (token.tag, token.dep, token.pos, token.morph, token.lemma)
        return self._of_several(doc) if any(map(self._may_open, doc)) else doc

    def _may_open(self, token: Token) -> bool:
        word = token.lower
        if word not in self._opens:
            self._opens[word] = self._openers.search(token.lower_) is not None
        return self._opens[word] or token.dep in self._roles

    def _key(self, token: Token) -> _Key:
        word = token.lower
        if word not in self._asked:
            asked = token.is_space or self._words.search(token.lower_) is not None
            self._asked[word] = word if asked else 0
        return token.tag, token.dep, self._asked[word]


def _ruler_of(ruler: AttributeRuler, patterns: list[Any]) -> AttributeRuler:
    part = type(ruler)(ruler.vocab)
    part.add_patterns(patterns)
    return part


def _most_telling(tokens: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The word of a pattern that is met most seldom: one of a certain role, else one of certain letters."""
    of_role = (spec for spec in tokens if isinstance(spec.get("DEP"), str))
    return next(of_role, None) or next((spec for spec in tokens if "LOWER" in spec), tokens[0])


def _one_of(specs: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """Matches the words whose letters some specifications ask for; all words where one asks for none."""
    return re.compile("|".join({word for spec in specs for word in _words(spec)}))


def _ways(spec: Mapping[str, Any]) -> set[str]:
    letters = spec.get("LOWER")
    return set(letters) if isinstance(letters, dict) else set()


def _words(spec: Mapping[str, Any]) -> Iterator[str]:
    """Expressions for the words whose letters a pattern asks for."""
    letters = spec.get("LOWER")
    if isinstance(letters, str):
        yield rf"^{re.escape(letters)}$"
    elif isinstance(letters, dict):
        yield from (rf"^{re.escape(word)}$" for word in letters.get("IN", ()))
        yield from ([letters["REGEX"]] if "REGEX" in letters else ())
