"""Currencies, by the names and signs that English-language news gives them (currencies.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from detente.knowledge.tables import FOLDER, read_table

COLUMNS = ("code", "names", "signs", "source")
_ALIKE = frozenset({"baht", "dong", "euro", "rand", "renminbi", "RMB", "ringgit", "sterling", "won", "yen", "yuan"})


@cache
def currency_names() -> Mapping[str, str]:
    """ISO 4217 code by name in lower case, singular and plural: "yen", "US dollars"."""
    found: dict[str, str] = {}
    for row in read_table(FOLDER / "currencies.csv", COLUMNS):
        for name in row.items("names"):
            for form in (name, _plural(name)):
                if found.setdefault(form.lower(), row.text("code")) != row.text("code"):
                    row.fail(f"{form} is the name of {found[form.lower()]} as well")
    return MappingProxyType(found)


@cache
def currency_signs() -> Mapping[str, str]:
    """ISO 4217 code by the sign or letters before a sum: "$", "A$", "RMB"."""
    found: dict[str, str] = {}
    for row in read_table(FOLDER / "currencies.csv", COLUMNS):
        for sign in row.items("signs"):
            if found.setdefault(sign, row.text("code")) != row.text("code"):
                row.fail(f"{sign} is the sign of {found[sign]} as well")
    return MappingProxyType(found)


def _plural(name: str) -> str:
    return name if name.rsplit(maxsplit=1)[-1] in _ALIKE - {"euro", "rand"} else name + "s"
