"""Claims as statements, in the form that users of Discourse Network Analyzer know.

One row a statement: who (person, organization) agrees or disagrees with what (concept), when and where.

Source: the variables of the default statement type of Discourse Network Analyzer (Leifeld), "DNA Statement": person,
organization, concept, agreement.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Literal, TextIO

from detente.actors import party_of
from detente.knowledge.states import states
from detente.records import ActorKind, Claim, ClaimKind, Document, Stance

if TYPE_CHECKING:
    import pandas as pd

_NOT = re.compile(r"^(?:not|never)\s+", re.IGNORECASE)
COLUMNS = (
    "Statement ID",
    "Time",
    "Document ID",
    "Document title",
    "Document author",
    "Document source",
    "person",
    "organization",
    "concept",
    "agreement",
    "Text",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of the table; the attributes stand in the order of ``COLUMNS``.

    Attributes:
        time: ISO date of publication; empty where it is unknown.
        source: the outlet.
        person: the speaker's name where it is a person, the article's author where the claim is the author's.
        organization: the state or organisation that the speaker speaks for; the outlet for authors.
        concept: what is claimed, in a form without negation.
        agreement: whether the speaker agrees with the concept.
        text: the claim's own words.
    """

    id: str
    time: str
    document: str
    title: str
    author: str
    source: str
    person: str
    organization: str
    concept: str
    agreement: bool
    text: str


def to_statements(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[Statement]:
    """Claims as statements, in order.

    An assessment agrees with "CHN is judged well" or disagrees; a mixed one does both, in two rows, and a neutral one
    makes no statement. A prescription not to act disagrees with the act.

    Args:
        claims: the claims.
        documents: the articles that they stand in, by id.

    Raises:
        KeyError: an article is missing.
    """
    for claim in claims:
        document = documents[claim.evidence.document]
        for concept, agreement in _concepts(claim):
            yield Statement(
                id=claim.id,
                time=document.published.isoformat() if document.published else "",
                document=document.id,
                title=document.title or "",
                author="; ".join(document.authors),
                source=document.outlet or "",
                person=_person(claim, document),
                organization=_organization(claim, document),
                concept=concept,
                agreement=agreement,
                text=claim.text,
            )


def write_statements(statements: Iterable[Statement], out: TextIO) -> None:
    """Write statements as CSV, with agreement as yes or no."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    place = [field.name for field in fields(Statement)].index("agreement")
    for statement in statements:
        row = list(astuple(statement))
        row[place] = "yes" if statement.agreement else "no"
        writer.writerow(row)


def actor_concepts(
    statements: Iterable[Statement],
    by: Literal["person", "organization"] = "organization",
    qualifier: Literal["subtract", "yes", "no"] = "subtract",
) -> pd.DataFrame:
    """The two-mode network of actors and concepts as a matrix.

    Args:
        statements: the statements; those whose actor is unknown are left out.
        by: what an actor is.
        qualifier: what a cell counts: statements that agree less those that disagree, or either of them.

    Returns:
        A row an actor and a column a concept, both sorted; cells are whole numbers.
    """
    import pandas as pd

    table = [(getattr(one, by), one.concept, 1 if one.agreement else -1) for one in statements if getattr(one, by)]
    frame = pd.DataFrame(table, columns=[by, "concept", "sign"])
    if qualifier != "subtract":
        frame = frame.assign(sign=(frame["sign"] == (1 if qualifier == "yes" else -1)).astype(int))
    return frame.pivot_table(index=by, columns="concept", values="sign", aggfunc="sum", fill_value=0).astype(int)


def _concepts(claim: Claim) -> Iterator[tuple[str, bool]]:
    about = "-".join(claim.about[:2])
    if claim.kind is ClaimKind.ASSESSMENT:
        if claim.stance in (Stance.POSITIVE, Stance.MIXED):
            yield f"{about} is judged well", True
        if claim.stance in (Stance.NEGATIVE, Stance.MIXED):
            yield f"{about} is judged well", False
    elif claim.kind is ClaimKind.PRESCRIPTION:
        action = claim.action or claim.text
        yield f"{claim.actor or about} should {_NOT.sub('', action)}", _NOT.match(action) is None
    elif claim.kind is ClaimKind.EXPLANATION:
        sign = f" ({claim.sign})" if claim.sign else ""
        yield f"{about}: {claim.cause} -> {claim.effect}{sign}", True
    else:
        yield f"{about}: {claim.text}", True


def _person(claim: Claim, document: Document) -> str:
    if claim.speaker is None:
        return "; ".join(document.authors)
    return claim.speaker.name if claim.speaker.kind is ActorKind.PERSON else ""


def _organization(claim: Claim, document: Document) -> str:
    if claim.speaker is None:
        return document.outlet or ""
    party = None if claim.speaker.id.startswith("text:") and not claim.speaker.country else party_of(claim.speaker)
    if party is None:
        return claim.speaker.name if claim.speaker.kind is not ActorKind.PERSON else ""
    state = states().get(party)
    return state.name if state is not None else party
