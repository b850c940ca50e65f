"""A small record whose brief can be checked line by line."""

import datetime as dt
import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from detente.records import ContactKind, Level, Modality, Precision, When, WhenFrom
from detente.store import Store

_spec = importlib.util.spec_from_file_location("store_build", Path(__file__).parents[1] / "store" / "build.py")
build = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(build)

TEXT = (
    "Yohei Kono met Li Qiang in Beijing.\n"
    "China criticised Japan & its <islands>.\n"
    "China will visit Japan in 2025.\n"
    "China and Japan criticised South Korea."
)


def code(
    title="A visit", source="articles/one.txt", outlet="Daily", published="2024-07-30", text=TEXT, met=None, **fields
):
    """A document with a meeting, a criticism without a date, a planned visit, and a deed towards a third party."""
    day = dt.date.fromisoformat(published) if published else None
    doc = build.document(text, source, title=title, outlet=outlet, published=day, **fields)
    year = When(dt.date(2025, 1, 1), dt.date(2025, 12, 31), Precision.YEAR, WhenFrom.EXPRESSION, "2025")
    meeting = build.event(
        doc,
        0,
        [build.KONO, build.LI],
        "met",
        when=met or build.day("2024-07-01"),
        place="Beijing",
        contact=ContactKind.MEETING,
    )
    people = (
        replace(meeting.actors[0], office="foreign minister", level=Level.MINISTER),
        replace(meeting.actors[1], office="premier", level=Level.LEADER),
    )
    criticism = build.event(doc, 1, [build.CHINA], "criticised", [build.JAPAN], root="ACCUSE", mode="disapprove")
    visit = build.event(
        doc, 2, [build.CHINA], "visit", [build.JAPAN], mode="visit", when=year, modality=Modality.PLANNED,
        contact=ContactKind.VISIT,
    )  # fmt: skip
    aside = build.event(
        doc, 3, [build.CHINA, build.JAPAN], "criticised", [build.KOREA], root="ACCUSE", when=build.day("2024-07-02")
    )
    events = (replace(meeting, actors=people), criticism, visit, aside)
    return build.Coding(doc, build.sentences(text), (), events, {"sentences with fewer than two parties": 3})


@pytest.fixture
def coded():
    """Makes a coded document (see ``code``)."""
    return code


@pytest.fixture
def store(tmp_path):
    """A record with one such document."""
    with Store.open(tmp_path / "one.db") as opened:
        opened.add(code())
        opened.regroup()
        yield opened
