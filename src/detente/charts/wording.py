"""What happened, in the few words that fit on a chart."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from detente.knowledge.cameo import cameo
from detente.knowledge.states import states
from detente.records import Contact

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DEEDS = {
    "AGREE": "agrees to cooperate", "CONSULT": "consults", "SUPPORT": "gives support", "CONCEDE": "concedes",
    "COOPERATE": "cooperates", "AID": "gives aid", "RETREAT": "retreats", "REQUEST": "makes a request",
    "ACCUSE": "accuses", "REJECT": "rejects", "THREATEN": "threatens", "PROTEST": "protests",
    "SANCTION": "imposes sanctions", "MOBILIZE": "mobilises forces", "COERCE": "coerces", "ASSAULT": "attacks",
}  # fmt: skip
_TOGETHER = {"AGREE": "agree", "CONSULT": "consult", "SUPPORT": "support each other", "COOPERATE": "cooperate"}
_MANY = 4  # people of a contact that are not all named
_LONGEST = 46  # letters; the rest of a longer name of a code says little


def name_of(party: str, names: Mapping[str, str] | None = None) -> str:
    """The name to print for a party: that of ``names``, a state's, or its own code."""
    if names and party in names:
        return names[party]
    state = states().get(party)
    return state.name if state else party


def say_day(day: dt.date, year: bool = True) -> str:
    """ "8 Nov 2014", or "8 Nov"."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def say_period(label: str, frequency: str) -> str:
    """A period as a reader says it: "Nov 2014", "Q3 2024", "week of 3 Nov 2014"."""
    if frequency == "month":
        return f"{_MONTHS[int(label[5:7]) - 1]} {label[:4]}"
    if frequency == "quarter":
        return f"{label[5:]} {label[:4]}"
    if frequency in {"day", "week"}:
        day = say_day(dt.date.fromisoformat(label))
        return f"week of {day}" if frequency == "week" else day
    return label


def say_occurrence(row: Mapping[str, Any], names: Mapping[str, str], texts: Mapping[str, str] | None = None) -> str:
    """What happened and when: "8 Nov, China → Japan: sign formal agreement".

    Args:
        row: of a tidy frame (:func:`detente.measures.tidy`).
        names: of parties by code.
        texts: what is to be said of an occurrence, by id; else its CAMEO code's name, or PLOVER's type in words.
    """
    start, end = row["start"], row["end"]
    when = say_day(start, year=False)
    if end != start:
        when = f"{when} to {say_day(end, year=False)}"
    if texts and row["occurrence"] in texts:
        return f"{when}: {texts[row['occurrence']]}"
    source, target = name_of(row["source"], names), name_of(row["target"], names)
    if row["mutual"]:
        return f"{when}: {source} and {target} {_TOGETHER.get(row['root'], _deed(row))}"
    return f"{when}, {source} → {target}: {_deed(row)}"


def say_contact(contact: Contact, names: Mapping[str, str]) -> str:
    """Who met how and where: "Xi Jinping and Ishiba Shigeru: meeting, Lima"."""
    who = [person.name for person in contact.people] or [name_of(party, names) for party in contact.parties]
    named = who if len(who) < _MANY else [*who[:2], f"{len(who) - 2} more"]
    told = " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
    where = contact.place or (name_of(contact.host, names) if contact.host else None)
    return f"{told}: {contact.kind.value}" + (f", {where}" if where else "")


def signed(value: float, digits: int = 1) -> str:
    """ "+1.5", "−0.3", "0.0", with a real minus sign."""
    rounded = round(value, digits) + 0.0
    if math.isclose(rounded, 0, abs_tol=1e-12):
        return f"{0:.{digits}f}"
    return f"{rounded:+.{digits}f}".replace("-", "−")


def _deed(row: Mapping[str, Any]) -> str:
    code = row["cameo"]
    if isinstance(code, str) and code in cameo():
        name = cameo()[code].name
        name = name.split(" (")[0]
        text = name[0].lower() + name[1:]
    else:
        text = _DEEDS.get(row["root"], str(row["root"]).lower())
        if isinstance(row["mode"], str) and row["mode"]:
            text = f"{text} ({row['mode']})"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
