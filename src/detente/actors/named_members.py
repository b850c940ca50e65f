"""Groups of states that only announce a list of names: "four African countries: Egypt, Ghana, Kenya and Mozambique".

There the states named are the parties, and the group is none beside them.
"""

from __future__ import annotations

from detente.actors.article import Article
from detente.actors.gazetteer import Kind
from detente.actors.names import parse_name
from detente.actors.sentence import Sentence
from detente.actors.words import words_of
from detente.records import Actor, ActorKind

_OPENERS = (("such", "as"), ("including",), ("namely",), ("notably",), ("like",))
_MARKS = frozenset("-‐‑–—―:(")
_MEMBERS = words_of(
    """countries states nations governments leaders republics islands monarchies members powers allies economies
    neighbours neighbors partners"""
)


def announces_its_members(sentence: Sentence, j: int, actor: Actor | None) -> bool:
    """Whether a plural mention of a group of states is followed by the names of those meant.

    Args:
        sentence: where it stands.
        j: the token after the mention.
        actor: who is mentioned.
    """
    if actor is None or actor.country is not None or actor.kind not in (ActorKind.BLOC, ActorKind.ORGANISATION):
        return False
    if sentence.word(j - 1) not in _MEMBERS:
        return False
    article = sentence.article
    q = j + (article.folded(j) == ",")
    for words in _OPENERS:
        if tuple(article.folded(q + k) for k in range(len(words))) == words:
            return _state_at(article, q + len(words), sentence.j) is not None
    if q > j or article.folded(q) not in _MARKS or article.tokens.joined(q):
        return False
    bracket = article.folded(q) == "("
    while q < sentence.j and article.folded(q) in _MARKS:
        q += 1
    end = _state_at(article, q, sentence.j)
    return end is not None and (_goes_on(article, end, sentence.j) or (bracket and article.folded(end) == ")"))


def names_follow(sentence: Sentence, q: int, number: int) -> bool:
    """Whether exactly so many states or people are named from token ``q`` on: "the two allies Japan and Australia"."""
    article = sentence.article
    q += article.folded(q) in (",", ":", "(")
    for count in range(1, number + 1):
        end = _state_at(article, q, sentence.j)
        if end is None:
            name = parse_name(article, q, sentence.j)
            end = name.j if name is not None else None
        if end is None:
            return False
        last = count == number - 1
        if count < number:
            after = end + (last and article.folded(end) == "," and article.folded(end + 1) in ("and", "&"))
            if article.folded(after) not in (("and", "&") if last else (",",)):
                return False
            q = after + 1
    return True


def _state_at(article: Article, q: int, end: int) -> int | None:
    """The token after the state named at ``q``; None where none is named, or only as an owner."""
    core = article.core(q + (article.folded(q) == "the"), Kind.STATE)
    return None if core is None or core.j > end or article.clitic(core.j) else core.j


def _goes_on(article: Article, q: int, end: int) -> bool:
    """Whether another state follows in the list."""
    after = q + (article.folded(q) == ",")
    after += article.folded(after) in ("and", "&", "or")
    return after > q and _state_at(article, after, end) is not None
