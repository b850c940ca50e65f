"""Builder of pages for tests: three paragraphs of an article among what surrounds them on a page."""

import datetime as dt
from dataclasses import dataclass

from detente.reading.article import Draft, finish_document
from detente.reading.options import ReadOptions
from detente.records import Document, PublishedFrom

TODAY = dt.date(2026, 1, 31)
ONE = "The fisheries ministers of Norland and Sudania met on Tuesday to discuss quotas that have strained ties."
TWO = "Officials said the two sides would resume working-level talks before the end of the year, with no details."
THREE = '"We hope that the talks lead to concrete results," the spokesman told a regular press briefing.'
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"


@dataclass(frozen=True)
class Page:
    name: str
    text: str
    title: str | None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    captions: int = 0
    extra: tuple[str, ...] = ()  # paragraphs beside the three that must stay


def read(text: str, name: str = "page.txt") -> Document:
    return finish_document(Draft(name, text), ReadOptions(), today=TODAY)


def assert_read(page: Page) -> None:
    """The page is read as it says, and the three paragraphs stay whole, alone but for what it says."""
    document = read(page.text)
    assert document.title == page.title
    assert document.authors == page.authors
    assert document.outlet == page.outlet
    assert document.published == (dt.date.fromisoformat(page.published) if page.published else None)
    assert document.published_from is (PublishedFrom.TEXT if page.published else PublishedFrom.UNKNOWN)
    assert len(document.captions) == page.captions
    paragraphs = document.text.split("\n\n")
    assert [p for p in paragraphs if p in page.extra] == list(page.extra)
    own = [p for p in paragraphs if p not in page.extra]
    assert [p[-len(ONE) :] if p.endswith(ONE) else p for p in own] == [ONE, TWO, THREE]
