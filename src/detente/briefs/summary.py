"""The summary: what the record says in a few sentences, each leading to what it rests on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from detente.briefs.cards import anchor_of, state
from detente.briefs.contacts import LEVELS, held, planned, visitors, who
from detente.briefs.content import Line, Piece
from detente.briefs.phrases import join
from detente.briefs.selection import Selection, reports
from detente.briefs.wording import count, party_name, say_day, say_when
from detente.knowledge import plover
from detente.records import Contact, ContactKind, Level, Modality, Occurrence

Sentence = tuple[Piece, ...]
_RANKED = [level for level in Level if level is not Level.OTHER]

_PLANS = 3  # named in the summary; the rest is counted
_NOT_HAPPENED = {
    Modality.PLANNED: "planned",
    Modality.CALLED_FOR: "called for",
    Modality.HYPOTHETICAL: "only possible",
    Modality.NEGATED: "said not to have happened",
}


def newest_report(selection: Selection) -> dt.date | None:
    """The day that the newest document was published."""
    return max((row.document.published for row in selection.documents.values() if row.document.published), default=None)


def summarise(selection: Selection, names: tuple[str, str]) -> tuple[Line, ...]:
    """What stands on record: documents and occurrences, contacts, extremes, plans. What does not, it says."""
    today = newest_report(selection)
    happened, plans = held(selection.contacts), planned(selection.contacts)
    return (
        Line(None, (*_documents(selection, names), *_occurrences(selection))),
        Line("Contacts", _number_of(happened)),
        *_latest(happened),
        Line("Most cooperative", _extreme(selection, "cooperative", max, lambda score: score > 0)),
        Line("Most conflictual", _extreme(selection, "conflictual", min, lambda score: score < 0)),
        Line(f"Planned as of {say_day(today)}" if today else "Planned", _plans(plans, today)),
    )


def _documents(selection: Selection, names: tuple[str, str]) -> Sentence:
    documents = [row.document for row in selection.documents.values()]
    outlets = {one.outlet for one in documents if one.outlet}
    days = sorted(one.published for one in documents if one.published)
    published = f", published {_between(days[0], days[-1])}," if days else ""
    of = f" from {count(len(outlets), 'outlet')}" if outlets else ""
    verb = "reports" if len(documents) == 1 else "report"
    return (
        Piece(f"{count(len(documents), 'document')}{of}", "sources"),
        Piece(f"{published} {verb} "),
        Piece(f"{count(len(selection.occurrences), 'occurrence')} between {join(names)}", "events"),
        Piece(". "),
    )


def _between(first: dt.date, last: dt.date) -> str:
    return f"on {say_day(first)}" if first == last else f"from {say_day(first)} to {say_day(last)}"


def _occurrences(selection: Selection) -> Sentence:
    if not selection.occurrences:
        return ()
    counts = Counter(one.modality for one in selection.occurrences)
    parts = [f"{counts[Modality.HAPPENED]:,} happened" if counts[Modality.HAPPENED] else "none happened"]
    parts += [
        f"{counts[modality]:,} {'is' if counts[modality] == 1 else 'are'} {words}"
        for modality, words in _NOT_HAPPENED.items()
        if counts[modality]
    ]
    undated = sum(one.when.start is None for one in selection.occurrences)
    said = f"Of these {join(parts)}" if len(parts) > 1 else "All of these happened"
    pieces = [Piece(f"{said}{_dates(selection)}.")]
    if undated:
        pieces += [Piece(" "), Piece(f"{undated:,} have no date" if undated > 1 else "One has no date", "undated"),
                   Piece(" and are in no index." if undated > 1 else " and is in no index.")]  # fmt: skip
    return tuple(pieces)


def _dates(selection: Selection) -> str:
    """The first and the last date of what happened, each as exact as it is known."""
    dated = [one.when for one in selection.occurrences if one.modality is Modality.HAPPENED and one.when.start]
    if not dated:
        return ""
    first = say_when(min(dated, key=lambda when: (when.start or dt.date.max, when.end or dt.date.max)))
    last = say_when(max(dated, key=lambda when: (when.end or dt.date.min, when.start or dt.date.min)))
    return f"; what happened is dated {first}" + ("" if first == last else f" at the earliest and {last} at the latest")


def _number_of(happened: Sequence[Contact]) -> Sentence:
    if not happened:
        return (Piece("None on record."),)
    dated = [one for one in happened if one.when.start]
    undated = f", {len(happened) - len(dated):,} of them without a date" if len(dated) < len(happened) else ""
    return (Piece(f"{len(happened):,} on record", "contacts"), Piece(f"{undated}."))


def _latest(happened: Sequence[Contact]) -> list[Line]:
    """The latest contact at each level, and the levels without one."""
    if not happened:
        return []
    latest = {level: next((one for one in happened if one.level is level and one.when.end), None) for level in _RANKED}
    lines = [Line(f"Latest of {LEVELS[level]}", _point_at(one)) for level, one in latest.items() if one]
    dated = next((one for one in happened if one.when.end), None)
    if not lines and dated:
        lines = [Line("Latest, level not said", _point_at(dated))]
    missing = [LEVELS[level] for level, one in latest.items() if one is None]
    return [*lines, Line("No dated contact of", (Piece(f"{_or(missing)}."),))] if missing else lines


def _point_at(contact: Contact) -> Sentence:
    return Piece(f"{say_when(contact.when)}: "), Piece(_describe(contact), anchor_of(contact.occurrence)), Piece(".")


def _describe(contact: Contact) -> str:
    where = f" in {contact.place}" if contact.place else ""
    if contact.kind is ContactKind.VISIT and contact.host:
        return f"visit of {join(visitors(contact))} to {contact.place or party_name(contact.host)}"
    return f"{contact.kind.value} of {join(who(contact))}{where}"


def _or(words: Sequence[str]) -> str:
    return join(words).replace(" and ", " or ")


def _extreme(
    selection: Selection, adjective: str, choose: Callable[[list[float]], float], counts: Callable[[float], bool]
) -> Sentence:
    """The occurrence with the highest or lowest score; of several a dated one, of most outlets, the newest."""
    happened = [one for one in selection.occurrences if one.modality is Modality.HAPPENED]
    scores = [plover.score(one.root, one.mode) for one in happened]
    if not scores or not counts(choose(scores)):
        return (Piece(f"Nothing {adjective} is on record."),)
    at = choose(scores)
    tied = [one for one, score in zip(happened, scores, strict=True) if score == at]
    shown = max(tied, key=lambda one: _telling(selection, one))
    others = f", as {count(len(tied) - 1, 'other')}" if len(tied) > 1 else ""
    return (
        Piece(f"{_upper(say_when(shown.when))}: "),
        Piece(state(selection, shown).text, anchor_of(shown.id)),
        Piece(f" (PLOVER score {at:+g}{others})."),
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _telling(selection: Selection, one: Occurrence) -> tuple[bool, int, int, dt.date]:
    end = one.when.end
    return end is not None, len(one.outlets), len(reports(selection, one)), end or dt.date.min


def _plans(plans: Sequence[Contact], today: dt.date | None) -> Sentence:
    ahead = [one for one in plans if one.when.end and (today is None or one.when.end >= today)]
    rest = len(plans) - len(ahead)
    if not plans:
        return (Piece("No contact on record."),)
    pieces: list[Piece] = []
    for one in ahead[:_PLANS]:
        pieces += [Piece(f"{say_when(one.when)}: "), Piece(_describe(one), anchor_of(one.occurrence)), Piece("; ")]
    more = len(ahead) - _PLANS
    if more > 0:
        pieces += [Piece(f"{more} more", "planned"), Piece("; ")]
    if rest:
        words = f"{count(rest, 'plan')} whose date has passed or isn’t given"
        pieces += [Piece(words, "planned"), Piece("; ")]
    return (*pieces[:-1], Piece("."))
