"""What stands in a brief beside the record: how to read the chart, what backs a card, and the method."""

from __future__ import annotations

from detente.briefs.content import Brief, Card, Source
from detente.briefs.wording import count, say_day
from detente.measures import Index


def reading_aid(index: Index) -> str:
    """How to read the chart, and what it leaves out."""
    unit = index.frequency
    aid = (
        f"A grey bar is the mean PLOVER score of all that happened in a {unit}; a mark is that of one direction, and "
        f"what both do together counts in either. Where there is none, nothing is on record: that is no zero. "
        f"Click a {unit} to read its events."
    )
    return f"{aid} {left_out(index)}"


def left_out(index: Index) -> str:
    """What the index leaves out."""
    left = []
    if index.undated:
        left.append(f"{count(index.undated, 'occurrence')} without a date")
    if index.coarse:
        left.append(f"{index.coarse:,} dated to more than one {index.frequency}")
    left.append("what is planned, called for, only possible or negated")
    return f"Left out: {'; '.join(left)}."


def backing(card: Card) -> str:
    """How many sentences and outlets report a card's occurrences."""
    sentences = len(card.quotes)
    outlets = len({quote.source.outlet for quote in card.quotes if quote.source.outlet})
    documents = len({quote.source.number for quote in card.quotes})
    by = count(outlets, "outlet") if outlets else f"{count(documents, 'document')} of unknown outlet"
    reasons = {one.undated for one in card.statements if one.undated}
    why = f" No date: {'; '.join(sorted(reasons))}." if reasons else ""
    return f"Reported by {by}, in {count(sentences, 'sentence')}.{why}"


def cite(source: Source) -> str:
    """A source in one line."""
    parts = [source.heading, source.outlet, say_day(source.published) if source.published else "no date"]
    return f"[{source.number}] " + ", ".join(part for part in parts if part)


def window(brief: Brief) -> str:
    """The window asked for, in words; empty where there is none."""
    if brief.since and brief.until:
        return f"{say_day(brief.since)} to {say_day(brief.until)}"
    if brief.since:
        return f"since {say_day(brief.since)}"
    return f"until {say_day(brief.until)}" if brief.until else ""


def method(brief: Brief) -> list[str]:
    """How the brief came about, in paragraphs."""
    coders = ", ".join(brief.coders)
    paragraphs = [
        f"Détente read {count(len(brief.sources), 'document')} and coded each sentence that reports a deed or word of "
        f"one party towards the other (coder: {coders}). The coder doesn’t see names while it codes. It makes "
        "mistakes: the sentence under each entry is there to be checked, with the words that led to the code marked.",
        "Reports of one happening are taken together as one occurrence. The codes (CONSULT, SANCTION ...) and their "
        "scores from -10 to +10 are those of PLOVER, the Political Language Ontology for Verifiable Event Records "
        "(Open Event Data Alliance, PLOVER Coding Manual); the numbers are its authors’. Only what happened moves "
        "the index, not what is planned, called for, only possible or negated.",
        "What the articles don’t say stays unknown: an event whose date can’t be told has none, and a period without "
        "reports has no score. The record knows only these documents: what they don’t report is not here, and "
        "their choice of what to report shows in every figure.",
    ]
    if brief.cut:
        paragraphs.append(f"The window asked for leaves out {count(brief.cut, 'occurrence')} without a date.")
    return paragraphs
