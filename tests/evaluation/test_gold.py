"""Gold files: read, and refused with the place of what is wrong."""

import json
from pathlib import Path

import pytest

from detente.errors import MalformedInput, UnreadableInput
from detente.evaluation import read_gold
from detente.records import ContactKind, Level, Modality

EVENT = {
    "sentence": "Kenya thanked Brazil.",
    "actors": [{"id": "KEN", "country": "KEN", "name": "Kenya"}],
    "recipients": [{"id": "BRA", "country": "BRA", "name": "Brazil"}],
    "root": "SUPPORT",
    "modality": "happened",
}
CONTACT = {"kind": "meeting", "level": "minister", "parties": ["KEN", "BRA"]}
GOLD = {"source": "../articles/one.txt", "events": [EVENT], "contacts": [CONTACT]}


def write(folder: Path, name: str, content: object) -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def test_one_file(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    ((article, gold),) = read_gold(write(tmp_path / "gold", "one.json", GOLD))
    assert article == (tmp_path / "articles" / "one.txt").resolve()
    assert gold.events[0].modality is Modality.HAPPENED
    assert gold.events[0].date_start is None
    assert gold.contacts[0].kind is ContactKind.MEETING
    assert gold.contacts[0].level is Level.MINISTER
    assert gold.contacts[0].modality is Modality.HAPPENED


def test_a_folder_by_name_with_nothing_but_json(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "GUIDE.md"):
        write(tmp_path, name, {**GOLD, "source": f"{name}.txt"})
    assert [article.name for article, _ in read_gold(tmp_path)] == ["a.json.txt", "b.json.txt"]


def test_more_keys_than_ours_are_passed_over(tmp_path: Path) -> None:
    read_gold(write(tmp_path, "a.json", {**GOLD, "annotator": "one", "events": [{**EVENT, "note": "sure"}]}))


def test_there_is_no_gold(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.json", tmp_path / "gone"):
        with pytest.raises(UnreadableInput, match="no gold files") as caught:
            read_gold(path)
        assert caught.value.source == str(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ("", "not JSON"),
        ("[]", "not a gold document"),
        ({"events": []}, "source"),
        ({**GOLD, "events": [{**EVENT, "modality": "maybe"}]}, "events.0.modality"),
        ({**GOLD, "events": [{key: EVENT[key] for key in EVENT if key != "root"}]}, "events.0.root"),
        ({**GOLD, "contacts": [{**CONTACT, "kind": "brawl"}]}, "contacts.0.kind"),
        ({**GOLD, "contacts": [CONTACT, {**CONTACT, "level": 3}]}, "contacts.1.level"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path: Path, content: object, reason: str) -> None:
    write(tmp_path, "a.json", GOLD)
    bad = write(tmp_path, "b.json", content)
    with pytest.raises(MalformedInput) as caught:
        read_gold(tmp_path)
    assert caught.value.source == str(bad)
    assert reason in caught.value.reason


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "a.json"
    bad.write_bytes(json.dumps(GOLD).encode("utf-16"))
    with pytest.raises(UnreadableInput, match="UTF-8"):
        read_gold(bad)
