"""A record made with a coder that costs nothing, and a way to run commands in this process."""

import importlib.util
import types
from pathlib import Path

import pytest

from detente import ledgers, reading
from detente.engines import local, processes
from detente.errors import EmptyInput, InputError, UnreadableInput
from detente.store import Store


def load(name):
    """A module of tests/store, which tests can't import by name."""
    path = Path(__file__).parents[1] / "store" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"store_{name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_build = load("build")
_ledgers = load("conftest")


@pytest.fixture
def build():
    """Builders of records (tests/store/build.py)."""
    return _build


def find_sources(paths, skipped):
    for path in map(Path, paths):
        if path.is_dir():
            known = {".txt", ".jsonl"}
            skipped.update(p.suffix for p in path.iterdir() if p.suffix not in {*known, ".db"})
            yield from sorted(p for p in path.iterdir() if p.suffix in known)
        elif path.exists():
            yield path
        else:
            yield UnreadableInput(str(path), "no such file or folder")


def read_path(path, options):
    """One document a file, or one a paragraph in a .jsonl."""
    text = path.read_text()
    if not text.strip():
        raise EmptyInput(str(path), "the file is empty")
    parts = text.split("\n\n") if path.suffix == ".jsonl" else [text]
    for number, part in enumerate(parts, start=1):
        source = f"{path}#{number}" if path.suffix == ".jsonl" else str(path)
        if "BROKEN" in part:
            yield InputError(source, "is broken")
        else:
            yield _build.document(part, source, outlet=options.outlet, published=options.published)


def code(document):
    """Codes the sentences of build.VISIT, wherever they stand."""
    if all(line in document.text for line in _build.VISIT.split("\n")) and document.text.startswith("Yohei"):
        coding = _build.coding(document.text)
        return _build.Coding(document, coding.sentences, coding.mentions, coding.events, coding.left)
    return _build.Coding(document, _build.sentences(document.text), (), (), {"one party": 1})


@pytest.fixture
def engine():
    """What is coded, in order; `stop_at` holds words of a document that the engine stops at."""
    return types.SimpleNamespace(coded=[], stop_at=None, error=KeyboardInterrupt)


@pytest.fixture(autouse=True)
def fakes(monkeypatch, engine):
    """Reading, coding and grouping made simple, in place of the real ones."""

    def code_all(documents, coder, workers, ledgers):
        for item in documents:
            if isinstance(item, InputError):
                yield item
                continue
            if engine.stop_at and engine.stop_at in item.text:
                raise engine.error()
            engine.coded.append(item.source)
            yield code(item)

    monkeypatch.setattr(reading, "find_sources", find_sources)
    monkeypatch.setattr(reading, "read_path", read_path)
    monkeypatch.setattr(local, "code_all", code_all)
    monkeypatch.setattr(processes, "start_server", lambda: None)
    for function in (_ledgers.block_key, _ledgers.group_occurrences, _ledgers.find_contacts):
        monkeypatch.setattr(ledgers, function.__name__, function)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in, with no record named from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_DB", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def record(folder, build):
    """detente.db with the three events of build.VISIT."""
    with Store.open("detente.db") as store:
        store.add(build.coding(title="A visit", outlet="Daily"))
        store.regroup()
    return folder


@pytest.fixture
def detente_(capsys, folder):
    """Runs a command; returns its exit code, what it wrote out, and what it said."""
    from detente.cli.running import run

    def invoke(*tokens):
        code = run([str(token) for token in tokens])
        captured = capsys.readouterr()
        return types.SimpleNamespace(code=code, out=captured.out, err=captured.err)

    return invoke
