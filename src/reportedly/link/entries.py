"""Groups of mentions -> entries, so that no sentence stands twice in the timeline for one time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.link.agreed_times import days_of
from reportedly.link.happenings import StoryView, happening, with_mentions
from reportedly.link.moments import is_dated
from reportedly.records.annotation import EventMention
from reportedly.records.linked import Event
from reportedly.records.span import SourceSpan

REPORTED = "reported clause"
"""Start of the rule of mentions told in a clause that another verb governs ("revealed that …")."""


def entries(groups: Iterable[Sequence[EventMention]], view: StoryView) -> list[Event]:
    """One event a group, in no order that means anything.

    A sentence that tells two things of one day ("defended it and vowed to go on"), or one thing with a date and one
    without, would be shown twice: the lighter entry then shows another report's words, or, where it has none, goes up
    in the heavier one.
    """
    told = [(members, happening(members, view)) for members in groups]
    told.sort(key=lambda entry: (not is_dated(entry[1].when), -entry[1].weight, entry[1].id))
    placed: list[_Entry] = []
    by_sentence: dict[SourceSpan, list[_Entry]] = {}
    for members, event in told:
        entry = _Entry(list(members), event)
        twin = _twin(entry.event, by_sentence, view)
        if twin is not None:
            others = [item for item in members if _sentence(item.clause, view) != _sentence(event.chosen, view)]
            entry.event = happening(members, view, among=others) if others else event
            if not others or _twin(entry.event, by_sentence, view):
                twin.absorb(members)
                continue
        placed.append(entry)
        by_sentence.setdefault(_sentence(entry.event.chosen, view), []).append(entry)
    return [entry.grown(view) for entry in placed]


class _Entry:
    """An event with its members, which may still grow."""

    def __init__(self, members: list[EventMention], event: Event) -> None:
        self.members, self.event = members, event
        self.besides: list[EventMention] = []

    @property
    def hands_on(self) -> bool:
        """True when it is told in a clause that another verb hands on: that somebody revealed it is no news beside."""
        return any(mention.provenance.rule.startswith(REPORTED) and self.event.chosen.overlaps(mention.clause)
                   for mention in self.members)

    def absorb(self, members: Sequence[EventMention]) -> None:
        """Take in what the same words tell besides."""
        self.besides += members

    def grown(self, view: StoryView) -> Event:
        """The event with what it took in; its time, words and weight remain those of its own members."""
        return with_mentions(self.event, self.besides, view) if self.besides else self.event


def _twin(event: Event, by_sentence: dict[SourceSpan, list[_Entry]], view: StoryView) -> _Entry | None:
    """The entry that shows the same words, of the same day or of the only day told; None where there is none."""
    for other in by_sentence.get(_sentence(event.chosen, view), ()):
        shown = other.event.chosen
        if not (shown.covers(event.chosen) or event.chosen.covers(shown)) or _is_aside(shown, event.chosen):
            continue
        if days_of(event.when) == days_of(other.event.when):
            return other
        if not is_dated(event.when) and (shown.covers(event.chosen) or other.hands_on):
            return other
    return None


ASIDE = 0.6


def _is_aside(shown: SourceSpan, sentence: SourceSpan) -> bool:
    """ "The office raised the alarm" inside "Roe resigned, as the office raised the alarm": a small part tells less
    than the whole, which does not go up in it."""
    return len(shown) < ASIDE * len(sentence)


def _sentence(span: SourceSpan, view: StoryView) -> SourceSpan:
    return view.sentence_around(span) or span
