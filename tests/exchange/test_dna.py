"""Claims as statements of Discourse Network Analyzer."""

import csv
import datetime as dt
import io
from typing import Literal

import pytest

from detente.exchange.dna import COLUMNS, actor_concepts, to_statements, write_statements
from detente.records import Actor, ActorKind, Claim, ClaimKind, Document, Evidence, Span, Stance

DOCUMENT = Document(
    "a", "a.txt", "text", title="Fish", authors=("Ada Quill",), outlet="Harbour Wire", published=dt.date(2024, 8, 20)
)
PERU = Actor("PER", "Peru", ActorKind.STATE, "PER")
MINISTER = Actor("PER:person:x", "Ines Rojas", ActorKind.PERSON, "PER")
ADMIRAL = Actor("text:retired admiral", "retired admiral", ActorKind.PERSON)


QUALIFIERS: tuple[Literal["subtract", "yes", "no"], ...] = ("subtract", "yes", "no")


def claim(kind: ClaimKind, speaker: Actor | None = None, stance: Stance | None = None, **rest: str) -> Claim:
    return Claim("1", Evidence("a", Span(0, 4), Span(0, 4), "test"), kind, speaker, ("KEN",), stance, "words", **rest)  # type: ignore[arg-type]


def rows(*claims: Claim) -> list[tuple[str, str, str, bool]]:
    found = to_statements(claims, {"a": DOCUMENT})
    return [(one.person, one.organization, one.concept, one.agreement) for one in found]


def test_who_speaks() -> None:
    told = [claim(ClaimKind.ASSESSMENT, who, Stance.NEGATIVE) for who in (None, PERU, MINISTER, ADMIRAL)]
    assert [row[:2] for row in rows(*told)] == [
        ("Ada Quill", "Harbour Wire"), ("", "Peru"), ("Ines Rojas", "Peru"), ("retired admiral", ""),
    ]  # fmt: skip


def test_a_stance_is_agreement_with_one_concept() -> None:
    told = [claim(ClaimKind.ASSESSMENT, PERU, stance) for stance in (Stance.POSITIVE, Stance.NEGATIVE, Stance.NEUTRAL)]
    assert [row[2:] for row in rows(*told)] == [("KEN is judged well", True), ("KEN is judged well", False)]
    assert len(rows(claim(ClaimKind.ASSESSMENT, PERU, Stance.MIXED))) == 2


def test_advice_not_to_act_disagrees_with_the_act() -> None:
    told = [
        claim(ClaimKind.PRESCRIPTION, PERU, actor="KEN", action="sell fish"),
        claim(ClaimKind.PRESCRIPTION, PERU, actor="KEN", action="not sell fish"),
    ]
    assert [row[2:] for row in rows(*told)] == [("KEN should sell fish", True), ("KEN should sell fish", False)]


def test_the_table_has_the_columns_that_users_know() -> None:
    out = io.StringIO()
    write_statements(to_statements([claim(ClaimKind.ASSESSMENT, PERU, Stance.NEGATIVE)], {"a": DOCUMENT}), out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert tuple(row) == COLUMNS
    assert (row["Time"], row["Document title"], row["agreement"]) == ("2024-08-20", "Fish", "no")


def test_the_matrix_subtracts_or_counts_either() -> None:
    told = [claim(ClaimKind.ASSESSMENT, PERU, stance) for stance in (Stance.POSITIVE, Stance.NEGATIVE, Stance.NEGATIVE)]
    statements = list(to_statements(told, {"a": DOCUMENT}))
    cells = [actor_concepts(statements, qualifier=how).loc["Peru", "KEN is judged well"] for how in QUALIFIERS]
    assert cells == [-1, 1, 2]
    assert actor_concepts([]).empty


def test_a_missing_article_is_an_error() -> None:
    with pytest.raises(KeyError):
        list(to_statements([claim(ClaimKind.FORECAST)], {}))
