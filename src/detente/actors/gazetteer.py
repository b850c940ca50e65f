"""The names we know, and one pass over a text that finds them all.

A text is written anew with a mark before and after every word, and the names likewise; so a plain string search
never finds "us" in "trust", and words that differ in hyphen, space or accent can be made the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from detente.actors.legal_forms import end_of_company
from detente.actors.lexicon import Institution, Title, institutions, titles
from detente.actors.people import Names, full_names
from detente.actors.tokens import Tokens, tokenize
from detente.actors.words import words_of
from detente.knowledge.agents import Agent, agents
from detente.knowledge.companies import Company, companies
from detente.knowledge.holders import Person, holders, split_by_party
from detente.knowledge.offices import Office, offices
from detente.knowledge.organisations import Organisation, organisations
from detente.knowledge.other_names import other_names
from detente.knowledge.states import Ambiguity, State, ambiguities, states

_QUALIFIERS = words_of("former ex retired past acting interim caretaker incoming transitional veteran")


# "US allies" are not American: these nouns don't make an actor of the state before them.
_RELATIONAL = words_of(
    """ally neighbour neighbor partner rival enemy foe adversary friend supporter counterpart aggressor
    invader occupier backer sponsor competitor critic opponent"""
)


class Kind(IntEnum):
    """What a name is; of two readings of the same words the lower number wins."""

    BLOCKED = 0
    PERSON = 1
    STATE = 2
    ADJECTIVE = 3
    PREFIX = 4
    NOUN = 5
    ORGANISATION = 6
    INSTITUTION = 7
    OFFICE = 8
    AGENT = 9
    METONYM = 10
    PLACE = 11
    COMPANY = 12


Payload = State | Organisation | Institution | Office | Title | Person | Agent | Company | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name."""

    kind: Kind
    what: Payload
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Core:
    """A name found in the text: tokens ``i`` to ``j``, with all its readings of the best kinds."""

    i: int
    j: int
    entries: tuple[Entry, ...]

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def has(self, *kinds: Kind) -> bool:
        return any(entry.kind in kinds for entry in self.entries)


class Gazetteer:
    """Names of states, organisations, offices, people and agent nouns, ready to be found in a text.

    Not picklable: every process builds its own.

    Args:
        states: the states.
        organisations: organisations and blocs.
        offices: titles.
        people: holders of offices.
        agents: head nouns that make a nationality and a noun an actor.
        ambiguities: names that several states or organisations share, with the usual reading, by name.
        companies: companies and banks.
    """

    def __init__(
        self,
        states: Iterable[State],
        organisations: Iterable[Organisation],
        offices: Iterable[Office],
        people: Iterable[Person],
        agents: Iterable[Agent],
        ambiguities: Mapping[str, Ambiguity] | None = None,
        companies: Iterable[Company] = (),
    ) -> None:
        self.states = {state.id: state for state in states}
        self.organisations = {org.id: org for org in organisations}
        self.offices = tuple(offices)
        self.people = tuple(people)
        self.by_id = {person.id: person for person in self.people}
        self.names = Names(self.people)
        self.held = {tenure.office for person in self.people for tenure in person.tenures}
        self._ambiguities = ambiguities or {}
        self._cased: dict[str, list[Entry]] = defaultdict(list)
        self._any: dict[str, list[Entry]] = defaultdict(list)
        self._add_states()
        self._add_shared_names()
        self._add_organisations()
        self._add_titles(agents)
        for company in companies:
            for name in {company.name, *company.aliases}:
                self._put(self._cased, name, Entry(Kind.COMPANY, company))
        for person in self.people:
            for name in full_names(person):
                self._put(self._any, name, Entry(Kind.PERSON, person))
        self._exact = _Automaton(self._cased)
        self._loose = _Automaton(self._any)

    def _put(self, table: dict[str, list[Entry]], name: str, entry: Entry) -> None:
        tokens = tokenize(name)
        key = _marked(tokens.plain if table is self._cased else tokens.folded)
        if key and entry not in table[key]:
            table[key].append(entry)

    def _add_states(self) -> None:
        for name in other_names():
            self._put(self._cased, name, Entry(Kind.BLOCKED, name))
        for state in self.states.values():
            official = (state.official,) if state.official else ()
            for name in {*state.names, *state.case_names, *official}:
                self._put(self._cased, _bare(name), Entry(Kind.STATE, state))
            for name in state.adjectives:
                self._put(self._cased, name, Entry(Kind.ADJECTIVE, state))
            for name in state.nouns:
                if name not in state.adjectives:
                    self._put(self._cased, name, Entry(Kind.NOUN, state, plural=name.endswith("s")))
            for name in state.prefixes:
                self._put(self._cased, name, Entry(Kind.PREFIX, state))
            for metonym in state.metonyms:
                self._put(self._cased, _bare(metonym.text), Entry(Kind.METONYM, state))
            for place in state.places:
                self._put(self._cased, _bare(place.name), Entry(Kind.PLACE, state))

    def _add_shared_names(self) -> None:
        """Names that no single state has for its own ("Korean")."""
        kinds = {"name": Kind.STATE, "adjective": Kind.ADJECTIVE, "noun": Kind.NOUN}
        for ambiguity in self._ambiguities.values():
            for reading in ambiguity.readings:
                state = self.states.get(reading.actor or "")
                if state is not None and reading.kind in kinds:
                    self._put(self._cased, ambiguity.name, Entry(kinds[reading.kind], state))
                org = self.organisations.get(reading.actor or "")
                if org is not None and reading.kind == "metonym":
                    self._put(self._cased, ambiguity.name, Entry(Kind.METONYM, org))

    def _add_organisations(self) -> None:
        for org in self.organisations.values():
            entry = Entry(Kind.ORGANISATION, org)
            for name in {org.acronym or "", *org.case_names}:
                self._put(self._cased, name, entry)
            for name in org.adjectives:
                self._put(self._cased, name, Entry(Kind.ADJECTIVE, org))
            for name in {org.name, *org.aliases}:
                bare = _bare(name)
                table = self._any if len(bare.split()) > 1 else self._cased
                self._put(table, bare, entry)
        for body in institutions():
            self._put(self._cased, body.name, Entry(Kind.INSTITUTION, body))

    def _add_titles(self, agents: Iterable[Agent]) -> None:
        for office in self.offices:
            for name in office.names:
                if _is_qualified(name):
                    continue
                self._put(self._any, name, Entry(Kind.OFFICE, office))
                self._put(self._any, plural_of(name), Entry(Kind.OFFICE, office, plural=True))
        for title in titles():
            self._put(self._any, title.name, Entry(Kind.OFFICE, title, plural=_is_plural(title.name)))
        roles = {title.name: title for title in titles()}
        for agent in agents:
            if _is_qualified(agent.lemma) or agent.lemma in _RELATIONAL:
                continue
            self._put(self._any, agent.lemma, Entry(Kind.AGENT, agent))
            first, _, last = agent.lemma.rpartition(" ")
            if first and last in roles:  # "trade official" is a title before a name
                role = Title(agent.lemma, roles[last].level, agent.sector)
                self._put(self._any, agent.lemma, Entry(Kind.OFFICE, role))
            if agent.plural and agent.plural != agent.lemma:
                self._put(self._any, agent.plural, Entry(Kind.AGENT, agent, plural=True))

    def match(self, tokens: Tokens) -> list[Core]:
        """All names in the text, leftmost and longest, without overlap.

        Args:
            tokens: the words of the text.

        Returns:
            The names found, in order.
        """
        found: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for i, j, entries in self._exact.find(tokens.plain):
            found[i, j].extend(entries)
        for i, j, entries in self._loose.find(tokens.folded):
            found[i, j].extend(entry for entry in entries if _cased_well(tokens, i, j, entry))
        cores: list[Core] = []
        end = 0
        for (i, j), readings in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
            if readings and i >= end:
                best = self._best(tokens, i, j, readings)
                end = end_of_company(tokens, j) if best[0].kind is Kind.COMPANY else j
                cores.append(Core(i, end, best))
        return cores

    def _best(self, tokens: Tokens, i: int, j: int, entries: list[Entry]) -> tuple[Entry, ...]:
        """Of several readings the usual one, where the table of ambiguous names has one."""
        ordered = tuple(sorted(entries, key=lambda entry: entry.kind))
        ambiguity = self._ambiguities.get(tokens.quote(i, j))
        seats = any(entry.kind is Kind.METONYM and isinstance(entry.what, Organisation) for entry in entries)
        if ambiguity is not None and ambiguity.usual is not None and not seats:
            usual = ambiguity.usual
            chosen = tuple(
                entry for entry in ordered if isinstance(entry.what, State | Organisation) and entry.what.id == usual
            )
            return chosen or ordered
        return ordered

    def usual(self, name: str) -> str | None:
        """Id of the usual reading of a name that several share; None where there is none."""
        ambiguity = self._ambiguities.get(name)
        return ambiguity.usual if ambiguity is not None else None


class _Automaton:
    """One table of names as a matcher over words with marks around them."""

    def __init__(self, table: dict[str, list[Entry]]) -> None:
        self._entries = [tuple(entries) for entries in table.values()]
        self._matcher = AhoCorasick(
            list(table), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        haystack = _marked(words)
        starts: dict[int, int] = {}
        at = 0
        for number, word in enumerate(words):
            starts[at] = number
            at += len(word) + 2
        starts[at] = len(words)
        for index, start, end in self._matcher.find_matches_as_indexes(haystack):
            yield starts[start], starts[end], self._entries[index]


def _marked(words: Sequence[str]) -> str:
    return "".join(f"\x02{word}\x03" for word in words)


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)


def _cased_well(tokens: Tokens, i: int, j: int, entry: Entry) -> bool:
    """People and organisations begin, and people also end, with a capital."""
    if entry.kind is Kind.PERSON:
        return tokens.capital(i) and (tokens.capital(j - 1) or tokens.plain[j - 2] == "-")
    if entry.kind is Kind.ORGANISATION:
        return tokens.capital(i)
    return True


def plural_of(title: str) -> str:
    """The plural of a title: of its word before the first "of", "for", "to" or "in", else of its last word."""
    words = title.split()
    heads = [k for k, word in enumerate(words) if k and word in ("of", "for", "to", "in", "at")]
    head = (heads[0] if heads else len(words)) - 1
    if words[head] == "general" and head > 0 and words[head - 1] in ("secretary", "director", "attorney", "consul"):
        head -= 1
    return " ".join((*words[:head], _plural(words[head]), *words[head + 1 :]))


def _plural(word: str) -> str:
    if word.endswith("person"):
        return word[:-6] + "persons"
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")


def _is_qualified(title: str) -> bool:
    """Whether a title only adds "former", "acting" and the like to another, which the patterns read by themselves."""
    return title.partition(" ")[0].partition("-")[0] in _QUALIFIERS


def _is_plural(title: str) -> bool:
    return title.endswith(("ers", "ors", "ents", "ans", "ats", "ives", "oys", "sons", "smen", "ries", "iers", "iates"))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer over the tables of knowledge, built once a process.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    return Gazetteer(
        states().values(),
        organisations().values(),
        offices(),
        (part for person in holders() for part in split_by_party(person)),
        agents().values(),
        ambiguities(),
        companies().values(),
    )
