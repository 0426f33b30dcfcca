"""`reportedly judge STORY …`: corrections by a person, each a line of the story's `judgements.jsonl`."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import arguments as the

if TYPE_CHECKING:
    from reportedly.records.judgement import Judgement
    from reportedly.show.judge import Judge

Who = Annotated[str | None, typer.Option(
    "--who", metavar="NAME", envvar="REPORTEDLY_WHO", help="Who judges; the name of the account where not given.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why; shown beside the item.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of an item, or its beginning.", show_default=False)]
Outcome = Annotated[str, typer.Argument(
    metavar="OUTCOME", help="came-true, did-not, partly, unclear, void, or open.", show_default=False)]
Settled = Annotated[str | None, typer.Option("--on", metavar="DAY", help="Day on which that was known, YYYY-MM-DD.")]
Rating = Annotated[str, typer.Argument(metavar="RATING", help="CC, C, N, I or II.", show_default=False)]
Names = Annotated[list[str], typer.Argument(metavar="NAMES...", help="Names or ids.", show_default=False)]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name.", show_default=False)]
Ids = Annotated[list[str], typer.Argument(
    metavar="IDS...", help="Ids of items, or their beginnings.", show_default=False)]
Entity = Annotated[str, typer.Argument(
    metavar="ENTITY", help="A name or id of a person, group or place.", show_default=False)]
OutletName = Annotated[str, typer.Argument(metavar="OUTLET", help="Name of an outlet.", show_default=False)]
Letter = Annotated[str, typer.Argument(
    metavar="A-F", help="A completely reliable … E unreliable, F not graded.", show_default=False)]
GradeTable = Annotated[Path, typer.Argument(
    metavar="CSV", help="A table with the columns outlet and grade, and maybe reason.", show_default=False)]
Day = Annotated[str, typer.Argument(
    metavar="DAY", help="2031-05-04, 2031-05, 2031 or 2031-05-04T10:30.", show_default=False)]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="The remark.", show_default=False)]
JudgementId = Annotated[str, typer.Argument(
    metavar="JUDGEMENT", help="Id of a judgement, or its beginning.", show_default=False)]
ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="Id of a report.", show_default=False)]
Start = Annotated[int, typer.Argument(metavar="START", help="First character of the words.", show_default=False)]
End = Annotated[int, typer.Argument(metavar="END", help="One past the last.", show_default=False)]
Said = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who says it.", show_default=False)]
Cue = Annotated[str | None, typer.Option("--cue", metavar="WORDS", help="The words of saying.")]
Denies = Annotated[bool, typer.Option("--denies", help="The speaker denies these words.")]


def judge_app() -> typer.Typer:
    """The verbs of `judge`, under one story."""
    app = typer.Typer(no_args_is_help=True, help="Correct a story: every judgement is kept with who and when, survives "
                      "rebuilding, is shown as a person's, and can be undone.")
    app.callback(epilog="Example: reportedly judge quake merge Prigozhin Prigozhi --who 'Ana Ruiz'")(_story)
    for word, verb in VERBS.items():
        app.command(word)(verb)
    return app


def _story(context: typer.Context, story: the.StoryFolder) -> None:
    context.obj = story


def merge(
    context: typer.Context, names: Names, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """These names, or ids of people and places, are one."""
    _told(_judge(context, who, reason, now).merge(*names))


def split(
    context: typer.Context, one: Name, other: Name, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """These two names, taken for one, are two people or places."""
    _told(_judge(context, who, reason, now).split(one, other))


def link(
    context: typer.Context, items: Ids, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """These timeline entries, statements, theories, forecasts or reports tell the same."""
    _told(_judge(context, who, reason, now).link(*items))


def unlink(
    context: typer.Context, item: Id, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """This member does not belong to what it was put together with."""
    _told(_judge(context, who, reason, now).unlink(item))


def name(
    context: typer.Context, entity: Entity, new: Name, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """This person, group or place goes by this name."""
    _told(_judge(context, who, reason, now).name(entity, new))


def grade(
    context: typer.Context, outlet: OutletName, letter: Letter, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """How reliable an outlet is (Admiralty code). Without a grade it stands at F, not graded."""
    _told(_judge(context, who, reason, now).grade(outlet, letter))


def grades(
    context: typer.Context, table: GradeTable, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """Grade the story's outlets from your own table."""
    _told(*_judge(context, who, reason, now).grades(table))


def reject(
    context: typer.Context, item: Id, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """This item is no such thing: it goes from every list, and is counted."""
    _told(_judge(context, who, reason, now).reject(item))


def speaker(
    context: typer.Context, statement: Id, who_said: Name, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """This statement is somebody else's."""
    _told(_judge(context, who, reason, now).speaker(statement, who_said))


def date(
    context: typer.Context, item: Id, day: Day, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """This happened, or was said, then."""
    _told(_judge(context, who, reason, now).date(item, day))


def add_statement(
    context: typer.Context, report: ReportId, start: Start, end: End, who_said: Said, cue: Cue = None,
    denies: Denies = False, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """The words of a report from START to END are what somebody says."""
    _told(_judge(context, who, reason, now).add_statement(report, start, end, who_said, cue=cue, denies=denies))


def resolve(
    context: typer.Context, forecast: Id, outcome: Outcome, day: Settled = None, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """What came of a forecast; it stands over what later reports propose."""
    _told(_judge(context, who, reason, now).resolve(forecast, outcome, day))


def rate(
    context: typer.Context, theory: Id, evidence: Id, rating: Rating, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """How an item bears on a theory; it stands over the rule's rating."""
    _told(_judge(context, who, reason, now).rate(theory, evidence, rating))


def note(
    context: typer.Context, item: Id, words: Words, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """A remark beside an item."""
    _told(_judge(context, who, reason, now).note(item, words))


def undo(
    context: typer.Context, judgement: JudgementId, who: Who = None, reason: Reason = None,
    now: the.Now = None,
) -> None:
    """Take a judgement back; nothing is deleted."""
    _told(_judge(context, who, reason, now).undo(judgement))


def listed(context: typer.Context, as_json: the.AsJson = False) -> None:
    """Every judgement, and whether it holds."""
    from reportedly.show import api
    from reportedly.show.cli.judged import print_rulings

    print_rulings(api.open(context.obj), as_json=as_json)


VERBS: dict[str, Callable[..., None]] = {
    "merge": merge, "split": split, "link": link, "unlink": unlink, "name": name, "grade": grade, "grades": grades,
    "reject": reject, "speaker": speaker, "date": date, "add-statement": add_statement, "resolve": resolve,
    "rate": rate, "note": note, "undo": undo, "list": listed}


def _judge(context: typer.Context, who: str | None, reason: str | None, now: str | None) -> Judge:
    from reportedly.show import api

    return api.open(context.obj).judge(who or getpass.getuser(), reason=reason, now=now)


def _told(*made: Judgement) -> None:
    from reportedly.show.cli.judged import line_of
    from reportedly.show.cli.printing import write

    for item in made:
        write(line_of(item))
    if not made:
        write("nothing to judge: no outlet of the table has a report in this story")
