"""Names of newspapers, agencies, journals and ministries that publish."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

# Aliases that are words or initials of much else: an outlet only where an agency's sign can stand.
_SHORT = 4
_LONGEST = 120  # characters of the longest name, with room for marks
_PLAIN_WORDS = re.compile(
    r"the hill|kremlin|(?:the )?white house|united nations|nato|time|today|the times|the age|the national"
    r"|the star|dawn"
    r"|the wire|the standard|foreign affairs|foreign policy|kompas|tempo|rand|antara|asahi|sputnik|the "
    r"interpreter|nation"
    r"|the atlantic|fulcrum|sankei|folha|the print|brookings|the telegraph|the independent|the australian"
    r"|the spectator"
    r"|the daily star",
    re.IGNORECASE,
)
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of articles.

    Attributes:
        name: the name we give it.
        aliases: other names in use.
        domains: its web addresses, without ``www``.
        country: ISO 3166-1 alpha-3, or EU, UN, NATO.
    """

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str


@lru_cache(maxsize=1)
def load_outlets() -> tuple[Outlet, ...]:
    """Load the table of outlets.

    Source:
        ``outlets.csv``, compiled by hand from the outlets' own sites.
    """
    table = files("detente.reading").joinpath("outlets.csv").read_text(encoding="utf-8")
    return tuple(
        Outlet(row["name"], _listed(row["aliases"]), _listed(row["domain"]), row["country"])
        for row in csv.DictReader(table.splitlines())
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for outlet in load_outlets():
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            names.setdefault(name.casefold(), outlet.name)
            if name.startswith("The ") and not _PLAIN_WORDS.fullmatch(name):
                names.setdefault(name[4:].casefold(), outlet.name)
    return names


def name_outlet(words: str, *, alone: bool = False) -> str | None:
    """Give the outlet that a piece of a byline names, as a whole.

    Args:
        words: a segment such as ``China Daily Global``, ``REUTERS`` or ``www.mofa.go.jp``.
        alone: the words stand on a line of their own, where "NATO" or "Time" is more often a topic.

    Returns:
        The outlet's name as we write it, or none when it is no outlet that we know.
    """
    if len(words) > _LONGEST:
        return None
    key = _EDGE.sub("", words).casefold().removeprefix("www.")
    key = re.sub(r"^(?:source|from|via|by|the source|provided by|published (?:by|in))\s*[:：]?\s+", "", key)
    return None if alone and _PLAIN_WORDS.fullmatch(key) else _names().get(key)


def outlet_of_url(url: str | None) -> str | None:
    """Give the outlet whose site an address is on, or none."""
    host = (urlsplit(url).hostname or "").casefold().removeprefix("www.") if url else ""
    while "." in host:
        if host in _names():
            return _names()[host]
        host = host.partition(".")[2]
    return None


@lru_cache(maxsize=1)
def _name_pattern() -> re.Pattern[str]:
    names = (
        name
        for outlet in load_outlets()
        for name in (outlet.name, *outlet.aliases)
        if len(name) > _SHORT and _PLAIN_WORDS.fullmatch(name) is None
    )
    longest_first = sorted(set(names), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def find_outlet(line: str) -> str | None:
    """Find the one outlet that a notice names, "Copyright 2024 The Korea Herald".

    Args:
        line: a copyright or author notice.

    Returns:
        The outlet, or none when the line names none, or several.
    """
    found = {_names()[match.casefold()] for match in _name_pattern().findall(line)}
    return found.pop() if len(found) == 1 else None


def split_title_outlet(title: str) -> tuple[str, str | None]:
    """Take the outlet off the end of a page's title, "Ministers meet in Tokyo - Xinhua".

    Args:
        title: title as a page or a feed gives it.

    Returns:
        The title, and the outlet or none.
    """
    head, mark, tail = _rsplit(title)
    outlet = name_outlet(tail) if mark else None
    if outlet and len(head.split()) >= 2:
        return (split_title_outlet(head)[0], outlet)
    return title, None


def _rsplit(title: str) -> tuple[str, str, str]:
    marks = list(re.finditer(r"\s+[-–—|/·•:»]+\s+|\s*[|｜]\s*", title))
    if not marks:
        return title, "", ""
    last = marks[-1]
    return title[: last.start()].rstrip(), last.group(), title[last.end() :].strip()
