"""Reasons that an article counts off: a question why, or "three reasons", and then "First, ...", "Second, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.actors import find_mentions, party_of
from detente.knowledge.claim_words import claim_words, stance_in
from detente.ledgers.clauses import CODER, record_id
from detente.ledgers.explanations import combined_sign
from detente.ledgers.sentences import ReadSentence
from detente.records import Claim, ClaimKind, Evidence, Sign, Span, Stance

ORDINAL = re.compile(
    r"(?:(?P<first>First(?:ly)?(?: of all)?|(?:The|One|A) first (?:reason|cause|factor|driver) is(?: that)?|"
    r"(?:The )?[Ff]irst is(?: that)?|To begin with)|"
    r"(?P<next>(?:And )?(?:Second|Third|Fourth|Fifth|Sixth|Last|Final)(?:ly)?|"
    r"(?:The|A) (?:second|third|fourth|fifth|last|final) (?:reason|cause|factor|driver) is(?: that)?|"
    r"(?:The )?(?:[Ss]econd|[Tt]hird|[Ff]ourth) is(?: that)?))\b,?\s+"
)
_EXPLAINING = r"(?:things|developments|considerations) (?:explain|account for|lie behind|stand behind|drive|drove)"
ASKED = re.compile(
    r"\b[Ww]hy\b(?P<why>[^?.]*)\?|\b[Ww]hat(?:'s|’s| is| are| lies| lay| was)? behind\b(?P<behind>[^?.]*)\?|"
    r"\b[Ww]hat (?:explains|accounts for|drives|drove|prompted|caused)\b(?P<what>[^?.]*)\?|"
    r"\b(?i:two|three|four|five|several|a number of|a few) (?:\w+ )?"
    rf"(?:reasons|causes|factors|drivers|motives|{_EXPLAINING})\b"
    r"(?P<reasons>[^.:?]*)"
)
CUES = re.compile(
    rf"\b{_EXPLAINING}\b|\A(?:The )?(?:first|second|third|fourth) is\b|"
    r"\A(?:First|Second|Third|Fourth|Fifth|Final|Last)(?:ly)?,|\b(?i:why|what(?:'s|’s| is| are| lies| was)? behind)\b|"
    r"\bWhat (?:explains|accounts|drives|drove|prompted|caused)\b|\b(?:reasons|causes|factors|drivers|motives)\b"
)
_TITLE = re.compile(r"(?:Why|What explains|What is behind|What's behind)\s+(?P<asked>.+?)\??$")
_LEAD = re.compile(r"^(?:\s|why\b|for\b|behind\b|that explain\b|,)+", re.IGNORECASE)
_FAR = 12  # sentences between a reason and the next
_LONG = 300


@dataclass(frozen=True, slots=True)
class _Asked:
    """What reasons are given for.

    Attributes:
        words: the effect, as worded.
        about: the pair that it bears on.
        number: the sentence that asks.
    """

    words: str
    about: tuple[str, ...]
    number: int


def find_reasons(sentences: Sequence[ReadSentence]) -> Iterator[Claim]:
    """The reasons that an article counts off, each as a cause of what it asks; none where it asks nothing.

    Args:
        sentences: of one article, in order.
    """
    asked: _Asked | None = None
    last: int | None = None  # the last reason counted off
    for place, sentence in enumerate(sentences):
        if ASKED.search(sentence.text):
            asked, last = _asked(sentences, place), None
            continue
        item = ORDINAL.match(sentence.text)
        if item is None or asked is None:
            continue
        begins = last is None and item["first"] is not None and sentence.number - asked.number <= _FAR
        goes_on = last is not None and item["next"] is not None and sentence.number - last <= _FAR
        if not begins and not goes_on:
            asked = None
            continue
        last = sentence.number
        yield from _reason(sentence, asked, item.end())


def _reason(sentence: ReadSentence, asked: _Asked, start: int) -> Iterator[Claim]:
    cause = " ".join(sentence.text[start:].split()).rstrip(". ")
    if not asked.about or len(cause) > _LONG or sentence.text.rstrip().endswith("?"):
        return
    ordinal = Span(sentence.span.start, sentence.span.start + len(sentence.text[:start].rstrip(" ,")))
    evidence = Evidence(sentence.document.id, sentence.span, ordinal, CODER)
    yield Claim(
        id=record_id(evidence, ClaimKind.EXPLANATION, "reason"),
        evidence=evidence,
        kind=ClaimKind.EXPLANATION,
        speaker=None,
        about=asked.about,
        stance=None,
        text=cause,
        cause=cause,
        effect=asked.words,
        sign=sign_of_words(asked.words),
    )


def _asked(sentences: Sequence[ReadSentence], place: int) -> _Asked | None:
    """What a sentence asks, with the pair that it, the sentence before it, or an asking title names."""
    sentence = sentences[place]
    before = [one for one in sentences[max(0, place - 2) : place] if sentence.number - one.number <= 2]
    words = next((found for group in ASKED.search(sentence.text).groups() if (found := _clean(group))), "")  # type: ignore[union-attr]
    own = _parties(sentence)
    if len(own) > 1 and len(words.split()) > 2:
        return _Asked(words, own, sentence.number)
    title = _TITLE.search(sentence.document.title or "")
    if title is not None and len(pair := _title_parties(sentence, title["asked"])) > 1:
        return _Asked(title["asked"], pair, sentence.number)
    for one in (sentence, *reversed(before)):
        if len(pair := _parties(one)) > 1:
            told = words if len(words.split()) > 2 else " ".join(one.text.split()).rstrip(".")
            return _Asked(told, pair, sentence.number)
    if len(sentence.about) > 1:  # "There are two reasons": the passage tells whose
        return _Asked(" ".join(sentence.text.split()).rstrip("."), sentence.about, sentence.number)
    return None


def _clean(group: str | None) -> str:
    return _LEAD.sub("", group or "").strip(" ,;:")


def _parties(sentence: ReadSentence) -> tuple[str, ...]:
    named = (party_of(actor) for mention in sentence.mentions for actor in mention.actors)
    return tuple(dict.fromkeys(party for party in named if party))


def _title_parties(sentence: ReadSentence, title: str) -> tuple[str, ...]:
    """The parties that a title names."""
    mentions = find_mentions(replace(sentence.document, text=title, title=None), [Span(0, len(title))])
    named = (party_of(actor) for mention in mentions for actor in mention.actors)
    return tuple(dict.fromkeys(party for party in named if party))


def sign_of_words(words: str) -> Sign | None:
    """What an effect in plain words is for a relation; None where they don't tell."""
    scale = claim_words().movement
    stances = {
        stance
        for word in re.findall(r"[a-z]+", words.lower())
        for form in (word, word[:-1], word[:-2], word[:-3], word[:-3] + "e")
        if (stance := stance_in(scale, form)) is not None
    }
    return combined_sign(Stance.POSITIVE in stances, Stance.NEGATIVE in stances)
