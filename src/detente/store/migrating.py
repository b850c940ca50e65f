"""Alembic's migrations, shipped in the package and run on an engine of ours."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

_FOLDER = Path(__file__).parent / "migrations"


def configure() -> Config:
    """Alembic's configuration, with no file of its own."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def upgrade(engine: sa.Engine) -> None:
    """Bring a record to the newest schema, in one transaction."""
    config = configure()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def knows(revision: str) -> bool:
    """Whether ``revision`` is one of this version's schemas."""
    return any(script.revision == revision for script in ScriptDirectory.from_config(configure()).walk_revisions())
