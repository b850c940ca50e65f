"""Reports of one issue between the same parties, taken together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.knowledge.issues import issues
from detente.records import DisputeReport, DisputeStatus
from detente.store.ledger_queries import Quoted

_MARKS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Dispute:
    """An issue that the same parties contest.

    Attributes:
        id: the issue and its parties.
        issue: its name.
        status: what the last report says of it.
        since: the day of the first report, or of what it tells of, as far as it is known.
        named: the words that name it in reports, which are a stand themselves; each once, in order.
        reports: by date, those without one first.
    """

    id: str
    issue: str
    parties: tuple[str, ...]
    status: DisputeStatus
    since: dt.date | None
    named: tuple[str, ...]
    reports: tuple[Quoted[DisputeReport], ...]

    @property
    def last(self) -> Quoted[DisputeReport]:
        return self.reports[-1]


def group_disputes(reports: Iterable[Quoted[DisputeReport]]) -> list[Dispute]:
    """Disputes by the day that they were last reported, the newest last."""
    groups: dict[tuple[str, tuple[str, ...]], list[Quoted[DisputeReport]]] = {}
    for report in sorted(reports, key=_order):
        key = report.record.issue, tuple(sorted(report.record.parties))
        groups.setdefault(key, []).append(report)
    disputes = [_dispute(issue, group) for (issue, _), group in groups.items()]
    return sorted(disputes, key=lambda one: (_order(one.last), one.id))


def day_of(report: Quoted[DisputeReport]) -> dt.date | None:
    """When what a report tells of began; else the day that it was published."""
    return report.record.when.start or report.published


def issue_name(issue: str) -> str:
    """The name of an issue by its id; one found in a text is called as the text does."""
    known = issues().get(issue)
    return known.name if known else issue.removeprefix("text:")


def _order(report: Quoted[DisputeReport]) -> tuple[dt.date, dt.date, str, int]:
    evidence = report.record.evidence
    day = day_of(report) or dt.date.min
    return day, report.published or dt.date.min, evidence.document, evidence.sentence.start


def _dispute(issue: str, reports: list[Quoted[DisputeReport]]) -> Dispute:
    last = reports[-1].record
    parties = tuple(sorted(last.parties))
    slug = _MARKS.sub("-", issue.removeprefix("text:").lower()).strip("-")
    return Dispute(
        id=":".join((slug, "-".join(parties))),
        issue=issue_name(issue),
        parties=parties,
        status=last.status,
        since=next((day for report in reports if (day := day_of(report))), None),
        named=tuple(dict.fromkeys(report.record.named for report in reports)),
        reports=tuple(reports),
    )
