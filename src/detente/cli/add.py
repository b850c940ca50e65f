"""``detente add``: read and code articles."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Db

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.cli.intake import Tally
    from detente.errors import InputError
    from detente.reading import ReadOptions
    from detente.store import Store

    Source = Path | InputError  # a file, or why there is none


def _flag(name: str, short: str, meaning: str) -> Parameter:
    return Parameter(name=[name, short], negative="", show_default=False, help=meaning)


def add(
    *paths: Annotated[str, Parameter(help="Files, folders, or globs in quotes.")],
    db: Db = DEFAULT_DB,
    published: Annotated[str | None, Parameter(help="Publication date of all of them: 2024-07-26.")] = None,
    outlet: Annotated[str | None, Parameter(help="Newspaper, agency or ministry that published them.")] = None,
    title: Annotated[str | None, Parameter(help="Title, for a single article.")] = None,
    language: Annotated[str | None, Parameter(help="Language, as an ISO 639-1 code: en.")] = None,
    coder: Annotated[str, Parameter(help="Which coder codes them.")] = "blind.v1",
    workers: Annotated[int | None, Parameter(help="Processes; all cores if left out.")] = None,
    ledgers: Annotated[
        bool, Parameter(negative="--no-ledgers", help="Read promises, claims, disputes and figures too.")
    ] = True,
    verbose: Annotated[bool, _flag("--verbose", "-v", "Say what was left out, by reason.")] = False,
    quiet: Annotated[bool, _flag("--quiet", "-q", "Say nothing but what failed.")] = False,
) -> int:
    """Read and code articles: text, HTML, PDF, mail, JSONL, CSV, feeds; again is a no-op.

    Every document goes in whole or not at all: the same command goes on where a stopped run ended.

    Examples
    --------
    detente add articles/

    detente add report.pdf --published 2024-07-26 --outlet "NHK World"

    detente add "news/2024-*.jsonl" --db asia.db --workers 2 -v
    """
    from detente.cli.naming import parse_day
    from detente.cli.running import DONE, IN_PART, INTERRUPTED, WrongUseError
    from detente.cli.summary import describe_left, describe_run
    from detente.engines.processes import start_server
    from detente.reading import ReadOptions

    if not paths:
        raise WrongUseError("nothing to add: name a file or a folder, as in `detente add articles/`")
    options = ReadOptions(
        published=parse_day(published) if published else None, outlet=outlet, title=title, language=language
    )
    if workers is not None and workers < 1:
        raise WrongUseError(f"--workers {workers}: give 1 or more")
    sources = _find(paths, quiet)
    workers = _share_out(sources, workers or _cores())
    if workers > 1:
        start_server()
    with _open(db) as store:
        tally, finished = _take_in(
            store, sources, options=options, coder=coder, workers=workers, ledgers=ledgers, quiet=quiet
        )
        if not quiet or verbose:
            sys.stdout.write(describe_run(tally, store.summary(), db))
        if verbose:
            sys.stdout.write(describe_left(tally))
    if not finished:
        again = " ".join(["detente add", *paths])
        sys.stderr.write(f"interrupted; what was added is whole. To go on where it stopped: {again}\n")
        return INTERRUPTED
    return IN_PART if tally.failed else DONE


def _find(paths: Sequence[str], quiet: bool) -> list[Source]:
    """The files at ``paths``, and what couldn't be found; says what was passed over."""
    from detente.cli.messages import note
    from detente.reading import find_sources

    skipped: Counter[str] = Counter()
    sources = list(find_sources(paths, skipped))
    if skipped and not quiet:
        note("passed over files of other formats: " + ", ".join(f"{n:,} {kind}" for kind, n in skipped.most_common()))
    return sources


def _share_out(sources: Sequence[Source], workers: int) -> int:
    """How many of so many processes are worth their start, which takes longer than to code a few articles."""
    return min(workers, max(1, len(sources) // 4)) if all(map(_is_small, sources)) else workers


def _take_in(
    store: Store,
    sources: Sequence[Source],
    *,
    options: ReadOptions,
    coder: str,
    workers: int,
    ledgers: bool,
    quiet: bool,
) -> tuple[Tally, bool]:
    """Add what ``sources`` hold; the tally, and whether it came to its end."""
    from detente.cli.intake import Intake
    from detente.engines.local import code_all
    from detente.errors import InputError
    from detente.reading import read_path

    with _progress(len(sources), show=not quiet) as (advance, say):

        def report(error: InputError) -> None:
            say(f"detente: {error}")

        def counted() -> Iterator[Path | InputError]:
            for number, source in enumerate(sources):
                advance(number)
                yield source if isinstance(source, InputError) else Path(source)

        intake = Intake(
            store,
            partial(read_path, options=options),
            partial(code_all, coder=coder, workers=workers, ledgers=ledgers),
            report,
        )
        finished = True
        try:
            for _ in intake.run(counted()):
                pass
            advance(len(sources))
        except KeyboardInterrupt:
            finished = False
        store.regroup()
    return intake.tally, finished


@contextmanager
def _open(db: str) -> Iterator[Store]:
    from detente.cli.running import WrongUseError
    from detente.errors import StoreError
    from detente.store import Store

    try:
        store = Store.open(db)
    except StoreError as error:
        raise WrongUseError(str(error)) from error
    with store:
        yield store


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_small(source: Source) -> bool:
    """Whether a source is a file of about one article, so that files tell how much work there is."""
    try:
        return Path(str(source)).stat().st_size < 100_000
    except OSError:
        return True  # it fails soon enough


@contextmanager
def _progress(total: int, show: bool) -> Iterator[tuple[Callable[[int], None], Callable[[str], None]]]:
    """How to move the bar, and how to say something beside it; no bar where nobody looks."""
    from detente.cli.messages import note

    if not show or not sys.stderr.isatty():
        yield (lambda _done: None), note
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns: Iterable[object] = (
        TextColumn("reading and coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:  # type: ignore[arg-type]
        task = progress.add_task("", total=total)
        yield (
            lambda done: progress.update(task, completed=done),
            lambda text: console.print(text, markup=False, highlight=False, soft_wrap=True),
        )
