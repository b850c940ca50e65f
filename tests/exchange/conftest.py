import importlib.util
from pathlib import Path

import pytest

import detente

_spec = importlib.util.spec_from_file_location("exchange_build", Path(__file__).parent / "build.py")
_build = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_build)


@pytest.fixture
def line():
    """Builders of lines (build.py)."""
    return _build


@pytest.fixture
def record(tmp_path):
    with detente.open(tmp_path / "record.db") as opened:
        yield opened
