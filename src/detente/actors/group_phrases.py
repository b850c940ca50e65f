"""Governments, ministries, services and other groups of a state: "Chinese coast guard vessels"."""

from __future__ import annotations

from detente.actors.gazetteer import Core, Kind
from detente.actors.lexicon import Institution
from detente.actors.making import group_actor, state_actor
from detente.actors.named_members import announces_its_members
from detente.actors.office_phrases import Tail, parse_tail
from detente.actors.owners import Owner, parse_owners, predicate_after
from detente.actors.sentence import Sentence, skip_premodifiers
from detente.actors.words import AGENT_MODIFIERS, COMPANY_NOUNS, INSTITUTION, PROPER_HEADS, words_of
from detente.knowledge.agents import Agent
from detente.records import Actor, ActorKind, Form

# Said of these, the state itself acts.
_STATE_ITSELF = frozenset({"government", "administration", "side", "leadership", "regime", "cabinet", "state"})
_PARTS = words_of("local county district provincial regional municipal city prefectural")


def read_group(sentence: Sentence, p: int) -> int | None:
    """Read a group of one or more states from token ``p``; the token after, or None where there is none."""
    q, _ = skip_premodifiers(sentence, p)
    owners = parse_owners(sentence.article, q, sentence.j, sentence.named)
    for some in (owners, owners[:1]):
        if some:
            head = parse_agent(sentence, some[-1].j)
            if (
                head is not None
                and not predicate_after(sentence.article, some[-1])
                and not _begins_larger_name(sentence, some[-1], head[0])
            ):
                return _emit_group(sentence, p, some, head)
    return _read_group_of(sentence, p, q) if not owners else None


def _begins_larger_name(sentence: Sentence, owner: Owner, core: Core) -> bool:
    """Whether the noun is only the first word of a name: "Japan Association for the Promotion of ..."."""
    if _is_company(core) and core.j < sentence.j and sentence.article.unknown_capital(core.j):
        return True
    if owner.possessive or core.i != owner.j or not sentence.article.tokens.capital(core.i) or _takes_tail(core):
        return False
    q = core.j
    if sentence.word(q) in ("of", "for", "on"):
        q += 1 + (sentence.word(q + 1) == "the")
        return q < sentence.j and sentence.article.tokens.capital(q) and sentence.article.core(q, Kind.STATE) is None
    return sentence.article.unknown_capital(q)


def parse_agent(sentence: Sentence, p: int) -> tuple[Core, int, int] | None:
    """The agent noun at token ``p`` after its modifiers: its core, the first token of the noun phrase and the end."""
    q = p
    while q < sentence.j and q - p < 5:
        core = sentence.article.core(q)
        if core is not None and core.has(Kind.AGENT, Kind.INSTITUTION):
            break
        word = sentence.word(q)
        if core is not None and not core.has(Kind.OFFICE):
            return None
        if not (word in AGENT_MODIFIERS or word in INSTITUTION or (q > p and word in ("-", "and", "&", ","))):
            return None
        q += 1
    else:
        return None
    core = sentence.article.core(q, Kind.AGENT, Kind.INSTITUTION)
    if core is None:
        return None
    head = core
    while (after := sentence.article.core(head.j, Kind.AGENT)) is not None and after.j <= sentence.j:
        head = after
    return head, p, head.j


def _emit_group(sentence: Sentence, p: int, owners: tuple[Owner, ...], head: tuple[Core, int, int]) -> int:
    core, start, end = head
    tail = parse_tail(sentence.article, end, sentence.j, plural=False) if _takes_tail(core) else Tail(end)
    if tail.to or tail.states:
        tail = Tail(end)
    if len(owners) == 1 and announces_its_members(sentence, tail.j, owners[0].actor):
        sentence.leave("a group of states whose names follow")
        return tail.j
    unclear = tuple(code for owner in owners for code in owner.candidates)
    if unclear:
        return sentence.emit(p, tail.j, (), Form.GROUP, None, None, (), "several states of that name")
    actors = tuple(
        _group_of(sentence, owner.actor, core, start, tail.j, _place(sentence, owner))
        for owner in owners
        if owner.actor is not None
    )
    j = sentence.emit(p, tail.j, actors, Form.GROUP)
    return learn_acronym(sentence, j, actors)


def _place(sentence: Sentence, owner: Owner) -> str | None:
    """The city or region whose group it is, which is not the state's."""
    return sentence.article.tokens.quote(owner.i, owner.name_end) if owner.kind is Kind.PLACE else None


def learn_acronym(sentence: Sentence, j: int, actors: tuple[Actor, ...]) -> int:
    """Learn "(JAPIT)" behind a group's name; the token after it."""
    if sentence.word(j) != "(" or sentence.word(j + 2) != ")" or len(actors) != 1:
        return j
    acronym = sentence.article.tokens.raw[j + 1]
    if not (acronym.isupper() and acronym.isalpha() and len(acronym) > 1):
        return j
    sentence.discourse.groups[acronym] = actors[0]
    return j + 3


def _is_company(core: Core) -> bool:
    return any(isinstance(entry.what, Agent) and entry.what.lemma in COMPANY_NOUNS for entry in core.entries)


def _takes_tail(core: Core) -> bool:
    """Ministries and departments go on with "of Foreign Affairs"."""
    return any(
        isinstance(entry.what, Agent) and entry.what.lemma in ("ministry", "department", "bureau", "office", "academy")
        for entry in core.entries
    )


def _group_of(sentence: Sentence, owner: Actor, core: Core, start: int, end: int, place: str | None = None) -> Actor:
    what = next(e.what for e in core.entries if isinstance(e.what, Agent | Institution))
    words = sentence.article.tokens.folded[start:end]
    itself = isinstance(what, Agent) and what.lemma in _STATE_ITSELF and not _PARTS & set(words)
    if itself and place is None and owner.kind in (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BLOC):
        return owner
    name = _group_name(sentence, core, start, end)
    return group_actor(owner, f"{place} {name}" if place else name, what.sector)


def _group_name(sentence: Sentence, core: Core, start: int, end: int) -> str:
    """The agent noun in the singular with the nouns it is built of, without numbers and other modifiers."""
    article = sentence.article
    first = start
    while first < core.i and article.core(first, Kind.AGENT) is None and article.folded(first) not in INSTITUTION:
        first += 1
    agent = next((e for e in core.entries if isinstance(e.what, Agent)), None)
    head = (
        agent.what.lemma
        if agent is not None and isinstance(agent.what, Agent)
        else article.tokens.quote(core.i, core.j)
    )
    before = article.tokens.quote(first, core.i) if first < core.i else ""
    after = article.tokens.quote(core.j, end) if core.j < end else ""
    return " ".join(part for part in (before, head, after) if part)


def _read_group_of(sentence: Sentence, p: int, q: int) -> int | None:
    """ "The government of Japan", "the Ministry of Commerce of China": a body with its state behind it."""
    start = q
    while q < sentence.j and q - start < 4 and sentence.article.core(q) is None and sentence.word(q) in INSTITUTION:
        q += 1
    core = sentence.article.core(q, Kind.AGENT, Kind.INSTITUTION)
    if core is None:
        return None
    if sentence.article.tokens.capital(core.i) and sentence.word(core.j - 1) in PROPER_HEADS:
        return None
    plural = all(entry.plural for entry in core.of(Kind.AGENT)) and core.has(Kind.AGENT)
    tail = parse_tail(sentence.article, core.j, sentence.j, plural)
    institution = next((e.what for e in core.of(Kind.INSTITUTION) if isinstance(e.what, Institution)), None)
    if tail.to:
        return None
    if tail.states and tail.closed and sentence.word(core.j) == "of":
        owners = tail.states
    elif institution is not None and institution.countries:
        country = _country_of(sentence, institution)
        if country is None:
            return sentence.emit(
                p,
                core.j,
                (),
                Form.GROUP,
                None,
                None,
                institution.countries,
                "several states have such a body",
            )
        owners = (country,)
        tail = Tail(core.j)
    else:
        return None
    actors = tuple(dict.fromkeys(_group_of(sentence, owner, core, start, core.j) for owner in owners))
    return learn_acronym(sentence, sentence.emit(p, tail.j, actors, Form.GROUP), actors)


def _country_of(sentence: Sentence, institution: Institution) -> Actor | None:
    code = (
        institution.countries[0]
        if len(institution.countries) == 1
        else sentence.discourse.likeliest(institution.countries)
    )
    state = sentence.article.gazetteer.states.get(code or "")
    return state_actor(state) if state is not None else None
