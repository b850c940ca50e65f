"""Builders of records for tests: one line a record, with the law of spans kept."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from types import MappingProxyType

from detente.records import (
    Actor,
    ActorKind,
    Claim,
    ClaimKind,
    Commitment,
    CommitmentKind,
    ContactKind,
    DisputeReport,
    DisputeStatus,
    Document,
    Event,
    Evidence,
    Form,
    FormulationReport,
    FormulationStatus,
    Ledger,
    Level,
    Mention,
    Modality,
    Participant,
    Precision,
    PublishedFrom,
    Quantity,
    Sign,
    Signal,
    Span,
    Stance,
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


PROMISES = (
    "Japan and China agreed to hold a summit in November.\n"
    "Japan ought to talk to China, officials say.\n"
    "Trade draws Japan closer to China.\n"
    "Japan contests the Diaoyu Islands with China.\n"
    "China buys 20% of Japan's exports.\n"
    "Japan again calls China a partner, but also a challenge."
)


def evidence(doc, at, trigger):
    """Sentence number ``at`` of ``doc``, with the trigger's words in it."""
    sentence = sentences(doc.text)[at]
    start = doc.text.index(trigger, sentence.start)
    return Evidence(doc.id, sentence, Span(start, start + len(trigger)), "fake.v1")


def november(year=2024):
    return When(dt.date(year, 11, 1), dt.date(year, 11, 30), Precision.MONTH, WhenFrom.EXPRESSION, "in November")


def ledger(doc):
    """One record of each ledger, three claims, from PROMISES."""
    said = Actor("text:officials", "Senior officials", ActorKind.GROUP, "JPN")
    return Ledger(
        commitments=(
            Commitment(
                "m1", evidence(doc, 0, "hold"), CommitmentKind.PROMISE, ("JPN", "CHN"), None,
                "hold a summit in November", "CONSULT", ContactKind.SUMMIT, november(), "Lima", "e1",
            ),
        ),
        claims=(
            Claim(
                "c1", evidence(doc, 1, "ought"), ClaimKind.PRESCRIPTION, said, ("JPN", "CHN"), None,
                "Japan ought to talk to China", "perhaps", actor="JPN", action="talk to China", toward=("CHN",),
            ),
            Claim(
                "c2", evidence(doc, 2, "draws"), ClaimKind.EXPLANATION, None, ("JPN", "CHN"), None,
                "Trade draws Japan closer to China", cause="Trade", effect="draws Japan closer to China",
                sign=Sign.IMPROVES,
            ),
            Claim("c3", evidence(doc, 5, "partner"), ClaimKind.ASSESSMENT, JAPAN, ("CHN",), Stance.MIXED, "a partner"),
        ),
        disputes=(
            DisputeReport(
                "d1", evidence(doc, 3, "contests"), "senkaku-diaoyu", "Diaoyu Islands", ("JPN", "CHN"),
                DisputeStatus.RAISED, When(reason="no date in the text"),
            ),
        ),
        quantities=(
            Quantity("q1", evidence(doc, 4, "20%"), "share", "20%", 20.0, "percent", "exports", ("CHN", "JPN")),
        ),
        formulations=(
            FormulationReport(
                "f1", evidence(doc, 5, "partner"), "text:a partner", "partner", "JPN", FormulationStatus.REINSTATED,
                "five years", day("2024-04-16"),
            ),
        ),
        signals=(Signal("s1", "JPN", "CHN", evidence(doc, 5, "partner"), evidence(doc, 5, "challenge"), "but"),),
    )  # fmt: skip


def promises(text=PROMISES, source="articles/promises.txt", **fields):
    """A document with a record in each ledger, and no event."""
    doc = document(text, source, **fields)
    return Coding(doc, sentences(text), (), (), ledger=ledger(doc))
