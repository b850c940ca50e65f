"""How the grammar is written: a pattern over tags, and a function that reads a match into a form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.dating.forms import Base, CalendarUnit, Form, Role, Turn, Unit, YearOf
from detente.dating.lexicon import UNITS
from detente.dating.tokens import Tokens

# What may follow a year-less date by its side: its year, in digits or relative ("2024", "last year",
# "of that year"). A number of things is no year ("On July 3, 2000 troops").
YEAR = r"(?: ,? f? (?: (?P<year>Y)(?!%) | (?P<turn>[lsn]) y | T? (?P<back>tr?|r) y ) )?"
# Words that take a part of what follows; the date stays no more exact than the whole.
EARLY = r"E (?: -? [>&] -? E )? -?"
PART = rf"(?: (?: {EARLY} | F f ) T? )?"


@dataclass(frozen=True, slots=True)
class Read:
    """One match of a rule, with the words behind the tags."""

    tokens: Tokens
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether the named part of the pattern matched."""
        return self.match.group(name) is not None

    def value(self, name: str) -> int:
        """The number behind the first word of the named part."""
        return self.tokens.values[self.match.start(name)]

    def optional(self, name: str) -> int | None:
        """The number behind the named part, if it matched."""
        return self.value(name) if self.match.groupdict().get(name) is not None else None

    def word(self, name: str) -> str:
        """The first word of the named part, in lower case."""
        return self.tokens.word(self.match.start(name))

    def unit(self, name: str = "unit") -> Unit:
        """The unit of time that the named part names."""
        return UNITS[self.value(name)]

    def year(self) -> int | YearOf | None:
        """What ``YEAR`` matched."""
        groups = self.match.groupdict()
        if groups.get("year"):
            return self.value("year")
        if groups.get("turn"):
            return YearOf(self.value("turn"))
        if groups.get("back"):
            return YearOf(self.value("back") if groups["back"] == "r" else 0, Base.RUNNING)
        return None

    def before(self) -> int:
        """Index of the word before the match."""
        return self.match.start() - 1


Reader = Callable[[Read], Form | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression.

    ``read`` returns None where the words turn out to be no date; ``role`` is set where the words alone
    decide it.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader
    role: Role | None = None


def rule(name: str, pattern: str, read: Reader, role: Role | None = None) -> Rule:
    """A rule; blanks in ``pattern`` are for the eye."""
    return Rule(name, re.compile(pattern.replace(" ", "")), read, role)


TURNS = {-1: Turn.LAST, 0: Turn.THIS, 1: Turn.NEXT}


def day(read: Read, day_part: str, month_part: str, year: int | YearOf | None) -> CalendarUnit:
    """The day that two named parts name."""
    return CalendarUnit(Unit.DAY, year, read.value(month_part), read.value(day_part), weekday=read.optional("weekday"))
