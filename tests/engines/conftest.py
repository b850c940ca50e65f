"""Coders of the tests' own, installed as another package would install them."""

import shutil
from pathlib import Path

import pytest

ENTRY_POINTS = """[detente.coders]
plain.v1 = strange_coders:PlainCoder
touchy.v1 = strange_coders:TouchyCoder
"""


@pytest.fixture(scope="session")
def coders_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coders")
    shutil.copy(Path(__file__).with_name("strange_coders.py"), folder)
    info = folder / "strange_coders-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-coders\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    return folder


@pytest.fixture
def strange_coders(coders_package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(coders_package)
