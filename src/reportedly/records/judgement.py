"""How a thing came to be believed: by which component, and what people said of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which rule or model made an item."""

    component: str
    """Versioned name, e.g. `reportedly.rule-attributions.v1`; a change of meaning is a new version."""
    rule: str
    """The rule that fired, in words a reader can follow: `cue verb with clausal complement`."""
    score: float | None = None
    """How sure the component is, 0 to 1, on its own scale; None where the rule gives no degree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of a person, a line of `judgements.jsonl`. It names members, never clusters."""

    id: str
    kind: str
    """What was decided: `same`, `different`, `rename`, `resolve`, `grade`."""
    members: tuple[str, ...]
    value: str | None
    """The new name, the resolution or the grade; None for `same` and `different`."""
    who: str
    said_at: str
    """ISO 8601, from the clock that the caller passed in."""
