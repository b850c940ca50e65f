"""A sentence as the coder sees it: every name replaced by a placeholder, the same for everyone.

The n-th mention of a sentence always becomes the n-th placeholder of its form, whoever it names. So swapping
the names in a sentence can't change its code: the coder never sees them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.knowledge.states import states
from detente.records import Actor, ActorKind, Form, Level, Mention, Span


class SlotForm(StrEnum):
    NAME = "name"  # a state or an organisation
    PERSON = "person"
    ADJECTIVE = "adjective"
    GROUP = "group"
    ANAPHOR = "anaphor"
    PLACE = "place"
    FORUM = "forum"  # an organisation or bloc named by its meeting: "the Pacific Islands Leaders Meeting"


@dataclass(frozen=True, slots=True)
class Slot:
    """One mention's place in the blinded sentence.

    Attributes:
        span: where its placeholder stands, in the blinded text.
        origin: where the mention stands, in the document.
        actors: whom it names; empty for a mention that stayed unresolved.
    """

    form: SlotForm
    span: Span
    origin: Span
    text: str
    actors: tuple[Actor, ...]
    office: str | None = None
    level: Level | None = None
    metonym: bool = False  # "Tokyo": a city as well as a government

    @property
    def plural(self) -> bool:
        return len(self.actors) > 1


@dataclass(frozen=True, slots=True)
class BlindSentence:
    """A sentence without names.

    Attributes:
        text: the sentence with placeholders for names.
        slots: the mentions, in order of the text.
        dates: spans of the date expressions in the blinded text, in order.
        span: the sentence's span in the document.
        seams: pairs (position in the blinded text, position in the document), ascending: offsets between
            two seams run in parallel.
    """

    text: str
    slots: tuple[Slot, ...]
    dates: tuple[Span, ...]
    span: Span
    seams: tuple[tuple[int, int], ...]

    def at(self, origin: Span) -> int:
        """Index of the slot that stands at a span of the document."""
        return next(number for number, slot in enumerate(self.slots) if slot.origin == origin)

    def original(self, span: Span) -> Span:
        """The span in the document of a span in the blinded text that touches no placeholder."""
        for slot in self.slots:
            if slot.span.overlaps(span):
                return slot.origin
        seam = bisect_right(self.seams, (span.start, 1 << 60)) - 1
        shift = self.seams[seam][1] - self.seams[seam][0]
        return Span(span.start + shift, span.end + shift)

    def origin_of(self, span: Span) -> Span:
        """The span in the document of any span in the blinded text; a placeholder that it touches is in it whole."""
        first = self.original(Span(span.start, span.start + 1))
        last = self.original(Span(span.end - 1, span.end))
        return Span(first.start, max(first.end, last.end))

    def part(self, span: Span) -> BlindSentence:
        """A part of the sentence, with the slots and dates that lie in it whole."""
        first = self.original(Span(span.start, span.start + 1)).start
        seams = ((at - span.start, origin) for at, origin in self.seams if span.start < at <= span.end)
        return BlindSentence(
            span.of(self.text),
            tuple(_moved(slot, slot.span.shifted(-span.start)) for slot in self.slots if span.covers(slot.span)),
            tuple(date.shifted(-span.start) for date in self.dates if span.covers(date)),
            Span(first, self.original(Span(span.end - 1, span.end)).end),
            ((0, first), *seams),
        )


_STATES = (
    "France",
    "Germany",
    "Spain",
    "Italy",
    "Sweden",
    "Norway",
    "Austria",
    "Greece",
    "Poland",
    "Denmark",
)
_ADJECTIVES = (
    "French",
    "German",
    "Spanish",
    "Italian",
    "Swedish",
    "Norwegian",
    "Austrian",
    "Greek",
    "Polish",
    "Danish",
)
_PEOPLE = ("Smith", "Jones", "Taylor", "Brown", "Wilson", "Evans", "Clark", "Baker", "Harris", "Cooper")
_PLACES = (
    "Paris",
    "Berlin",
    "Madrid",
    "Rome",
    "Stockholm",
    "Oslo",
    "Vienna",
    "Athens",
    "Warsaw",
    "Copenhagen",
)


_FORUM = re.compile(r"\b(Summit|Meeting|Forum|Dialogue|Conference|Talks)$", re.IGNORECASE)
_LEADERS = re.compile(r"\b(?:Summit|Leaders'? Meeting)$", re.IGNORECASE)

_OPENING = re.compile(
    r"(?:^|[;:,–—(] ?)(?:(?:and|but|then|so|yet|while|when|where|that|again) )*"
    r"(?:(?:early|late|later|as early as|as late as) )?"
    r"(?:(?:on|in|at|by|during|over|since|until|from|for)\b[^,;:()]*)?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
_HYPHENS = ("-", "–")
_FROM_ANOTHER = (" after", " before", " since", " of", " following")
_SUBJECTS = (SlotForm.NAME, SlotForm.PERSON, SlotForm.ANAPHOR)


def slot_form(mention: Mention) -> SlotForm:
    """The form in which the coder sees a mention."""
    if mention.form is Form.ANAPHOR:
        return SlotForm.ANAPHOR
    if mention.form is Form.ADJECTIVE:
        return SlotForm.ADJECTIVE if _is_adjective(mention) else SlotForm.NAME
    if mention.form is Form.GROUP:
        return SlotForm.GROUP
    if mention.form is Form.OFFICE or any(actor.kind is ActorKind.PERSON for actor in mention.actors):
        return SlotForm.PERSON
    return SlotForm.FORUM if _FORUM.search(mention.text) else SlotForm.NAME


def _is_adjective(mention: Mention) -> bool:
    """Whether a state before a noun is named by its adjective: "Japanese", not "Japan".

    "China" before a word in lower case may be its subject as well ("demanded that China withdraw"): the parser
    is to judge, from a noun.
    """
    state = states().get(mention.actors[0].id) if len(mention.actors) == 1 else None
    return state is None or mention.text in state.adjectives or mention.text in state.prefixes


def _head_noun(text: str) -> str:
    """The noun that says what kind of group a mention names: "vessels" of "Chinese vessels"."""
    words = text.partition(" of ")[0].partition(" for ")[0].replace(",", " ").split()
    return words[-1].lower() if words else text


def _placeholder(slot: Slot, number: int) -> str:
    index = number % len(_STATES)
    if slot.form is SlotForm.ANAPHOR:
        return slot.text
    if slot.form is SlotForm.ADJECTIVE:
        return _ADJECTIVES[index]
    if slot.form is SlotForm.PERSON:
        if slot.plural:
            return "the leaders" if slot.level is Level.LEADER else "the ministers"
        return _PEOPLE[index]
    if slot.form is SlotForm.GROUP:
        article = "the " if slot.text.lower().startswith("the ") else ""
        return article + _head_noun(slot.text)
    if slot.form is SlotForm.FORUM:
        return "summit" if _LEADERS.search(slot.text) else _head_noun(slot.text)
    if slot.form is SlotForm.PLACE:
        return _PLACES[index]
    return _STATES[index]


def blind(
    text: str,
    sentence: Span,
    mentions: Sequence[Mention],
    places: Sequence[Slot] = (),
    dates: Sequence[Span] = (),
) -> BlindSentence:
    """Replace the mentions of one sentence by placeholders.

    Args:
        text: the document's text.
        sentence: span of the sentence.
        mentions: mentions inside the sentence, disjoint.
        places: places named in the sentence as slots of form PLACE (their ``span`` is ignored); one that a
            mention covers is dropped.
        dates: spans of date expressions in the document; one that overlaps a mention is kept in the count
            but gets an empty span, so that numbering stays.

    Returns:
        The blinded sentence; slots and dates in order of the text.
    """
    slots = [_slot(mention) for mention in mentions]
    slots += [place for place in places if not any(place.origin.overlaps(slot.origin) for slot in slots)]
    return blind_slots(text, sentence, slots, dates)


def blind_slots(text: str, sentence: Span, slots: Sequence[Slot], dates: Sequence[Span] = ()) -> BlindSentence:
    """Replace slots by placeholders; see :func:`blind`."""
    slots = sorted(slots, key=lambda slot: slot.origin)
    out: list[str] = []
    length = 0
    cursor = sentence.start
    seams = [(0, sentence.start)]
    placed: list[Slot] = []
    ends = {date.end: date for date in dates}
    for number, slot in enumerate(slots):
        gap = _without_article(text[cursor : slot.origin.start], slot)
        opening = ends.get(cursor + len(gap) - 1) or (_place_before(placed, slot) if gap == " " else None)
        if _is_opened_by(opening, text, sentence.start, slot):
            gap = f"{gap[:-1]}, "
        word = _placeholder(slot, number)
        start = length + len(gap)
        if start == 0:
            word = word[:1].upper() + word[1:]
        out += [gap, word]
        length = start + len(word)
        placed.append(_moved(slot, Span(start, length)))
        cursor = slot.origin.end
        if slot.form is SlotForm.PERSON and "," in slot.text and text.startswith(",", cursor):
            cursor += 1  # the comma that closes an apposition goes with it
        seams.append((length, cursor))
    out.append(text[cursor : sentence.end])
    moved_dates = tuple(_moved_date(date, placed, seams) for date in dates)
    return BlindSentence("".join(out), tuple(placed), moved_dates, sentence, tuple(seams))


def _without_article(gap: str, slot: Slot) -> str:
    """The words before a slot, less an article that its placeholder doesn't take ("the Philippines")."""
    if slot.form not in (SlotForm.NAME, SlotForm.PERSON) or not gap.lower().endswith("the "):
        return gap
    return gap[:-4] if len(gap) == 4 or not gap[-5].isalnum() else gap


def _place_before(placed: Sequence[Slot], slot: Slot) -> Span | None:
    """The place right before a person: "In Rome Smith met"."""
    last = placed[-1] if placed else None
    is_place = last is not None and (last.metonym or last.form in (SlotForm.NAME, SlotForm.PLACE))
    return last.origin if last and is_place and slot.form is SlotForm.PERSON else None


def _is_opened_by(date: Span | None, text: str, start: int, slot: Slot) -> bool:
    """Whether a clause opens with a date or a place and a slot follows at once: "In May 2023 Smith flew".

    The parser would take the name for a part of the date, and leave the verb without a subject; a comma keeps
    them apart. What stands before a noun of event keeps its date: "at the May 2023 Smith-Jones summit".
    """
    if date is None or slot.form not in _SUBJECTS or text.startswith(_HYPHENS, slot.origin.end):
        return False
    before = text[start : date.start]
    is_modifier = before.lower().endswith("the ") and not _ORDINAL.match(text, date.start)
    is_measured = date.of(text).endswith(_FROM_ANOTHER)  # "a week after Smith's death"
    return not is_modifier and not is_measured and _OPENING.search(before) is not None


def empty_slot(form: SlotForm, origin: Span, text: str) -> Slot:
    """A slot that stands for nobody known: a marked name."""
    return Slot(form=form, span=Span(0, 0), origin=origin, text=text, actors=())


def _slot(mention: Mention) -> Slot:
    return Slot(
        form=slot_form(mention),
        span=Span(0, 0),
        origin=mention.span,
        text=mention.text,
        actors=mention.actors,
        office=mention.office,
        level=mention.level,
        metonym=mention.form is Form.METONYM,
    )


def _moved(slot: Slot, span: Span) -> Slot:
    return Slot(slot.form, span, slot.origin, slot.text, slot.actors, slot.office, slot.level, slot.metonym)


def _moved_date(date: Span, slots: Sequence[Slot], seams: Sequence[tuple[int, int]]) -> Span:
    if any(slot.origin.overlaps(date) for slot in slots):
        return Span(0, 0)
    shift = 0
    for blinded, original in seams:
        if original <= date.start:
            shift = blinded - original
    return Span(date.start + shift, date.end + shift)
