"""Datelines: "TOKYO, July 3 (Xinhua) -- "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading.outlets import name_outlet
from detente.reading.published import DatePart, find_dates
from detente.records import Span

_PLACE = r"(?P<place>[A-Z][A-Z.'’‘\-]+(?:[ /\-][A-Z][A-Za-z.'’\-]*)*(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z.]+)?)?)"
_DAY = r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?|\d{1,2}/\d{1,2}/\d{4})"
_FULL_DAY = r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4})"
_AGENCY = r"(?P<agency>\([A-Z][^()]{1,60}\)|\[[A-Z][^\[\]]{1,40}\])"
_DASH = r"(?:\s*(?:--+|—|–|:)\s*|\s+-\s*|-\s+)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE},? {_DAY},?\.?\s*{_AGENCY}{_DASH}?",
        rf"{_PLACE},?\s*{_AGENCY}{_DASH}?",
        rf"{_PLACE},? {_DAY}\.?\s*(?:/(?P<agency>[A-Z][A-Za-z]+)/\.?{_DASH}?|{_DASH})",
        rf"{_PLACE},? {_FULL_DAY}\.\s+(?=[\"“'‘A-Z])",
        rf"{_PLACE}{_DASH}(?=[\"“'‘A-Z])",
        rf"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?),? {_DAY} {_AGENCY}{_DASH}?",
        rf"{_AGENCY}\s*(?:--+|—|–|-)\s*",
    )
)


# Signs that mean another agency in a dateline than the name does elsewhere.
_SIGNS = {"CNA": "Focus Taiwan", "TCA": "Tribune Content Agency"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, day and agency in front of a news story.

    Attributes:
        span: where it stands in the text, the dash and the space after it with it.
        place: as written, or none.
        day: month and day, with a year where one is written; or none.
        outlet: the agency, where it is one that we know.
        agency: the agency as written, or none.
    """

    span: Span
    place: str | None
    day: DatePart | None
    outlet: str | None
    agency: str | None = None


def find_dateline(text: str) -> Dateline | None:
    """Find the dateline that a text starts with.

    The dateline stays in the document's text; who looks for actors there can leave its span out.

    Args:
        text: body of an article, or one paragraph.

    Returns:
        The dateline, or none.
    """
    for form in _FORMS:
        match = form.match(text)
        if match and match.end() < len(text):
            end = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
            groups = match.groupdict()
            days = find_dates(groups.get("day") or "")
            agency = (groups.get("agency") or "").strip("()[]")
            outlet = _SIGNS.get(agency) or _first_outlet(agency)
            if groups.get("place") is None and outlet is None:
                continue
            day = days[0] if days else None
            return Dateline(Span(match.start(), end), groups.get("place"), day, outlet, agency or None)
    return None


def _first_outlet(agency: str) -> str | None:
    return next(filter(None, map(name_outlet, re.split(r"[/,]| - ", agency))), None)
