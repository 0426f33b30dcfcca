"""Where the bench data is, and what was skipped for want of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DEFAULT = Path(__file__).parents[1] / ".." / "shared" / "bench"
MISSING = "no bench data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench", default=os.environ.get("REPORTEDLY_BENCH", str(DEFAULT)),
                     help="folder of the bench data (default: REPORTEDLY_BENCH, else ../shared/bench)")


@pytest.fixture(scope="session")
def bench(request: pytest.FixtureRequest) -> Path:
    """The folder of the bench data; the test is skipped where there is none."""
    folder = Path(request.config.getoption("--bench"))
    if not (folder / "stories").is_dir():
        pytest.skip(f"{MISSING} at {folder}")
    return folder.resolve()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    if skipped:
        advice = "give the data with --bench or REPORTEDLY_BENCH"
        terminalreporter.write_line(f"{len(skipped)} bench tests skipped: {advice}")
