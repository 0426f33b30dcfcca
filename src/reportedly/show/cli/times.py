"""`reportedly times`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import arguments as the

if TYPE_CHECKING:
    from reportedly.text.timex.reader import Timex


def times(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text in UTF-8; - reads standard input.",
                                         show_default=False)],
    date: Annotated[str | None, typer.Option(
        "--date", metavar="DATE", help="When it was published, e.g. 2031-05-04 or 2031-05-04T22:10:00Z. Without it "
        "the date line of the text is used, if it has one.")] = None,
    zone: Annotated[str | None, typer.Option(
        "--zone", metavar="ZONE", help="Count days in this zone: +09:00, Asia/Seoul.")] = None,
    as_json: the.AsJson = False, as_csv: the.AsCsv = False,
) -> None:
    """Find the dates and times of a text and what they mean; it needs no story.

    Examples:

      reportedly times report.txt --date 2031-05-04

      echo 'He left two days ago.' | reportedly times - --date 2031-05-04 --json
    """
    from reportedly.text.timex import times as find

    print_times(find(_text(file), date, zone=zone), as_json=as_json, as_csv=as_csv)


def _text(file: Path) -> str:
    import sys

    from reportedly.errors import InputError, NotFoundError

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8")
    except (FileNotFoundError, IsADirectoryError):
        raise NotFoundError(f"{file} is no file; give a text file, or - for standard input") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 (byte {error.start}); convert it first (iconv -t utf-8)") from None


def print_times(found: tuple[Timex, ...], *, as_json: bool, as_csv: bool) -> None:
    """One line an expression: its words, type, value, range and anchor; every field as JSON or CSV."""
    import csv
    import sys
    from dataclasses import asdict, fields

    import msgspec

    from reportedly.show.cli.printing import write
    from reportedly.text.timex.reader import Timex

    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")
        return
    if as_csv:
        rows = csv.DictWriter(sys.stdout, [field.name for field in fields(Timex)], lineterminator="\n")
        rows.writeheader()
        rows.writerows(asdict(item) for item in found)
        return
    if not found:
        write("no times found")
    for item in found:
        write(_line(item))


def _line(item: Timex) -> str:
    words = " ".join(item.text.split())
    mod = f" {item.mod}" if item.mod else ""
    anchor = f", from {item.anchor}" if item.anchor else ""
    return f"{item.start}-{item.end}  {words}  {item.type} {item.value}{mod}{_range(item)}{anchor}"


def _range(item: Timex) -> str:
    if item.earliest is None or item.earliest == item.latest == item.value:
        return ""
    return f"  [{item.earliest}]" if item.earliest == item.latest else f"  [{item.earliest} to {item.latest}]"
