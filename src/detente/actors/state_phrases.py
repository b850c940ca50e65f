"""States and organisations by name, by adjective and by capital; and the names that only contain one."""

from __future__ import annotations

from detente.actors.gazetteer import Kind
from detente.actors.group_phrases import learn_acronym
from detente.actors.making import learned_group
from detente.actors.named_members import announces_its_members
from detente.actors.owners import Owner, parse_owner
from detente.actors.sentence import Sentence
from detente.actors.words import (
    AUXILIARIES,
    COMPANY_NOUNS,
    COMPOUND_NOUNS,
    FUNCTION,
    ORGANISATION_NOUNS,
    PROPER_HEADS,
    VENUE_NOUNS,
    words_of,
)
from detente.records import Actor, ActorKind, Form

_DETERMINERS = words_of("a an his her its their our my your this that any every")
_COMPOUND_ENDS = words_of("led backed aided based made funded sponsored owned run built brokered mediated")


def read_state(sentence: Sentence, p: int) -> int | None:
    """Read a state or organisation named at token ``p``; the token after, or None where there is none."""
    article = sentence.article
    owner = parse_owner(article, p, sentence.named)
    if owner is None or owner.name_end > sentence.j:
        money = article.core(p, Kind.STATE) is not None
        return article.cores[p].j if money else _read_head_of(sentence, p)
    if owner.kind is Kind.PLACE:
        return owner.name_end
    if _tied_to_place(sentence, owner):
        return owner.name_end
    tied = article.tokens.joined(owner.name_end) or article.tokens.joined(owner.i - 1)
    if not owner.possessive and not tied:
        larger = _read_larger_name(sentence, owner)
        if larger is not None:
            return larger
    if owner.actor is None:
        return sentence.emit(
            p, owner.name_end, (), _form(sentence, owner), None, None, owner.candidates, "several readings"
        )
    if announces_its_members(sentence, owner.name_end, owner.actor):
        sentence.leave("a group of states whose names follow")
        return owner.name_end
    return sentence.emit(p, owner.name_end, (owner.actor,), _form(sentence, owner))


def _tied_to_place(sentence: Sentence, owner: Owner) -> bool:
    """Whether a capital stands with a mere city in one name: "the Jakarta-Bandung line"."""
    if owner.kind is not Kind.METONYM or not sentence.article.tokens.joined(owner.name_end):
        return False
    other = sentence.article.core(owner.name_end + 1)
    return other is not None and other.entries[0].kind is Kind.PLACE


def _form(sentence: Sentence, owner: Owner) -> Form:
    """How the name stands: as a name, as an adjective, or as a capital for its government."""
    if _in_compound(sentence, owner):
        return Form.ADJECTIVE
    if owner.kind is Kind.NOUN:
        return Form.GROUP
    if owner.kind in (Kind.ADJECTIVE, Kind.PREFIX):
        return Form.NAME if _stands_alone(sentence, owner) else Form.ADJECTIVE
    after = sentence.word(owner.name_end)
    if not owner.possessive and (_modifies(sentence, owner) or _abbreviated_adjective(sentence, owner)):
        return Form.ADJECTIVE
    if owner.kind is Kind.ORGANISATION and after in VENUE_NOUNS:
        return Form.ADJECTIVE
    return Form.METONYM if owner.kind is Kind.METONYM else Form.NAME


def _in_compound(sentence: Sentence, owner: Owner) -> bool:
    """Whether a hyphen ties the name to a word, and both stand before a noun: "China-Japan relations"."""
    tokens = sentence.article.tokens
    after, before = owner.name_end, owner.i - 1
    left = before >= sentence.i and tokens.joined(before)
    right = after < sentence.j and tokens.joined(after)
    if owner.kind is Kind.PREFIX:
        return True
    if right and sentence.word(after + 1) in _COMPOUND_ENDS:
        return True
    if not left and not right:
        return False
    q = after
    while q < sentence.j and tokens.joined(q):
        core = sentence.article.core(q + 1)
        q = core.j if core is not None else q + 2
    return q < sentence.j and tokens.raw[q][0].isalpha() and not _ends_phrase(sentence, q)


def _ends_phrase(sentence: Sentence, q: int) -> bool:
    word = sentence.word(q)
    return not word or not word[0].isalnum() or word in FUNCTION


def _modifies(sentence: Sentence, owner: Owner) -> bool:
    """Whether a bare state name stands between a determiner and a noun: "his China visit", "Japan's China policy"."""
    if _ends_phrase(sentence, owner.name_end) or not sentence.article.tokens.raw[owner.name_end][0].islower():
        return False
    if sentence.word(owner.name_end) in COMPOUND_NOUNS:
        return True
    before = sentence.word(owner.i - 1)
    return before in _DETERMINERS or sentence.article.clitic(owner.i - 1)


def _abbreviated_adjective(sentence: Sentence, owner: Owner) -> bool:
    """Whether "US" is an adjective: the state's name never stands without "the" and with a word behind it."""
    core = sentence.article.core(owner.i, Kind.ADJECTIVE)
    if (
        core is None
        or not sentence.article.tokens.quote(owner.i, owner.name_end).isupper()
        or sentence.word(owner.i - 1) == "the"
        or _ends_phrase(sentence, owner.name_end)
    ):
        return False
    verb = owner.i == sentence.i and sentence.word(owner.name_end).endswith("ed")  # as headlines have it
    return sentence.article.tokens.raw[owner.name_end][0].islower() and not verb


def _stands_alone(sentence: Sentence, owner: Owner) -> bool:
    """Whether "the Chinese" means the people of the state: a verb or the end of the phrase follows."""
    if sentence.word(owner.i - 1) != "the":
        return False
    after = sentence.word(owner.name_end)
    return not after or after in AUXILIARIES or after in (".", ",", ";", ":", "to", "in", "by", "for", "from", "with")


def _read_larger_name(sentence: Sentence, owner: Owner) -> int | None:
    """A capitalised name that begins with a state's: an organisation of that state, or no actor at all."""
    article = sentence.article
    first = owner.name_end
    company = False
    if owner.kind is Kind.ADJECTIVE:
        while sentence.word(first) in COMPANY_NOUNS or (
            not company and sentence.word(first + 1) in COMPANY_NOUNS and article.core(first) is None
        ):
            company = company or sentence.word(first) in COMPANY_NOUNS
            first += 1
        if company:
            return _read_company(sentence, owner, first)
    if first >= sentence.j or not _begins_name(sentence, first):
        return None
    if owner.kind is Kind.METONYM and owner.i > sentence.i and article.unknown_capital(owner.i - 1):
        return None
    end, nouns = _proper_run(sentence, first)
    if nouns and owner.actor is not None and owner.actor.kind is not ActorKind.BLOC:
        return _learn_group(sentence, owner.i, end, owner.actor, None)
    if owner.kind is Kind.ADJECTIVE:
        return None
    if len(sentence.discourse.called(sentence.word(first))) > 0:
        return None
    sentence.leave("a larger name that begins with a state's")
    return end


def _begins_name(sentence: Sentence, p: int) -> bool:
    core = sentence.article.core(p, Kind.AGENT, Kind.INSTITUTION)
    return sentence.article.unknown_capital(p) or (core is not None and sentence.article.tokens.capital(p))


def _read_company(sentence: Sentence, owner: Owner, first: int) -> int | None:
    """ "The Japanese steelmaker Nippon Steel": a company named with its nationality."""
    if not (first < sentence.j and sentence.article.unknown_capital(first)) or owner.actor is None:
        return None
    end, _ = _proper_run(sentence, first)
    name = sentence.article.tokens.quote(first, end)
    actor = learned_group(name, owner.actor, "BUS")
    sentence.discourse.groups[name] = actor
    return sentence.emit(owner.i, end, (actor,), Form.NAME)


def _proper_run(sentence: Sentence, p: int) -> tuple[int, bool]:
    """Where a run of capitalised words from ``p`` ends, and whether it names an organisation."""
    article = sentence.article
    q = p
    nouns = False
    while q < sentence.j:
        core = article.core(q)
        word = sentence.word(q)
        if (
            core is not None
            and article.tokens.capital(q)
            and not core.has(Kind.PERSON, Kind.OFFICE)
            and core.j <= sentence.j
        ):
            nouns = nouns or any(sentence.word(k) in ORGANISATION_NOUNS for k in range(core.i, core.j))
            q = core.j
        elif core is None and article.unknown_capital(q):
            nouns = nouns or word in ORGANISATION_NOUNS
            q += 1
        elif (
            q > p
            and word in ("of", "for", "the", "and", "&", "on", "-", "in")
            and _capital_ahead(sentence, q + 1, word)
        ):
            q += 1
        else:
            break
    return q, nouns


def _capital_ahead(sentence: Sentence, q: int, link: str) -> bool:
    """Whether a name goes on after "of the", "and" and the like; a state after "and" is another party."""
    if sentence.word(q) == "the" and link in ("of", "for", "on"):
        q += 1
    core = sentence.article.core(q)
    if link in ("and", "&", "in"):
        return (
            link != "in"
            and core is None
            and sentence.article.unknown_capital(q)
            and sentence.word(q) in ORGANISATION_NOUNS
        )
    if core is not None:
        return sentence.article.tokens.capital(q) and not core.has(Kind.PERSON, Kind.OFFICE) and q < sentence.j
    return q < sentence.j and sentence.article.unknown_capital(q)


def _learn_group(sentence: Sentence, i: int, end: int, owner: Actor, sector: str | None) -> int:
    name = sentence.article.tokens.quote(i, end)
    actor = learned_group(name, owner, sector)
    sentence.discourse.groups[name] = actor
    return learn_acronym(sentence, sentence.emit(i, end, (actor,), Form.NAME), (actor,))


def _read_head_of(sentence: Sentence, p: int) -> int | None:
    """ "Bank of Japan", "Embassy of China": an organisation whose state stands behind it."""
    article = sentence.article
    known = article.core(p, Kind.AGENT)
    if not article.tokens.capital(p) or not (article.unknown_capital(p) or known):
        return None
    if sentence.word(p) not in ORGANISATION_NOUNS or (known is not None and sentence.word(p) not in PROPER_HEADS):
        return None
    if sentence.word(p + 1) != "of":
        return None
    q = p + 2 + (sentence.word(p + 2) == "the")
    owner = parse_owner(article, q, sentence.named)
    if owner is None or owner.actor is None or owner.kind is not Kind.STATE:
        return None
    return _learn_group(sentence, p, owner.name_end, owner.actor, None)


def read_learned_group(sentence: Sentence, p: int) -> int | None:
    """Read an organisation that the document named before, by its name or acronym."""
    groups = sentence.discourse.groups
    if not groups or not sentence.article.tokens.capital(p):
        return None
    for name, actor in groups.items():
        words = name.split()
        if sentence.article.tokens.raw[p] != words[0] and not name.startswith(sentence.article.tokens.raw[p]):
            continue
        text = sentence.article.tokens.text
        start = sentence.article.tokens.starts[p]
        if text.startswith(name, start):
            end = _token_ending(sentence, start + len(name), p)
            if end is not None:
                return sentence.emit(p, end, (actor,), Form.NAME)
    return None


def _token_ending(sentence: Sentence, offset: int, p: int) -> int | None:
    for q in range(p, sentence.j):
        if sentence.article.tokens.ends[q] == offset:
            return q + 1
        if sentence.article.tokens.ends[q] > offset:
            return None
    return None
