"""How long since the last: "the first visit in three years and three months", "met for the first time since 2019".

Such a claim can be false, and the record may show it: a contact of that kind between the parties that came later.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.dating.lexicon import MONTHS
from detente.ledgers.clauses import CODER, FINITE, clause_of, is_negated, parties_in, record_id, slots_below, words_of
from detente.ledgers.numbers import NUMBER, read_number
from detente.ledgers.parse_spans import tokens_at
from detente.ledgers.sentences import ReadSentence
from detente.records import Contact, ContactKind, Evidence, Level, Modality, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNIT = r"(?:years?|months?|decades?|weeks?|century|centuries)"
_ABOUT = r"(?:(?:more than|just over|over|nearly|almost|about|around|roughly|at least|the past|the last|some|just) )*"
_LENGTH = (
    rf"{_ABOUT}(?P<number>{NUMBER}|an?)(?P<half> and a half)?(?: full)? (?P<unit>{_UNIT})"
    rf"(?: and (?P<more>{NUMBER}|an?) (?P<smaller>months?|weeks?))?\b"
)
_SINCE = rf"since (?:(?:early|mid|late)[- ])?(?:(?P<month>{'|'.join(MONTHS)}) (?:of )?)?(?P<year>(?:19|20)\d\d)\b"
_BACK = rf"(?:in {_LENGTH}|{_SINCE})"
_TIME = re.compile(rf"\bfor (?:only )?the first time {_BACK}", re.IGNORECASE)
_FIRST = re.compile(rf"\bfirst(?P<what>(?: (?!time\b)[^\s.;:]+){{0,14}}?),? {_BACK}", re.IGNORECASE)
# "had not met for 15 months", "hasn't been used since 2003", "nobody has visited in four years"
_NOT_SINCE = re.compile(
    r"\b(?:(?:have|has|had)(?:n['’]t| not| never)|(?:no|nobody|none)\b(?: [^\s.;:,]+){0,8}? (?:have|has|had))"
    rf"(?P<what>(?: [^\s.;:,]+){{1,8}}?),? (?:(?:for|in) {_LENGTH}|{_SINCE})",
    re.IGNORECASE,
)
# "four years in coming": what came then is the first in so long
_IN_COMING = re.compile(rf"\b{_LENGTH} in (?:the )?(?:coming|making)\b", re.IGNORECASE)
#: what a text with such a claim has, for a first look
FIRST_CUE = (
    r"(?i:(?:\b(?:first|no|nobody|none|not|never)|n['’]t)\b[^.;]{0,110}?\b(?:for|in|since)\b[^.;]{0,40}?"
    r"(?:\byears?|\bmonths?|\bdecades?|\bweeks?|\bcentury|\d{4})\b)|\bin (?:the )?(?:coming|making)\b"
)
_MONTHS_IN = {"year": 12.0, "month": 1.0, "decade": 120.0, "century": 1200.0, "week": 12 / 52}
_PREPOSITION = re.compile(r"(?:between|by|from|to|of|with|among|at|for)\b", re.IGNORECASE)
_VISIT = re.compile(r"\b(?:visit(?:s|ed|ing)?|trips?|travel(?:s|led|ed)?|state visit)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meet(?:s|ings?)?|met|summits?|talks|held talks|dialogues?|face-to-face|consultations)\b", re.IGNORECASE
)
_CALL = re.compile(r"\b(?:phone|telephone|telephoned|call with|video call)\b", re.IGNORECASE)
_LEADER = re.compile(
    r"\b(?:leaders?|summits?|presidents?|prime ministers?|premiers?|chancellors?|heads? of (?:state|government))\b",
    re.I,
)
_MINISTER = re.compile(
    r"\b(?:foreign|defen[cs]e|trade|finance|commerce|economy) (?:ministers?|secretar(?:y|ies))\b", re.I
)
_OTHER_RANK = re.compile(
    r"\b(?:vice|deput(?:y|ies)|coast guards?|lawmakers?|parliament\w*|officials?|generals?|governors?|mayors?|navy|"
    r"naval|"
    r"trilateral|committee|working[- ]level|director\w*|speaker|party|strategic|economic|security|in-person|state|"
    r"formal|official|bilateral|three-way|senior|high-level|highest|delegations?|envoys?|chiefs?)\b",
    re.IGNORECASE,
)
_GATHERINGS = frozenset({ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE})
FRESH = dt.timedelta(days=60)  # contacts so shortly before an article may be the very one that it is about


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim of how long ago the last contact was, and a contact that came later.

    Attributes:
        claim: evidence of the claim.
        contact: evidence of the contact.
        reason: both in words.
    """

    quantity: str
    contact_id: str
    claim: Evidence
    contact: tuple[Evidence, ...]
    reason: str


def find_recency(sentence: ReadSentence) -> Iterator[Quantity]:
    """The claims of a sentence that something is the first, or hasn't been, in so long or since a year.

    Returns:
        Quantities of kind "since": their value in months, or the year since which ("year" as unit). ``of`` is what is
        the first, in the sentence's words.
    """
    taken: list[Span] = []
    for pattern, teller in _TELLERS:
        for match in pattern.finditer(sentence.text):
            span = Span(match.start() + sentence.span.start, match.end() + sentence.span.start)
            read = _until_published(sentence, match) if pattern is _NOT_SINCE else None
            read = read or _read(match)
            if read is None or any(span.overlaps(one) for one in taken):
                continue
            told = teller(sentence, match, span)
            if told is None:
                continue
            taken.append(span)
            evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
            yield Quantity(
                id=record_id(evidence, "since"),
                evidence=evidence,
                kind="since",
                expression=" ".join(match[0].split()),
                value=read[0],
                unit=read[1],
                of=told[0],
                parties=told[1],
            )


def _until_published(sentence: ReadSentence, match: re.Match[str]) -> tuple[float, str] | None:
    """Months from the one since which something "hasn't been" to the article's; None where either isn't told."""
    published = sentence.document.published
    if not match["month"] or published is None or re.search(r"\bhad\b", match[0]):
        return None
    months = 12 * (published.year - int(match["year"])) + published.month - _number_of(match["month"])
    return (float(months), "months") if months > 0 else None


def _number_of(month: str) -> int:
    return 1 + [name.lower() for name in MONTHS].index(month.lower())


def _read(match: re.Match[str]) -> tuple[float, str] | None:
    """Months, or the year since which."""
    if match.groupdict().get("year"):
        return float(match["year"]), "year"
    months = _months(match["number"], match["unit"])
    if months is None:
        return None
    if match["half"]:
        months += _MONTHS_IN[_singular(match["unit"])] / 2
    if match["more"]:
        more = _months(match["more"], match["smaller"])
        if more is None:
            return None
        months += more
    return round(months, 1), "months"


def _months(number: str, unit: str) -> float | None:
    value = 1.0 if number.lower() in ("a", "an") else read_number(number)
    return None if value is None else value * _MONTHS_IN[_singular(unit)]


def _singular(unit: str) -> str:
    return {"centuries": "century"}.get(unit.lower(), unit.lower().removesuffix("s"))


def _named(sentence: ReadSentence, match: re.Match[str], span: Span) -> tuple[str, tuple[str, ...]] | None:
    """What "the first visit by X" names, with its parties; None where it makes no claim."""
    tokens = tokens_at(sentence, span)
    if not tokens:
        return None
    first, what = tokens[0], " ".join(match["what"].split()).strip(" ,")
    if re.match(rf"(?:{NUMBER}|half|few|quarter|of|day|to)\b", what, re.IGNORECASE):
        return None
    if any(token.tag_ in FINITE for token in tokens[1:]):
        return None
    noun = first.head if first.dep_ in ("amod", "advmod", "nummod", "compound") else first
    slots = slots_below(sentence, noun)
    if not what or _PREPOSITION.match(what):
        above = _antecedent(noun)
        if above is None:
            return None
        what = f"{above.text} {what}".strip()
        slots = slots_below(sentence, above) + slots
    return what, _parties(sentence, slots, noun)


def _antecedent(first: Token) -> Token | None:
    """What a bare "the first in years" is of: the noun that it stands beside, or the subject that it is said of."""
    if first.dep_ == "appos" and first.head.pos_ == "NOUN":
        return first.head
    if first.dep_ == "attr":
        return next((one for one in first.head.children if one.dep_ == "nsubj" and one.pos_ == "NOUN"), None)
    return None


def _timed(sentence: ReadSentence, match: re.Match[str], span: Span) -> tuple[str, tuple[str, ...]] | None:
    """What is done "for the first time in years", with the parties of the clause."""
    tokens = tokens_at(sentence, span)
    verb = clause_of(tokens[0]) if tokens else None
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    inside = {token.i for token in tokens}
    below = [token for token in verb.subtree if token.i not in inside and token.i >= verb.i]
    run = [token for at, token in enumerate(below) if token.i == verb.i + at]
    if not run:
        return None
    start, end = run[0], run[-1]
    original = sentence.parsed.sentence.original
    words = Span(
        original(Span(start.idx, start.idx + len(start))).start, original(Span(end.idx, end.idx + len(end))).end
    )
    if words.end <= words.start:
        return None
    return " ".join(words.of(sentence.document.text).split()).rstrip(" ,"), _parties(
        sentence, slots_below(sentence, verb), verb
    )


def _not_done(sentence: ReadSentence, match: re.Match[str], span: Span) -> tuple[str, tuple[str, ...]] | None:
    """What somebody "had not done for years", with the parties of the clause; None where another verb has the time."""
    tokens = tokens_at(sentence, span)
    verb = clause_of(tokens[-1]) if tokens else None
    what = " ".join(match["what"].split())
    denied = verb is not None and (is_negated(verb) or _has_no_subject(verb))
    if verb is None or not denied or re.match(r"(?:only|just|yet)\b", what):
        return None
    return what, _parties(sentence, slots_below(sentence, verb), verb)


def _has_no_subject(verb: Token) -> bool:
    """Whether nobody does what a verb tells: "no minister has visited"."""
    subjects = (one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass"))
    return any(word.lower_ in ("no", "nobody", "none") for one in subjects for word in (one, *one.children))


def _awaited(sentence: ReadSentence, match: re.Match[str], span: Span) -> tuple[str, tuple[str, ...]] | None:
    """What was "years in coming": the subject of the clause, with its parties."""
    tokens = tokens_at(sentence, span)
    verb = clause_of(tokens[0]) if tokens else None
    subject = next((one for one in verb.children if one.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    return words_of(sentence, subject.subtree), _parties(sentence, slots_below(sentence, subject), verb)


_TELLERS = ((_TIME, _timed), (_FIRST, _named), (_NOT_SINCE, _not_done), (_IN_COMING, _awaited))


def _parties(sentence: ReadSentence, slots: Sequence[int], token: Token) -> tuple[str, ...]:
    """The parties of a phrase; with fewer than two, those of its clause too, else those of a sentence that has two."""
    parties = parties_in(sentence, slots)
    if len(parties) < 2:
        parties = tuple(dict.fromkeys((*parties, *parties_in(sentence, slots_below(sentence, clause_of(token))))))
    if len(parties) < 2:
        named = dict.fromkeys(party for one in sentence.mentions for actor in one.actors if (party := party_of(actor)))
        parties = tuple(named) if len(named) == 2 else parties
    return parties or sentence.about


def check_recency(
    quantities: Iterable[Quantity], contacts: Sequence[Contact], published: Mapping[str, dt.date | None]
) -> Iterator[Contradiction]:
    """Contacts that contradict claims that another was the first in so long.

    A claim is checked where it is of a visit, a meeting or a call of two parties, of leaders, of ministers or of whom
    it doesn't say, and not of some narrower sort ("the first trilateral summit"). It is contradicted by a contact of
    that kind, those parties and that level, told to have happened after the last one that the claim allows and before
    the contact that it is about: the one that its own article reports, else the article's day.

    Args:
        quantities: any; those of kind "since" are checked.
        contacts: of the record.
        published: day of publication by document id.

    Returns:
        One contradiction a claim and contact. "Three years" allows for a year less: news rounds.
    """
    for claim in quantities:
        sort = _sort(claim)
        if sort is None or claim.value is None:
            continue
        kinds, level = sort
        alike = [one for one in contacts if one.kind in kinds and _is_between(one, claim, kinds) and one.when.start]
        about = _about(claim, alike)
        until = _before(claim, about, published)
        if until is None:
            continue
        since = _last_allowed(claim, about.when.start if about and about.when.start else until)
        for contact in alike:
            if contact.modality is not Modality.HAPPENED or (about and contact.id == about.id):
                continue
            if level is not None and contact.level is not level:
                continue
            start, end = contact.when.start, contact.when.end
            if start and end and since < start and end < until:
                yield Contradiction(
                    quantity=claim.id,
                    contact_id=contact.id,
                    claim=claim.evidence,
                    contact=contact.evidence,
                    reason=f"“{claim.expression}” leaves none after {since}, and one is told of {start}",
                )


def _sort(claim: Quantity) -> tuple[frozenset[ContactKind], Level | None] | None:
    """Kinds of contact and the level that a claim is of; None where it can't be checked."""
    words = claim.of or ""
    if claim.kind != "since" or len(claim.parties) != 2 or _OTHER_RANK.search(words):
        return None
    level = Level.LEADER if _LEADER.search(words) else Level.MINISTER if _MINISTER.search(words) else None
    for pattern, kinds in (
        (_CALL, frozenset({ContactKind.CALL})),
        (_VISIT, frozenset({ContactKind.VISIT})),
        (_MEETING, _GATHERINGS),
    ):
        if pattern.search(words):
            return kinds, level
    return None


def _is_between(contact: Contact, claim: Quantity, kinds: frozenset[ContactKind]) -> bool:
    """Whether a contact is of the claim's parties; a visit, of the same visitor."""
    if ContactKind.VISIT in kinds:
        return contact.parties == claim.parties
    return set(contact.parties) == set(claim.parties)


def _about(claim: Quantity, alike: Iterable[Contact]) -> Contact | None:
    """The contact that a claim is about: of those that its document reports, the one told nearest to it."""
    at = claim.evidence.sentence.start
    told = [
        (abs(evidence.sentence.start - at), contact.id, contact)
        for contact in alike
        for evidence in contact.evidence
        if evidence.document == claim.evidence.document
    ]
    return min(told)[2] if told else None


def _before(claim: Quantity, about: Contact | None, published: Mapping[str, dt.date | None]) -> dt.date | None:
    """The day before which a contact must lie to be an earlier one."""
    if about is not None:
        return about.when.start
    day = published.get(claim.evidence.document)
    return day - FRESH if day else None


def _last_allowed(claim: Quantity, about: dt.date) -> dt.date:
    """The last day on which the claim allows a contact before."""
    value = claim.value or 0.0
    if claim.unit == "year":
        return dt.date(int(value), 12, 31)
    slack = 12.0 if value >= 24 and value % 12 == 0 else max(1.0, value / 10)
    return about - dt.timedelta(days=(value - slack) * 30.44)
