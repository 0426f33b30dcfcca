"""How a thing came to be believed: by which component, and what people said of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.ids import content_id
from reportedly.records.span import SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which rule or model made an item."""

    component: str
    """Versioned name, e.g. `reportedly.rule-attributions.v1`; a change of meaning is a new version."""
    rule: str
    """The rule that fired, in words a reader can follow: `cue verb with clausal complement`."""
    score: float | None = None
    """How sure the component is, 0 to 1, on its own scale; None where the rule gives no degree."""


SAME, DIFFERENT, NAME, GRADE, REJECT, SPEAKER, DATE, STATEMENT, NOTE, UNDO, RESOLVE, RATE = KINDS = (
    "same", "different", "name", "grade", "reject", "speaker", "date", "statement", "note", "undo", "resolve", "rate")
"""What a judgement can decide. `same` and `different` hold for names, event mentions, statements, explanations,
forecasts and reports (copies)."""
PERSON = "a person"
"""Component of what people say themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of a person, a line of `judgements.jsonl`. It names members, never clusters."""

    id: str
    """`j-…`, of everything else in it."""
    kind: str
    """One of `KINDS`."""
    members: tuple[str, ...]
    """Ids of members, of reports for `same` and `different` of copies, of one item for `reject` and `note`, the name
    of the outlet for `grade`, the judgement's id for `undo`. `different`: the first is apart from each other one;
    `rate`: the theory's explanation, then what is rated against it."""
    value: str | None
    """The new name, grade, speaker, day or note, the outcome of a forecast, the rating of evidence; None for kinds
    without one."""
    who: str
    said_at: str
    """ISO 8601, from the clock that the caller passed in."""
    reason: str | None = None
    spans: tuple[SourceSpan, ...] = ()
    """One for each member in turn: the words it stood on, by which it is found again when annotation has changed; the
    content of an added statement. Empty where there are none."""
    cue: str | None = None
    """The words of saying of an added statement."""
    denies: bool = False
    """An added statement denies its content."""
    day: str | None = None
    """`YYYY-MM-DD` on which a forecast was settled; None where the person gives none, and for other kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement as it stands in a view of the story."""

    judgement: Judgement
    is_applied: bool
    because: str | None
    """Why it is not applied: `undone by j-…`, `no longer in view: s-…`; None where it is."""


def judgement(kind: str, members: tuple[str, ...], *, who: str, said_at: str, value: str | None = None,
              reason: str | None = None, spans: tuple[SourceSpan, ...] = (), cue: str | None = None,
              denies: bool = False, day: str | None = None) -> Judgement:
    """A judgement with the id that its parts give."""
    places = [f"{span.article_id}:{span.start}-{span.end}" for span in spans]
    name = content_id("j", kind, *members, value, who, said_at, reason, *places, cue, denies, *((day,) if day else ()))
    return Judgement(id=name, kind=kind, members=members, value=value, who=who, said_at=said_at, reason=reason,
                     spans=spans, cue=cue, denies=denies, day=day)


def said_by(item: Judgement) -> str:
    """`judged by Ana Ruiz on 2031-05-06: two men of one name`, for reasons that a reader sees."""
    return f"judged by {item.who} on {item.said_at[:10]}" + (f": {item.reason}" if item.reason else "")
