"""The example articles and their gold annotations keep their own laws.

Every quoted sentence is in its article word for word (white space normalised); codes, dates and names are well formed.
"""

from __future__ import annotations

import csv
import datetime as dt
import email
import email.policy
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from detente.knowledge import plover

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD = sorted((EXAMPLES / "gold").glob("*.json"))

MODES = {name: set(root.modes) for name, root in plover.roots().items()}
MODALITIES = {"happened", "planned", "called_for", "hypothetical", "negated"}
KINDS = {"visit", "meeting", "call", "summit", "dialogue", "exercise"}
LEVELS = {"leader", "minister", "deputy_minister", "parliament", "party", "other"}
LENGTHS = {"day": 10, "range": 10, "month": 7, "year": 4}
EVENT_KEYS = {
    "sentence",
    "trigger",
    "actors",
    "recipients",
    "root",
    "mode",
    "modality",
    "date_start",
    "date_end",
    "date_precision",
    "historical",
}
CONTACT_KEYS = {
    "kind",
    "level",
    "people",
    "parties",
    "host",
    "place",
    "start",
    "end",
    "precision",
    "modality",
    "sentence",
}


def load(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def normalised(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def first_day(date: str) -> dt.date:
    return dt.date.fromisoformat((date + "-01-01")[:10])


def count_articles(path: Path) -> int:
    match path.suffix:
        case ".jsonl":
            return len(path.read_text(encoding="utf-8").splitlines())
        case ".csv":
            with path.open(encoding="utf-8", newline="") as lines:
                return len(list(csv.DictReader(lines)))
        case ".xml":
            return len(etree.parse(path).findall(".//item"))
    return 1


def articles_by_format() -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in (EXAMPLES / "articles").iterdir():
        if path.is_file() and path.name != "README.md":
            counts[path.suffix] += count_articles(path)
    return counts


def gold_items(kind: str) -> list[Any]:
    return [
        pytest.param(path, item, id=f"{path.stem}-{number}")
        for path in GOLD
        for number, item in enumerate(load(path)[kind])
    ]


def check_dates(start: str | None, end: str | None, precision: str) -> None:
    if precision == "unknown":
        assert start is None
        assert end is None
        return
    assert start is not None
    assert end is not None
    assert len(start) == len(end) == LENGTHS[precision]
    assert first_day(start) <= first_day(end)
    assert (start != end) == (precision == "range")


def test_there_are_enough_articles_in_enough_formats() -> None:
    counts = articles_by_format()
    assert sum(counts.values()) >= 40
    assert {".txt", ".md", ".html", ".jsonl", ".csv", ".eml", ".xml", ".pdf"} <= set(counts)


def test_the_readme_counts_the_articles_of_each_format() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\.\w+)`.*\| (\d+) \| (\d+) \|$", readme, flags=re.MULTILINE)
    files = Counter(p.suffix for p in (EXAMPLES / "articles").iterdir() if p.is_file())
    assert {suffix: int(articles) for suffix, _, articles in rows} == dict(articles_by_format())
    assert {suffix: int(number) for suffix, number, _ in rows} == dict(files)


def test_the_readme_names_only_files_that_exist() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w-]+\.(?:txt|md|html|jsonl|csv|eml|xml|pdf))`", readme))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (EXAMPLES / "articles" / name).is_file()] == []


def test_records_in_jsonl_and_csv_have_the_fields_of_the_format() -> None:
    records = [
        json.loads(line)
        for line in (EXAMPLES / "articles" / "dispatches.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    with (EXAMPLES / "articles" / "cuttings.csv").open(encoding="utf-8", newline="") as lines:
        records += list(csv.DictReader(lines))
    assert len({record["id"] for record in records}) == len(records)
    for record in records:
        assert set(record) <= {"id", "text", "title", "authors", "outlet", "published", "url", "language"}
        assert len(record["text"].split()) > 100
        dt.date.fromisoformat(record["published"])


@pytest.mark.parametrize("path", sorted((EXAMPLES / "articles").glob("*.eml")), ids=lambda path: path.stem)
def test_messages_have_a_date_and_a_plain_text(path: Path) -> None:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not message.defects
    assert message["Date"].datetime.year in (2023, 2024)
    body = message.get_body(preferencelist=("plain",))
    assert body is not None
    assert len(body.get_content().split()) > 200


def test_the_pdf_is_a_pdf() -> None:
    pages = (EXAMPLES / "articles" / "pacific-year-2022.pdf").read_bytes()
    assert pages.startswith(b"%PDF-")
    assert len(pages) < 100_000


def test_twelve_documents_have_gold_four_of_each_kind() -> None:
    kinds = Counter(path.stem.partition("-")[0] for path in GOLD)
    official = kinds["readout"] + kinds["statement"]
    assert (kinds["commentary"], official, len(GOLD)) == (4, 4, 12)


ALWAYS = {"source", "published", "title", "events", "contacts"}
LEDGERS = ("commitments", "claims", "disputes", "signals", "formulations", "metrics")


@pytest.mark.parametrize("path", [path for path in GOLD if "claims" in load(path)], ids=lambda path: path.stem)
def test_what_the_gold_of_ledgers_quotes_is_in_the_article(path: Path) -> None:
    gold = load(path)
    article = normalised((path.parent / gold["source"]).read_text(encoding="utf-8"))
    quoted = ("sentence", "positive", "negative", "expression", "words")
    for item in (item for ledger in LEDGERS for item in gold[ledger]):
        assert [item[key] for key in quoted if key in item and item[key].lower() not in article.lower()] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_gold_file_names_its_article(path: Path) -> None:
    gold = load(path)
    assert set(gold) in (ALWAYS, ALWAYS | set(LEDGERS))
    article = (path.parent / gold["source"]).resolve()
    assert article.parent == (EXAMPLES / "articles").resolve()
    dt.date.fromisoformat(gold["published"])
    assert gold["title"] in normalised(article.read_text(encoding="utf-8"))
    assert gold["events"]
    assert gold["contacts"]


@pytest.mark.parametrize(("path", "item"), gold_items("events") + gold_items("contacts"))
def test_each_quoted_sentence_is_in_the_article(path: Path, item: dict[str, Any]) -> None:
    article = (path.parent / load(path)["source"]).read_text(encoding="utf-8")
    assert item["sentence"] == normalised(item["sentence"]).strip()
    assert normalised(article).count(item["sentence"]) == 1


@pytest.mark.parametrize(("path", "event"), gold_items("events"))
def test_an_event_is_well_formed(path: Path, event: dict[str, Any]) -> None:
    assert set(event) == EVENT_KEYS
    assert event["trigger"] in event["sentence"]
    assert event["mode"] is None or event["mode"] in MODES[event["root"]]
    assert event["root"] in MODES
    assert event["modality"] in MODALITIES
    check_dates(event["date_start"], event["date_end"], event["date_precision"])
    if event["modality"] == "happened" and event["date_start"]:
        published = load(path)["published"]
        assert first_day(event["date_start"]) <= dt.date.fromisoformat(published)


@pytest.mark.parametrize(("path", "event"), gold_items("events"))
def test_an_event_has_two_parties_named_in_its_sentence(path: Path, event: dict[str, Any]) -> None:
    parties = event["actors"] + event["recipients"]
    assert event["actors"]
    assert len({party["country"] or party["id"] for party in parties}) >= 2
    for party in parties:
        assert set(party) == {"id", "name", "country", "text"}
        assert party["text"] in event["sentence"]
        state = party["id"].partition(":")[0]
        assert party["country"] == (None if state in {"org", "bloc"} else state)
        assert state in {"org", "bloc"} or re.fullmatch(r"[A-Z]{3}", state)


@pytest.mark.parametrize(("path", "contact"), gold_items("contacts"))
def test_a_contact_is_well_formed(path: Path, contact: dict[str, Any]) -> None:
    assert set(contact) == CONTACT_KEYS
    assert contact["kind"] in KINDS
    assert contact["level"] in LEVELS
    assert contact["modality"] in MODALITIES
    assert contact["parties"]
    assert all(re.fullmatch(r"[A-Z]{3,5}", party) for party in contact["parties"])
    assert contact["host"] is None or re.fullmatch(r"[A-Z]{3}", contact["host"])
    check_dates(contact["start"], contact["end"], contact["precision"])


def test_the_gold_has_every_modality_and_most_roots() -> None:
    events = [event for path in GOLD for event in load(path)["events"]]
    assert len(events) >= 180
    assert {event["modality"] for event in events} == MODALITIES
    assert {event["root"] for event in events} == set(MODES)
    assert any(event["historical"] for event in events)
