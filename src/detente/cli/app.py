"""The commands and the order in which help shows them."""

from __future__ import annotations

from importlib.metadata import version

from cyclopts import App, Group

RECORD = Group("Build the record", sort_key=1)
LISTINGS = Group("List what is in it", sort_key=2)
RELATIONS = Group("Look at a relation", sort_key=3)
CODERS = Group("Coders", sort_key=4)

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
    for name, where, group in (
        ("add", "detente.cli.add:add", RECORD),
        ("documents", "detente.cli.listings:documents", LISTINGS),
        ("actors", "detente.cli.listings:actors", LISTINGS),
        ("events", "detente.cli.listings:events", LISTINGS),
        ("occurrences", "detente.cli.listings:occurrences", LISTINGS),
        ("contacts", "detente.cli.listings:contacts", LISTINGS),
        ("show", "detente.cli.show:show", RELATIONS),
        ("index", "detente.cli.relations:index", RELATIONS),
        ("brief", "detente.cli.relations:brief", RELATIONS),
        ("classify", "detente.cli.coders:classify", CODERS),
        ("evaluate", "detente.cli.coders:evaluate", CODERS),
    ):
        app.command(where, name=name, group=group)
    export = App(name="export", help="Write the record out for other programs.", group=LISTINGS)
    export.command("detente.cli.listings:export_events", name="events")
    app.command(export)
    return app
