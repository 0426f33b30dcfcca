"""Runs the migrations from within the program: no `alembic.ini`, no command."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection


def scripts() -> ScriptDirectory:
    """The migrations in `versions/`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def known_versions() -> frozenset[str]:
    """Every migration that this version of the program has."""
    return frozenset(script.revision for script in scripts().walk_revisions())


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run what is missing up to `target`, inside the caller's transaction."""
    directory = scripts()

    def steps(found: tuple[str, ...], _: object) -> list[RevisionStep]:
        return directory._upgrade_revs(target, found)  # type: ignore[arg-type]  # Alembic's own env.py calls it so

    with EnvironmentContext(Config(), directory, fn=steps) as context:
        context.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
        context.run_migrations()
