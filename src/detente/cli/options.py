"""Options that commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from detente.measures import Record
    from detente.store import Filter

Format = Literal["table", "csv", "jsonl", "json", "parquet"]
Db = Annotated[
    str,
    Parameter(name="--db", env_var="DETENTE_DB", help="The record: a file, or a database URL."),
]
Since = Annotated[str | None, Parameter(name="--since", help="From this date on: 2024-07-26, 2024-07 or 2024.")]
Until = Annotated[str | None, Parameter(name="--until", help="Up to this date, inclusive.")]
Coder = Annotated[
    list[str] | None,
    Parameter(name="--coder", negative="", help="Only what it coded: detente, or a source such as icews."),
]
DEFAULT_DB = "detente.db"


@Parameter(name="*")
@dataclass(frozen=True)
class Output:
    """Where results go, and in which form."""

    format: Annotated[
        Format | None,
        Parameter(name="--format", help="Form of the result; else by the ending of -o, else a table."),
    ] = None
    output: Annotated[
        Path | None, Parameter(name=["--output", "-o"], help="Write to this file, not to standard output.")
    ] = None


@Parameter(name="*")
@dataclass(frozen=True)
class Listing(Output):
    """Options of every listing."""

    db: Db = DEFAULT_DB
    pair: Annotated[
        tuple[str, str] | None,
        Parameter(name="--pair", help="Only what both take part in: two states or organisations, code or name."),
    ] = None
    party: Annotated[
        str | None, Parameter(name="--party", help="Only what this state or organisation takes part in.")
    ] = None
    since: Annotated[str | None, Parameter(name="--since", help="From this date on: 2024-07-26, 2024-07 or 2024.")] = (
        None
    )
    until: Annotated[str | None, Parameter(name="--until", help="Up to this date, inclusive.")] = None
    text: Annotated[
        str | None,
        Parameter(name="--text", help='Only with these words in the sentence; "in quotes" a phrase, word* a prefix.'),
    ] = None
    newest: Annotated[bool, Parameter(name="--newest", negative="", show_default=False, help="Newest first.")] = False
    limit: Annotated[int | None, Parameter(name="--limit", help="At most so many.")] = None

    def to_filter(self) -> Filter:
        """The filter that these options ask for.

        Raises:
            UnknownActor: a party is unknown.
            WrongUseError: a date is no date, or the dates are the wrong way round.
        """
        from detente.cli.naming import parse_pair, parse_party, parse_since, parse_until
        from detente.cli.running import WrongUseError
        from detente.store import Filter

        since = parse_since(self.since) if self.since else None
        until = parse_until(self.until) if self.until else None
        if since and until and since > until:
            raise WrongUseError(f"--since {self.since} is after --until {self.until}")
        if self.limit is not None and self.limit < 1:
            raise WrongUseError(f"--limit {self.limit}: give 1 or more")
        return Filter(
            pair=parse_pair(*self.pair) if self.pair else None,
            party=parse_party(self.party) if self.party else None,
            since=since,
            until=until,
            text=self.text,
            newest=self.newest,
            limit=self.limit,
        )


@contextmanager
def open_record(db: str) -> Iterator[Record]:
    """An existing record, its occurrences up to date.

    Raises:
        WrongUseError: there is none at ``db``, or what is there can't be used.
    """
    from detente.cli.messages import note
    from detente.cli.running import WrongUseError
    from detente.errors import StoreError
    from detente.measures import Record

    try:
        store = Record.open(db, create=False)
    except StoreError as error:
        raise WrongUseError(str(error)) from error
    with store:
        try:
            store.regroup()  # a run of `add` that was killed has left this to the next command
        except StoreError as error:
            note(f"occurrences and contacts lack the newest events: {error}")
        yield store
