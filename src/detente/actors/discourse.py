"""What a document has named so far: its people, its organisations, and the order they came in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.actors.making import party_of
from detente.records import Actor, ActorKind, Form, Level, Mention


@dataclass(slots=True)
class Known:
    """A person of this document.

    Attributes:
        actor: the person.
        shorts: what the person can be called by alone, in lower case.
        offices: ids of the offices that the document or the tables give.
        titles: words of those titles, in lower case.
        office: the last title as the text words it.
        level: the level of that title.
        former: whether the document calls the person a former holder.
    """

    actor: Actor
    shorts: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    office: str | None = None
    level: Level | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its place in the discourse.

    Attributes:
        sentence: number of the sentence.
        i: first token.
        j: token after the last.
        mention: the mention.
        link: what ties it to the mention before: "and", a comma, a hyphen, "with"; empty where nothing does.
        oblique: whether it is no subject: behind a preposition, or in the genitive ("called on China to" is one).
        place: whether it only says where: "in Wellington", "from Canberra and Perth".
    """

    sentence: int
    i: int
    j: int
    mention: Mention
    link: str = ""
    oblique: bool = False
    place: bool = False


class Discourse:
    """The running state of one document. Grows from sentence to sentence."""

    def __init__(self) -> None:
        self.people: dict[str, Known] = {}
        self.full: dict[tuple[str, ...], str] = {}
        self.groups: dict[str, Actor] = {}
        self.seen: list[Seen] = []
        self.states: Counter[str] = Counter()
        self.state_order: list[str] = []
        self.left: Counter[str] = Counter()
        self.sets: dict[tuple[int, bool], tuple[Actor, ...]] = {}

    def called(self, short: str) -> tuple[Known, ...]:
        """People of this document who can be called that."""
        return tuple(known for known in self.people.values() if short in known.shorts)

    def meet(self, actor: Actor) -> Known:
        """The entry of a person, made when new; the last met comes last."""
        known = self.people.pop(actor.id, None) or Known(actor)
        self.people[actor.id] = known
        return known

    def record(self, seen: Seen) -> None:
        """Take a mention into the record."""
        self.seen.append(seen)
        for actor in seen.mention.actors:
            party = party_of(actor)
            if party is not None and seen.mention.form is not Form.ANAPHOR:
                self.states[party] += 1
                self.state_order.append(party)

    def remember(self, actors: tuple[Actor, ...]) -> None:
        """Keep a set that an anaphor stood for: "the two leaders" of later sentences are the same two."""
        self.sets[len(actors), all(is_person(actor) for actor in actors)] = actors

    def likeliest(self, countries: tuple[str, ...]) -> str | None:
        """Of several countries, the one that the document names; the last named where it names more than one."""
        named = [code for code in dict.fromkeys(reversed(self.state_order)) if code in countries]
        if len(named) > 1:
            best = self.states.most_common()
            leaders = [code for code, _ in best if code in named]
            if self.states[leaders[0]] == self.states[leaders[1]]:
                return named[0]
            return leaders[0]
        return named[0] if named else None

    def recent(self, sentence: int, back: int) -> list[Seen]:
        """Mentions of the sentences from ``sentence - back`` on, in order."""
        return [seen for seen in self.seen if seen.sentence >= sentence - back]


def is_person(actor: Actor) -> bool:
    """Whether an actor can be called he or she."""
    return actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)
