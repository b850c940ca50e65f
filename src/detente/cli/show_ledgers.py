"""What articles promise, contest and claim, on the page of ``detente show``: a line or two each, with the sentence."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from detente.records import Claim
    from detente.store import Filter, Quoted, Report, Store

MOST = 3  # records of a ledger
_FIRST = ("open", "overdue", "kept", "unclear")


def show_ledgers(console: Console, store: Store, pair: tuple[str, str], today: dt.date) -> None:
    """Commitments, disputes, claims, two voices and formulations of a pair; what is empty is left out."""
    from detente.records import ClaimKind
    from detente.store import Filter

    wanted = Filter(pair=pair, newest=True)
    claims = list(store.claims(wanted))
    _commitments(console, store, wanted, today)
    _disputes(console, store, wanted)
    _claims(console, "causes", [row for row in claims if row.record.kind is ClaimKind.EXPLANATION])
    for kind in (ClaimKind.PRESCRIPTION, ClaimKind.FORECAST, ClaimKind.ASSESSMENT):
        _claims(console, f"{kind.value}s", [row for row in claims if row.record.kind is kind])
    _voices(console, store, wanted)
    _formulations(console, store, wanted)


def _commitments(console: Console, store: Store, wanted: Filter, today: dt.date) -> None:
    from detente.cli.ledger_tables import show_keeper, show_window
    from detente.store.ledger_lines import commitment_line, words_of

    rows = list(store.commitments(wanted))
    fates = store.fates(rows, today)
    counts = Counter(fate.status.value for fate in fates.values())
    _title(console, "Commitments", len(rows), ", ".join(f"{counts[one]} {one}" for one in _FIRST if counts[one]))
    rows.sort(key=lambda row: _FIRST.index(fates[row.record.id].status.value))
    shown = rows[:MOST]
    keepers: dict[str, Report] = store.keepers(fates[row.record.id] for row in shown)
    for row in shown:
        line = commitment_line(row, fates[row.record.id])
        window = show_window(line["earliest"], line["latest"]) or "no date"
        _line(console, line["status"], f"{window}  {', '.join(line['parties'])}: {line['what']}")
        _quote(console, row, words_of(row.record.evidence, row.sentence))
        if line["kept_by"] in keepers:
            _wrap(console, f"kept {show_keeper(keepers[line['kept_by']], 200)}")


def _disputes(console: Console, store: Store, wanted: Filter) -> None:
    from detente.store.disputes import group_disputes
    from detente.store.ledger_lines import dispute_line

    found = group_disputes(store.dispute_reports(wanted))[::-1]
    _title(console, "Disputes", len(found), "")
    for one in found[: 2 * MOST]:
        named = "; ".join(f"“{words}”" for words in one.named)
        since = dispute_line(one)["since"]
        _line(console, one.status.value, f"{one.issue}" + (f", since {since}" if since else "") + f"  {named}")


def _claims(console: Console, noun: str, rows: Sequence[Quoted[Claim]]) -> None:
    from detente.store.ledger_lines import claim_line, words_of

    _title(console, noun.capitalize(), len(rows), "")
    for row in _signed_first(rows)[:MOST]:
        line = claim_line(row)
        label = line["sign"] or line["stance"] or line["actor"] or ""
        text = f"{line['cause']} → {line['effect']}" if line["cause"] else line["text"]
        _line(console, label, f"{line['speaker']}: {text}")
        _quote(console, row, words_of(row.record.evidence, row.sentence))


def _signed_first(rows: Iterable[Quoted[Claim]]) -> list[Quoted[Claim]]:
    return sorted(rows, key=lambda row: row.record.sign is None)


def _voices(console: Console, store: Store, wanted: Filter) -> None:
    from dataclasses import replace

    from detente.store.ledger_lines import voices_of, words_of

    rows = list(store.signals(wanted))
    _title(console, "Two voices", len(rows), "")
    for row in rows[:MOST]:
        one, negative = row.record, store.quote(row.record.negative)
        words, others = voices_of(row, negative)
        _line(console, one.speaker, f"on {one.target}: “{words}”, yet “{others}”")
        _quote(console, row, words_of(one.positive, row.sentence))
        if one.negative.sentence != one.positive.sentence:
            _quote(console, replace(row, sentence=negative), others)


def _formulations(console: Console, store: Store, wanted: Filter) -> None:
    from detente.records import FormulationStatus
    from detente.store.ledger_lines import formulation_line

    rows = [row for row in store.formulations(wanted) if row.record.status is not FormulationStatus.USED]
    _title(console, "Formulations new, back or dropped", len(rows), "")
    for row in rows[:MOST]:
        line = formulation_line(row)
        gap = f", for the first time in {line['gap']}" if line["gap"] else ""
        _line(console, line["status"], f"{line['date'] or 'no date'}  {line['speaker'] or ''} “{line['words']}”{gap}")
        _quote(console, row, line["words"])


def _title(console: Console, noun: str, number: int, about: str) -> None:
    if number:
        console.print()
        console.print(f"{noun}: {number:,}" + (f"; {about}" if about else ""), markup=False, style="bold")


def _line(console: Console, label: str, text: str) -> None:
    console.print(f"  {label:<16}{text}", markup=False, no_wrap=True, overflow="ellipsis")


def _quote(console: Console, row: Quoted[Any], words: str) -> None:
    from detente.cli.tables import shorten, show_source

    source = show_source(row.source) or ""
    length = max(60, 2 * (console.width - 5) - len(source) - 12)
    _wrap(console, f"“{shorten(row.sentence, words, length)}” {source}")


def _wrap(console: Console, text: str) -> None:
    for piece in textwrap.wrap(text, console.width - 4):
        console.print(f"    {piece}", markup=False, style="dim")
