"""What the pages of this folder generate from the program itself, so that they cannot lie."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

VERBS = tuple("""build add timeline chronicle statements claims disputes theories forecasts knowledge sources origins
people places changed serve search explain verify export status judge times""".split())


def help_text(*verb: str) -> str:
    """`reportedly VERB --help` at 80 columns, without colour, as a Markdown code block."""
    command = [str(Path(sys.executable).with_name("reportedly")), *verb, "--help"]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    lines = [line.rstrip() for line in done.stdout.strip("\n").split("\n")]
    return "\n".join(["```text", f"$ reportedly {' '.join([*verb, '--help'])}", *lines, "```", ""])


def all_help() -> str:
    """The help of the command and of every verb."""
    return "\n".join([help_text(), *(f"## {verb}\n\n{help_text(verb)}" for verb in VERBS)])


def options_table() -> str:
    """The table of `reportedly.options`."""
    from reportedly.options import OPTIONS

    rows = [f"| `{option.name}` | {option.default} | {option.unit or '–'} | {option.help} |" for option in OPTIONS]
    return "\n".join(["| name | default | unit | what it does |", "| --- | --- | --- | --- |", *rows, ""])


def schema() -> str:
    """The tables of the store, as SQLite is given them."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateTable

    from reportedly.store.schema import metadata

    tables = [str(CreateTable(table).compile(dialect=sqlite.dialect())).strip() for table in metadata.sorted_tables]
    text = "\n\n".join(f"{table};" for table in tables)
    return "\n".join(["```sql", *(line.rstrip() for line in text.split("\n")), "```", ""])


def exit_codes() -> str:
    """The exit codes of the command."""
    from reportedly.show.cli.exit_codes import MEANINGS

    rows = [f"| {code} | {meaning} |" for code, meaning in MEANINGS]
    return "\n".join(["| code | meaning |", "| --- | --- |", *rows, ""])
