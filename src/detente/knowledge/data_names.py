"""Names that data sets of events write and our other tables lack, or would read wrongly (data_names.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.knowledge.states import states
from detente.knowledge.tables import FOLDER, read_table

COLUMNS = ("name", "party", "source")


@cache
def data_names() -> Mapping[str, str]:
    """States by these names.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    found: dict[str, str] = {}
    for row in read_table(FOLDER / "data_names.csv", COLUMNS):
        name, party = row.text("name"), row.text("party")
        if name in found:
            row.fail(f"{name} is there twice")
        if party not in states():
            row.fail(f"{party} is no state")
        found[name] = party
    return found
