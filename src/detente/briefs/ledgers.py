"""What articles promise, contest, claim and say in two voices: the sections of a brief beyond events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.briefs.cards import highlight
from detente.briefs.content import Entry, Quote, Section, Source
from detente.briefs.wording import party_name, say_day, say_when
from detente.records import Claim, ClaimKind, Commitment, Evidence, FormulationReport, FormulationStatus, Signal, When
from detente.store import Filter, Quoted, Report, Store
from detente.store.disputes import Dispute, day_of, group_disputes
from detente.store.ledger_lines import name_formulation, name_speaker

if TYPE_CHECKING:
    from detente.ledgers.fates import Fate

_MOST = 12  # entries of a section; the rest is counted
_RANK = {ClaimKind.PRESCRIPTION: 0, ClaimKind.FORECAST: 1, ClaimKind.ASSESSMENT: 2}
_USES = {
    FormulationStatus.USED: "Used",
    FormulationStatus.FIRST: "First use",
    FormulationStatus.REINSTATED: "Back",
    FormulationStatus.DROPPED: "Dropped",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the ledgers hold on a pair.

    Attributes:
        fates: what became of the commitments, by their ids.
        keepers: the reports that show them kept, by occurrence.
        other_voices: sentences of the negative voices, by the signals' ids.
    """

    commitments: tuple[Quoted[Commitment], ...]
    fates: Mapping[str, Fate]
    keepers: Mapping[str, Report]
    claims: tuple[Quoted[Claim], ...]
    disputes: tuple[Dispute, ...]
    signals: tuple[Quoted[Signal], ...]
    other_voices: Mapping[str, str]
    formulations: tuple[Quoted[FormulationReport], ...]

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the documents that the sections may quote."""
        rows: tuple[Quoted[Any], ...] = (*self.commitments, *self.claims, *self.signals, *self.formulations)
        last = (one.last.document for one in self.disputes)
        keepers = (one.evidence.document for one in self.keepers.values())
        return frozenset((*(row.document for row in rows), *last, *keepers))


def read_ledgers(store: Store, wanted: Filter, today: dt.date) -> Told:
    """What the ledgers hold on a pair in a window.

    Args:
        store: an open record, its occurrences up to date.
        wanted: the pair and the window.
        today: the day on which commitments are judged.
    """
    commitments = tuple(store.commitments(wanted))
    fates = store.fates(commitments, today)
    signals = tuple(store.signals(wanted))
    return Told(
        commitments=commitments,
        fates=fates,
        keepers=store.keepers(fates.values()),
        claims=tuple(store.claims(wanted)),
        disputes=tuple(group_disputes(store.dispute_reports(wanted))),
        signals=signals,
        other_voices={row.record.id: store.quote(row.record.negative) for row in signals},
        formulations=tuple(store.formulations(wanted)),
    )


def write_sections(told: Told, sources: Mapping[str, Source], today: dt.date) -> tuple[Section, ...]:
    """The sections that have something in them."""
    causes = [row for row in told.claims if row.record.kind is ClaimKind.EXPLANATION]
    claims = [row for row in told.claims if row.record.kind is not ClaimKind.EXPLANATION]
    of_pair = [row for row in told.formulations if row.record.status is not FormulationStatus.USED]
    sections = (
        _section(
            "commitments",
            "Commitments",
            f"What was promised, planned or expected, and what became of it by {say_day(today)} as far as these "
            "documents tell.",
            [_commitment(row, told, sources) for row in _by_window(told.commitments)],
        ),
        _section(
            "disputes",
            "Disputes",
            "Issues that both contest, the last reported first, with the last word on each.",
            [_dispute(one, sources) for one in reversed(told.disputes)],
        ),
        _section(
            "causes",
            "What is said to move the relation",
            "Explanations as the articles give them, with whose they are.",
            [_cause(row, sources) for row in sorted(causes, key=_signed_first)],
        ),
        _section(
            "claims",
            "Claims",
            "What should be done, what will come, and how things are judged; with whose word it is.",
            [_claim(row, sources) for row in sorted(claims, key=_ranked)],
        ),
        _section(
            "voices",
            "Two voices",
            "Where one side says two things of the other that stand against each other.",
            [_signal(row, told, sources) for row in told.signals],
        ),
        _section(
            "formulations",
            "Formulations",
            "Fixed expressions of policy that are new, back after a time, or gone.",
            [_formulation(row, sources) for row in of_pair],
        ),
    )
    return tuple(section for section in sections if section.total)


def _section(anchor: str, title: str, lead: str, entries: Sequence[Entry]) -> Section:
    return Section(anchor, title, lead, tuple(entries[:_MOST]), len(entries))


def _commitment(row: Quoted[Commitment], told: Told, sources: Mapping[str, Source]) -> Entry:
    one, fate = row.record, told.fates[row.record.id]
    quotes = [_quote(one.evidence, row.sentence, sources)]
    keeper = told.keepers.get(fate.kept_by or "")
    if keeper:
        quotes.append(_quote(keeper.evidence, keeper.sentence, sources))
    return Entry(
        when=_say_window(one.window),
        status=fate.status.value.capitalize(),
        text=f"{_names(one.parties)}: {one.what}",
        by=_speaker(row),
        note=f"{one.kind.value.capitalize()}; {fate.reason}."
        if keeper is None
        else f"Kept {say_when(keeper.when)}, as the second sentence tells.",
        quotes=tuple(quotes),
    )


def _dispute(dispute: Dispute, sources: Mapping[str, Source]) -> Entry:
    last, day = dispute.last, day_of(dispute.last)
    named = "; ".join(f"“{words}”" for words in dispute.named)
    return Entry(
        when=say_day(day) if day else "no date",
        status=dispute.status.value.capitalize(),
        text=f"{dispute.issue} ({_names(dispute.parties)})",
        by=None,
        note=f"Named {named}." + (f" On record since {say_day(dispute.since)}." if dispute.since else ""),
        quotes=(_quote(last.record.evidence, last.sentence, sources),),
    )


def _cause(row: Quoted[Claim], sources: Mapping[str, Source]) -> Entry:
    one = row.record
    return Entry(
        when=_published(row),
        status=one.sign.value.capitalize() if one.sign else None,
        text=f"{one.cause} → {one.effect}" if one.effect else str(one.cause),
        by=_speaker(row),
        note=_hedge(one),
        quotes=(_quote(one.evidence, row.sentence, sources),),
    )


def _claim(row: Quoted[Claim], sources: Mapping[str, Source]) -> Entry:
    one = row.record
    stance = f", {one.stance.value}" if one.stance else ""
    should = one.kind is ClaimKind.PRESCRIPTION and one.actor and one.action
    return Entry(
        when=_published(row),
        status=f"{one.kind.value.capitalize()}{stance}",
        text=f"{party_name(one.actor or '')} should {one.action}" if should else one.text,
        by=_speaker(row),
        note=_hedge(one),
        quotes=(_quote(one.evidence, row.sentence, sources),),
    )


def _signal(row: Quoted[Signal], told: Told, sources: Mapping[str, Source]) -> Entry:
    one = row.record
    quotes = [_quote(one.positive, row.sentence, sources, one.negative)]
    if one.negative.sentence != one.positive.sentence:
        quotes = [
            _quote(one.positive, row.sentence, sources),
            _quote(one.negative, told.other_voices[one.id], sources),
        ]
    return Entry(
        when=_published(row),
        status=None,
        text=f"{party_name(one.speaker)} on {party_name(one.target)}",
        by=None,
        note=f"Set against each other by “{one.marker}”." if one.marker else None,
        quotes=tuple(quotes),
    )


def _formulation(row: Quoted[FormulationReport], sources: Mapping[str, Source]) -> Entry:
    one = row.record
    fullest = name_formulation(one.formulation)
    return Entry(
        when=say_when(one.when),
        status=_USES[one.status],
        text=f"“{one.words}”" + (f" ({party_name(one.speaker)})" if one.speaker else ""),
        by=None,
        note=" ".join(
            filter(
                None,
                (
                    f"For the first time in {one.gap}." if one.gap else "",
                    f"A wording of “{fullest}”." if fullest.casefold() != one.words.casefold() else "",
                ),
            )
        )
        or None,
        quotes=(_quote(one.evidence, row.sentence, sources),),
    )


def _quote(evidence: Evidence, sentence: str, sources: Mapping[str, Source], *others: Evidence) -> Quote:
    triggers = [one.trigger for one in (evidence, *others)]
    return Quote(highlight(sentence, triggers, evidence.sentence.start), sources[evidence.document])


def _names(parties: Iterable[str]) -> str:
    return ", ".join(map(party_name, parties))


def _speaker(row: Quoted[Any]) -> str:
    speaker = name_speaker(row.record.speaker, row.authors)
    return "the author" if speaker == "author" else speaker


def _hedge(claim: Claim) -> str | None:
    return f"Hedged: “{claim.hedge}”." if claim.hedge else None


def _published(row: Quoted[Any]) -> str:
    return say_day(row.published) if row.published else "no date"


def _say_window(window: When) -> str:
    if window.start and window.end is None:
        return f"after {say_day(window.start)}"
    if window.end and window.start is None:
        return f"by {say_day(window.end)}"
    return say_when(window)


def _by_window(rows: Iterable[Quoted[Commitment]]) -> list[Quoted[Commitment]]:
    """The latest window first; those without an end before all, those without a window last."""

    def order(row: Quoted[Commitment]) -> tuple[bool, dt.date]:
        window = row.record.window
        return window.start is not None, window.end or dt.date.max

    return sorted(rows, key=order, reverse=True)


def _signed_first(row: Quoted[Claim]) -> tuple[bool, int]:
    return row.record.sign is None, -_ordinal(row)


def _ranked(row: Quoted[Claim]) -> tuple[int, int]:
    return _RANK[row.record.kind], -_ordinal(row)


def _ordinal(row: Quoted[Any]) -> int:
    return row.published.toordinal() if row.published else 0
