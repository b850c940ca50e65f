"""Companies and banks by name, with their nationality and with the people who act for them.

"China's Huawei", "Dutch chipmaker ASML Holding NV", "Samsung executives", "Rosneft chief executive Igor Petrov".
"""

from __future__ import annotations

from detente.actors.gazetteer import Core, Kind
from detente.actors.group_phrases import parse_agent
from detente.actors.learn import learn_person
from detente.actors.making import company_actor, group_actor
from detente.actors.names import NameSpan, parse_name, skip_honorific
from detente.actors.office_phrases import OfficePhrase, parse_office
from detente.actors.owners import parse_owner
from detente.actors.sentence import Sentence, skip_premodifiers
from detente.actors.words import COMPANY_NOUNS, COMPOUND_NOUNS
from detente.knowledge.agents import Agent
from detente.knowledge.companies import Company
from detente.records import Actor, Form, Level

_LONGEST_TRADE = 4


def read_company(sentence: Sentence, p: int) -> int | None:
    """Read a company from token ``p``; the token after, or None where there is none."""
    core = _company_core(sentence, p)
    if core is not None:
        return _read_at_core(sentence, p, core)
    core = _after_nationality(sentence, p)
    return None if core is None else _read_at_core(sentence, p, core)


def _company_core(sentence: Sentence, p: int) -> Core | None:
    core = sentence.article.core(p, Kind.COMPANY)
    if core is None or core.j > sentence.j or core.entries[0].kind is not Kind.COMPANY:
        return None
    return core


def _company_of(core: Core) -> Company | None:
    return next((entry.what for entry in core.entries if isinstance(entry.what, Company)), None)


def _after_nationality(sentence: Sentence, p: int) -> Core | None:
    """The company behind its own country and its trade: "China's", "the South Korean battery maker"."""
    owner = parse_owner(sentence.article, p + (sentence.word(p) == "the"), sentence.named)
    if owner is None or owner.actor is None or owner.actor.country is None:
        return None
    if not owner.possessive and owner.kind not in (Kind.ADJECTIVE, Kind.STATE):
        return None
    q = _after_trade(sentence, owner.j)
    core = _company_core(sentence, q)
    company = None if core is None else _company_of(core)
    if company is None or company.country != owner.actor.country:
        return None
    return core if q > owner.j or owner.possessive or owner.kind is Kind.ADJECTIVE else None


def _after_trade(sentence: Sentence, p: int) -> int:
    """The token after "tech giant", "state-owned oil company"; ``p`` where no noun for a company closes the words."""
    q = p
    while q < min(p + _LONGEST_TRADE, sentence.j) and _company_core(sentence, q) is None:
        found = sentence.article.core(q)
        q = q + 1 if found is None else found.j
        if sentence.word(q - 1) in COMPANY_NOUNS:
            return q + (sentence.word(q) == ",")
    return p


def _read_at_core(sentence: Sentence, p: int, core: Core) -> int | None:
    company = _company_of(core)
    if company is None:
        return None
    actor = company_actor(company)
    after = core.j + sentence.article.clitic(core.j)
    return (
        _read_officer(sentence, p, after, actor)
        or _read_staff(sentence, p, after, actor)
        or sentence.emit(p, core.j, (actor,), _form(sentence, core))
    )


def _form(sentence: Sentence, core: Core) -> Form:
    tokens = sentence.article.tokens
    modifies = sentence.word(core.j) in COMPOUND_NOUNS or (core.j < sentence.j and tokens.joined(core.j))
    return Form.ADJECTIVE if modifies else Form.NAME


def _read_officer(sentence: Sentence, p: int, q: int, actor: Actor) -> int | None:
    """A company's officer with the full name; a surname alone names nobody whom the tables could know."""
    start, _ = skip_premodifiers(sentence, q)
    office = parse_office(sentence.article, start, sentence.j)
    if office is None or office.plural:
        return None
    name = parse_name(sentence.article, skip_honorific(sentence.article, office.j), sentence.j)
    if name is None:
        return None
    if name.core is None and len(name.words(sentence.article)) > 1:
        return _emit_officer(sentence, p, start, name, office, actor)
    if name.core is not None:
        return None
    sentence.emit(p, q, (actor,), Form.NAME)
    sentence.leave("a company's officer without a full name")
    return name.j


def _emit_officer(sentence: Sentence, p: int, start: int, name: NameSpan, office: OfficePhrase, actor: Actor) -> int:
    countries = (actor.country,) if actor.country is not None else ()
    known = learn_person(sentence, name, (actor,), countries, office, actor.sector)
    wording = sentence.article.tokens.quote(start, office.j)
    known.office, known.level = wording, Level.OTHER
    return sentence.emit(p, name.j, (known.actor,), Form.NAME, wording, Level.OTHER)


def _read_staff(sentence: Sentence, p: int, q: int, actor: Actor) -> int | None:
    """A company's people: "Huawei executives", "Airbus officials"."""
    head = parse_agent(sentence, q)
    if head is None or _company_core(sentence, q) is not None:
        return None
    core, _, end = head
    agent = next((entry.what for entry in core.entries if isinstance(entry.what, Agent)), None)
    if agent is None or agent.lemma in COMPANY_NOUNS or sentence.article.tokens.capital(core.i):
        return None
    return sentence.emit(p, end, (group_actor(actor, agent.lemma, actor.sector),), Form.GROUP)
