"""``detente import`` and ``detente export``: other people's event data in, and ours out in their forms."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Db, Listing, open_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.exchange import ImportTally, Mapping
    from detente.store import Store

CoderName = Literal["icews", "gdelt", "polecat", "phoenix", "csv"]
_DEFAULT = Listing()


def import_(
    coder: Annotated[CoderName, Parameter(help="Whose format the files are in.")],
    *files: Annotated[Path, Parameter(help="The files; .gz and .zip are unpacked as they are read.")],
    db: Db = DEFAULT_DB,
    mapping: Annotated[Path | None, Parameter(help="For csv: a TOML file that says which column is what.")] = None,
    verbose: Annotated[
        bool,
        Parameter(
            name=["--verbose", "-v"], negative="", show_default=False, help="Name the actors that were not resolved."
        ),
    ] = False,
) -> int:
    """Import events that others coded, into the same record; again is a no-op.

    They are told apart from coded ones everywhere: their coder is icews, gdelt, polecat, phoenix or csv.

    Examples
    --------
    detente import icews events.2014.tab

    detente import gdelt 20140101.export.CSV.zip --db world.db

    detente import csv visits.csv --mapping visits.toml
    """
    from detente.cli.add import _open
    from detente.cli.messages import complain
    from detente.cli.running import DONE, FAILED, IN_PART, WrongUseError
    from detente.errors import InputError
    from detente.exchange import import_file

    if not files:
        raise WrongUseError("nothing to import: name a file, as in `detente import icews events.tab`")
    columns = _mapping(coder, mapping)
    good = bad = 0
    with _open(db) as store:
        for path in files:
            try:
                tally = import_file(store, coder, path, columns, _progress(path))
            except InputError as error:
                complain(str(error))
                bad += 1
                continue
            good += 1
            bad += bool(tally.bad)
            sys.stdout.write(_describe(tally, verbose=verbose))
            _complain_of_lines(tally)
        _report(store)
    if not good:
        return FAILED
    return IN_PART if bad else DONE


def export_polecat(*, listing: Listing = _DEFAULT) -> int:
    """Write the events that happened on a known day in POLECAT's columns.

    Examples
    --------
    detente export polecat -o events.tsv

    detente export polecat --pair CHN JPN --since 2024 > events.tsv
    """
    from detente.cli.messages import note
    from detente.cli.output import open_text
    from detente.cli.running import DONE, WrongUseError
    from detente.exchange.polecat_out import write_polecat

    if listing.format:
        raise WrongUseError("POLECAT's form is tab-separated text; leave out --format")
    with open_record(listing.db) as store, open_text(listing.output) as out:
        left = write_polecat(store.event_lines(listing.to_filter()), out)
    for reason, count in left.most_common():
        note(f"left out: {count:,} {reason}")
    return DONE


def export_network(
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The network: a file .graphml or .gexf.")],
    db: Db = DEFAULT_DB,
    since: Annotated[str | None, Parameter(help="From this date on: 2024-07-26, 2024-07 or 2024.")] = None,
    until: Annotated[str | None, Parameter(help="Up to this date, inclusive.")] = None,
    party: Annotated[
        list[str] | None, Parameter(help="Only these states or organisations; give it several times.")
    ] = None,
) -> None:
    """Write the relations as a network: parties, and between them the mean score and counts of what happened.

    Examples
    --------
    detente export network -o relations.graphml

    detente export network -o asia.gexf --party CHN --party JPN --party KOR --since 2014
    """
    from detente.cli.messages import note
    from detente.cli.naming import parse_party, parse_since, parse_until
    from detente.cli.running import WrongUseError
    from detente.exchange.network import FORMATS, write_network

    if output.suffix.lower() not in FORMATS:
        raise WrongUseError(f"{output}: a network is written as {' or '.join(FORMATS)}")
    parties = [parse_party(name) for name in party] if party else None
    with open_record(db) as store:
        edges = store.pair_matrix(
            parse_since(since) if since else None, parse_until(until) if until else None, parties=parties
        )
    write_network(edges, output)
    note(f"wrote {output}: {len({*edges['one'], *edges['other']}):,} parties, {len(edges):,} relations")


def _mapping(coder: str, path: Path | None) -> Mapping | None:
    from detente.cli.running import WrongUseError
    from detente.errors import InputError
    from detente.exchange import read_mapping

    if coder != "csv":
        if path:
            raise WrongUseError(f"--mapping is for csv; the columns of {coder} are known")
        return None
    if path is None:
        raise WrongUseError("csv needs --mapping FILE.toml, which says which column is what: see docs/exchange.md")
    try:
        return read_mapping(path)
    except InputError as error:
        raise WrongUseError(str(error)) from error


def _progress(path: Path) -> Callable[[int], None]:
    def advance(line: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{path}: {line:,} lines")

    return advance


def _describe(tally: ImportTally, *, verbose: bool) -> str:
    """What became of a file, in a few lines."""
    parts = [f"{tally.new:,} new", *([f"{tally.known:,} known"] if tally.known else [])]
    lines = [f"{tally.path}: events between two parties: {', '.join(parts)}"]
    for reason, count in tally.left.most_common():
        lines.append(f"  left out: {count:,} {reason}")
    if verbose and tally.names:
        lines.append(f"  actors not resolved: {len(tally.names):,}, by lines")
        lines += [f"    {count:>7,}  {name}" for name, count in tally.names.most_common()]
    elif tally.names:
        names = ", ".join(name for name, _ in tally.names.most_common(5))
        lines.append(f"  actors not resolved: {len(tally.names):,} ({names} ...; all of them with -v)")
    return "\n".join(lines) + "\n"


def _complain_of_lines(tally: ImportTally) -> None:
    from detente.cli.messages import complain, note

    for bad in tally.listed:
        complain(f"{tally.path}:{bad.line}: {bad.reason}")
    if tally.bad > len(tally.listed):
        note(f"  and {tally.bad - len(tally.listed):,} more lines of {tally.path} that break the format")


def _report(store: Store) -> None:
    counts = store.count_imported()
    if counts:
        told = ", ".join(f"{coder} {count:,}" for coder, count in counts.items())
        sys.stdout.write(f"the record's imported events: {told}\n")
