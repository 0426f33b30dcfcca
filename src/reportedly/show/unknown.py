"""What the reports leave open: who declined to comment, what somebody asks or did not know, what nobody dated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import CueClass
from reportedly.records.span import SourceSpan

IGNORANT = ("did not know", "was not told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """One thing that is not known, in fixed words and the words of a report."""

    kind: str
    """`declined`, `asked`, `did not know`, `due`, `undated`, `place`, or `one origin`."""
    section: str
    """Section of the dossier that holds the item."""
    item: str | None
    """Its id; None for a question, which is no item."""
    words: str
    span: SourceSpan | None
    """Where it is read; None for a place, which stands in many."""
    who: str = ""
    """Who declined, or did not know; `` where nobody is said to."""

    @property
    def order(self) -> int:
        """Place of its kind among the kinds."""
        return list(LABELS).index(self.kind)


LABELS = {"declined": "Declined to comment", "asked": "Asked, and not answered here",
          "did not know": "Not known to them", "due": "Predicted for a day now past, and not settled",
          "one origin": "Among the key points, told by one origin",
          "undated": "Weighty, but of no known day", "place": "Places that may be several"}
"""Kinds in the order in which they are shown."""
MOST_UNDATED = 12


def unknowns(dossier: Dossier) -> tuple[Unknown, ...]:
    """Everything the dossier knows to be open, by kind in the order of `LABELS`, within a kind as the sections go."""
    return tuple(sorted(_all(dossier), key=lambda one: one.order))


def _all(dossier: Dossier) -> Iterator[Unknown]:
    for row in dossier.statements:
        if row.statement.cue_class is CueClass.DECLINE:
            yield Unknown(kind="declined", section="statements", item=row.id, who=row.speaker,
                          words=row.sentence.exact, span=row.sentence)
    if dossier.competing:
        yield from (Unknown(kind="asked", section="theories", item=None, words=span.exact, span=span)
                    for span in dossier.competing.questions)
    for known in dossier.knowledge:
        if known.kind in IGNORANT:
            yield Unknown(kind="did not know", section="knowledge", item=known.id, words=known.matter,
                          span=known.chosen, who=known.actor)
    for forecast in dossier.forecasts:
        if forecast.state == "due":
            yield Unknown(kind="due", section="forecasts", item=forecast.id, words=forecast.text, span=forecast.chosen,
                          who=forecast.who)
    yield from _thin(dossier)


def _thin(dossier: Dossier) -> Iterator[Unknown]:
    for point in dossier.key_points:
        if len(point.event.origins) == 1:
            yield Unknown(kind="one origin", section="timeline", item=point.event.id, words=point.event.text,
                          span=point.event.chosen)
    undated = [event for event in dossier.timeline if not event.when.earliest and not event.when.latest]
    for event in undated[:MOST_UNDATED]:
        yield Unknown(kind="undated", section="timeline", item=event.id, words=event.text, span=event.chosen)
    for place in dossier.places:
        if place.may_be:
            yield Unknown(kind="place", section="places", item=place.id, span=None,
                          words=f"{place.name}: {'; '.join(place.may_be[:4])}")
