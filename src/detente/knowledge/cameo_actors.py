"""CAMEO's codes of states and organisations, where they are not ISO 3166's (cameo_actors.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.knowledge.states import states
from detente.knowledge.tables import FOLDER, read_table

COLUMNS = ("code", "party", "name", "source")


@cache
def cameo_actors() -> Mapping[str, str]:
    """Parties (ISO alpha-3, or an organisation's acronym) by the codes that CAMEO has for them.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    found: dict[str, str] = {}
    for row in read_table(FOLDER / "cameo_actors.csv", COLUMNS):
        code = row.text("code")
        if code in states():
            row.fail(f"{code} is a state's own code")
        if code in found:
            row.fail(f"{code} is there twice")
        found[code] = row.text("party")
    return found


def party_of_code(code: str) -> str | None:
    """The party of a CAMEO code of three letters; None for regions, peoples and what is unknown."""
    return code if code in states() else cameo_actors().get(code)
