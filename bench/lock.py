#!/usr/bin/env python3
"""Writes requirements.lock and requirements-dev.lock from pyproject.toml, with hashes and without addresses.

Needs uv (`pip install uv`). Run it after a dependency changes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMON = ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet",
          "--python-version", "3.11"]


def compile_lock(*extra: str) -> None:
    """One `uv pip compile` of pyproject.toml."""
    command = [sys.executable, "-m", "uv", "pip", "compile", *COMMON, "pyproject.toml", *extra]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    compile_lock("-o", "requirements.lock")
    compile_lock("--extra", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock")
