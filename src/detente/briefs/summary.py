"""The summary: what the record says in a few sentences, each leading to what it rests on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from detente.briefs.cards import anchor_of, state
from detente.briefs.contacts import LEVELS, held, planned, who
from detente.briefs.content import Piece
from detente.briefs.phrases import join
from detente.briefs.selection import Selection, reports
from detente.briefs.wording import count, say_day, say_when
from detente.knowledge import plover
from detente.records import Contact, Level, Modality, Occurrence

Sentence = tuple[Piece, ...]

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


def summarise(selection: Selection, names: tuple[str, str]) -> tuple[Sentence, ...]:
    """Sentences on documents, occurrences, contacts, extremes and plans; none for what is not on record."""
    today = newest_report(selection)
    sentences = [
        _documents(selection, names),
        _occurrences(selection),
        *_contacts(held(selection.contacts)),
        _extreme(selection, "most cooperative", "cooperative", max, lambda score: score > 0),
        _extreme(selection, "most conflictual", "conflictual", min, lambda score: score < 0),
        _plans(planned(selection.contacts), today),
    ]
    return tuple(sentence for sentence in sentences if sentence)


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
        Piece("."),
    )


def _between(first: dt.date, last: dt.date) -> str:
    return f"on {say_day(first)}" if first == last else f"from {say_day(first)} to {say_day(last)}"


def _occurrences(selection: Selection) -> Sentence:
    if not selection.occurrences:
        return ()
    counts = Counter(one.modality for one in selection.occurrences)
    parts = [f"{counts[Modality.HAPPENED]:,} happened"]
    parts += [f"{counts[modality]:,} {words}" for modality, words in _NOT_HAPPENED.items() if counts[modality]]
    undated = sum(one.when.start is None for one in selection.occurrences)
    starts = [one.when.start for one in selection.occurrences if one.modality is Modality.HAPPENED and one.when.start]
    ends = [one.when.end for one in selection.occurrences if one.modality is Modality.HAPPENED and one.when.end]
    period = f"; what happened is dated {_between(min(starts), max(ends))}" if starts and ends else ""
    pieces = [Piece(f"Of these {join(parts)}{period}.")]
    if undated:
        pieces += [Piece(" "), Piece(f"{undated:,} have no date" if undated > 1 else "One has no date", "undated"),
                   Piece(" and are in no index." if undated > 1 else " and is in no index.")]  # fmt: skip
    return tuple(pieces)


def _contacts(happened: Sequence[Contact]) -> list[Sentence]:
    if not happened:
        return [(Piece("No contact between them is on record."),)]
    head = (Piece("The record has "), Piece(count(len(happened), "contact"), "contacts"), Piece(" between them."))
    latest = {level: next((one for one in happened if one.level is level and one.when.end), None) for level in Level}
    pieces: list[Piece] = []
    for level, one in latest.items():
        if one is None or level is Level.OTHER:
            continue
        pieces += [Piece("; of " if pieces else "The latest of "), Piece(f"{LEVELS[level]}: ")]
        pieces.append(Piece(f"{_describe(one)}, {say_when(one.when)}", anchor_of(one.occurrence)))
    missing = [LEVELS[level] for level in Level if level is not Level.OTHER and latest[level] is None]
    if pieces:
        pieces.append(Piece("."))
    if missing:
        pieces.append(Piece(f"{' ' if pieces else ''}None with a date of {_or(missing)}."))
    return [head, tuple(pieces)]


def _describe(contact: Contact) -> str:
    where = f" in {contact.place}" if contact.place else ""
    return f"{contact.kind.value} of {join(who(contact))}{where}"


def _or(words: Sequence[str]) -> str:
    return join(words).replace(" and ", " or ")


def _extreme(
    selection: Selection,
    label: str,
    adjective: str,
    choose: Callable[[list[float]], float],
    counts: Callable[[float], bool],
) -> Sentence:
    """The occurrence with the highest or lowest score; of several, the one with most outlets, then the newest."""
    happened = [one for one in selection.occurrences if one.modality is Modality.HAPPENED]
    scores = [plover.score(one.root, one.mode) for one in happened]
    if not scores or not counts(choose(scores)):
        return (Piece(f"Nothing {adjective} is on record."),)
    at = choose(scores)
    tied = [one for one, score in zip(happened, scores, strict=True) if score == at]
    shown = max(tied, key=lambda one: (len(one.outlets), len(reports(selection, one)), one.when.end or dt.date.min))
    others = f", the same as {count(len(tied) - 1, 'other')}" if len(tied) > 1 else ""
    return (
        Piece(f"The {label}: "),
        Piece(f"{state(selection, shown).text}, {say_when(shown.when)}", anchor_of(shown.id)),
        Piece(f" (PLOVER score {at:+g}{others})."),
    )


def _plans(plans: Sequence[Contact], today: dt.date | None) -> Sentence:
    ahead = [one for one in plans if one.when.end and (today is None or one.when.end >= today)]
    rest = len(plans) - len(ahead)
    if not plans:
        return (Piece("No contact is on record as planned."),)
    as_of = f" as of {say_day(today)}, the day of the newest report" if today else ""
    pieces = [Piece(f"Planned{as_of}: ")]
    for one in ahead[:_PLANS]:
        pieces += [Piece(f"{_describe(one)}, {say_when(one.when)}", anchor_of(one.occurrence)), Piece("; ")]
    more = len(ahead) - _PLANS
    if more > 0:
        pieces += [Piece(f"{more} more", "planned"), Piece("; ")]
    if rest:
        words = "with a date that has passed, or with none"
        pieces += [Piece(count(rest, "plan") + f" {words}", "planned"), Piece("; ")]
    return (*pieces[:-1], Piece("."))


def undated_of(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Those whose date is unknown."""
    return [one for one in occurrences if one.when.start is None]
