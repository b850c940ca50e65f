"""A relation and a triangle of a record, as a user of the library holds them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from detente.measures.distance import Distance, distance
from detente.measures.index import Index, index
from detente.measures.meetings import choose_coder
from detente.measures.mixed import MixedSignals, mixed_signals
from detente.measures.momentum import Momentum, momentum
from detente.measures.periods import Frequency
from detente.measures.refusal import Refusal
from detente.measures.responses import Responses, responses
from detente.measures.thirds import Thirds, thirds
from detente.measures.triangle import TriangleHistory, triangle
from detente.measures.turning_points import TurningPoints, turning_points

if TYPE_CHECKING:
    from detente.measures.record import Record


class Relation:
    """Two parties of a record; each method measures what is on record between them.

    Attributes:
        record: the record.
        pair: the two parties.
    """

    def __init__(self, record: Record, one: str, other: str) -> None:
        self.record = record
        self.pair = (one, other)

    def frame(self, since: dt.date | None = None, until: dt.date | None = None) -> pd.DataFrame:
        """What goes on between the two, as a tidy frame."""
        return self.record.frame(pair=self.pair, since=since, until=until)

    def index(
        self,
        frequency: Frequency = "month",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> Index:
        """The index of the relation: see :func:`detente.measures.index.index`, which takes the further options."""
        statements = options.get("scale") == "goldstein"  # public statements have a Goldstein score only
        frame = self.record.frame(pair=self.pair, since=since, until=until, statements=statements)
        return index(frame, *self.pair, frequency=frequency, **options)

    def distance(self, on: dt.date | None = None, coder: str | None = None) -> Distance:
        """How long ago and how often the two met: see :func:`detente.measures.distance.distance`.

        Args:
            on: the day; else the last one that the record can tell of.
            coder: whose contacts; else of those who have any of the pair, ours first.

        Raises:
            ValueError: no day is given, and nothing on record has a date.
        """
        meetings = self.record.meetings(coder)
        chosen = coder or choose_coder(meetings, [self.pair])
        day = on or self.record.last_day()
        if day is None:
            raise ValueError("nothing on record has a date; give a day")
        return distance(meetings[(meetings["coder"] == chosen).to_numpy()], *self.pair, on=day)

    def momentum(self, frequency: Frequency = "month", until: dt.date | None = None, **options: Any) -> Momentum:
        """Which way the relation moves: see :func:`detente.measures.momentum.momentum` for the options."""
        frame = self.record.frame(touching=self.pair, until=until, statements=options.get("scale") == "goldstein")
        return momentum(frame, *self.pair, frequency, **options)

    def thirds(self, since: dt.date | None = None, until: dt.date | None = None, **options: Any) -> Thirds:
        """Dealings with third states: see :func:`detente.measures.thirds.thirds` for the options."""
        frame, details = self.record.frame(touching=self.pair), self.record.third_details(self.pair)
        return thirds(frame, *self.pair, since=since, until=until, details=details, **options)

    def mixed_signals(
        self,
        frequency: Frequency = "month",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> MixedSignals:
        """Cooperation and conflict side by side: see :func:`detente.measures.mixed.mixed_signals` for the options."""
        return mixed_signals(self.frame(since, until), *self.pair, frequency=frequency, **options)

    def turning_points(
        self,
        frequency: Frequency = "month",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> TurningPoints:
        """When the level changed: see :func:`detente.measures.turning_points.turning_points` for the options."""
        return turning_points(self.frame(since, until), *self.pair, frequency=frequency, **options)

    def responses(
        self,
        frequency: Frequency = "week",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> Responses | Refusal:
        """How each answers the other: see :func:`detente.measures.responses.responses` for the options."""
        frame = self.record.frame(touching=self.pair, since=since, until=until)
        return responses(frame, self.pair, frequency=frequency, **options)


class Triangle:
    """Three parties of a record.

    Attributes:
        record: the record.
        parties: the three parties.
    """

    def __init__(self, record: Record, one: str, other: str, third: str) -> None:
        self.record = record
        self.parties = (one, other, third)

    def frame(self, since: dt.date | None = None, until: dt.date | None = None) -> pd.DataFrame:
        """What goes on among the three, as a tidy frame."""
        return self.record.frame(parties=self.parties, since=since, until=until)

    def history(
        self,
        frequency: Frequency = "year",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> TriangleHistory:
        """Its type and the roles in it over time: see :func:`detente.measures.triangle.triangle` for the options."""
        return triangle(self.frame(since, until), self.parties, frequency, **options)

    def responses(
        self,
        frequency: Frequency = "week",
        since: dt.date | None = None,
        until: dt.date | None = None,
        **options: Any,
    ) -> Responses | Refusal:
        """How each answers the others: see :func:`detente.measures.responses.responses` for the options."""
        frame = self.record.frame(touching=self.parties, since=since, until=until)
        return responses(frame, self.parties, frequency=frequency, **options)
