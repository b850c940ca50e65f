"""Lets the tests here import their builders (reports.py)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
