"""The commands and the order in which help shows them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.metadata import version

from cyclopts import App, Group

from detente.cli import (
    charting,
    coders,
    distances,
    dynamics,
    exchange,
    expressions,
    ledgers,
    listings,
    networks,
    relations,
)
from detente.cli.add import add
from detente.cli.show import show

RECORD = Group("Build the record", sort_key=1)
LISTINGS = Group("List what is in it", sort_key=2)
LEDGERS = Group("List what articles promise, claim and contest", sort_key=3)
RELATIONS = Group("Look at a relation", sort_key=4)
CODERS = Group("Coders", sort_key=5)

HELP = """Turn articles about relations between states into a dated, sourced record of who did what to whom.

    detente add articles/            read and code a folder
    detente show CHN JPN             a relation on one page
    detente events --pair CHN JPN    its events, each with its sentence"""

EPILOGUE = (
    "Results go to standard output, all else to standard error. "
    "Exit codes: 0 done, 1 failed, 2 wrong use, 3 done in part."
)


def build_app() -> App:
    """The command line. Modules of commands import heavy things only inside their functions."""
    app = App(
        name="detente",
        help=HELP,
        help_format="plaintext",
        help_epilogue=EPILOGUE,
        version=lambda: f"detente {version('detente')}",
        suppress_keyboard_interrupt=False,
        result_action="return_value",
    )
    commands: tuple[tuple[Callable[..., object], Group], ...] = (
        (add, RECORD),
        (listings.documents, LISTINGS),
        (listings.actors, LISTINGS),
        (listings.events, LISTINGS),
        (listings.occurrences, LISTINGS),
        (listings.contacts, LISTINGS),
        (ledgers.commitments, LEDGERS),
        (ledgers.claims, LEDGERS),
        (ledgers.prescriptions, LEDGERS),
        (ledgers.causes, LEDGERS),
        (ledgers.disputes, LEDGERS),
        (ledgers.signals, LEDGERS),
        (ledgers.formulations, LEDGERS),
        (expressions.concordance, LEDGERS),
        (expressions.phrases, LEDGERS),
        (ledgers.metrics, LEDGERS),
        (show, RELATIONS),
        (relations.index, RELATIONS),
        (distances.distance, RELATIONS),
        (distances.momentum, RELATIONS),
        (distances.thirds, RELATIONS),
        (dynamics.turning_points, RELATIONS),
        (dynamics.responses, RELATIONS),
        (networks.triangle, RELATIONS),
        (networks.blocs, RELATIONS),
        (networks.matrix, RELATIONS),
        (charting.tracks, RELATIONS),
        (relations.brief, RELATIONS),
        (coders.classify, CODERS),
        (coders.evaluate, CODERS),
    )
    for order, (command, group) in enumerate(commands):
        app.command(command, group=group, sort_key=order, help_epilogue=examples_of(command))
    app.command(exchange.import_, name="import", group=RECORD, sort_key=99, help_epilogue=examples_of(exchange.import_))
    app.command(charting.map_, name="map", group=RELATIONS, sort_key=90, help_epilogue=examples_of(charting.map_))
    export = App(name="export", help="Write the record out for other programs.", group=LISTINGS, sort_key=20)
    for name, command in (
        ("events", listings.export_events),
        ("claims", ledgers.export_claims),
        ("causes", ledgers.export_causes),
        ("network", exchange.export_network),
        ("polecat", exchange.export_polecat),
    ):
        export.command(command, name=name, help_epilogue=examples_of(command))
    app.command(export)
    return app


def examples_of(command: Callable[..., object]) -> str:
    """The examples in a command's docstring, as they stand under its help."""
    _, _, examples = (inspect.getdoc(command) or "").partition("Examples\n--------\n")
    lines = [f"    {line}" for line in examples.splitlines() if line]
    return "\n".join(["Examples:", "", *lines])
