"""A draft of an article, as its format gives it -> Document."""

from __future__ import annotations

import datetime as dt
import logging
import re
from dataclasses import dataclass
from pathlib import PurePath

from detente.errors import EmptyInput, MalformedInput
from detente.reading.boilerplate import Body, find_publisher, find_writers, split_imprint, strip_boilerplate
from detente.reading.dateline import find_dateline
from detente.reading.head import Head, read_head
from detente.reading.houses import choose_house, find_copyright, find_house_ahead, is_house, is_letter, split_segments
from detente.reading.identity import document_id
from detente.reading.language import find_language
from detente.reading.masthead import find_bars
from detente.reading.options import ReadOptions
from detente.reading.outlets import name_outlet, outlet_of_url, split_title_outlet
from detente.reading.paragraphs import split_paragraphs
from detente.reading.person_names import split_names
from detente.reading.published import DatePart, find_filename_date, find_set_apart, infer_year, is_plausible, to_date
from detente.records import Document, PublishedFrom

_log = logging.getLogger(__name__)
_LEAD = 3  # paragraphs among which a dateline is looked for
_NEAR_START = 80  # characters within which a text says the day that it is of
_OPENING = 400  # characters of it that are looked at
_FORESIGHT = 10  # years that a text may look ahead
_YEAR = re.compile(r"(?<![\d$€£¥,.-])(?:19|20)\d\d(?![\d%,]*\d)")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader found it: the text with all that stands around it.

    Attributes:
        source: path as given, ``path#id`` for a record inside a file.
        text: raw text, a paragraph a line or hard-wrapped.
        title: title by the format's own metadata; so with all below.
        authors: names of the writers.
        outlet: the outlet as the metadata name it.
        published: date of publication.
        language: ISO 639-1 code.
        url: the article's address.
        captions: picture captions that the format keeps apart.
        running: the heads and feet that pages repeat.
    """

    source: str
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    captions: tuple[str, ...] = ()
    running: tuple[str, ...] = ()


def finish_document(draft: Draft, options: ReadOptions, today: dt.date | None = None) -> Document:
    """Make the document of a draft: clean its text, and settle title, authors, outlet, date, language.

    What the user gave goes before metadata, metadata before the text, the text before the file's name.

    Args:
        draft: what the format's reader found.
        options: what the user says.
        today: the day beyond which no publication date is plausible; today if not given.

    Returns:
        The document.

    Raises:
        EmptyInput: there is no article text.
        MalformedInput: the text is longer than ``options.max_bytes``.
    """
    check_size(draft.source, len(draft.text.encode("utf-8", "surrogatepass")), options)
    title, title_outlet = split_title_outlet(" ".join(draft.title.split())) if draft.title else (None, None)
    bars = find_bars(draft.text)
    head = read_head(split_paragraphs(draft.text), title or options.title, bars)
    authors = _people(draft.authors) or head.authors
    body = strip_boilerplate(head.body, authors, bars)
    furniture = (*head.dropped, *body.dropped)
    outlet = options.outlet or _settle_outlet(draft, title_outlet, head, body)
    paragraphs, imprint = split_imprint(body.paragraphs, outlet)
    text = "\n\n".join(paragraphs)
    if not text.strip():
        raise EmptyInput(draft.source, "no article text in it")
    _log.debug(
        "%s: %d paragraphs of text, %d lines of page furniture left out",
        draft.source,
        len(paragraphs),
        len(furniture) + len(imprint),
    )
    captions = tuple(dict.fromkeys((*draft.captions, *head.captions, *body.captions)))
    published, origin = _settle_date(
        draft, options, (*head.days, *body.days), head.noted, "\n".join((text, *captions)), today
    )
    return Document(
        id=document_id(text),
        source=draft.source,
        text=text,
        title=options.title or head.title,
        authors=tuple(name for name in authors or find_writers(furniture) if not _is_of(name, outlet)),
        outlet=outlet,
        published=published,
        published_from=origin,
        language=options.language or draft.language or find_language(text),
        url=draft.url,
        captions=captions,
    )


def check_size(source: str, size: int, options: ReadOptions) -> None:
    """Refuse a document that is too long to be an article.

    Raises:
        MalformedInput: ``size`` is above ``options.max_bytes``.
    """
    if size > options.max_bytes:
        raise MalformedInput(
            source,
            f"{size / 1e6:.0f} MB in one document, more than the limit of {options.max_bytes / 1e6:.0f} MB: "
            "split it into a file per article, or into records of a .jsonl file",
        )


def _people(authors: tuple[str, ...]) -> tuple[str, ...]:
    """Authors without those who are agencies or desks, and without "By"."""
    names: list[str] = []
    for author in authors:
        plain = " ".join(author.split()).removeprefix("By ").removeprefix("by ")
        if plain and name_outlet(plain) is None and not is_letter(plain):
            names += split_names(plain) or (plain,)
    return tuple(dict.fromkeys(names))


def _is_of(name: str, outlet: str | None) -> bool:
    """Whether an author is the outlet itself, or a part of it such as a desk."""
    return outlet is not None and f"{name} ".casefold().startswith(f"{outlet} ".casefold())


def _settle_outlet(draft: Draft, title_outlet: str | None, head: Head, body: Body) -> str | None:
    dateline = next(filter(None, map(find_dateline, body.paragraphs[:_LEAD])), None)
    stated = (name_outlet(draft.outlet) or draft.outlet) if draft.outlet else None
    return (
        stated
        or outlet_of_url(draft.url)
        or title_outlet
        or head.outlet
        or (dateline.outlet if dateline else None)
        or find_publisher((*head.dropped, *body.dropped))
        or next(filter(None, map(name_outlet, draft.authors)), None)
        or _find_house(draft, head, body, dateline.agency if dateline else None)
    )


def _find_house(draft: Draft, head: Head, body: Body, agency: str | None) -> str | None:
    """The name of a publisher that no table has, where the page says it well enough."""
    furniture = (*head.dropped, *body.dropped)
    holders = [name for line in furniture if (name := find_copyright(line)) and name not in head.authors]
    signs = [agency] if agency else []
    running = [find_house_ahead(line) or line for line in draft.running]
    strong = [*head.houses, *filter(is_house, signs), *filter(is_house, running), *holders]
    strong += _houses_by_day(body.paragraphs[0]) if body.paragraphs else []
    weak = [*head.named, *signs, *running]
    return choose_house(strong, weak, (*draft.running, *furniture, *body.paragraphs[-_LEAD:]))


def _houses_by_day(opening: str) -> list[str]:
    """Publishers in a note that opens a text, "Gazette Documents - 3 July 2024 - From the published statement."."""
    day = find_set_apart(opening[:_OPENING])
    ahead = opening[: day.start] if day and day.start < _NEAR_START else ""
    return [part for part in split_segments(ahead) if is_house(part)]


def _settle_date(
    draft: Draft,
    options: ReadOptions,
    stated: tuple[DatePart, ...],
    noted: tuple[DatePart, ...],
    text: str,
    today: dt.date | None,
) -> tuple[dt.date | None, PublishedFrom]:
    if options.published:
        return options.published, PublishedFrom.GIVEN
    if draft.published and is_plausible(draft.published, today):
        return draft.published, PublishedFrom.META
    opening = text.split("\n\n")[:_LEAD]
    datelines = filter(None, map(find_dateline, opening))
    led = (day for day in map(find_set_apart, (opening[0][:_OPENING],)) if day and day.start < _NEAR_START)
    aside = [day for day in (*noted, *led) if _is_of_time(day, text)]
    days = [*stated, *(line.day for line in datelines if line.day), *aside]
    for day in sorted(days, key=lambda day: day.year is None):
        date = _date_in_text(day, text, today)
        if date and is_plausible(date, today):
            return date, PublishedFrom.TEXT
    named = find_filename_date(PurePath(draft.source.partition("#")[0]).name, today)
    return (named, PublishedFrom.FILENAME) if named else (None, PublishedFrom.UNKNOWN)


def _is_of_time(day: DatePart, text: str) -> bool:
    """Whether a day that opens a text can be that of publication: no year in the text is far beyond it."""
    years = [int(year) for year in _YEAR.findall(text)]
    return day.year is not None and max(years, default=day.year) <= day.year + _FORESIGHT


def _date_in_text(day: DatePart, text: str, today: dt.date | None) -> dt.date | None:
    year = day.year if day.year is not None else infer_year(day, text, today)
    return to_date(DatePart(day.month, day.day, year))
