"""`story.judge`: corrections by a person, each written at once and undoable."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.records.outlet_names import called

if TYPE_CHECKING:
    from reportedly.dossier.judging import Judging
    from reportedly.records.judgement import Judgement
    from reportedly.show.api import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """In whose name judgements are made."""

    who: str
    now: Callable[[], str]
    reason: str | None = None
    lock_wait: float = 30.0


class Judge:
    """Writes judgements on a story. Every method gives the judgement written; the story then shows it."""

    def __init__(self, story: Story, by: By) -> None:
        self._story = story
        self._by = by

    def merge(self, *names: str) -> Judgement:
        """These names, or ids of people and places, are one."""
        return self._write(lambda judging: judging.merge(names))

    def split(self, one: str, other: str) -> Judgement:
        """These two names are two people or places."""
        return self._write(lambda judging: judging.split(one, other))

    def link(self, *items: str) -> Judgement:
        """These items tell the same."""
        return self._write(lambda judging: judging.link(items))

    def unlink(self, item: str) -> Judgement:
        """This member does not belong to what it was put together with."""
        return self._write(lambda judging: judging.unlink(item))

    def name(self, entity: str, name: str) -> Judgement:
        """A person, group or place goes by this name."""
        return self._write(lambda judging: judging.name(entity, name))

    def grade(self, outlet: str, grade: str) -> Judgement:
        """An outlet's reliability: A to E, or F for not graded."""
        return self._write(lambda judging: judging.grade(outlet, grade))

    def grades(self, table: str | os.PathLike[str]) -> tuple[Judgement, ...]:
        """Grades from a CSV table with the columns `outlet` and `grade`, and maybe `reason`; outlets without a report
        in the story are passed over. Raises InputError for a table without those columns or with an unknown grade."""
        known = {row.outlet.casefold() for row in self._story.dossier.reports}
        rows = [row for row in graded_outlets(Path(table)) if called(row[0]).casefold() in known]
        return tuple(Judge(self._story, By(who=self._by.who, now=self._by.now, reason=reason or self._by.reason,
                                           lock_wait=self._by.lock_wait)).grade(outlet, grade)
                     for outlet, grade, reason in rows)

    def reject(self, item: str) -> Judgement:
        """This item is no such thing; it goes from every list."""
        return self._write(lambda judging: judging.reject(item))

    def speaker(self, statement: str, name: str) -> Judgement:
        """This statement is somebody else's."""
        return self._write(lambda judging: judging.speaker(statement, name))

    def date(self, item: str, day: str) -> Judgement:
        """This happened, or was said, then."""
        return self._write(lambda judging: judging.date(item, day))

    def add_statement(self, report: str, start: int, end: int, speaker: str, *, cue: str | None = None,
                      denies: bool = False) -> Judgement:
        """The words of a report from `start` to `end`, in code points of its text, are what somebody says."""
        return self._write(lambda judging: judging.add_statement(report, start, end, speaker, cue=cue, denies=denies))

    def resolve(self, forecast: str, outcome: str, day: str | None = None) -> Judgement:
        """What came of a forecast: `came-true`, `did-not`, `partly`, `unclear`, `void`, or `open` again."""
        return self._write(lambda judging: judging.resolve(forecast, outcome, day))

    def rate(self, theory: str, evidence: str, rating: str) -> Judgement:
        """How an item bears on a theory: CC, C, N, I or II; it stands over the rule's rating."""
        return self._write(lambda judging: judging.rate(theory, evidence, rating))

    def note(self, item: str, words: str) -> Judgement:
        """A remark beside an item."""
        return self._write(lambda judging: judging.note(item, words))

    def undo(self, which: str) -> Judgement:
        """Take a judgement back."""
        return self._write(lambda judging: judging.undo(which))

    def _write(self, say: Callable[[Judging], Judgement]) -> Judgement:
        from reportedly.dossier.judging import Judging
        from reportedly.store.judgements import append

        if self._story.as_of is not None or self._story.revision is not None:
            raise InputError("judgements are made on the whole story; open it without as_of and revision")
        made = say(Judging(self._story.dossier, who=self._by.who, said_at=self._by.now(), reason=self._by.reason))
        append(self._story.path, made, wait_s=self._by.lock_wait)
        self._story.forget()
        return made


def graded_outlets(table: Path) -> Iterable[tuple[str, str, str | None]]:
    """(outlet, grade, reason) of each row of a CSV table. Raises InputError that says what the table lacks."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            heads = {head.strip().casefold(): head for head in reader.fieldnames or ()}
            if not {"outlet", "grade"} <= heads.keys():
                raise InputError(f"{table} needs the columns outlet and grade; it has {', '.join(heads) or 'none'}")
            reason = heads.get("reason")
            return [(row[heads["outlet"]].strip(), row[heads["grade"]].strip(), (reason and row[reason]) or None)
                    for row in reader if row[heads["outlet"]]]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{table} cannot be read as a table of grades: {error}") from error
