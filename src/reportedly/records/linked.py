"""What linking gives: members of different reports that are the same thing.

A cluster has no id of its own that could break when a story grows. Its `id` is that of its first member in id
order, and every other member's id is an address of it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, runtime_checkable

from reportedly.records.annotation import AnnotatedArticle, EntityKind, Statement, TimeRange
from reportedly.records.article import Unread
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Judgement
from reportedly.records.span import SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What linking compares: a member reduced to the few features that a pair is scored on.

    Stored beside the report, so adding one report needs the nodes that share a key with its own and nothing else.
    """

    id: str
    """Member id or article id; for `entity` an id derived from kind and folded name, so a thousand reports that
    write one name share one node."""
    kind: str
    """`copy`, `entity`, `event`, `claim`, `explanation` or `forecast`."""
    article_id: ArticleId
    keys: tuple[str, ...]
    """Blocking keys: only nodes of one kind that share a key are compared."""
    terms: tuple[str, ...] = ()
    """Folded lemmas, name tokens or fingerprints, sorted."""
    label: str = ""
    """The name or the words, for reasons that a person reads."""
    earliest: str | None = None
    latest: str | None = None
    group: str = ""
    """A value that must agree or has a say: entity kind, event status, speaker."""
    points: bytes = b""
    """Of a claim, its words as points (`link.alike`): reading them again would cost more than all else of adding."""


JUDGED_SAME, JUDGED_APART = 1e6, -1e6
"""Scores of pairs that a person judged: above and below everything that components say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The score of two members, a function of those two alone."""

    kind: str
    """`copy`, `entity`, `event`, `claim`, `explanation` or `forecast`."""
    a: str
    b: str
    """Ids, `a < b`."""
    score: float
    """0 (different) to 1 (the same). Negative: must stay apart. `JUDGED_SAME`: a person says so."""
    reason: str
    """What the score rests on, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The earliest source that a set of copies goes back to."""

    id: ArticleId
    """The earliest report of the set (by date, then id)."""
    reports: tuple[ArticleId, ...]
    """All reports of the set, the origin first."""
    basis: str
    """`own report`, `shares 84 % of its passages`, `credited to Reuters`."""
    credit: str | None
    """The agency credited, None if none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same words, or nearly, in two reports."""

    first: SourceSpan
    second: SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginEdge:
    """One report goes back to another, or to an outlet that may be no part of the story."""

    kind: str
    """`copies`, `holds part of`, `credits` (an agency) or `cites` (an outlet whose words it passes on)."""
    later: ArticleId
    """The report that goes back."""
    earlier: ArticleId | None
    """What it goes back to; None where that is not among the reports."""
    name: str
    """Outlet or agency it goes back to."""
    reason: str
    passages: tuple[Passage, ...]
    """What a copy shares, first in the earlier report, then in the later; empty for other kinds."""
    spans: tuple[SourceSpan, ...]
    """Where an outlet is cited; empty for other kinds."""
    count: int
    """Statements passed on; 1 for other kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleUse:
    """A title or role with the days between which reports give it."""

    role: str
    first: str | None
    """`YYYY-MM-DD` of the first report that gives it; None where none of them is dated."""
    last: str | None
    is_past: bool
    """The words say that it is over: `former`, `then`, `ex-`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a place is, by the gazetteer (GeoNames, CC BY 4.0)."""

    geonames: int
    """Id at www.geonames.org."""
    name: str
    """`Springfield, IL, US`."""
    kind: str
    """`country`, `state` or `city`."""
    country: str
    """ISO 3166 code of two letters."""
    latitude: float | None
    longitude: float | None
    """Degrees, WGS 84; None for countries and states."""
    rule: str
    """Why this one of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, group or place over all reports."""

    id: MemberId
    kind: EntityKind
    name: str
    """The name most reports use in full."""
    aliases: tuple[str, ...]
    """Every other surface form, misspellings included, most frequent first."""
    roles: tuple[str, ...]
    members: tuple[MemberId, ...]
    """The local entities, sorted."""
    reports: tuple[ArticleId, ...]
    mentions: int
    role_uses: tuple[RoleUse, ...] = ()
    """`roles` with their time, in the same order."""
    location: Location | None = None
    """Where it is; None for what is no place, for unknown ones, and where several of one name may be meant."""
    may_be: tuple[str, ...] = ()
    """Of a place left open: what the gazetteer has under its name, the most populous first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, told by one or more reports: an entry of the timeline."""

    id: MemberId
    text: str
    """The chosen clause, in a report's own words."""
    chosen: SourceSpan
    when: TimeRange
    """The day or span agreed by most members; the range of all when they differ is in `times`."""
    times: tuple[tuple[str, str], ...]
    """Each different time given, with the outlet that gives it, when accounts differ; else empty."""
    status: str
    members: tuple[MemberId, ...]
    spans: tuple[SourceSpan, ...]
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    """Ids of independent origins."""
    first_reported: str | None
    """Earliest date of publication among its reports."""
    weight: float
    """For ranking within a story: independent origins, centrality, how surely dated and told, novelty. No unit."""
    novelty: float = 1.0
    """What is left of the weight beside heavier entries that tell the same, 1 for all of it."""
    repeats: MemberId | None = None
    """Id of the heavier entry that it repeats most; None where it repeats none."""
    centrality: float = 0.0
    """How much of what the story is about the words shown hold, 0 to about 1."""
    edtf: str | None = None
    """`when` as Extended Date/Time Format (ISO 8601-2), as wide as all times given where accounts differ; `~` where the
    day is approximate; None where no end is known."""
    is_approximate: bool = False
    """True where a report says "about", of the hour where one is given, and where the day is that of the report."""
    is_background: bool = False
    """True for what happened long before the story."""
    first_report: ArticleId | None = None
    """The report that told it first, as far as publication dates tell; None where none is dated."""
    lag_days: int | None = None
    """Whole days from the day it happened to the day it was first reported; None where either is not known to the
    day, and where its day is that of publication itself."""
    lag_hours: int | None = None
    """The same in hours, rounded; None unless the first report gives the hour, and was published at a known hour."""

    @property
    def own_weight(self) -> float:
        """The weight before novelty: how much it matters, whatever else is told."""
        return self.weight / self.novelty if self.novelty else self.weight

    @property
    def times_given(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each different time given, in order, with the outlets that give it; empty where accounts do not differ."""
        outlets: dict[str, list[str]] = {}
        for time, outlet in self.times:
            outlets.setdefault(time, []).append(outlet)
        return tuple((time, tuple(outlets[time])) for time in sorted(outlets))

    @property
    def time_range(self) -> tuple[str, str] | None:
        """First and last of the times given; clock times alone where all are of one day; None where none differ."""
        given = sorted({time for time, _ in self.times})
        if len({time[:10] for time in given}) == 1:
            given = [time for time in given if len(time) > 10]
        return (given[0], given[-1]) if len(given) > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What one statement, or one clause that an outlet tells itself, does with a claim."""

    member: MemberId
    """The statement or event mention."""
    speaker: str
    """Over all reports; the outlet for what it tells itself."""
    stance: str
    """`asserts`, `denies`, `doubts`, or `repeats`: words that came through somebody else, or in a copy."""
    day: str | None
    """`YYYY-MM-DD` when it was said, else published; None where neither is known."""
    origin: ArticleId
    """The independent origin it counts for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition that statements and the outlets' own words assert or deny."""

    id: MemberId
    text: str
    chosen: SourceSpan
    asserted: tuple[MemberId, ...]
    """Statements and event mentions; what says the contrary in other words ("was not sunk") stands in `denied`."""
    denied: tuple[MemberId, ...]
    speakers: tuple[str, ...]
    spans: tuple[SourceSpan, ...]
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    stances: tuple[Stance, ...] = ()
    """What each statement does with it, in order of time; who is silent is in none."""

    @property
    def since(self) -> dict[str, str]:
        """First day of each stance that is taken on a known day."""
        first: dict[str, str] = {}
        for item in self.stances:
            if item.day and item.day < first.get(item.stance, "9999"):
                first[item.stance] = item.day
        return first

    def speakers_of(self, stance: str) -> tuple[str, ...]:
        """Who takes a stance, each once, in order of time."""
        return tuple(dict.fromkeys(item.speaker for item in self.stances if item.stance == stance))


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found for one report."""

    nodes: tuple[Node, ...]
    """Every node of the report."""
    changed: tuple[Node, ...]
    """Those of them that are new to the story, or that from now on stand for a name which the story held already."""
    replaced: tuple[Node, ...]
    """Those of the changed ones whose earlier node, with its pairs, is gone."""
    pairs: tuple[Pair, ...]
    """Pairs of the changed nodes, with the story and among themselves."""


class CandidateIndex(Protocol):
    """Nodes already in a story, asked for by key. The engine fulfils it from the store."""

    def sharing(self, kind: str, keys: Iterable[str]) -> Iterable[Node]:
        """Every node of the kind that has at least one of the keys, each once."""


class Linker(Protocol):
    """Compares members of one kind. Scores depend on the two nodes alone, so the order of reports is of no matter."""

    kind: str
    name: str
    """Versioned, for provenance."""

    def nodes(self, article: AnnotatedArticle) -> Iterable[Node]:
        """The nodes of one report."""

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None when the two have nothing to do with each other."""


@runtime_checkable
class BulkLinker(Linker, Protocol):
    """A linker for which comparing one node with many at once is cheaper than pair by pair."""

    def scores(self, node: Node, others: Sequence[Node]) -> Sequence[Pair | None]:
        """What `score` gives for the node with each of the others, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryState:
    """All that is known of a story at one revision, or as published by one day: what linking is solved over."""

    title: str
    reports: tuple[AnnotatedArticle, ...]
    """The newest version of every report in view, by date of publication (undated last), then id."""
    pairs: tuple[Pair, ...]
    """Pairs whose two nodes both stand in `reports`."""
    unread: tuple[Unread, ...]
    superseded: Mapping[ArticleId, ArticleId]
    """Older version -> the version that replaced it in view."""
    older: tuple[AnnotatedArticle, ...]
    """The superseded versions, kept so that a change can be shown."""
    revision: int
    known_at: str
    """When this revision was written (ISO 8601, from the caller's clock)."""
    as_of: str | None
    """The day the view was cut at by date of publication; None for everything."""
    note: str | None = None
    """What the story's maker wants said on top ("all names are invented"); None if nothing."""
    judgements: tuple[Judgement, ...] = ()
    """What people decided, in the order in which they said it, undone ones and undoings included."""


@dataclass(frozen=True, kw_only=True)  # without slots, which leave no room for what is found when first asked for
class LinkedStory:
    """A story state, solved into clusters."""

    state: StoryState
    origins: tuple[Origin, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    """By weight, heaviest first."""
    claims: tuple[Claim, ...]
    explanations: tuple[tuple[MemberId, ...], ...]
    """Clusters of `Explanation` ids that say the same."""
    forecasts: tuple[tuple[MemberId, ...], ...]
    origin_of: Mapping[ArticleId, Origin]
    entity_of: Mapping[MemberId, Entity]
    """By id of the local entity."""
    statements: Mapping[MemberId, Statement]
    """Every statement in view; `Statement.speaker` is the report's own name for the speaker."""
    known_as: Mapping[str, str] = field(default_factory=dict)
    """Name of the one entity that goes by a form, by that form; forms of several entities are left out."""

    @cached_property
    def outlets(self) -> Mapping[ArticleId, str]:
        """Name of each report's outlet."""
        return {report.article.id: report.article.outlet.label for report in self.state.reports}

    def origin(self, report: ArticleId) -> ArticleId:
        """Id of the report that this one goes back to: its own where it is no copy, or of no known origin."""
        return self.origin_of[report].id if report in self.origin_of else report

    def speaker(self, statement: Statement) -> str:
        """The speaker's name over all reports, or the report's words for an unnamed one."""
        entity = self.entity_of.get(statement.entity) if statement.entity else None
        return entity.name if entity else self.known_as.get(statement.speaker, statement.speaker)
