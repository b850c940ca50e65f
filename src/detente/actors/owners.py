"""Whose office, ministry or vessel it is: "Japan's", "Chinese and Russian", "US", "ASEAN"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.gazetteer import Core, Kind
from detente.actors.making import organisation_actor, state_actor
from detente.actors.words import NAME_PARTICLES
from detente.knowledge.organisations import Organisation
from detente.knowledge.states import State
from detente.records import Actor, ActorKind

_OWNING = (Kind.STATE, Kind.ADJECTIVE, Kind.NOUN, Kind.PREFIX, Kind.METONYM, Kind.ORGANISATION, Kind.PLACE)
# Plurals of agent nouns that are also what a state does.
_VERBS = frozenset(
    """attaches forces heads chairs hosts ships guards patrols presses rebels judges partners strikes rockets arms
    pilots commands bases funds crews trains missions recruits delegates sponsors doctors nurses captains backs
    champions marshals fields masters flights stations camps""".split()
)


_WHERE = frozenset(
    """in at to from near through via outside into toward towards visited visiting left leaving reached toured
    around between""".split()
)


@dataclass(frozen=True, slots=True)
class Owner:
    """One state or organisation, in the place of an owner.

    Attributes:
        i: first token.
        name_end: token after the name.
        j: token after the possessive mark.
        actor: the owner; None where the name has several readings.
        candidates: ids of the readings.
        kind: what the name is.
        possessive: whether a possessive mark follows.
    """

    i: int
    name_end: int
    j: int
    actor: Actor | None
    candidates: tuple[str, ...]
    kind: Kind
    possessive: bool


def parse_owner(article: Article, p: int, seen: Container[str] = ()) -> Owner | None:
    """The owner that begins at token ``p``.

    Args:
        article: the text.
        p: token.
        seen: ids of the states that the document has named, which settle "Korean" and the like.
    """
    core = article.core(p, *_OWNING)
    if core is None or (article.folded(core.j) == "$" and article.tokens.tight(core.j)):
        return None
    kind = next(entry.kind for entry in core.entries if entry.kind in _OWNING)
    actors = [
        state_actor(entry.what) if isinstance(entry.what, State) else organisation_actor(entry.what)
        for entry in core.entries
        if entry.kind in _OWNING and isinstance(entry.what, State | Organisation)
    ]
    readings = list({actor.id: actor for actor in actors}.values())
    if len(readings) > 1:
        if kind is Kind.METONYM:
            readings = seats_meant(article, core, readings)
        else:
            readings = [actor for actor in readings if actor.id in seen] or readings
    if kind in (Kind.METONYM, Kind.PLACE) and _inside_name(article, p):
        return None
    possessive = article.clitic(core.j)
    hyphen = kind is Kind.PREFIX and article.tokens.plain[core.j - 1] == "-"
    return Owner(
        p,
        core.j - hyphen,
        core.j - hyphen + possessive,
        readings[0] if len(readings) == 1 else None,
        tuple(actor.id for actor in readings) if len(readings) > 1 else (),
        kind,
        possessive,
    )


def seats_meant(article: Article, core: Core, readings: list[Actor]) -> list[Actor]:
    """Who of a state and the organisations that sit in its capital is meant by the city's name.

    Where it says where, or where the sentence names the state, the state; else the organisation that the sentence
    names; else the usual one.
    """
    states = [actor for actor in readings if actor.kind is ActorKind.STATE]
    if not states or len(states) == len(readings):
        return readings
    named = {
        entry.what.id
        for other in article.cores.values()
        if other is not core
        for entry in other.entries
        if isinstance(entry.what, State | Organisation)
    }
    if _is_where(article, core.i) or named & {actor.id for actor in states}:
        return states
    chosen = [actor for actor in readings if actor.id in named]
    usual = article.gazetteer.usual(article.tokens.quote(core.i, core.j))
    return chosen if len(chosen) == 1 else [actor for actor in readings if actor.id == usual] or readings


def _is_where(article: Article, p: int) -> bool:
    """Whether the city at token ``p``, or the first of the list it stands in, says where or whither."""
    word = article.folded(p - 1)
    if word in ("and", ",") and (before := next((c for c in article.cores.values() if c.j == p - 1), None)) is not None:
        return before.has(Kind.METONYM, Kind.PLACE) and _is_where(article, before.i)
    return word in _WHERE


def _inside_name(article: Article, p: int) -> bool:
    """Whether a city's name is the end of another name: "Santa Rosa de Lima"."""
    before = p - 1 if article.folded(p - 1) in NAME_PARTICLES else p
    return before > 0 and article.unknown_capital(before - 1) and article.tokens.plain[before - 1].isalpha()


def parse_owners(article: Article, p: int, end: int, seen: Container[str]) -> tuple[Owner, ...]:
    """Coordinated owners from token ``p`` on: "Chinese, Japanese and South Korean"; empty where there is none.

    Names stand side by side as owners only when they are alike ("US and UK", "Chinese and Japanese") or share one
    possessive mark ("China and Japan's").
    """
    found: list[Owner] = []
    q = p
    while (owner := parse_owner(article, q, seen)) is not None and owner.j <= end:
        found.append(owner)
        after = owner.j
        if article.folded(after) == "," and article.folded(after + 1) in ("and", "&"):
            after += 1
        if article.folded(after) not in (",", "and", "&"):
            break
        q = after + 1 + (article.folded(after + 1) == "the")
    while len(found) > 1 and not _alike(article, found):
        found.pop()
    return tuple(found)


def _alike(article: Article, owners: list[Owner]) -> bool:
    if all(owner.kind is Kind.ADJECTIVE for owner in owners[:-1]) and owners[-1].kind in (
        Kind.ADJECTIVE,
        Kind.STATE,
    ):
        return True
    if all(owner.kind is not Kind.ADJECTIVE for owner in owners) and owners[-1].possessive:
        return True
    if all(owner.possessive for owner in owners):
        return True
    return all(
        owner.kind is Kind.ADJECTIVE or article.tokens.quote(owner.i, owner.name_end).isupper() for owner in owners
    )


def predicate_after(article: Article, owner: Owner) -> bool:
    """Whether a bare state name is followed by its verb and not by a noun: "China attaches", "China forces"."""
    core = article.core(owner.i)
    if owner.possessive or core is None or core.has(Kind.ADJECTIVE) or owner.kind is Kind.ORGANISATION:
        return False
    after = article.folded(owner.name_end)
    return after in _VERBS and owner.name_end < len(article.tokens) and not article.tokens.capital(owner.name_end)
