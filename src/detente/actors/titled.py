"""Titles where they stand in a text, with owners, article and apposition."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.gazetteer import Kind
from detente.actors.lexicon import Institution
from detente.actors.names import NameSpan, parse_name
from detente.actors.office_phrases import OfficePhrase, parse_office
from detente.actors.owners import Owner, parse_owner, parse_owners, predicate_after
from detente.actors.sentence import Sentence, skip_premodifiers
from detente.actors.words import ARTICLES, words_of
from detente.knowledge.organisations import Organisation
from detente.records import Actor, Level

_NOT_IN_APPOSITION = words_of("who which that said says is was were are has have had will would told when where")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title with its owners: "then Japanese Foreign Minister".

    Attributes:
        i: first token of the phrase.
        start: first token of the title itself, after article and owners.
        owners: the owners named before it.
        office: the title.
        former: whether the office is over.
    """

    i: int
    start: int
    owners: tuple[Owner, ...]
    office: OfficePhrase
    former: bool

    def speakers(self) -> tuple[Actor, ...]:
        """The states and organisations that the title speaks for, by the words around it."""
        owners = tuple(owner.actor for owner in self.owners if owner.actor is not None)
        if owners:
            return owners
        return () if self.office.tail.to else self.office.tail.states


def parse_titled(sentence: Sentence, p: int) -> Titled | None:
    """The title that begins at token ``p``, with article, owners and "former"."""
    q, former = skip_premodifiers(sentence, p)
    owners = parse_owners(sentence.article, q, sentence.j, sentence.named)
    for some in (owners, owners[:1], ()):
        if some and some[-1].kind is Kind.PLACE and some[-1].possessive is False and not _local(sentence, some[-1].j):
            continue
        if some and (predicate_after(sentence.article, some[-1]) or sentence.word(some[-1].j) in ARTICLES):
            continue
        start = some[-1].j if some else q
        start, over = skip_premodifiers(sentence, start) if some else (start, False)
        office = parse_office(sentence.article, start, sentence.j)
        if office is not None:
            return Titled(p, start, some, office, former or over)
        if len(owners) < 2 and not some:
            break
    return None


def _local(sentence: Sentence, p: int) -> bool:
    return sentence.word(p) in ("mayor", "governor", "vice", "deputy", "party", "police", "city", "municipal")


def closes(sentence: Sentence, q: int) -> bool:
    return q >= sentence.j or sentence.word(q) in (",", ".", ";", ")", ":", "—", "–", '"', "”")


def countries_of(sentence: Sentence, titled: Titled) -> tuple[str, ...]:
    """Countries that the title can speak for: by its owners, else by its bodies."""
    speakers = titled.speakers()
    if speakers:
        return tuple(actor.country or actor.id for actor in speakers)
    bodies = [body for body in titled.office.all_bodies if isinstance(body, Institution | Organisation)]
    for body in bodies:
        if isinstance(body, Organisation):
            return (body.country,) if body.country else ()
        if body.countries:
            return body.countries
    return ()


def origin_after(sentence: Sentence, p: int) -> tuple[tuple[str, ...], int] | None:
    """ "Of Britain" behind a name: the country, and the token after it."""
    if sentence.word(p) != "of":
        return None
    owner = parse_owner(sentence.article, p + 1, sentence.named)
    if owner is None or owner.kind is not Kind.STATE or owner.possessive or owner.actor is None:
        return None
    return ((owner.actor.country,), owner.name_end) if owner.actor.country else None


def level_of(titled: Titled, country: str | None) -> Level | None:
    """The level of a title; unknown where nothing says whose title it is."""
    if titled.former:
        return Level.OTHER
    return titled.office.level(country) if country is not None else None


def wording_of(sentence: Sentence, titled: Titled) -> str:
    """The title as the text words it, without article and owner, with "former"."""
    words = sentence.article.tokens.quote(titled.start, titled.office.j)
    return f"former {words}" if titled.former and not words.lower().startswith("former") else words


def _has_title_before(sentence: Sentence, name: NameSpan) -> bool:
    """Whether the title is that of the name right behind it: "Abe, President Xi received ..." tells of two people."""
    if name.core is not None or name.j - name.i > 1 or not closes(sentence, name.j):
        return True
    short = " ".join(name.words(sentence.article))
    return bool(sentence.discourse.called(short) or sentence.article.gazetteer.names.by_short(short))


def parse_apposition(sentence: Sentence, p: int) -> tuple[Titled, int] | None:
    """A title behind a name, after a comma: the title and the token where the apposition closes."""
    if sentence.word(p) not in (",", "("):
        return None
    titled = parse_titled(sentence, p + 1)
    if titled is None:
        return None
    q = titled.office.j
    name = parse_name(sentence.article, q, sentence.j)
    if name is not None and _has_title_before(sentence, name):
        return None
    for k in range(q, min(q + 14, sentence.j + 1)):
        if closes(sentence, k):
            return titled, k
        if sentence.word(k) in _NOT_IN_APPOSITION:
            return None
    return None
