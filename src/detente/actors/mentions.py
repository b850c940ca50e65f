"""All mentions of actors in a document."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from detente.actors.anaphora import read_anaphor
from detente.actors.article import Article, open_article
from detente.actors.company_names import read_company
from detente.actors.counterparts import read_counterpart
from detente.actors.discourse import Discourse
from detente.actors.gazetteer import Gazetteer, Kind, gazetteer
from detente.actors.group_phrases import read_group
from detente.actors.named_people import read_name, read_owned_name
from detente.actors.pronouns import resolve_cataphora
from detente.actors.sentence import Sentence
from detente.actors.state_phrases import read_learned_group, read_state
from detente.actors.titled_people import read_titled
from detente.actors.words import ANAPHORS, ARTICLES, INSTITUTION, PREMODIFIERS
from detente.records import Document, Mention, Precision, Span, When, WhenFrom

_log = logging.getLogger(__name__)

# In this order: the reading that explains most words comes first.
_READERS = (
    read_learned_group,
    read_company,
    read_counterpart,
    read_titled,
    read_owned_name,
    read_name,
    read_group,
    read_state,
    read_anaphor,
)


# The only words in lower case, beside the names we know, that a mention can begin with.
_STARTERS = PREMODIFIERS | INSTITUTION | ANAPHORS | ARTICLES


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a document, and how many words or phrases were left, by reason."""

    mentions: tuple[Mention, ...]
    left: dict[str, int]


def find_mentions(
    document: Document,
    sentences: Sequence[Span],
    dates: Sequence[When | None] | None = None,
) -> tuple[Mention, ...]:
    """All mentions of actors, in order, disjoint, each inside one sentence.

    Args:
        document: the document.
        sentences: its sentences, in order, disjoint.
        dates: for each sentence the best date known, to look up who held an office; the day of publication
            stands in where it is missing.

    Returns:
        The mentions; those that stayed unresolved have no actors, and say why.

    Raises:
        ValueError: there are not as many dates as sentences.
    """
    return find_with(gazetteer(), document, sentences, dates).mentions


def find_with(
    names: Gazetteer,
    document: Document,
    sentences: Sequence[Span],
    dates: Sequence[When | None] | None = None,
) -> Found:
    """As :func:`find_mentions`, with a gazetteer of one's own, and with what was left and why.

    Raises:
        ValueError: there are not as many dates as sentences.
    """
    if dates is not None and len(dates) != len(sentences):
        raise ValueError(f"{len(dates)} dates for {len(sentences)} sentences")
    discourse = Discourse()
    published = _publication(document)
    for number, span in enumerate(sentences):
        when = dates[number] if dates is not None else None
        if when is None or when.start is None:
            when = published
        article = open_article(document, names, span)
        _read_sentence(Sentence(article, discourse, number, 0, len(article.tokens), when))
    mentions = tuple(seen.mention for seen in discourse.seen)
    unresolved = sum(not mention.actors for mention in mentions)
    _log.debug("%s: %d mentions, %d unresolved, left %s", document.id, len(mentions), unresolved, discourse.left)
    return Found(mentions, dict(discourse.left))


def _publication(document: Document) -> When | None:
    day = document.published
    return When(day, day, Precision.DAY, WhenFrom.PUBLICATION) if day is not None else None


def _read_sentence(sentence: Sentence) -> None:
    p = sentence.i
    while p < sentence.j:
        p = _read_at(sentence, p)
    resolve_cataphora(sentence)


def _read_at(sentence: Sentence, p: int) -> int:
    core = sentence.article.cores.get(p)
    if core is not None and core.has(Kind.BLOCKED):
        return core.j
    if core is None and not sentence.article.tokens.capital(p) and sentence.word(p) not in _STARTERS:
        return p + 1
    for read in _READERS:
        after = read(sentence, p)
        if after is not None:
            return max(after, p + 1)
    return _next(sentence.article, p)


def _next(article: Article, p: int) -> int:
    """The token after ``p``; an agent noun or a title without owner is passed over whole."""
    core = article.core(p)
    return core.j if core is not None else p + 1
