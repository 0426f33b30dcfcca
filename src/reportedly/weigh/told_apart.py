"""A dispute of one happening to which accounts give different values: hours, days, towns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportedly.records.annotation import EventMention
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import squeeze
from reportedly.weigh.corroboration import independent

MOST_POSITIONS = 6
LONGEST_TEXT = 200
Told = Mapping[str, Sequence[EventMention]]
"""Mentions by the value that they give."""


def dispute_of(kind: str, by_value: Told, weight: float, provenance: Provenance, linked: LinkedStory,
               rests_on: Callable[[EventMention], Sequence[SourceSpan]]) -> Dispute:
    """The dispute with a side for each value, the one most often told first; `rests_on` gives the words of a mention.
    """
    ordered = sorted(by_value, key=lambda value: (-len(by_value[value]), value))[:MOST_POSITIONS]
    told = [mention for value in ordered for mention in by_value[value]]
    first = min(mention.id for mention in told)
    return Dispute(id=MemberId(content_id("d", kind, first)), kind=kind, text=_text(told), weight=round(weight, 4),
                   positions=tuple(_position(value, by_value[value], linked, rests_on) for value in ordered),
                   provenance=provenance)


def _text(told: Sequence[EventMention]) -> str:
    """The clause that names most of what happened, of those that read well."""
    short = [mention for mention in told if len(mention.clause) <= LONGEST_TEXT] or list(told)
    return squeeze(max(short, key=lambda mention: (len(mention.terms), mention.id)).clause.exact)


def _position(value: str, mentions: Sequence[EventMention], linked: LinkedStory,
              rests_on: Callable[[EventMention], Sequence[SourceSpan]]) -> Position:
    names = sorted({linked.outlets[mention.clause.article_id] for mention in mentions})
    return Position(who=", ".join(names), text=squeeze(mentions[0].clause.exact), value=value,
                    spans=tuple(dict.fromkeys(span for mention in mentions for span in rests_on(mention))),
                    members=tuple(sorted(mention.id for mention in mentions)),
                    origins=independent((mention.clause.article_id for mention in mentions), linked))
