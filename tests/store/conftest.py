import hashlib
import importlib.util
from pathlib import Path

import pytest

from detente import ledgers
from detente.records import Attendee, Contact, Level, Occurrence
from detente.store import Store

_spec = importlib.util.spec_from_file_location("store_build", Path(__file__).parent / "build.py")
_build = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_build)


@pytest.fixture
def build():
    """Builders of records (build.py)."""
    return _build


def block_key(event):
    parties = sorted({p.actor.country or p.actor.id for p in (*event.actors, *event.recipients)})
    return "|".join([event.root, *parties])


def group_occurrences(events, outlets):
    """One occurrence a root and date."""
    groups = {}
    for event in events:
        groups.setdefault((block_key(event), event.when.start, event.modality), []).append(event)
    return [
        Occurrence(
            id=hashlib.sha256(str(key).encode()).hexdigest()[:12],
            root=group[0].root,
            mode=group[0].mode,
            actors=tuple(p.actor.id for p in group[0].actors),
            recipients=tuple(p.actor.id for p in group[0].recipients),
            modality=group[0].modality,
            when=group[0].when,
            place=group[0].place,
            events=tuple(e.id for e in group),
            outlets=tuple(sorted({o for e in group if (o := outlets[e.evidence.document])})),
        )
        for key, group in groups.items()
    ]


def find_contacts(occurrences, events):
    found = []
    for occurrence in occurrences:
        reports = [events[e] for e in occurrence.events]
        if not reports[0].contact:
            continue
        people = reports[0].actors
        found.append(
            Contact(
                id=f"c{occurrence.id}",
                occurrence=occurrence.id,
                kind=reports[0].contact,
                people=tuple(Attendee(p.actor.id, p.actor.name, p.actor.country, "minister") for p in people),
                parties=tuple(dict.fromkeys(p.actor.country or p.actor.name for p in people)),
                host="CHN",
                place=occurrence.place,
                level=Level.OTHER,
                when=occurrence.when,
                modality=occurrence.modality,
                evidence=tuple(e.evidence for e in reports),
            )
        )
    return found


@pytest.fixture(autouse=True)
def simple_ledgers(monkeypatch):
    """The rules of grouping, made as simple as these tests need them."""
    for function in (block_key, group_occurrences, find_contacts):
        monkeypatch.setattr(ledgers, function.__name__, function)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "record.db") as opened:
        yield opened
