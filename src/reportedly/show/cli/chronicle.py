"""`reportedly chronicle`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import arguments as the

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportedly.link.chronicle import ChronicleDay

Days = Annotated[int, typer.Option("--days", metavar="N", min=1, help="So many days.", rich_help_panel=the.FILTERS)]
Sentences = Annotated[int, typer.Option(
    "--sentences", metavar="N", min=1, help="At most so many sentences a day.", rich_help_panel=the.FORM)]


def chronicle(
    story: the.StoryFolder, days: Days = 20, sentences: Sentences = 1, since: the.Since = None, until: the.Until = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, quiet: the.Quiet = False,
) -> None:
    """The days that most independent origins tell of, each told by their own sentences: for stories of many reports.

    Examples:

      reportedly chronicle quake --days 10 --sentences 2

      reportedly chronicle quake --since 2031-05-04 --json
    """
    import sys

    import msgspec

    from reportedly.show import api
    from reportedly.show.cli.printing import write

    opened = api.open(story, as_of=as_of, revision=revision)
    told = opened.chronicle(days, sentences=sentences, since=since, until=until)
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
        return
    if quiet:
        return
    outlets = {str(report.article.id): report.article.outlet.label for report in opened.state.reports}
    for line in lines(told, outlets) if told else ("no day is told",):
        write(line)


def lines(days: Sequence[ChronicleDay], outlets: Mapping[str, str]) -> Iterator[str]:
    """A heading for each day with the number of its origins, and its sentences with the place of their words."""
    from reportedly.show.when import moment_in_words

    for day in days:
        count = f"{day.origins} independent origin{'' if day.origins == 1 else 's'}"
        yield f"{moment_in_words(day.day)}  {count}" if day.origins else moment_in_words(day.day)
        for sentence in day.sentences:
            yield f"  {sentence.text}"
            place = f"{sentence.report} {sentence.start}-{sentence.end}"
            yield f"  {outlets.get(sentence.report, '')}, {place}"
