"""Builders of records for tests: one line a record, with the law of spans kept."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from types import MappingProxyType

from detente.records import (
    Actor,
    ActorKind,
    ContactKind,
    Document,
    Event,
    Evidence,
    Form,
    Ledger,
    Level,
    Mention,
    Modality,
    Participant,
    Precision,
    PublishedFrom,
    Span,
    When,
    WhenFrom,
)

CHINA = Actor("CHN", "China", ActorKind.STATE, "CHN", "GOV", ("PRC",))
JAPAN = Actor("JPN", "Japan", ActorKind.STATE, "JPN", "GOV")
KOREA = Actor("KOR", "South Korea", ActorKind.STATE, "KOR", "GOV")
ASEAN = Actor("org:ASEAN", "ASEAN", ActorKind.ORGANISATION, None, "IGO")
KONO = Actor("JPN:person:kono-yohei", "Yohei Kono", ActorKind.PERSON, "JPN", "GOV", ("Kono Yohei",), "1993", "2009-07")
LI = Actor("CHN:person:li-qiang", "Li Qiang", ActorKind.PERSON, "CHN", "GOV")
BY_NAME = {a.name: a for a in (CHINA, JAPAN, KOREA, ASEAN, KONO, LI)}


@dataclass(frozen=True)
class Coding:
    document: Document
    sentences: tuple = ()
    mentions: tuple = ()
    events: tuple = ()
    left: MappingProxyType = field(default_factory=lambda: MappingProxyType({}))
    ledger: Ledger = field(default_factory=Ledger)


def document(text, source="articles/one.txt", **fields):
    fields.setdefault("published", dt.date(2024, 7, 30))
    fields.setdefault("published_from", PublishedFrom.META)
    return Document(hashlib.sha256(text.encode()).hexdigest()[:16], source, text, **fields)


def day(text):
    date = dt.date.fromisoformat(text)
    return When(date, date, Precision.DAY, WhenFrom.EXPRESSION, text)


def sentences(text):
    """One span a line."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def participant(doc, actor, sentence, **fields):
    start = doc.text.index(actor.name, sentence.start)
    return Participant(actor, actor.name, Span(start, start + len(actor.name)), **fields)


def event(doc, at, actors, trigger, recipients=(), when=None, **fields):
    """An event in sentence number ``at`` of ``doc``."""
    sentence = sentences(doc.text)[at]
    start = doc.text.index(trigger, sentence.start)
    return Event(
        id=hashlib.sha256(f"{doc.id}{at}{trigger}{fields}".encode()).hexdigest()[:12],
        evidence=Evidence(doc.id, sentence, Span(start, start + len(trigger)), "fake.v1"),
        actors=tuple(participant(doc, a, sentence) for a in actors),
        recipients=tuple(participant(doc, a, sentence) for a in recipients),
        root=fields.pop("root", "CONSULT"),
        mode=fields.pop("mode", None),
        contexts=fields.pop("contexts", ("diplomatic",)),
        modality=fields.pop("modality", Modality.HAPPENED),
        when=when or When(reason="no date in the text"),
        place=fields.pop("place", None),
        speaker=fields.pop("speaker", None),
        confidence=fields.pop("confidence", 0.875),
        contact=fields.pop("contact", None),
        trigger=trigger,
    )


VISIT = (
    "Yohei Kono met Li Qiang in Beijing.\nChina criticised Japan over the islands.\n"
    "China and South Korea will hold talks."
)


def coding(text=VISIT, source="articles/one.txt", **fields):
    """A coded document with a meeting, an accusation and planned talks."""
    doc = document(text, source, **fields)
    spans = sentences(text)
    meeting = event(doc, 0, [KONO, LI], "met", when=day("2024-07-01"), place="Beijing", contact=ContactKind.MEETING)
    accusation = event(doc, 1, [CHINA], "criticised", [JAPAN], root="ACCUSE", mode="disapprove", speaker=CHINA)
    talks = event(
        doc,
        2,
        [CHINA, KOREA],
        "talks",
        when=day("2024-08-02"),
        modality=Modality.PLANNED,
        contact=ContactKind.DIALOGUE,
    )
    mentions = (
        Mention(doc.id, Span(0, 10), "Yohei Kono", (KONO,), Form.NAME, "speaker", Level.PARLIAMENT),
        Mention(doc.id, Span(27, 34), "Beijing", (CHINA, JAPAN), Form.METONYM),
        Mention(
            doc.id,
            Span(15, 17),
            "Li",
            (),
            Form.NAME,
            candidates=("CHN:person:li-a", "CHN:person:li-b"),
            reason="two readings",
        ),
    )
    return Coding(doc, spans, mentions, (meeting, accusation, talks), MappingProxyType({"one party": 3}))
