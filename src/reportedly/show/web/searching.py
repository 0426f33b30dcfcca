"""A search over everything a dossier holds: sentences, statements, the timeline, reports and names, with facets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold
from reportedly.text.worddiff import Piece

if TYPE_CHECKING:
    from reportedly.store.search import Hit

MOST_HITS = 1000
"""Sentences that a search looks at, the best first."""
SHOWN, ALONE = 8, 100
"""Finds of one kind shown beside others, and alone."""
FOUND = {"statements": "Statements", "timeline": "What happened", "names": "People, groups and places",
         "reports": "Reports", "sentences": "Sentences"}
"""Kinds of finds, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class Find:
    """One thing found."""

    kind: str
    section: str
    """Section of the dossier that holds it; `sentences` and `reports` for what is no item."""
    id: str
    words: tuple[Piece, ...]
    """Its words; those that were asked for differ."""
    outlet: str
    """Whose report gives the words; `` for names, which stand in many."""
    who: str = ""
    span: SourceSpan | None = None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked for, and what was found."""

    words: str
    chosen: Mapping[str, str]
    """`in` (a key of `FOUND`) and `outlet`, where the search was narrowed."""
    groups: tuple[tuple[str, tuple[Find, ...], int], ...]
    """(kind, finds shown, number of all) of every kind with a find."""
    outlets: tuple[tuple[str, int], ...]
    """(outlet, finds) before the search was narrowed to one, most first."""
    is_cut: bool
    """There are more sentences than `MOST_HITS`."""

    @property
    def total(self) -> int:
        """Finds of all kinds."""
        return sum(number for _, _, number in self.groups)


class Finder:
    """Searches one dossier, given the sentences that the store finds."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._outlet = {item.article.id: item.article.outlet.label for item in dossier.articles}
        self._at: defaultdict[ArticleId, list[tuple[SourceSpan, str, Any]]] = defaultdict(list)
        for row in dossier.statements:
            for span in (*row.spans, row.sentence):
                self._at[span.article_id].append((span, "statements", row))
        for event in dossier.timeline:
            for span in (event.chosen, *event.spans):
                self._at[span.article_id].append((span, "timeline", event))

    def search(self, words: str, hits: Sequence[Hit], chosen: Mapping[str, str]) -> Search:
        """Everything that holds the words; `hits`: the sentences that do, one more than `MOST_HITS` where cut."""
        finds = list(self._finds(words, hits[:MOST_HITS]))
        outlets = Counter(find.outlet for find in finds if find.outlet)
        if "outlet" in chosen:
            finds = [find for find in finds if find.outlet == chosen["outlet"]]
        kept = {kind: [find for find in finds if find.kind == kind] for kind in FOUND
                if chosen.get("in", kind) == kind}
        most = ALONE if "in" in chosen else SHOWN
        groups = tuple((kind, tuple(found[:most]), len(found)) for kind, found in kept.items() if found)
        return Search(words, chosen, groups, tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
                      len(hits) > MOST_HITS)

    def _finds(self, words: str, hits: Iterable[Hit]) -> Iterator[Find]:
        asked = tuple(filter(None, (fold(word.strip('"“”„')) for word in words.split())))
        if not asked:
            return
        seen: set[str] = set()
        for hit in hits:
            outlet = self._outlet.get(hit.article_id)
            if outlet is None:
                continue
            yield Find("sentences", "sentences", hit.article_id, _marked_hit(hit), outlet, span=hit.span, hit=hit)
            for span, section, item in self._at[hit.article_id]:
                if span.overlaps(hit.span) and item.id not in seen:
                    seen.add(item.id)
                    yield Find(section, section, item.id, _marked(item.text, asked), outlet,
                               getattr(item, "speaker", ""), span)
        yield from self._named(lambda text: all(word in fold(text) for word in asked), asked)

    def _named(self, holds: Callable[[str], bool], asked: Sequence[str]) -> Iterator[Find]:
        for section, entities in (("people", self._dossier.people), ("places", self._dossier.places)):
            for entity in entities:
                if any(map(holds, (entity.name, *entity.aliases, *entity.roles))):
                    yield Find("names", section, entity.id, _marked(entity.name, asked), "",
                               "; ".join(entity.roles[:2]))
        for row in self._dossier.reports:
            if holds(row.title) or holds(row.outlet):
                yield Find("reports", "reports", row.id, _marked(row.title, asked), row.outlet)


def _marked(text: str, asked: Sequence[str]) -> tuple[Piece, ...]:
    """The words of an item, those that were asked for marked."""
    return tuple(Piece(part, any(word in fold(part) for word in asked)) for part in re.split(r"(\W+)", text) if part)


def _marked_hit(hit: Hit) -> tuple[Piece, ...]:
    """The words of a found sentence, those that were asked for marked."""
    pieces, at = [], hit.span.start
    for match in hit.matches:
        pieces += [Piece(hit.span.exact[at - hit.span.start:match.start - hit.span.start], False),
                   Piece(match.exact, True)]
        at = match.end
    return tuple(piece for piece in (*pieces, Piece(hit.span.exact[at - hit.span.start:], False)) if piece.text)
