"""The ledgers as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from detente.cli.tables import Column, Line, draw_table, quote_length, shorten, show_dates, show_source

if TYPE_CHECKING:
    from detente.store import Report

_SENTENCE = Column("Sentence", share=5)
_SOURCE = Column("Source", share=2, from_width=120)


def draw_commitments(
    lines: Iterable[Line], out: TextIO, kinds: Mapping[str, str], keepers: Mapping[str, Report]
) -> None:
    """Commitments: by when, who, what, what became of it, and the sentences of both ends."""
    columns = (
        Column("Window"),
        Column("Status"),
        Column("Kind", from_width=100),
        Column("Parties", share=1),
        Column("What", share=3),
        _SENTENCE,
        Column("Kept by", share=4, from_width=120),
    )
    length = quote_length(out)
    rows = (
        (
            show_window(line["earliest"], line["latest"]),
            line["status"],
            kinds[line["id"]],
            ", ".join(line["parties"]),
            line["what"],
            shorten(line["sentence"], line["what"], length),
            show_keeper(keepers[line["kept_by"]], length) if line["kept_by"] in keepers else None,
        )
        for line in lines
    )
    draw_table(columns, rows, out, "commitments")


def draw_claims(lines: Iterable[Line], out: TextIO, hedges: Mapping[str, str | None]) -> None:
    """Claims: who says what about whom, and how sure."""
    columns = (
        Column("Kind"),
        Column("Speaker", share=2),
        Column("About", share=1),
        Column("Stance"),
        Column("Claim", share=6),
        Column("Hedge", share=2, from_width=100),
        _SOURCE,
    )
    length = quote_length(out)
    rows = (
        (
            line["kind"],
            line["speaker"],
            ", ".join(line["about"]) or None,
            line["stance"] or line["sign"],
            shorten(line["text"], "", length),
            hedges[line["id"]],
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "claims")


def draw_view(lines: Iterable[Line], out: TextIO, by: str) -> None:
    """Claims counted by whoever makes them."""
    from detente.store.ledger_lines import VIEW_KEYS

    columns = (Column(by.capitalize(), share=1), *(Column(key.capitalize(), right=True) for key in VIEW_KEYS[1:]))
    draw_table(columns, ([line[key] for key in VIEW_KEYS] for line in lines), out, "claims")


def draw_prescriptions(lines: Iterable[Line], out: TextIO) -> None:
    """Prescriptions: who should do what, and who says so."""
    columns = (Column("Who"), Column("Should", share=4), Column("Speaker", share=2), _SENTENCE, _SOURCE)
    length = quote_length(out)
    rows = (
        (
            line["actor"],
            line["action"],
            line["speaker"],
            shorten(line["sentence"], line["action"] or "", length),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "prescriptions")


def draw_causes(lines: Iterable[Line], out: TextIO) -> None:
    """Explanations: what does what to which relation."""
    columns = (
        Column("Sign"),
        Column("About"),
        Column("Cause", share=4),
        Column("Effect", share=4),
        Column("Speaker", share=2),
        _SOURCE,
    )
    rows = (
        (
            line["sign"],
            ", ".join(line["about"]),
            line["cause"],
            line["effect"],
            line["speaker"],
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "explanations")


def draw_disputes(lines: Iterable[Line], out: TextIO, named: Mapping[str, Sequence[str]]) -> None:
    """Disputes: since when, who, over what, how it stands, and the last word on it."""
    columns = (
        Column("Since"),
        Column("Status"),
        Column("Parties"),
        Column("Issue", share=2),
        Column("Named", share=2, from_width=100),
        _SENTENCE,
        _SOURCE,
    )
    length = quote_length(out)
    rows = (
        (
            line["since"],
            line["status"],
            ", ".join(line["parties"]),
            line["issue"],
            "; ".join(named[line["id"]]),
            shorten(line["sentence"], named[line["id"]][-1], length),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "disputes")


def draw_signals(lines: Iterable[Line], out: TextIO, words: Mapping[str, tuple[str, str]]) -> None:
    """Two voices: who on whom, and the two sentences around the words that stand against each other."""
    columns = (
        Column("Who"),
        Column("On"),
        Column("One voice", share=4),
        Column("The other", share=4),
        _SOURCE,
    )
    length = quote_length(out)
    rows = (
        (
            line["speaker"],
            line["target"],
            _voice(line["positive"], words[line["id"]][0], length),
            _voice(line["negative"], words[line["id"]][1], length),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "mixed signals")


def _voice(sentence: str, words: str, length: int) -> str:
    return f"{' '.join(words.split())}: “{shorten(sentence, words, length)}”"


def draw_formulations(lines: Iterable[Line], out: TextIO) -> None:
    """Fixed expressions: when, whose, and what is told of their use."""
    columns = (Column("Date"), Column("Speaker"), Column("Use"), Column("Expression", share=3), _SENTENCE, _SOURCE)
    length = quote_length(out)
    rows = (
        (
            line["date"],
            line["speaker"],
            f"{line['status']} ({line['gap']})" if line["gap"] else line["status"],
            line["words"],
            shorten(line["sentence"], line["words"], length),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "formulations")


def draw_tracks(lines: Iterable[Line], out: TextIO) -> None:
    """Expressions over time: whose, since when, how long not, when again."""
    names = ("Speaker", "Expression", "Use", "First", "Last", "Uses", "Longest gap", "Back on")
    columns = tuple(Column(name, share=3 if name == "Expression" else 0, right=name == "Uses") for name in names)
    rows = (
        (
            line["speaker"],
            line["words"],
            line["status"],
            line["first"],
            line["last"],
            line["uses"],
            f"{line['gap_days']:,} days" if line["gap_days"] else None,
            line["back_on"],
        )
        for line in lines
    )
    draw_table(columns, rows, out, "formulations")


def draw_contradictions(lines: Iterable[Line], out: TextIO) -> None:
    """Claims that a contact contradicts: both sentences, and why."""
    columns = (
        Column("Claim", share=2),
        Column("Sentence", share=3),
        Column("Contact", share=3),
        Column("Why", share=2),
    )
    rows = ((line["expression"], line["sentence"], line["contact_sentence"], line["reason"]) for line in lines)
    draw_table(columns, rows, out, "contradictions")


def draw_metrics(lines: Iterable[Line], out: TextIO) -> None:
    """Figures: what, how much, of what, whom about."""
    columns = (
        Column("Kind"),
        Column("Figure", share=2),
        Column("Value", right=True),
        Column("Unit"),
        Column("Of", share=3),
        Column("Parties", share=1),
        _SENTENCE,
        _SOURCE,
    )
    length = quote_length(out)
    rows = (
        (
            line["kind"],
            line["expression"],
            None if line["value"] is None else f"{line['value']:,g}",
            line["unit"],
            line["of"],
            ", ".join(line["parties"]) or None,
            shorten(line["sentence"], line["expression"], length),
            show_source(line["source"]),
        )
        for line in lines
    )
    draw_table(columns, rows, out, "figures")


def show_window(earliest: str | None, latest: str | None) -> str | None:
    """ "2024-11", "2024-11-03/09"; "from 2024-08-20" where the end is open."""
    if earliest and not latest:
        return f"from {earliest}"
    return f"by {latest}" if latest and not earliest else show_dates(earliest, latest)


def show_keeper(report: Report, length: int) -> str:
    """The report that shows a commitment kept: its date and its sentence."""
    from detente.dating.iso import format_when

    date = show_dates(*format_when(report.when))
    quote = shorten(report.sentence, "", length)
    return f"{date}: {quote} ({show_source(report.source)})"
