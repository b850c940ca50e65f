"""Builders of tidy frames, and ways to read an index."""

import datetime as dt
import itertools

import pandas as pd
from hypothesis import strategies as st

from detente.knowledge import plover
from detente.measures.frames import COLUMNS

NUMBERS = itertools.count()


def row(date, source, code, target, **more):
    """One occurrence of one direction: row("2024-07-26", "CHN", "ACCUSE disapprove", "JPN", coder="icews")."""
    root, _, mode = code.partition(" ")
    start, _, end = date.partition("/")
    return {
        "occurrence": f"o{next(NUMBERS):06}",
        "start": dt.date.fromisoformat(start),
        "end": dt.date.fromisoformat(end or start),
        "precision": "range" if end else "day",
        "modality": "happened",
        "source": source,
        "target": target,
        "mutual": False,
        "root": root,
        "mode": mode or None,
        "quad": plover.quad(root),
        "score": plover.score(root, mode or None),
        "reports": 1,
        "outlets": 1,
        "coder": "detente",
        "goldstein": None,
        "cameo": None,
        "contexts": (),
        **more,
    }


def frame(*rows):
    """Rows as a tidy frame."""
    made = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return made.astype({"score": float, "goldstein": float, "reports": int, "quad": int})


def series(found, direction, column=None):
    """{period: value} of one direction, what is missing as None."""
    rows = found.rows[found.rows["direction"] == direction]
    values = rows[column or found.measure]
    return {period: None if pd.isna(value) else value for period, value in zip(rows["period"], values, strict=True)}


CODES = st.sampled_from(["AGREE", "CONSULT visit", "AID", "REQUEST meet", "ACCUSE", "SANCTION", "MOBILIZE", "ASSAULT"])
DATES = st.dates(dt.date(2019, 11, 1), dt.date(2021, 2, 1)).map(str)
FREQUENCIES = st.sampled_from(["day", "week", "month", "quarter", "year"])
CONTEXTS = st.sampled_from([(), ("economic",), ("military", "territory"), ("diplomatic", "economic")])


@st.composite
def rows(draw):
    """An occurrence between two of three states."""
    source, target = draw(st.sampled_from(list(itertools.permutations(["CHN", "JPN", "KOR"], 2))))
    coder = draw(st.sampled_from(["detente", "icews"]))
    return row(draw(DATES), source, draw(CODES), target, coder=coder, contexts=draw(CONTEXTS))


RECORDS = st.lists(rows(), max_size=14)
