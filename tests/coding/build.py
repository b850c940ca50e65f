"""Builders for the coding tests: a sentence with its parties marked, and its relations as a line each.

``marked("[Abe:p] met [Xi:p] in [Beijing:x] on {Monday}")`` marks slots by form: n name (state, organisation),
m metonym, p person, P several people, a adjective, g group, o pronoun, O several ("the two sides"), x place;
braces mark a date. ``lines`` prints relations as ``ROOT:mode modality source > target @place {date} "trigger"``.
"""

import re

from detente.coding.blind import BlindSentence, Slot, SlotForm, blind_slots
from detente.coding.coder import Relation
from detente.records import Actor, ActorKind, Span

_FORMS = {
    "n": SlotForm.NAME,
    "m": SlotForm.NAME,
    "p": SlotForm.PERSON,
    "P": SlotForm.PERSON,
    "a": SlotForm.ADJECTIVE,
    "g": SlotForm.GROUP,
    "o": SlotForm.ANAPHOR,
    "O": SlotForm.ANAPHOR,
    "x": SlotForm.PLACE,
}
_MARK = re.compile(r"\[([^]]+):(\w)\]|\{([^}]+)\}")


def actor(name: str) -> Actor:
    return Actor(name, name, ActorKind.STATE, name)


def marked(text: str) -> BlindSentence:
    """The blinded sentence of a marked one."""
    plain, slots, dates, length, cursor = [], [], [], 0, 0
    for mark in _MARK.finditer(text):
        gap, words = text[cursor : mark.start()], mark[1] or mark[3]
        span = Span(length + len(gap), length + len(gap) + len(words))
        plain += [gap, words]
        length, cursor = span.end, mark.end()
        if mark[3]:
            dates.append(span)
            continue
        actors = (actor(words),) if mark[2] not in "PO" else (actor(words + "/1"), actor(words + "/2"))
        slots.append(Slot(_FORMS[mark[2]], Span(0, 0), span, words, actors, metonym=mark[2] == "m"))
    plain.append(text[cursor:])
    sentence = "".join(plain)
    return blind_slots(sentence, Span(0, len(sentence)), slots, dates)


def lines(sentence: BlindSentence, relations: tuple[Relation, ...]) -> list[str]:
    """Relations as a domain expert would note them."""

    def named(slots: tuple[int, ...]) -> str:
        return " + ".join(sentence.slots[slot].text for slot in slots)

    out = []
    for one in relations:
        code = f"{one.root}:{one.mode}" if one.mode else one.root
        sides = f"{named(one.sources)} > {named(one.targets)}" if one.targets else named(one.sources)
        place = f" @{sentence.slots[one.place].text}" if one.place is not None else ""
        date = f" {{{sentence.dates[one.date].of(sentence.text)}}}" if one.date is not None else ""
        out.append(f"{code} {one.modality} {sides}{place}{date}")
    return out
