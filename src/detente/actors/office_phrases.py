"""Titles with all that belongs to them: "Vice Speaker of the House of Representatives"."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.gazetteer import Core, Kind
from detente.actors.lexicon import Institution, Title
from detente.actors.making import organisation_actor, state_actor
from detente.actors.words import INSTITUTION
from detente.knowledge.agents import Agent
from detente.knowledge.offices import Office
from detente.knowledge.organisations import Organisation
from detente.knowledge.states import State
from detente.records import Actor, Level

_TAIL_PREPOSITIONS = ("of", "for", "at")
# Only these go on with "to": "ambassador to China".
_SENT_OUT = frozenset(
    """ambassador ambassadors envoy envoys representative representatives adviser advisor advisers consul delegate
    delegates observer observers attache secretary minister commissioner special""".split()
)
_RANK = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a title after "of": bodies and states."""

    j: int
    states: tuple[Actor, ...] = ()
    bodies: tuple[Institution | Organisation | Agent, ...] = ()
    to: bool = False  # "ambassador to China": the state named is not the one spoken for
    private: bool = False  # it names an organisation that no table knows
    closed: bool = False  # it ends with a state


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A title from token ``i`` to ``j``.

    Attributes:
        offices: the readings of the title in the tables of offices.
        titles: its readings as a mere title.
        plural: whether it speaks of several holders.
        tail: what follows after "of".
        bodies: bodies named before the title ("Foreign Ministry spokesperson").
        head_end: token after the title without what follows it.
    """

    i: int
    j: int
    offices: tuple[Office, ...]
    titles: tuple[Title, ...]
    plural: bool
    tail: Tail
    bodies: tuple[Institution | Organisation | Agent, ...]
    head_end: int

    def offices_in(self, country: str | None) -> tuple[Office, ...]:
        """The readings that hold in a country; those special to it before those of any country."""
        held = self._state_offices()
        if country is None:
            return held
        special = tuple(office for office in held if country in office.countries)
        ids = {office.id for office in special}
        return special + tuple(office for office in held if not office.countries and office.id not in ids)

    def _state_offices(self) -> tuple[Office, ...]:
        """The readings, without leaders of states where the title is one of a body ("president of the bank")."""
        if self.tail.private:
            return ()
        if any(isinstance(body, Organisation) or body.sector != "GOV" for body in self.all_bodies):
            return tuple(office for office in self.offices if office.level is not Level.LEADER)
        return self.offices

    def unique(self, held: set[str]) -> bool:
        """Whether one person at a time has the title: tables of holders have it, or it is an ambassador's."""
        return any(office.id in held or office.id in ("ambassador", "spokesperson") for office in self.offices)

    @property
    def all_bodies(self) -> tuple[Institution | Organisation | Agent, ...]:
        return self.bodies + self.tail.bodies

    def level(self, country: str | None) -> Level:
        """The level that the holder speaks for."""
        sectors = {body.sector for body in self.all_bodies}
        specific = [office.level for office in self.offices_in(country)]
        if not specific and "LEG" in sectors:
            return Level.PARLIAMENT
        if not specific and "PTY" in sectors:
            return Level.PARTY
        if specific:
            return min(specific, key=_RANK.__getitem__)
        if self.tail.private:
            return Level.OTHER
        return min((title.level for title in self.titles), key=_RANK.__getitem__, default=Level.OTHER)

    def sector(self, country: str | None) -> str | None:
        """PLOVER sector of the holder."""
        for body in self.all_bodies:
            return body.sector
        for office in self.offices_in(country):
            return office.sector
        if self.tail.private:
            return None
        return self.titles[0].sector if self.titles else None


def parse_office(article: Article, p: int, end: int) -> OfficePhrase | None:
    """The title that begins at token ``p``, with its prefix ("Health, Labour and Welfare") and its tail."""
    head = _find_head(article, p, end)
    if head is None:
        return None
    core, bodies = head
    cores = [core]
    j = core.j
    while True:  # "Chief Cabinet Secretary": a title inside a title
        nearer = _find_head(article, j, end) if article.folded(j) != "of" else None
        if nearer is None:
            break
        cores = [nearer[0]]
        bodies += nearer[1]
        j = nearer[0].j
    if article.tokens.joined(j) and article.folded(j + 1) in ("elect", "designate", "in"):
        j += 4 if article.folded(j + 1) == "in" and article.folded(j + 3) == "chief" else 2
    plural = all(entry.plural for core in cores for entry in core.of(Kind.OFFICE))
    tail = parse_tail(article, j, end, plural)
    if article.folded(tail.j) == "and" and not plural:
        other = parse_office(article, tail.j + 1, end)
        if other is not None and not other.plural:
            return _join(p, core, bodies, tail, other)
    offices, titles = _readings(cores[-1])
    return OfficePhrase(p, tail.j, offices, titles, plural, tail, bodies, j)


def _join(
    p: int,
    core: Core,
    bodies: tuple[Institution | Organisation | Agent, ...],
    tail: Tail,
    other: OfficePhrase,
) -> OfficePhrase:
    offices, titles = _readings(core)
    states = tail.states or other.tail.states
    joined = Tail(other.j, states, tail.bodies + other.tail.bodies, tail.to, tail.private)
    return OfficePhrase(
        p,
        other.j,
        offices + other.offices,
        titles + other.titles,
        False,
        joined,
        bodies + other.bodies,
        other.head_end,
    )


def _readings(core: Core) -> tuple[tuple[Office, ...], tuple[Title, ...]]:
    entries = core.of(Kind.OFFICE)
    return (
        tuple(entry.what for entry in entries if isinstance(entry.what, Office)),
        tuple(entry.what for entry in entries if isinstance(entry.what, Title)),
    )


def _find_head(
    article: Article, p: int, end: int
) -> tuple[Core, tuple[Institution | Organisation | Agent, ...]] | None:
    """The title core at ``p``, or after words that can only be the beginning of a title."""
    bodies: tuple[Institution | Organisation | Agent, ...] = ()
    q = p
    listed = False  # within the subjects of a ministry ("Health, Labour and Welfare")
    while q < end and q - p < 8:
        core = article.core(q)
        if core is not None and core.has(Kind.OFFICE):
            return (core, bodies) if core.j <= end else None
        if core is not None and core.has(Kind.AGENT, Kind.INSTITUTION):
            bodies += _bodies(core)
            q = core.j + article.clitic(core.j)
            listed = False
        elif core is None and article.folded(q) in INSTITUTION:
            q += 1
            listed = True
        elif listed and article.folded(q) in ("and", "&", ",") and article.folded(q + 1) in INSTITUTION:
            q += 1
        else:
            return None
    return None


def _is_body(core: Core) -> bool:
    return core.has(Kind.ORGANISATION, Kind.INSTITUTION) or (core.has(Kind.AGENT) and not core.has(Kind.OFFICE))


def _bodies(core: Core) -> tuple[Institution | Organisation | Agent, ...]:
    found = (
        entry.what
        for entry in core.of(
            Kind.INSTITUTION,
        )
        + core.of(Kind.AGENT)
        + core.of(Kind.ORGANISATION)
    )
    return tuple(body for body in found if isinstance(body, Institution | Organisation | Agent))[:1]


def parse_tail(article: Article, p: int, end: int, plural: bool) -> Tail:
    """The bodies and states after "of", "for", "at" or "to" at token ``p``; empty where nothing fits.

    It stops before the first capitalised word that no institution is named with: there a person's name begins.
    """
    preposition = article.folded(p)
    sent = preposition == "to" and article.folded(p - 1) in _SENT_OUT
    if not (preposition in _TAIL_PREPOSITIONS or sent) or p >= end:
        return Tail(p)
    good = p
    last = ""  # kind of the part before
    states: list[Actor] = []
    bodies: list[Institution | Organisation | Agent] = []
    private = closed = False
    q = p + 1
    while q < end:
        word = article.folded(q)
        core = article.core(q)
        if core is not None and core.has(Kind.STATE, Kind.ADJECTIVE):
            if last == "state" and article.folded(q - 1) not in ("and", ",", "the", "of"):
                break
            party = next(e.what for e in core.entries if isinstance(e.what, State | Organisation))
            adjective = core.has(Kind.ADJECTIVE) and not core.has(Kind.STATE)
            if not adjective and not article.clitic(core.j):
                good = core.j
                closed = True
            states.append(state_actor(party) if isinstance(party, State) else organisation_actor(party))
            last, q = ("adjective" if adjective else "state"), core.j
        elif core is not None and _is_body(core):
            bodies.extend(_bodies(core))
            good = q = core.j
            closed = False
            last = "body"
        elif core is not None and not (core.has(Kind.OFFICE) and word in INSTITUTION and last == "word"):
            break
        elif word in INSTITUTION and (article.tokens.capital(q) or last in ("body", "word", "")):
            if article.tokens.capital(q) and word in (
                "association",
                "company",
                "university",
                "institute",
                "bank",
            ):
                private = True
            good = q = core.j if core is not None else q + 1
            closed = False
            last = "word"
        elif (
            word in ("the", "of", "for", "on")
            or (article.clitic(q) and good == q)
            or (word in ("and", "&", ",") and _continues(article, q, last, plural))
        ):
            q += 1
        else:
            break
    if good == p:
        return Tail(p)
    named = tuple(_organisation_of(states, bodies))
    return Tail(good, named, tuple(bodies), preposition == "to", private, closed)


def _organisation_of(states: list[Actor], bodies: list[Institution | Organisation | Agent]) -> list[Actor]:
    if states:
        return states
    return [organisation_actor(body) for body in bodies if isinstance(body, Organisation) and body.country is None]


def _continues(article: Article, q: int, last: str, plural: bool) -> bool:
    """Whether the "and" or comma at ``q`` goes on with the tail and does not begin another party."""
    after = q + 1
    if article.folded(q) == "," and article.folded(after) in ("and", "&"):
        after += 1
    after += article.folded(after) == "the"
    if last == "state":
        return plural and article.core(after, Kind.STATE) is not None
    if last != "word" or article.folded(after) not in INSTITUTION:
        return False
    core = article.core(after)
    return core is None or not core.has(Kind.OFFICE, Kind.STATE, Kind.ADJECTIVE)
