"""The dossier: the record that pages, tables, JSON and exports are made of.

Every item carries the spans it rests on; an item without a span is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.records.annotation import AnnotatedArticle, ChainLink, Statement
from reportedly.records.article import Notice, Unread
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import REJECT, Judgement, Ruling
from reportedly.records.linked import Claim, Entity, Event, Origin, OriginEdge
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Forecast, KnowledgeRow, Matrix, SourceSummary, Theory
from reportedly.weigh.corroboration import Corroboration


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report as the dossier lists it."""

    id: ArticleId
    outlet: str
    title: str
    """The report's title, or its first words where it has none."""
    url: str | None
    published: str | None
    """ISO 8601 as the report gives it; None if unknown or refused."""
    language: str
    origin: ArticleId
    """The report that its words go back to; its own id when it is an origin."""
    origin_basis: str
    annotated: bool
    notices: tuple[Notice, ...]
    source: str
    """SHA-256 of the bytes it was read from."""
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One thing said by one speaker, with every report that prints it."""

    id: MemberId
    speaker: str
    speaker_kind: str
    cue: str
    cue_class: str
    denies: bool
    kind: str
    distance: str
    text: str
    """The content's words, or the sentence around them where they only point elsewhere ("the claim")."""
    said: str | None
    """ISO day or minute; None if unknown."""
    outlet: str
    via: tuple[ChainLink, ...]
    sentence: SourceSpan
    spans: tuple[SourceSpan, ...]
    """The content's pieces, first of all."""
    statement: Statement
    variants: tuple[MemberId, ...]
    """Statements of the same speaker that say the same in other reports."""
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    denied_by: tuple[str, ...]
    weight: float
    is_metonym: bool = False
    """The speaker is a place and stands for who governs it: `Moscow said`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a later version of a report changed."""

    older: ArticleId
    newer: ArticleId
    outlet: str
    title: str
    pieces: tuple[tuple[str, str], ...]
    """(`same` | `removed` | `added`, words), in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A line of the brief."""

    event: Event
    disputed: bool
    """True when a side of a dispute rests on words that tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The head of the brief."""

    reports: int
    outlets: int
    origins: int
    agreed: int
    """Timeline entries told by two or more independent origins and not disputed."""
    disputed: int
    single: int
    """Timeline entries of one origin, not disputed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything one page, table, JSON or export needs."""

    title: str
    note: str | None
    """A note the story's maker wants on top ("all names are invented"); None if there is none."""
    lead: SourceSpan | None
    """The sentence that best says what it is about; None for an empty story."""
    as_of: str | None
    """Latest day of publication in view, or the day asked for; None when nothing is dated."""
    revision: int
    known_at: str
    counts: Counts
    key_points: tuple[KeyPoint, ...]
    timeline: tuple[Event, ...]
    """By weight, heaviest first; sort by `when` to read it as a story."""
    statements: tuple[StatementRow, ...]
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    theories: tuple[Theory, ...]
    forecasts: tuple[Forecast, ...]
    sources: tuple[SourceSummary, ...]
    people: tuple[Entity, ...]
    """People, organisations and groups, most reports first."""
    places: tuple[Entity, ...]
    reports: tuple[ReportRow, ...]
    origins: tuple[Origin, ...]
    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    articles: tuple[AnnotatedArticle, ...]
    """The reports in view and, after them, older versions: what a span opens."""
    components: tuple[str, ...]
    """Versioned names of every component that had a part, sorted."""
    knowledge: tuple[KnowledgeRow, ...] = ()
    """Who knew what when, by actor and time."""
    grades: Mapping[MemberId, Corroboration] = field(default_factory=dict)
    """What stands behind each timeline entry and claim, by its id: origins, denials, distance, grade with its rule."""
    competing: Matrix | None = None
    """The foremost theories against each other; None where fewer than two compete."""
    origin_edges: tuple[OriginEdge, ...] = ()
    """Which report goes back to which, whom it credits and whom it cites: the story's origin graph."""
    judgements: tuple[Ruling, ...] = ()
    """What people decided, in the order in which they said it, and whether it holds in this view."""

    @property
    def rejected(self) -> int:
        """How many items people rejected: they stand in no list."""
        return sum(ruling.is_applied and ruling.judgement.kind == REJECT for ruling in self.judgements)

    def judged(self, item: str, members: Iterable[str] = ()) -> tuple[Judgement, ...]:
        """What people decided about an item or its members, in the order in which they said it."""
        own = {item, *members}
        return tuple(ruling.judgement for ruling in self.judgements
                     if ruling.is_applied and own.intersection(ruling.judgement.members))

    def outlet_of(self, article_id: ArticleId) -> str:
        """Name of the outlet of a report in view. Raises KeyError for an unknown id."""
        for row in self.reports:
            if row.id == article_id:
                return row.outlet
        raise KeyError(article_id)
