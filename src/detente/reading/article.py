"""A draft of an article, as its format gives it -> Document."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from pathlib import PurePath

from detente.errors import EmptyInput, MalformedInput
from detente.reading.boilerplate import Body, find_publisher, find_writers, strip_boilerplate
from detente.reading.dateline import find_dateline
from detente.reading.head import Head, read_head
from detente.reading.identity import document_id
from detente.reading.language import find_language
from detente.reading.options import ReadOptions
from detente.reading.outlets import name_outlet, outlet_of_url, split_title_outlet
from detente.reading.paragraphs import split_paragraphs
from detente.reading.person_names import split_names
from detente.reading.published import DatePart, find_filename_date, infer_year, is_plausible, to_date
from detente.records import Document, PublishedFrom

_log = logging.getLogger(__name__)
_LEAD = 3  # paragraphs among which a dateline is looked for


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
    head = read_head(split_paragraphs(draft.text), title or options.title)
    authors = _people(draft.authors) or head.authors
    body = strip_boilerplate(head.body, authors)
    text = "\n\n".join(body.paragraphs)
    if not text.strip():
        raise EmptyInput(draft.source, "no article text in it")
    furniture = (*head.dropped, *body.dropped)
    _log.debug(
        "%s: %d paragraphs of text, %d lines of page furniture left out",
        draft.source,
        len(body.paragraphs),
        len(furniture),
    )
    captions = tuple(dict.fromkeys((*draft.captions, *head.captions, *body.captions)))
    published, origin = _settle_date(draft, options, (*head.days, *body.days), "\n".join((text, *captions)), today)
    return Document(
        id=document_id(text),
        source=draft.source,
        text=text,
        title=options.title or head.title,
        authors=authors or find_writers(furniture),
        outlet=options.outlet or _settle_outlet(draft, title_outlet, head, body),
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
    """Authors without those who are agencies, and without "By"."""
    names: list[str] = []
    for author in authors:
        plain = " ".join(author.split()).removeprefix("By ").removeprefix("by ")
        if plain and name_outlet(plain) is None:
            names += split_names(plain) or (plain,)
    return tuple(dict.fromkeys(names))


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
    )


def _settle_date(
    draft: Draft, options: ReadOptions, stated: tuple[DatePart, ...], text: str, today: dt.date | None
) -> tuple[dt.date | None, PublishedFrom]:
    if options.published:
        return options.published, PublishedFrom.GIVEN
    if draft.published and is_plausible(draft.published, today):
        return draft.published, PublishedFrom.META
    datelines = filter(None, map(find_dateline, text.split("\n\n")[:_LEAD]))
    days = [*stated, *(line.day for line in datelines if line.day)]
    for day in sorted(days, key=lambda day: day.year is None):
        date = _date_in_text(day, text, today)
        if date and is_plausible(date, today):
            return date, PublishedFrom.TEXT
    named = find_filename_date(PurePath(draft.source.partition("#")[0]).name, today)
    return (named, PublishedFrom.FILENAME) if named else (None, PublishedFrom.UNKNOWN)


def _date_in_text(day: DatePart, text: str, today: dt.date | None) -> dt.date | None:
    year = day.year if day.year is not None else infer_year(day, text, today)
    return to_date(DatePart(day.month, day.day, year))
