"""Every command is documented, and every documented command exists."""

import re
import subprocess
import sys

import pytest

COMMANDS = [
    ("add",),
    ("import",),
    ("documents",),
    ("actors",),
    ("events",),
    ("occurrences",),
    ("contacts",),
    ("commitments",),
    ("claims",),
    ("prescriptions",),
    ("causes",),
    ("disputes",),
    ("signals",),
    ("formulations",),
    ("concordance",),
    ("phrases",),
    ("metrics",),
    ("show",),
    ("index",),
    ("distance",),
    ("momentum",),
    ("thirds",),
    ("turning-points",),
    ("responses",),
    ("triangle",),
    ("blocs",),
    ("matrix",),
    ("tracks",),
    ("map",),
    ("export", "events"),
    ("export", "claims"),
    ("export", "causes"),
    ("export", "network"),
    ("export", "polecat"),
    ("brief",),
    ("classify",),
    ("evaluate",),
]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_has_a_line_of_what_it_does_and_examples(detente_, path):
    result = detente_(*path, "--help")
    assert result.code == 0
    assert f"Usage: detente {' '.join(path)}" in result.out
    examples = re.findall(rf"^ +detente {' '.join(path)}\b.*$", result.out.split("Examples:")[1], re.MULTILINE)
    assert 1 <= len(examples) <= 3


def test_the_overview_names_every_command(detente_):
    out = detente_("--help").out
    assert [name for name, *_ in COMMANDS if not re.search(rf"^│ {name} ", out, re.MULTILINE)] == []


def test_every_command_is_tested_here(detente_):
    from detente.cli.app import build_app

    names = {name for name in build_app() if not name.startswith("-")}
    assert names == {name for name, *_ in COMMANDS}


def test_version(detente_):
    assert re.fullmatch(r"detente \d+\.\d+.*\n", detente_("--version").out)


def test_help_imports_nothing_heavy():
    heavy = ("spacy", "pandas", "altair", "sqlalchemy", "pyarrow", "ahocorasick_rs")
    code = (
        "import sys; from detente.cli.running import run; run(['--help']); "
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_stops_reading_is_no_failure(record):
    code = "import sys; from detente.cli.running import run; sys.exit(run(['events', '--format', 'csv']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=record)
    process.stdout.close()
    said = process.stderr.read()
    assert process.wait() == 0
    assert b"Traceback" not in said
